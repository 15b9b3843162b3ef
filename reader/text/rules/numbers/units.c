/* units.c - see the header. */
#include "text/rules/numbers/units.h"

#include "text/rules/numbers/measures.h"
#include "text/rules/numbers/ratios.h"

#include <string.h>

#define FIRST_PICTURE 0x2600 /* of the signs that are drawn */

/* 99s, 24h, but neither 5s nor iPhone 11s */
static gboolean
is_stuck_letter(const OqSentence *sentence, guint at)
{
	const OqToken *letter = &sentence->tokens[at], *number = at > 0 ? letter - 1 : NULL;
	const OqToken *name = at > 1 ? letter - 2 : NULL;
	if (letter->n_chars != 1 || letter->sign >= 0x80 || letter->capital || letter->gap ||
		!oq_token_is_number(number) || number->n_chars < 2 || number->n_chars > 3 ||
		(oq_token_is_word(name) && oq_letters_is_latin(name->sign)))
		return FALSE;
	const OqUnit *unit =
		oq_lexicon_measure(sentence->lexicon, oq_sentence_text(sentence, letter), FALSE);
	return unit != NULL && unit->kind == OQ_UNIT_LETTER;
}

/* 9 В сыныбы, and 16А үй, but 2,5А: a letter and no unit. */
static gboolean
is_mere_letter(const OqSentence *sentence, guint at)
{
	const OqToken *letter = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	if (letter->n_chars > 1)
		return FALSE;
	/* С2Н5 */
	if (letter->capital && !letter->gap && at > 1 && !sentence->tokens[at - 1].gap &&
		oq_token_is_word(&sentence->tokens[at - 2]))
		return TRUE;
	const OqUnit *unit =
		oq_lexicon_measure(sentence->lexicon, oq_sentence_text(sentence, letter), FALSE);
	gboolean decimal = at > 2 && oq_token_has(&sentence->tokens[at - 2], OQ_ROLE_DECIMAL);
	gboolean rate = oq_token_is_sign(next, '/') && !next->gap;
	if (unit != NULL && unit->kind == OQ_UNIT_LETTER && !letter->gap && !decimal && !rate)
		return !is_stuck_letter(sentence, at);
	return letter->capital && (oq_sentence_context(sentence, next) &
					  (OQ_CONTEXT_CLASS | OQ_CONTEXT_OWN_LETTER)) != 0;
}

/* адам, минут: said as it is written */
static gboolean
is_written_out(const OqRuleContext *context, guint at, guint n_taken)
{
	const OqSentence *sentence = context->sentence;
	return n_taken == 1 && oq_slice_equals(oq_sentence_text(sentence, &sentence->tokens[at]),
				       context->words->str);
}

/* кмге, тгден: where the symbol ends; 0: the word is no such. */
static gsize
find_stem(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *token = &sentence->tokens[at];
	OqSlice word = oq_sentence_text(sentence, token);
	if (token->n_chars < 4 || token->any_capital ||
		oq_lexicon_unit(sentence->lexicon, word) != NULL)
		return 0;
	for (gsize length = 4; length < word.length; length += 2) {
		OqSlice stem = {word.data, length}, rest = oq_slice_skip(word, length);
		if (oq_letters_has_vowel(oq_lexicon_letters(sentence->lexicon), stem))
			return 0;
		if ((oq_lexicon_unit(sentence->lexicon, stem) != NULL ||
			    oq_lexicon_currency(sentence->lexicon, stem) != NULL) &&
			oq_suffixes_parse(sentence->lexicon, rest, suffixes))
			return length;
	}
	return 0;
}

static guint
say_with_ending(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes suffixes;
	if (!oq_letters_is_cyrillic(sentence->tokens[at].sign))
		return 0;
	gsize length = find_stem(sentence, at, &suffixes);
	if (length == 0)
		return 0;
	OqSlice stem = {oq_sentence_text(sentence, &sentence->tokens[at]).data, length};
	const char *unit = oq_lexicon_unit(sentence->lexicon, stem);
	oq_rule_append(context, unit != NULL ? unit : oq_lexicon_currency(sentence->lexicon, stem));
	oq_suffixes_attach(sentence->lexicon, &suffixes, context->words);
	return 1;
}

