/* lists.c - see the header. */
#include "text/rules/numbers/lists.h"

#include "text/words/loose.h"
#include "text/words/nouns.h"

#define MAX_NUMBERS 12
#define MAX_CLASS   12
#define MAX_DAY     31
#define MIN_YEAR    1000
#define MAX_YEAR    2100

/** Numbers with commas, conjunctions or dashes between them. */
typedef struct {
	guint first, last; /* tokens */
	guint n;
	guint greatest, least;
	gboolean conjunction;
	gboolean dash;
	gboolean apart; /* by a comma and a gap */
	gboolean steps; /* each is one more than the one before */
	gboolean falls; /* … not more */
} List;

static gboolean
is_number(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_number(token) && token->n_chars <= 4 &&
	       sentence->text[token->start] != '0';
}

static gboolean
is_conjunction(const OqSentence *sentence, guint at)
{
	return (oq_sentence_context(sentence, oq_sentence_token(sentence, at)) &
		       OQ_CONTEXT_CONJUNCTION) != 0;
}

static gboolean
is_comma(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_sign(token, ',') && !token->gap;
}

/* The tokens of a joint at @at before a number; 0: there is none. */
static guint
joint_at(const OqSentence *sentence, guint at)
{
	guint n = is_comma(sentence, at) ? 1 : 0;
	n += is_conjunction(sentence, at + n) ? 1 : 0;
	if (n > 0 && oq_token_has(oq_sentence_token(sentence, at + n), OQ_ROLE_NUMERO))
		n++; /* №3, №4 мектептер */
	if (n == 0 && oq_token_is_dash(oq_sentence_token(sentence, at)))
		n = 1;
	return n > 0 && is_number(sentence, at + n) ? n : 0;
}

/* The number before the one at @at in a list, or @at. */
static guint
number_before(const OqSentence *sentence, guint at)
{
	for (guint n = 1; n <= 3 && at > n; n++)
		if (is_number(sentence, at - n - 1) && joint_at(sentence, at - n) == n)
			return at - n - 1;
	return at;
}

static void
add_number(const OqSentence *sentence, List *list, guint at)
{
	guint value = oq_sentence_value(sentence, &sentence->tokens[at]);
	guint before = oq_sentence_value(sentence, &sentence->tokens[list->last]);
	list->steps = list->n == 0 || (list->steps && value == before + 1);
	list->falls = list->falls || (list->n > 0 && value <= before);
	list->last = at;
	list->n++;
	list->greatest = MAX(list->greatest, value);
	list->least = MIN(list->least, value);
}

static void
add_joint(const OqSentence *sentence, List *list, guint at, guint n)
{
	gboolean conjunction = is_conjunction(sentence, at + n - 1);
	list->conjunction |= conjunction;
	list->dash |= oq_token_is_dash(&sentence->tokens[at]);
	list->apart |= !conjunction && is_comma(sentence, at) && sentence->tokens[at + n].gap;
}

static List
read_list(const OqSentence *sentence, guint at)
{
	List list = {.first = at, .last = at, .least = G_MAXUINT};
	for (guint i = 1; i < MAX_NUMBERS; i++)
		list.first = number_before(sentence, list.first);
	list.last = list.first;
	add_number(sentence, &list, list.first);
	for (guint n; list.n < 2 * MAX_NUMBERS && (n = joint_at(sentence, list.last + 1)) > 0;) {
		add_joint(sentence, &list, list.last + 1, n);
		add_number(sentence, &list, list.last + 1 + n);
	}
	return list;
}

/* Ту-154 */
static gboolean
is_behind_name(const OqSentence *sentence, guint at)
{
	return at > 1 && !sentence->tokens[at].gap && oq_token_is_dash(&sentence->tokens[at - 1]) &&
	       !sentence->tokens[at - 1].gap && oq_token_is_word(&sentence->tokens[at - 2]);
}

static gboolean
is_behind_numero(const OqSentence *sentence, const List *list)
{
	return list->first > 0 && oq_token_has(&sentence->tokens[list->first - 1], OQ_ROLE_NUMERO);
}

/* …3-тармақтар; 1,5-модель is a decimal */
static gboolean
has_joined_noun(const OqSentence *sentence, const List *list)
{
	OqSuffixes suffixes;
	guint hyphen = list->last + 1;
	const OqSuffix *ending = oq_sentence_find_suffix(sentence, hyphen, &suffixes);
	if (ending != NULL)
		return list->conjunction && ending->kind == OQ_SUFFIX_ORDINAL;
	const OqToken *noun = oq_sentence_token(sentence, hyphen + 1);
	OqContext kind = oq_sentence_context(sentence, noun);
	if (!oq_nouns_is_joined(sentence, hyphen) || noun->n_chars < 2 ||
		(kind & OQ_CONTEXT_PARTICLE) || oq_nouns_is_quantity(sentence, hyphen + 1))
		return FALSE;
	/* 5-1-бап is an article of its own */
	if (list->dash && list->falls)
		return FALSE;
	if (list->conjunction || oq_nouns_is_plural(sentence, noun) || (list->apart && list->steps))
		return TRUE;
	gboolean sure = (kind & (OQ_CONTEXT_CLASS | OQ_CONTEXT_ROMAN | OQ_CONTEXT_ORDINAL)) != 0;
	return !list->apart && (list->dash || list->n > 2 || list->steps || sure);
}

