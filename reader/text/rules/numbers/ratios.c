/* ratios.c - see the header. */
#include "text/rules/numbers/ratios.h"

#include "text/rules/numbers/degrees.h"
#include "text/rules/numbers/figures.h"
#include "text/rules/numbers/formulas.h"
#include "text/rules/numbers/measures.h"
#include "text/words/roman_value.h"

/* мг/кг/тәул has two lines. */
#define MAX_LINES 3

/* Tokens above a line: кв. м·сағ. */
#define MAX_NUMERATOR 8

#define FAHRENHEIT 0x2109

/* сағқа is no shorter */
#define MIN_INFLECTED_CHARS 4

static gboolean
is_line(const OqToken *token)
{
	return oq_token_has(token, OQ_ROLE_SLASH);
}

/* сағатына, секундына, килограмына */
static void
attach_dative_of_its(OqRuleContext *context)
{
	oq_rule_attach(context, OQ_NAMED_POSSESSIVE);
	OqSuffixes dative = oq_suffixes_named(context->sentence->lexicon, OQ_NAMED_DATIVE);
	oq_suffixes_attach_behind_possessive(context->sentence->lexicon, &dative, context->words);
}

/* км/сағаттан: the ending belongs to what stands above the line. */
static const char *
find_inflected(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token) || token->n_chars < MIN_INFLECTED_CHARS)
		return NULL;
	OqSlice word = oq_sentence_lower(sentence, token);
	if (oq_lexicon_unit(sentence->lexicon, word) != NULL)
		return NULL;
	for (gsize length = g_utf8_skip[(guchar)word.data[0]]; length < word.length;
		length += g_utf8_skip[(guchar)word.data[length]]) {
		const OqUnit *unit =
			oq_lexicon_measure(sentence->lexicon, (OqSlice){word.data, length}, FALSE);
		if (unit != NULL && unit->kind == OQ_UNIT_PLAIN &&
			oq_suffixes_parse_case(
				sentence->lexicon, oq_slice_skip(word, length), suffixes))
			return unit->spoken;
	}
	return NULL;
}

static guint
say_unit(OqRuleContext *context, guint at)
{
	const char *per;
	gboolean fahrenheit;
	OqSuffixes suffixes;
	guint n_taken = oq_measures_say(context, at, &per);
	if (n_taken > 0)
		return n_taken;
	const OqMoney *money = oq_measures_money(context->sentence, at, &n_taken);
	const char *spoken =
		money != NULL ? money->spoken : find_inflected(context->sentence, at, &suffixes);
	if (spoken != NULL) {
		oq_rule_append(context, spoken);
		return n_taken;
	}
	n_taken = oq_degrees_read(context->sentence, at, &fahrenheit);
	if (n_taken > 0)
		oq_rule_say(context, OQ_WORD_DEGREE);
	return n_taken;
}

/* 1, 10, 100 */
static gboolean
is_power_of_ten(OqSlice digits)
{
	gboolean power = digits.data[0] == '1';
	for (gsize i = 1; i < digits.length; i++)
		power = power && digits.data[i] == '0';
	return power;
}

static gboolean
is_length(const OqSentence *sentence, const OqToken *token)
{
	const OqUnit *unit =
		oq_lexicon_measure(sentence->lexicon, oq_sentence_text(sentence, token), TRUE);
	return unit != NULL && unit->kind == OQ_UNIT_LENGTH;
}

/* л/100 км: жүз километрге, г/5 мл, but not 72 кг/170 см */
static guint
say_numbered(OqRuleContext *context, guint at)
{
	const OqToken *number = oq_sentence_token(context->sentence, at);
	const OqFigure *figure = oq_sentence_figure(context->sentence, at);
	gsize length = context->words->len;
	if (figure == NULL || number->gap || figure->fraction.length > 0)
		return 0;
	oq_numerals_cardinal(context->sentence->lexicon, figure->whole, context->words);
	guint n_unit = say_unit(context, at + figure->n_tokens);
	const OqToken *unit = oq_sentence_token(context->sentence, at + figure->n_tokens);
	if (n_unit == 0 ||
		(!is_power_of_ten(figure->whole) && is_length(context->sentence, unit))) {
		g_string_truncate(context->words, length);
		return 0;
	}
	oq_rule_attach(context, OQ_NAMED_DATIVE);
	return figure->n_tokens + n_unit;
}

/* Вт/(м²·К) */
static guint
say_bracketed(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	gsize length = context->words->len;
	if (!oq_token_is_sign(oq_sentence_token(sentence, at), '('))
		return 0;
	guint n_unit = say_unit(context, at + 1);
	if (n_unit > 0 && oq_token_is_sign(oq_sentence_token(sentence, at + 1 + n_unit), ')'))
		return n_unit + 2;
	g_string_truncate(context->words, length);
	return 0;
}

