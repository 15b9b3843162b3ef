/* times.c - see the header. */
#include "text/rules/numbers/times.h"

#include "text/rules/numbers/figures.h"
#include "text/words/loose.h"
#include "text/words/numerals.h"

#define QUARTER          15 /* minutes */
#define MIN_SCALE_DIGITS 3

static gboolean
is_clock_time(const OqSentence *sentence, const OqToken *hours, const OqToken *minutes)
{
	return oq_token_is_number(hours) && oq_token_is_number(minutes) && hours->n_chars <= 2 &&
	       minutes->n_chars == 2 && oq_sentence_value(sentence, hours) <= 24 &&
	       oq_sentence_value(sentence, minutes) < 60;
}

/* 14.30 */
static gboolean
is_pointed_time(const OqSentence *sentence, guint at)
{
	const OqToken *minutes = oq_sentence_token(sentence, at + 2);
	return oq_sentence_is_point(sentence, at + 1) &&
	       is_clock_time(sentence, oq_sentence_token(sentence, at), minutes) && !minutes->gap;
}

static gboolean
is_beside_time_word(const OqSentence *sentence, guint at)
{
	OqSuffixes suffixes;
	for (guint i = 1; i <= 2 && i <= at; i++)
		if (oq_sentence_context(sentence, &sentence->tokens[at - i]) & OQ_CONTEXT_CLOCK)
			return TRUE;
	if (oq_sentence_context(sentence, oq_sentence_token(sentence, at + 3)) & OQ_CONTEXT_CLOCK)
		return TRUE;
	/* in, at, to, from: what a time takes; 3.14-ті is a number */
	static const char *const names[] = {"locative", "dative", "ablative", "attributive"};
	guint n_all, n_taken = oq_loose_find_suffix(sentence, at + 3, &suffixes);
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	for (guint i = 0; n_taken > 0 && suffixes.n == 1 && i < G_N_ELEMENTS(names); i++)
		if (g_str_equal(all[suffixes.suffix[0]].name, names[i]))
			return TRUE;
	return FALSE;
}

/* 9.00–18.00, but not of what is measured: 1.15–2.30 пайыз */
static gboolean
is_range_of_quarters(const OqSentence *sentence, guint at)
{
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	guint first = figure->ends_range && at >= 4 ? at - 4 : at;
	const OqToken *next = oq_sentence_token(sentence, first + 7);
	return (figure->begins_range || first < at) && is_pointed_time(sentence, first) &&
	       is_pointed_time(sentence, first + 4) &&
	       oq_sentence_value(sentence, &sentence->tokens[first + 2]) % QUARTER == 0 &&
	       oq_sentence_value(sentence, &sentence->tokens[first + 6]) % QUARTER == 0 &&
	       (next == NULL || oq_token_has(next, OQ_ROLE_PUNCTUATION) ||
		       oq_sentence_is_verb(sentence, next));
}

/* A point makes a time only where the words around it, or around its range, speak of one. */
static gboolean
speaks_of_time(const OqSentence *sentence, guint at)
{
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	gboolean second = figure->ends_range && at >= 4 && is_pointed_time(sentence, at - 4);
	gboolean first = figure->begins_range && is_pointed_time(sentence, at + 4);
	return is_beside_time_word(sentence, at) || is_range_of_quarters(sentence, at) ||
	       (second && is_beside_time_word(sentence, at - 4)) ||
	       (first && is_beside_time_word(sentence, at + 4));
}

/* сағат 9-00-де, сағат 18-30: with a hyphen that is no range of hours */
static gboolean
is_hyphened_time(const OqSentence *sentence, guint at)
{
	const OqToken *hyphen = oq_sentence_token(sentence, at + 1),
		      *minutes = oq_sentence_token(sentence, at + 2);
	if (!oq_token_is_sign(hyphen, '-') || minutes->gap || at == 0 ||
		!(oq_sentence_context(sentence, &sentence->tokens[at - 1]) & OQ_CONTEXT_CLOCK))
		return FALSE;
	guint value = oq_sentence_value(sentence, minutes);
	return value == 0 || value > 24;
}

/* 17:00 is only the hour; 8:05 is сегіз нөл бес. */
static void
say_time(OqRuleContext *context, const OqToken *hours, const OqToken *minutes)
{
	const OqSentence *sentence = context->sentence;
	OqSlice digits = oq_sentence_text(sentence, minutes);
	oq_rule_say_cardinal(context, hours);
	if (oq_slice_equals(digits, "00"))
		return;
	if (digits.data[0] == '0')
		oq_numerals_digits(sentence->lexicon, digits, context->words);
	else
		oq_numerals_cardinal(sentence->lexicon, digits, context->words);
}

guint
oq_times_clock(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = oq_sentence_token(sentence, at + 1);
	const OqToken *minutes = oq_sentence_token(sentence, at + 2);
	if (sign == NULL || sign->gap || !is_clock_time(sentence, &sentence->tokens[at], minutes))
		return 0;
	gboolean colon = oq_token_is_sign(sign, ':');
	gboolean point = is_pointed_time(sentence, at) && speaks_of_time(sentence, at);
	/* 1:25 000 */
	if ((!colon && !point && !is_hyphened_time(sentence, at)) ||
		oq_sentence_figure(sentence, at + 2)->n_tokens > 1)
		return 0;
	say_time(context, &sentence->tokens[at], minutes);
	/* of Greenwich: 2025-03-01T10:15Z */
	const OqToken *zone = oq_sentence_token(sentence, at + 3);
	guint n_taken =
		oq_token_is_word(zone) && !zone->gap && zone->sign == 'Z' && zone->n_chars == 1 ? 4
												: 3;
	return n_taken + oq_rule_suffix(context, at + n_taken);
}

/* 1:25 000, 1:100: how much greater the world is than its map */
static gboolean
is_scale(const OqSentence *sentence, guint at)
{
	const OqFigure *second = oq_sentence_figure(sentence, at + 2);
	return oq_slice_equals(oq_sentence_text(sentence, &sentence->tokens[at]), "1") &&
	       second->fraction.length == 0 && second->whole.length >= MIN_SCALE_DIGITS;
}

guint
oq_times_hour(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	const char *hour = oq_lexicon_word(sentence->lexicon, OQ_WORD_HOUR);
	guint behind = at + 1 + oq_sentence_skip_point(sentence, at + 1);
	if (!oq_token_is_number(oq_sentence_token(sentence, behind)) ||
		(at > 0 && oq_token_is_number(&sentence->tokens[at - 1])) ||
		!(oq_sentence_context(sentence, token) & OQ_CONTEXT_CLOCK) ||
		!oq_slice_has_prefix(oq_slice(hour), oq_sentence_lower(sentence, token)) ||
		oq_slice_equals(oq_sentence_lower(sentence, token), hour))
		return 0;
	oq_rule_append(context, hour);
	return behind - at;
}

guint
oq_times_score(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = oq_sentence_token(sentence, at + 1),
		      *second = oq_sentence_token(sentence, at + 2);
	if (!oq_token_is_sign(sign, ':') || sign->gap || !oq_token_is_number(second) || second->gap)
		return 0;
	oq_rule_say_cardinal(context, &sentence->tokens[at]);
	guint n_taken = 3;
	if (is_scale(sentence, at)) {
		oq_rule_attach(context, OQ_NAMED_DATIVE);
		n_taken = 2 + oq_figures_say(context, at + 2);
	} else {
		oq_rule_say_cardinal(context, second);
	}
	return n_taken + oq_rule_suffix(context, at + n_taken);
}
