/* roman.c - see the header. */
#include "text/rules/numbers/roman.h"

#include "text/characters/numerics.h"
#include "text/words/numerals.h"
#include "text/words/roman_value.h"

/* No word is written like a numeral of so many letters. */
#define MIN_SURE_LETTERS 4

/* X халықаралық экономикалық форум */
#define MAX_WORDS_BEFORE_NOUN 3

/* X әлеуметтік желісі */
#define MAX_WORDS_BEFORE_LETTERED 2

/* Ⅴ, which is nothing but a number. */
static gboolean
is_form(const OqToken *token)
{
	return oq_numerics_is_roman(token->sign);
}

static gboolean
is_name(const OqToken *token)
{
	return oq_token_is_word(token) && token->capital && !token->all_capitals;
}

/* XV–XVIII */
static gboolean
ends_range(const OqSentence *sentence, guint at)
{
	return at > 1 && oq_token_is_dash(&sentence->tokens[at - 1]) &&
	       oq_roman_value(sentence, &sentence->tokens[at - 2]) > 0;
}

/* IV-тармақ: the hyphen is not said. */
static gboolean
is_hyphen_noun(const OqSentence *sentence, guint hyphen)
{
	const OqToken *dash = oq_sentence_token(sentence, hyphen);
	const OqToken *noun = oq_sentence_token(sentence, hyphen + 1);
	return oq_token_is_dash(dash) && !dash->gap && oq_token_is_word(noun) && !noun->gap &&
	       !noun->any_capital && noun->n_chars > 2;
}

/* IV және V, I, V */
static gboolean
is_listed_behind(const OqSentence *sentence, guint at)
{
	if (at < 2)
		return FALSE;
	const OqToken *joint = &sentence->tokens[at - 1];
	return (oq_token_is_sign(joint, ',') || oq_token_is_dash(joint) ||
		       (oq_sentence_context(sentence, joint) & OQ_CONTEXT_CONJUNCTION)) &&
	       oq_roman_value(sentence, joint - 1) > 0;
}

/* 2X, and letters that nothing but letters stand beside: V пішінді */
static gboolean
is_letter(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	if (!token->gap && at > 0 && oq_token_is_number(&sentence->tokens[at - 1]))
		return TRUE;
	if (next == NULL)
		return FALSE;
	/* I cannot */
	if (token->sign < 0x80 && oq_token_is_word(next) && next->gap && !next->any_capital &&
		next->sign < 0x80)
		return TRUE;
	if (is_hyphen_noun(sentence, at + 1))
		next = &sentence->tokens[at + 2];
	/* V типті қозғалтқыш, but I типті диабет, and V типті коллаген behind IV және */
	if ((oq_sentence_context(sentence, next) & OQ_CONTEXT_SHAPED) &&
		oq_roles_roman(token->sign) != 'I')
		return !is_listed_behind(sentence, at);
	const OqToken *end = sentence->tokens + sentence->n_tokens;
	for (guint i = 0; i < MAX_WORDS_BEFORE_LETTERED && next < end; i++, next++)
		if (oq_sentence_context(sentence, next) & OQ_CONTEXT_LETTERED)
			return TRUE;
	return FALSE;
}