static guint
say_denominator(OqRuleContext *context, guint at)
{
	guint n_taken = say_numbered(context, at);
	if (n_taken > 0)
		return n_taken;
	n_taken = say_bracketed(context, at);
	if (n_taken == 0)
		n_taken = say_unit(context, at);
	if (n_taken > 0)
		attach_dative_of_its(context);
	return n_taken;
}

/* тг./кг */
static guint
behind_point(const OqSentence *sentence, guint at)
{
	return oq_sentence_is_point(sentence, at) && is_line(oq_sentence_token(sentence, at + 1))
		       ? at + 1
		       : at;
}

/* The last line is said first: мг/кг/тәул is тәулігіне килограмына … миллиграмм. */
guint
oq_ratios_say_per(OqRuleContext *context, guint at)
{
	guint point = behind_point(context->sentence, at);
	guint lines[MAX_LINES + 1] = {point}, n_lines = 0;
	gsize length = context->words->len;
	while (n_lines < MAX_LINES &&
		is_line(oq_sentence_token(context->sentence, lines[n_lines]))) {
		guint n_taken = say_denominator(context, lines[n_lines] + 1);
		g_string_truncate(context->words, length);
		if (n_taken == 0)
			break;
		lines[n_lines + 1] = lines[n_lines] + 1 + n_taken;
		n_lines++;
	}
	for (guint i = n_lines; i-- > 0;)
		say_denominator(context, lines[i] + 1);
	return n_lines > 0 ? lines[n_lines] - at : 0;
}

guint
oq_ratios_skip_per(OqRuleContext *context, guint at)
{
	gsize length = context->words->len;
	guint n_taken = oq_ratios_say_per(context, at);
	g_string_truncate(context->words, length);
	return n_taken;
}

guint
oq_ratios_read_bare(OqRuleContext *context, guint at, gboolean power)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *line = oq_sentence_token(sentence, at);
	const OqToken *unit = oq_sentence_token(sentence, at + 1);
	if (!is_line(line) || line->gap || !oq_token_is_word(unit) || unit->gap || unit->capital ||
		(!power && unit->n_chars < 2) ||
		oq_lexicon_measure(sentence->lexicon, oq_sentence_text(sentence, unit), FALSE) ==
			NULL)
		return 0;
	return oq_ratios_skip_per(context, at);
}

static gboolean
is_possessed(const OqLexicon *lexicon, const OqSuffixes *suffixes)
{
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(lexicon, &n_all);
	return all[suffixes->suffix[0]].kind == OQ_SUFFIX_POSSESSIVE;
}

guint
oq_ratios_say_end(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint n_taken = oq_ratios_skip_per(context, at);
	OqSuffixes suffixes;
	if (n_taken > 0 && find_inflected(sentence, at + n_taken - 1, &suffixes) != NULL) {
		/* т/жылына: the ending is what the line says */
		if (!is_possessed(sentence->lexicon, &suffixes))
			oq_suffixes_attach(sentence->lexicon, &suffixes, context->words);
		return n_taken;
	}
	if (n_taken > 0)
		n_taken += oq_sentence_skip_point(sentence, at + n_taken);
	return n_taken + oq_rule_suffix_of_phrase(context, at + n_taken);
}

static gboolean
is_percent(const OqToken *token)
{
	return oq_token_is_sign(token, '%') || oq_token_is_sign(token, 0x2030 /* ‰ */);
}

/* Any noun stuck to the line: 72 соққы/мин. */
static gboolean
is_noun(const OqSentence *sentence, guint at)
{
	const OqToken *word = oq_sentence_token(sentence, at),
		      *line = oq_sentence_token(sentence, at + 1);
	return oq_token_is_word(word) && word->n_chars > 1 && !word->any_capital && is_line(line) &&
	       !line->gap && !oq_measures_is_scale(sentence, word) &&
	       oq_roman_value_small(sentence, word) == 0;
}

/* The length of what stands above the line. */
static guint
read_numerator(OqRuleContext *context, guint at, const char **per)
{
	const OqSentence *sentence = context->sentence;
	gsize length = context->words->len;
	guint n_taken = oq_measures_say(context, at, per);
	g_string_truncate(context->words, length);
	if (n_taken > 0)
		return n_taken;
	*per = NULL;
	if (oq_measures_money(sentence, at, &n_taken) != NULL)
		return n_taken;
	gboolean fahrenheit;
	n_taken = oq_degrees_read(sentence, at, &fahrenheit);
	if (n_taken > 0)
		return n_taken;
	return is_percent(oq_sentence_token(sentence, at)) || is_noun(sentence, at) ? 1 : 0;
}