/* Whether a word ends in the possessive of a vowel, with other endings behind it: оқушысы, but
 * also оқушылары, and neither басы nor салды. */
static gboolean
is_possessed(const OqSentence *sentence, const OqToken *token)
{
	guint n_all;
	OqSuffixes ending;
	if (!oq_token_is_word(token))
		return FALSE;
	OqSlice word = oq_sentence_lower(sentence, token);
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	for (gsize length = g_utf8_skip[(guchar)word.data[0]]; length < word.length;
		length += g_utf8_skip[(guchar)word.data[length]]) {
		OqSlice rest = oq_slice_skip(word, length);
		if (!oq_suffixes_parse_case(sentence->lexicon, rest, &ending))
			continue;
		const OqSuffix *first = &all[ending.suffix[0]];
		gboolean plural = g_str_equal(first->name, "plural") && ending.n > 1 &&
				  all[ending.suffix[1]].kind == OQ_SUFFIX_POSSESSIVE;
		gboolean vowel = first->kind == OQ_SUFFIX_POSSESSIVE &&
				 !oq_letters_is_vowel(oq_lexicon_letters(sentence->lexicon),
					 g_utf8_get_char(rest.data));
		if (plural || vowel)
			return TRUE;
	}
	return FALSE;
}

/* 5 сыныпта оқиды is where, 5 сынып оқушысы whose; 5 сынып may be how many. */
static gboolean
is_one_class(const OqSentence *sentence, guint at)
{
	const OqToken *noun = &sentence->tokens[at];
	static const char *const which[] = {"locative", "attributive", "dative", "genitive"};
	guint n_all;
	OqSuffixes ending;
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	if (!oq_sentence_find_ending(sentence, noun, OQ_CONTEXT_CLASS, &ending))
		return is_possessed(sentence, oq_sentence_token(sentence, at + 1));
	if (ending.n > 1)
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(which); i++)
		if (g_str_equal(all[ending.suffix[0]].name, which[i]))
			return !oq_nouns_is_plural(sentence, noun);
	return FALSE;
}

/* 1995, 1996 ж. */
static gboolean
is_year_abbreviation(const OqSentence *sentence, const OqToken *token)
{
	return token->n_chars <= 2 && oq_lexicon_year_abbreviation(sentence->lexicon,
					      oq_sentence_lower(sentence, token)) != NULL;
}

/* …3 сыныптар, … 13 қазанда, … 2016 жылдары */
static gboolean
has_noun_apart(const OqSentence *sentence, const List *list)
{
	const OqToken *noun = oq_sentence_token(sentence, list->last + 1);
	OqContext kind = oq_sentence_context(sentence, noun);
	if (!oq_token_is_word(noun))
		return FALSE;
	if (kind & OQ_CONTEXT_CLASS)
		return list->greatest <= MAX_CLASS &&
		       (list->n > 1 || is_one_class(sentence, list->last + 1));
	if (list->n == 1)
		return FALSE;
	gboolean several = list->conjunction || oq_nouns_is_plural(sentence, noun);
	if (is_behind_numero(sentence, list))
		return noun->gap && !noun->capital &&
		       oq_lexicon_unit(sentence->lexicon, oq_sentence_text(sentence, noun)) == NULL;
	if (kind & OQ_CONTEXT_YEAR)
		return several;
	if ((kind & OQ_CONTEXT_YEAR_OR_SPAN) || is_year_abbreviation(sentence, noun))
		return (several || noun->n_chars <= 2) && list->least >= MIN_YEAR &&
		       list->greatest <= MAX_YEAR;
	if (oq_nouns_is_month(sentence, noun))
		return list->greatest <= MAX_DAY &&
		       (list->conjunction || !list->apart || list->steps);
	return (kind & OQ_CONTEXT_ROMAN) && (several || (list->steps && !list->dash));
}

gboolean
oq_lists_are_ordinal(const OqSentence *sentence, guint at)
{
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	if (figure == NULL || !is_number(sentence, at) ||
		(figure->n_tokens > 1 && figure->fraction.length == 0))
		return FALSE;
	List list = read_list(sentence, at);
	if (is_behind_name(sentence, list.first))
		return FALSE;
	return (list.n > 1 && has_joined_noun(sentence, &list)) || has_noun_apart(sentence, &list);
}

guint
oq_lists_shared(OqRuleContext *context, guint at)
{
	if (!oq_lists_are_ordinal(context->sentence, at) ||
		oq_nouns_is_joined(context->sentence, at + 1))
		return 0;
	oq_rule_say_ordinal(context, &context->sentence->tokens[at]);
	return 1;
}

static gboolean
is_letter(const OqToken *token)
{
	return oq_token_is_word(token) && token->n_chars == 1;
}

/* Behind the letter at @at, in quotation marks or behind a hyphen as it may be; @at: there is none.
 */