/* X is more often a letter: a noun that is counted follows, or some words that tell of it. */
static gboolean
is_before_counted(const OqSentence *sentence, guint behind)
{
	for (guint i = behind; i < behind + MAX_WORDS_BEFORE_NOUN; i++) {
		const OqToken *token = oq_sentence_token(sentence, i);
		if (!oq_token_is_word(token) || (!token->gap && i > behind))
			return FALSE;
		if (oq_sentence_context(sentence, token) &
			(OQ_CONTEXT_COUNTED | OQ_CONTEXT_ORDINAL | OQ_CONTEXT_ROMAN))
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_year_word(const OqSentence *sentence, const OqToken *token)
{
	return oq_token_is_word(token) && token->n_chars <= 2 &&
	       oq_lexicon_year_abbreviation(
		       sentence->lexicon, oq_sentence_lower(sentence, token)) != NULL;
}

static gboolean
is_before_noun(const OqSentence *sentence, guint at, guint behind)
{
	const OqToken *next = oq_sentence_token(sentence, behind);
	gboolean noun =
		oq_token_is_word(next) && next->gap && (!next->any_capital || is_name(next));
	if (is_hyphen_noun(sentence, behind))
		behind++;
	else if (!noun || (oq_sentence_context(sentence, next) & OQ_CONTEXT_CONJUNCTION))
		return FALSE;
	return oq_roles_roman(sentence->tokens[at].sign) != 'X' || is_name(next) ||
	       is_year_word(sentence, next) || is_before_counted(sentence, behind);
}

/* Петр I, Пий X, but neither Маск X-ті nor Маск X сатып алды: few were the tenth */
static gboolean
is_behind_name(const OqSentence *sentence, guint at)
{
	if (oq_roles_roman(sentence->tokens[at].sign) == 'X' && at > 0 &&
		!(oq_sentence_context(sentence, &sentence->tokens[at - 1]) & OQ_CONTEXT_COUNTED))
		return FALSE;
	return at > 0 && sentence->tokens[at].gap && is_name(&sentence->tokens[at - 1]) &&
	       sentence->tokens[at - 1].n_chars > 2;
}

/* I, II топ; I немесе II топ */
static gboolean
is_in_list(const OqSentence *sentence, guint at)
{
	const OqToken *joint = oq_sentence_token(sentence, at + 1),
		      *listed = oq_sentence_token(sentence, at + 2);
	return (oq_token_is_sign(joint, ',') ||
		       (oq_sentence_context(sentence, joint) & OQ_CONTEXT_CONJUNCTION)) &&
	       oq_roman_value(sentence, listed) > 0 &&
	       (listed->n_chars > 1 || is_before_noun(sentence, at + 2, at + 3));
}

/* What makes a single letter a number. */
static gboolean
is_counted(const OqSentence *sentence, guint at)
{
	guint behind = at + 1;
	if (is_letter(sentence, at))
		return FALSE;
	if (oq_token_is_dash(oq_sentence_token(sentence, behind)) &&
		oq_roman_value(sentence, oq_sentence_token(sentence, behind + 1)) > 0)
		behind += 2;
	return is_before_noun(sentence, at, behind) || is_behind_name(sentence, at) ||
	       is_in_list(sentence, at) || ends_range(sentence, at);
}

/* XL, CV, MIX, xl: numerals of these letters are more often words. */
static gboolean
may_be_word(const OqSentence *sentence, const OqToken *token)
{
	OqSlice word = oq_sentence_text(sentence, token);
	gboolean hundreds = FALSE, fifty = FALSE;
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		char letter = oq_roles_roman(g_unichar_toupper(g_utf8_get_char(p)));
		hundreds = hundreds || letter == 'C' || letter == 'D' || letter == 'M';
		fifty = fifty || letter == 'L';
	}
	return token->n_chars < MIN_SURE_LETTERS && (hundreds || (fifty && token->n_chars < 3));
}

/* Before a noun that is counted so (XL тарау, but XL өлшемі), or in a range. */
static gboolean
is_beside_roman_noun(const OqSentence *sentence, guint at)
{
	guint behind = at + 1;
	gboolean range = ends_range(sentence, at);
	if (oq_token_is_dash(oq_sentence_token(sentence, behind))) {
		behind++;
		range = range || oq_roman_value(sentence, oq_sentence_token(sentence, behind)) > 0;
	}
	const OqToken *next = oq_sentence_token(sentence, behind);
	if (range ||
		(oq_sentence_context(sentence, next) & (OQ_CONTEXT_ORDINAL | OQ_CONTEXT_ROMAN)))
		return TRUE;
	return is_year_word(sentence, next);
}

/* A single letter is a number only where it counts something. */
static gboolean
is_number(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at];
	if (is_form(token))
		return TRUE;
	if (token->n_chars == 1)
		return is_counted(sentence, at);
	return !may_be_word(sentence, token) || is_beside_roman_noun(sentence, at);
}

static void
say_cardinal(OqRuleContext *context, guint value)
{
	char digits[16];
	g_snprintf(digits, sizeof digits, "%u", value);
	oq_numerals_cardinal(context->sentence->lexicon, oq_slice(digits), context->words);
}