/* A cheap look: most numbers have no line near, nor a unit in Latin letters, nor degrees. */
static gboolean
may_announce(const OqSentence *sentence, guint at)
{
	const OqToken *first = oq_sentence_token(sentence, at), *token;
	if (first != NULL && oq_letters_is_latin(first->sign) &&
		(oq_token_is_word(first) || first->sign > 0x7F))
		return TRUE;
	for (guint i = at;
		i < at + MAX_NUMERATOR && (token = oq_sentence_token(sentence, i)) != NULL; i++)
		if (is_line(token))
			return TRUE;
	return oq_token_is_sign(first, FAHRENHEIT);
}

gboolean
oq_ratios_announce(OqRuleContext *context, guint at)
{
	if (!may_announce(context->sentence, at))
		return FALSE;
	gsize length = context->words->len;
	gboolean fahrenheit = FALSE;
	const char *per = NULL;
	guint n_taken = read_numerator(context, at, &per);
	oq_degrees_read(context->sentence, at, &fahrenheit);
	if (n_taken == 0)
		return FALSE;
	oq_ratios_say_per(context, at + n_taken);
	if (fahrenheit)
		oq_rule_say(context, OQ_WORD_FAHRENHEIT);
	if (per != NULL) {
		oq_rule_append(context, per);
		attach_dative_of_its(context);
	}
	return context->words->len > length;
}

/* The minus or plus of a number. */
static gboolean
is_sign(const OqSentence *sentence, guint at)
{
	const OqToken *sign = &sentence->tokens[at], *number = oq_sentence_token(sentence, at + 1);
	gboolean behind_number = at > 0 && oq_token_is_number(&sentence->tokens[at - 1]);
	if (oq_token_is_sign(sign, '+'))
		return oq_token_is_number(number) && !number->gap && !behind_number;
	return oq_token_is_dash(sign) && !oq_token_is_sign(sign, OQ_SIGN_EM_DASH) &&
	       oq_figures_is_signed(sentence, at);
}

guint
oq_ratios_rate(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (oq_sentence_figure(sentence, at)->ends_range || (at > 0 && is_sign(sentence, at - 1)) ||
		!oq_ratios_announce(context, oq_measures_behind_figures(sentence, at)))
		return 0;
	return oq_figures_say(context, at);
}

/* The line of 9,5×10⁹/л, and of the range that begins at @at; 0: there is none. */
static guint
find_bare_ahead(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint behind = oq_sentence_behind_range(sentence, at);
	if (oq_ratios_read_bare(context, behind, FALSE) > 0)
		return behind;
	if (!oq_formulas_is_times(oq_sentence_token(sentence, behind)))
		return 0;
	guint end = oq_formulas_power_end(sentence, behind + 1);
	return end > behind + 1 && oq_ratios_read_bare(context, end, TRUE) > 0 ? end : 0;
}

guint
oq_ratios_bare(OqRuleContext *context, guint at)
{
	const OqFigure *figure = oq_sentence_figure(context->sentence, at);
	guint end = at + figure->n_tokens, n_line = oq_ratios_read_bare(context, end, FALSE);
	guint ahead = n_line > 0 ? end : find_bare_ahead(context, at);
	if (ahead == 0 || (n_line == 0 && figure->ends_range))
		return 0;
	if (!figure->ends_range)
		oq_ratios_say_per(context, ahead);
	oq_figures_say(context, at);
	return figure->n_tokens + n_line +
	       (n_line > 0 ? oq_rule_suffix_of_phrase(context, end + n_line) : 0);
}

guint
oq_ratios_signed(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!is_sign(sentence, at) ||
		!oq_ratios_announce(context, oq_measures_behind_figures(sentence, at + 1)))
		return 0;
	gboolean plus = oq_token_is_sign(&sentence->tokens[at], '+');
	oq_rule_say(context, plus ? OQ_WORD_PLUS : OQ_WORD_MINUS);
	return 1;
}

guint
oq_ratios_counted(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	if (!(is_percent(token) || is_noun(sentence, at)) ||
		!oq_measures_is_behind_figure(sentence, at))
		return 0;
	guint n_per = oq_ratios_skip_per(context, at + 1);
	const char *percent = oq_lexicon_sign(sentence->lexicon, token->sign, OQ_PUNCTUATION_NONE);
	if (n_per == 0)
		return 0;
	if (is_percent(token) && percent != NULL)
		oq_rule_append(context, percent);
	else
		oq_rule_append_slice(context, oq_sentence_text(sentence, token));
	return 1 + oq_ratios_say_end(context, at + 1);
}