static guint
skip_letter(const OqSentence *sentence, guint at)
{
	const OqToken *hyphen = oq_sentence_token(sentence, at);
	guint letter = at + (oq_token_is_dash(hyphen) && !hyphen->gap ? 1 : 0);
	if (is_letter(oq_sentence_token(sentence, letter)))
		return letter + 1;
	gboolean quoted = oq_token_has(oq_sentence_token(sentence, letter), OQ_ROLE_OPENER) &&
			  is_letter(oq_sentence_token(sentence, letter + 1)) &&
			  oq_token_has(oq_sentence_token(sentence, letter + 2), OQ_ROLE_CLOSER);
	return quoted ? letter + 3 : at;
}

/* … мен 5Б, behind another class of the same noun; @at: there is none */
static guint
skip_listed(const OqSentence *sentence, guint at)
{
	guint n = joint_at(sentence, at);
	guint letter = at + n + 1, end = n > 0 ? skip_letter(sentence, letter) : at;
	return n > 0 && end > letter ? end : at;
}

/* 9Ә, where no class is named: a vowel that is no unit */
static gboolean
is_bare_class(const OqSentence *sentence, guint letter)
{
	const OqToken *token = &sentence->tokens[letter];
	const OqToken *next = oq_sentence_token(sentence, letter + 1);
	OqSlice text = oq_sentence_text(sentence, token);
	return is_letter(token) && !token->gap && token->capital &&
	       (next == NULL || next->gap || oq_token_has(next, OQ_ROLE_PUNCTUATION)) &&
	       oq_letters_is_vowel(oq_lexicon_letters(sentence->lexicon), token->sign) &&
	       oq_lexicon_twin(sentence->lexicon, token->sign) == 0 &&
	       oq_lexicon_unit(sentence->lexicon, text) == NULL;
}

/* The first class of 7 «А» мен 8 «Б» ойнады stands before the number at @at. */
static gboolean
is_behind_class(const OqSentence *sentence, guint at)
{
	return at > 3 && (is_conjunction(sentence, at - 1) || is_comma(sentence, at - 1)) &&
	       oq_token_has(&sentence->tokens[at - 2], OQ_ROLE_CLOSER) &&
	       is_letter(&sentence->tokens[at - 3]) && sentence->tokens[at - 3].capital;
}

/* 9 «Б» мен 9 «В», where no class is named; but 10 «А» үй */
static gboolean
is_quoted_class(const OqSentence *sentence, guint letter, guint behind)
{
	const OqToken *token = oq_sentence_token(sentence, letter + 1);
	const OqToken *next = oq_sentence_token(sentence, behind);
	return behind == letter + 3 && is_letter(token) && token->capital &&
	       oq_letters_is_cyrillic(token->sign) &&
	       (next == NULL || oq_token_has(next, OQ_ROLE_PUNCTUATION) ||
		       is_conjunction(sentence, behind) || oq_sentence_is_verb(sentence, next) ||
		       is_behind_class(sentence, letter - 1));
}

guint
oq_lists_class(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint letter = at + 1, noun = skip_letter(sentence, letter);
	guint value = oq_sentence_value(sentence, &sentence->tokens[at]);
	if (noun == letter || value < 1 || value > MAX_CLASS)
		return 0;
	guint behind = noun;
	for (guint i = 1; i < MAX_NUMBERS; i++)
		behind = skip_listed(sentence, behind);
	behind += oq_token_is_dash(oq_sentence_token(sentence, behind)) ? 1 : 0; /* 9Б-сынып */
	gboolean named = (oq_sentence_context(sentence, oq_sentence_token(sentence, behind)) &
				 OQ_CONTEXT_CLASS) != 0;
	if (!named && !is_bare_class(sentence, letter) && !is_quoted_class(sentence, letter, noun))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	if (oq_token_is_dash(&sentence->tokens[letter]))
		return 2;
	/* 5б is no page, 5г no weight */
	const OqLetters *letters = oq_lexicon_letters(sentence->lexicon);
	gunichar c = sentence->tokens[letter].sign;
	if (noun > letter + 1 || oq_letters_is_vowel(letters, c))
		return 1;
	const char *name = oq_letters_name(letters, c);
	if (name == NULL)
		return 1;
	oq_rule_append(context, name);
	return 2;
}

/* №№ 5, 6 және 7 үйлер: their being ordinal says it. */
guint
oq_lists_signs(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = &sentence->tokens[at], *again = oq_sentence_token(sentence, at + 1);
	if (!oq_token_is_sign(again, sign->sign) || again->gap ||
		!oq_token_is_number(oq_sentence_token(sentence, at + 2)))
		return 0;
	if (oq_token_has(sign, OQ_ROLE_NUMERO)) {
		if (!oq_lists_are_ordinal(sentence, at + 2))
			oq_rule_say(context, OQ_WORD_NUMBERS);
		return 2;
	}
	const char *name = oq_lexicon_sign(sentence->lexicon, sign->sign, OQ_PUNCTUATION_NONE);
	if (sign->sign != 0xA7 /* § */ || name == NULL)
		return 0;
	oq_rule_append(context, name);
	oq_rule_attach(context, OQ_NAMED_PLURAL);
	return 2;
}