/* The VIII of a law's number, № 72-VIII */
static gboolean
is_behind_number(const OqSentence *sentence, guint at)
{
	return at > 1 && !sentence->tokens[at].gap && !sentence->tokens[at - 1].gap &&
	       oq_token_is_dash(&sentence->tokens[at - 1]) &&
	       oq_token_is_number(&sentence->tokens[at - 2]);
}

static guint
say_ordinal(OqRuleContext *context, guint at, guint value)
{
	const OqSentence *sentence = context->sentence;
	say_cardinal(context, value);
	guint n_suffix = oq_rule_suffix_of_kind(context, at + 1, OQ_SUFFIX_ORDINAL);
	if (n_suffix > 0)
		return 1 + n_suffix;
	if (is_behind_number(sentence, at))
		return 1;
	if (!is_number(sentence, at))
		return 0;
	oq_numerals_make_ordinal(sentence->lexicon, context->words);
	guint n_taken = 1 + oq_rule_suffix(context, at + 1);
	return n_taken == 1 && is_hyphen_noun(sentence, at + 1) ? 2 : n_taken;
}

/* І. Жансүгіров: the ending is that of a surname, with or without a case. */
static gboolean
is_surname(const OqSentence *sentence, const OqToken *token)
{
	OqSuffixes suffixes;
	OqSlice word = oq_sentence_lower(sentence, token);
	g_autoptr(GString) lower = g_string_new_len(word.data, word.length);
	for (const char *end = lower->str + lower->len; end > lower->str;
		end = g_utf8_prev_char(end)) {
		if (*end != '\0' &&
			!oq_suffixes_parse_case(sentence->lexicon, oq_slice(end), &suffixes))
			continue;
		for (const char *p = end; p > lower->str;) {
			p = g_utf8_prev_char(p);
			g_autofree char *key = g_strdup_printf("-%.*s", (int)(end - p), p);
			if (oq_lexicon_context(sentence->lexicon, oq_slice(key), FALSE) &
				OQ_CONTEXT_SURNAME)
				return p > lower->str;
		}
	}
	return FALSE;
}

/* I. Жалпы ережелер, I) кіріспе: at the head of a list. */
guint
oq_roman_item(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at], *sign = oq_sentence_token(sentence, at + 1),
		      *text = oq_sentence_token(sentence, at + 2);
	if (at > 0 || sign == NULL || sign->gap || text == NULL || !text->gap)
		return 0;
	gboolean bracket = oq_token_is_sign(sign, ')');
	guint value = bracket || oq_token_is_sign(sign, '.') ? oq_roman_value(sentence, token) : 0;
	if (value == 0 || (token->n_chars > 1 && !bracket))
		return 0;
	if (!bracket && (!is_name(text) || text->n_chars < 2 || is_surname(sentence, text)))
		return 0;
	say_cardinal(context, value);
	oq_numerals_make_ordinal(sentence->lexicon, context->words);
	return bracket ? 2 : 1;
}

/* V of V пішінді, where it cannot be a number. */
guint
oq_roman_letter(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at], *dash = oq_sentence_token(sentence, at + 1);
	if (token->n_chars != 1 || token->sign >= 0x80 || oq_roman_value(sentence, token) == 0 ||
		!(is_letter(sentence, at) || (oq_token_is_dash(dash) && !dash->gap)))
		return 0;
	oq_rule_append(
		context, oq_letters_name(oq_lexicon_letters(sentence->lexicon), token->sign));
	return 1 + oq_rule_suffix(context, at + 1);
}

/* ⅣⅣ is no numeral: one after the other. */
static guint
say_forms(OqRuleContext *context, const OqToken *token)
{
	OqSlice forms = oq_sentence_text(context->sentence, token);
	for (const char *p = forms.data; p < forms.data + forms.length; p = g_utf8_next_char(p))
		say_cardinal(context, oq_roman_value_of_form(g_utf8_get_char(p)));
	return 1;
}

guint
oq_roman_ordinal(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	guint value = oq_roman_value(sentence, token);
	if (value == 0)
		return is_form(token) ? say_forms(context, token) : 0;
	return say_ordinal(context, at, value);
}

guint
oq_roman_small(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint value = oq_roman_value_small(sentence, &sentence->tokens[at]);
	return value > 0 ? say_ordinal(context, at, value) : 0;
}