/* A cheap look: most short words stand behind a word and are no row. */
static gboolean
may_be_unit(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at];
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (before == NULL || !oq_token_is_word(before))
		return before != NULL && !oq_token_is_sign(before, ',');
	return token->any_capital || oq_sentence_is_point(sentence, at + 1) ||
	       oq_lexicon_measure(sentence->lexicon, oq_sentence_text(sentence, token), FALSE) !=
		       NULL;
}

guint
oq_units_unit(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const char *per;
	if (!may_be_unit(sentence, at) || !oq_measures_is_behind_number(sentence, at) ||
		is_mere_letter(sentence, at))
		return 0;
	guint n_taken = oq_measures_say(context, at, &per);
	if (n_taken == 0)
		return say_with_ending(context, at);
	gboolean written_out = is_written_out(context, at, n_taken);
	gboolean line = oq_measures_is_behind_figure(sentence, at) &&
			oq_ratios_skip_per(context, at + n_taken) > 0;
	if (!line && !written_out)
		n_taken += oq_sentence_skip_point(sentence, at + n_taken);
	guint n_end = line ? oq_ratios_say_end(context, at + n_taken)
			   : oq_rule_suffix_of_phrase(context, at + n_taken);
	if (!line && !written_out && n_end == 0)
		n_end = oq_rule_particle(context, at + n_taken); /* 5 кг те */
	return written_out && n_end == 0 ? 0 : n_taken + n_end;
}

guint
oq_units_stuck(OqRuleContext *context, guint at)
{
	return is_stuck_letter(context->sentence, at) ? oq_units_unit(context, at) : 0;
}

guint
oq_units_clear(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	gboolean point = oq_sentence_is_point(sentence, at + 1);
	const OqToken *token = &sentence->tokens[at];
	if (!point && (!token->any_capital || token->n_chars < 2))
		return 0;
	guint n_taken = oq_units_unit(context, at);
	return n_taken > 2 || !point ? n_taken : 0;
}

/* т, but not с, which may stand for ©, nor a capital. */
static gboolean
is_clear_letter(const OqToken *token)
{
	return !token->capital && oq_letters_is_cyrillic(token->sign) &&
	       oq_roles_roman(g_unichar_toupper(token->sign)) != 'C';
}

/* What the unit tells of stands before the bracket or the comma. */
static gboolean
begins_head(const OqSentence *sentence, guint at, gboolean *bracket)
{
	const OqToken *before = at > 1 ? &sentence->tokens[at - 1] : NULL;
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	*bracket = oq_token_is_sign(before, '(') || oq_token_is_sign(before, '[');
	if (!*bracket && (!oq_token_is_sign(before, ',') || oq_token_is_word(next)))
		return FALSE;
	const OqToken *noun = &sentence->tokens[at - 2];
	return oq_token_is_word(noun) && noun->n_chars > 2;
}

static gboolean
ends_head(const OqSentence *sentence, guint at, guint end, gboolean bracket, gboolean line)
{
	const OqToken *next = oq_sentence_token(sentence, end), *unit = &sentence->tokens[at];
	gboolean clear = unit->n_chars > 1 || is_clear_letter(unit);
	if (bracket)
		return clear && (oq_token_is_sign(next, ')') || oq_token_is_sign(next, ']'));
	if (oq_token_is_sign(next, ':'))
		return clear;
	return (unit->n_chars > 1 || line) && (next == NULL || oq_token_is_sign(next, ';'));
}

/* мг/л, м³/сағ: a cheap look at what most words have not */
static gboolean
may_begin_rate(const OqSentence *sentence, guint at)
{
	const OqToken *sign = oq_sentence_token(sentence, at + 1);
	return sign != NULL && !sign->gap && sign->kind == OQ_TOKEN_SIGN &&
	       (sign->sign == '.' || !oq_token_has(sign, OQ_ROLE_PUNCTUATION));
}

/* м², кв.м: nothing else is written so */
static gboolean
is_clear_power(const OqSentence *sentence, guint at, guint n_taken)
{
	const OqToken *sign = oq_sentence_token(sentence, at + 1);
	const OqUnit *first = oq_lexicon_measure(
		sentence->lexicon, oq_sentence_text(sentence, &sentence->tokens[at]), FALSE);
	gboolean raised = oq_token_is_sign(sign, 0xB2) || oq_token_is_sign(sign, 0xB3); /* ²³ */
	gboolean power =
		first != NULL && (first->kind == OQ_UNIT_SQUARE || first->kind == OQ_UNIT_CUBE);
	return n_taken > 1 && (power || (raised && first != NULL && first->kind == OQ_UNIT_LENGTH));
}

/* мг/л, but neither м/с, which may be a school, nor ай/жыл */
static gboolean
is_clear_rate(const OqSentence *sentence, guint at, guint line, const char *unit)
{
	const OqToken *first = &sentence->tokens[at], *below = &sentence->tokens[line + 1];
	return first->n_chars + below->n_chars > 2 && !below->gap &&
	       !oq_slice_equals(oq_sentence_text(sentence, first), unit);
}

guint
oq_units_head(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	gboolean bracket;
	const char *per;
	gboolean head = begins_head(sentence, at, &bracket);
	if (!head && !may_begin_rate(sentence, at))
		return 0;
	guint n_unit = oq_measures_say(context, at, &per);
	const OqMoney *money = n_unit == 0 ? oq_measures_money(sentence, at, &n_unit) : NULL;
	gboolean word = money != NULL && money->kind == OQ_MONEY_WORD; /* TOP */
	if (n_unit == 0 || word || (context->words->len == 0 && money == NULL))
		return 0;
	g_autofree char *unit = g_strdup(money != NULL ? money->spoken : context->words->str);
	g_string_truncate(context->words, 0);
	guint n_taken = n_unit + oq_ratios_say_per(context, at + n_unit);
	oq_rule_append(context, unit);
	guint point = oq_sentence_is_point(sentence, at + n_taken) && bracket ? 1 : 0;
	if (is_written_out(context, at, n_taken))
		return 0;
	if (head && ends_head(sentence, at, at + n_taken + point, bracket, n_taken > n_unit))
		return n_taken + point;
	return (n_taken > n_unit && is_clear_rate(sentence, at, at + n_unit, unit)) ||
			       is_clear_power(sentence, at, n_unit)
		       ? n_taken + oq_rule_suffix(context, at + n_taken)
		       : 0;
}

/* Behind the same sign once more, and what only changes its look; @at itself: it is another. */
static guint
behind_star(const OqSentence *sentence, guint at, gunichar sign)
{
	const OqToken *next = oq_sentence_token(sentence, at);
	gboolean goes_on = next != NULL && !next->gap && next->kind == OQ_TOKEN_SIGN &&
			   (next->sign == sign || g_unichar_ismark(next->sign));
	return goes_on ? at + 1 : at;
}

guint
oq_units_stars(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *star = &sentence->tokens[at];
	if (context->punctuation > OQ_PUNCTUATION_NONE || star->sign < FIRST_PICTURE || at == 0 ||
		!oq_token_is_number(&sentence->tokens[at - 1]))
		return 0;
	const char *unit = oq_lexicon_unit(sentence->lexicon, oq_sentence_text(sentence, star));
	if (unit == NULL)
		return 0;
	guint end = at + 1;
	for (guint next; (next = behind_star(sentence, end, star->sign)) > end;)
		end = next;
	oq_rule_append(context, unit);
	return end - at + oq_rule_suffix(context, end);
}
