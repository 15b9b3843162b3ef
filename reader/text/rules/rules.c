/* rules.c - see the header. */
#include "text/rules/rules.h"

#include "text/rules/calendar/bare_years.h"
#include "text/rules/calendar/dates.h"
#include "text/rules/calendar/days.h"
#include "text/rules/calendar/lone_years.h"
#include "text/rules/calendar/months.h"
#include "text/rules/calendar/pointed_days.h"
#include "text/rules/calendar/weekdays.h"
#include "text/rules/calendar/year_words.h"
#include "text/rules/calendar/years.h"
#include "text/rules/numbers/chemistry.h"
#include "text/rules/numbers/degrees.h"
#include "text/rules/numbers/equations.h"
#include "text/rules/numbers/figures.h"
#include "text/rules/numbers/formulas.h"
#include "text/rules/numbers/fractions.h"
#include "text/rules/numbers/identifiers.h"
#include "text/rules/numbers/lists.h"
#include "text/rules/numbers/money.h"
#include "text/rules/numbers/percents.h"
#include "text/rules/numbers/ratios.h"
#include "text/rules/numbers/repeats.h"
#include "text/rules/numbers/roman.h"
#include "text/rules/numbers/sections.h"
#include "text/rules/numbers/stuck.h"
#include "text/rules/numbers/times.h"
#include "text/rules/numbers/timings.h"
#include "text/rules/numbers/units.h"
#include "text/rules/signs.h"
#include "text/rules/words/abbreviations.h"
#include "text/rules/words/acronyms.h"
#include "text/rules/words/addresses.h"
#include "text/rules/words/brands.h"
#include "text/rules/words/contractions.h"
#include "text/rules/words/foreign.h"
#include "text/rules/words/law_parts.h"
#include "text/rules/words/lone_units.h"
#include "text/rules/words/markup.h"
#include "text/rules/words/plurals.h"
#include "text/rules/words/schools.h"
#include "text/rules/words/single_letters.h"

#include <string.h>

/* Units are no longer, nor are abbreviations. */
#define MAX_SHORT_CHARS 6
#define MAX_CUT_CHARS   8

/* sin, x */
#define MAX_TINY_CHARS 4

/* What a token must be like for a rule to be tried: most words are like none of these … */
typedef enum {
	ANY = 0,
	CAPITALS = 1 << 0, /* nothing but capitals */
	SHORT = 1 << 1,    /* at most MAX_SHORT_CHARS */
	GLUED = 1 << 2,    /* the next token stands directly behind it */
	CUT = 1 << 3,      /* at most MAX_CUT_CHARS, and glued or without a vowel: no whole Kazakh
			      word */
	ASCII = 1 << 4,    /* its first letter */
	FOREIGN = 1 << 5,  /* its first letter is of another alphabet */
	JOINED = 1 << 6,   /* capitals behind its first letter, and small ones */
	TINY = 1 << 7,     /* at most MAX_TINY_CHARS */
	NEEDS = (1 << 8) - 1,
	/* … and what its words are like */
	AHEAD = 1 << 13,   /* also those of tokens that it does not take */
	CERTAIN = 1 << 14, /* a table, or how it is written, leaves no doubt about them */
	MEASURE = 1 << 15, /* what a number before them is an amount of */
} Traits;

typedef struct {
	OqRule rule;
	Traits traits;
} Entry;

/* In each list the first that applies wins, so the more particular stands before the more general.
 */
static const Entry number_rules[] = {
	{{"date", "3", oq_dates_full}, GLUED | CERTAIN},
	{{"date-range", "3", oq_dates_range}, ANY},
	{{"date", "3", oq_dates_month}, GLUED | CERTAIN},
	{{"repeated", "8", oq_repeats_number}, ANY},
	{{"card", "1", oq_identifiers_card}, ANY},
	{{"telephone", "1", oq_identifiers_telephone}, ANY},
	{{"telephone", "1", oq_identifiers_short_telephone}, ANY},
	{{"identifier", "1", oq_identifiers_identifier}, CERTAIN},
	{{"section", "2", oq_sections_section}, ANY},
	{{"version", "1", oq_identifiers_version}, CERTAIN},
	{{"brand", "7", oq_brands_version}, ANY},
	{{"timing", "6", oq_timings_say}, GLUED},
	{{"day", "3", oq_pointed_days_say}, GLUED},
	{{"clock", "6", oq_times_clock}, ANY},
	{{"score", "6", oq_times_score}, ANY},
	{{"slashed", "2", oq_sections_slashed}, ANY},
	{{"fraction", "4", oq_fractions_common}, ANY},
	{{"power", "6", oq_formulas_power}, ANY},
	{{"sides", "6", oq_formulas_sides}, ANY},
	{{"over", "6", oq_formulas_over}, ANY},
	{{"law", "2", oq_sections_law}, ANY},
	{{"class", "2", oq_lists_class}, ANY},
	{{"item", "2", oq_figures_item}, ANY},
	{{"day-of-month", "3", oq_days_of_month}, ANY},
	{{"day", "3", oq_days_from}, GLUED},
	{{"year-of-date", "3", oq_lone_years_of_date}, ANY},
	{{"year-with-case", "3", oq_bare_years_with_case}, ANY},
	{{"suffix", "5", oq_figures_with_suffix}, ANY},
	{{"day", "2", oq_days_day}, ANY},
	{{"shared", "2", oq_lists_shared}, ANY},
	{{"hyphen", "2", oq_figures_hyphen}, ANY},
	{{"law", "2", oq_law_parts_number}, ANY},
	{{"hanging", "2", oq_figures_hanging}, ANY},
	{{"year", "3", oq_years_year}, ANY},
	{{"bracketed-year", "3", oq_lone_years_bracketed}, ANY},
	{{"year-label", "3", oq_lone_years_label}, ANY},
	{{"year-range", "3", oq_bare_years_range}, ANY},
	{{"century", "2", oq_year_words_century}, ANY},
	{{"coins", "6", oq_money_coins}, ANY},
	{{"money", "6", oq_money_range}, CERTAIN | MEASURE},
	{{"rate", "6", oq_ratios_rate}, AHEAD | CERTAIN},
	{{"rate", "6", oq_ratios_bare}, AHEAD | CERTAIN},
	{{"percent", "4", oq_percents_range}, ANY},
	{{"school", "7", oq_schools_number}, ANY},
	{{"numbered", "2", oq_figures_numbered}, ANY},
	{{"decimal", "4", oq_figures_decimal}, ANY},
	{{"grouped", "1", oq_figures_grouped}, ANY},
	{{"digits", "1", oq_figures_digits}, ANY},
	{{"cardinal", "1", oq_figures_cardinal}, ANY},
};

static const Entry word_rules[] = {
	{{"formula", "7", oq_chemistry_say}, SHORT},
	{{"degree", "6", oq_degrees_degree}, SHORT | MEASURE},
	{{"unit", "6", oq_units_unit}, FOREIGN | SHORT | CERTAIN | MEASURE},
	{{"formula", "7", oq_equations_greek}, FOREIGN},
	{{"foreign", "7", oq_foreign_say}, FOREIGN},
	{{"formula", "7", oq_equations_latin}, TINY},
	{{"address", "7", oq_addresses_say}, GLUED | CERTAIN},
	{{"times", "6", oq_formulas_times}, SHORT},
	{{"account", "1", oq_identifiers_account}, CAPITALS | CERTAIN},
	{{"roman-item", "2", oq_roman_item}, CAPITALS | GLUED},
	{{"initial", "7", oq_abbreviations_initial}, CAPITALS | GLUED | CERTAIN},
	{{"month", "3", oq_months_short}, SHORT},
	{{"weekday", "3", oq_weekdays_short}, SHORT},
	{{"clock", "6", oq_times_hour}, SHORT},
	{{"money", "6", oq_money_code_before}, CAPITALS | CERTAIN | MEASURE},
	{{"degree", "6", oq_degrees_turned}, GLUED | SHORT | MEASURE},
	{{"money", "6", oq_money_letters}, SHORT | CERTAIN | MEASURE},
	{{"school", "7", oq_schools_say}, SHORT | CERTAIN},
	{{"unit", "6", oq_units_clear}, SHORT | CERTAIN | MEASURE},
	{{"abbreviation", "7", oq_law_parts_say}, CUT | SHORT | CERTAIN},
	{{"abbreviation", "7", oq_abbreviations_expand}, CUT | CERTAIN},
	{{"unit", "6", oq_units_stuck}, ASCII | TINY | CERTAIN | MEASURE},
	{{"brand", "7", oq_brands_letter}, ASCII | TINY},
	{{"year-abbreviation", "3", oq_year_words_abbreviation}, CUT | CERTAIN},
	{{"contraction", "7", oq_contractions_say}, GLUED},
	{{"unit", "6", oq_units_unit}, SHORT | CERTAIN | MEASURE},
	{{"currency", "6", oq_money_code_behind}, SHORT | CERTAIN | MEASURE},
	{{"unit", "6", oq_units_head}, SHORT | CERTAIN | MEASURE},
	{{"rate", "6", oq_ratios_counted}, GLUED | CERTAIN},
	{{"stuck", "5", oq_stuck_abbreviation}, ANY},
	{{"roman", "2", oq_roman_ordinal}, CAPITALS | CERTAIN},
	{{"roman-letter", "7", oq_roman_letter}, CAPITALS},
	{{"small-roman", "2", oq_roman_small}, ASCII | CERTAIN},
	{{"letter", "7", oq_single_letters_say}, SHORT},
	{{"letter", "7", oq_single_letters_signs}, ANY},
	{{"acronym", "7", oq_acronyms_say}, CAPITALS},
	{{"unit", "6", oq_lone_units_say}, JOINED},
	{{"acronym", "7", oq_acronyms_joined}, JOINED},
	{{"acronym", "7", oq_acronyms_small}, CUT},
	{{"unit", "6", oq_lone_units_say}, CUT | CERTAIN | MEASURE},
};

static const Entry sign_rules[] = {
	{{"telephone", "1", oq_identifiers_telephone}, ANY},
	{{"repeated", "8", oq_repeats_bracket}, ANY},
	{{"clock", "6", oq_timings_arrow}, GLUED},
	{{"rate", "6", oq_ratios_signed}, CERTAIN},
	{{"sign", "7", oq_signs_plus_minus}, ANY},
	{{"formula", "7", oq_equations_minus}, ANY},
	{{"minus", "1", oq_figures_minus}, ANY},
	{{"tag", "7", oq_markup_tag}, ANY},
	{{"placeholder", "7", oq_markup_placeholder}, ANY},
	{{"placeholder", "7", oq_plurals_say}, ANY},
	{{"percent", "4", oq_percents_before}, ANY},
	{{"note", "7", oq_markup_note}, ANY},
	{{"face", "7", oq_markup_face}, ANY},
	{{"hashtag", "7", oq_markup_hashtag}, ANY},
	{{"formula", "7", oq_equations_slash}, ANY},
	{{"times", "6", oq_formulas_times}, ANY},
	{{"between", "6", oq_formulas_between}, ANY},
	{{"minus", "1", oq_money_minus}, ANY},
	{{"money", "6", oq_money_before}, CERTAIN | MEASURE},
	{{"currency", "6", oq_money_behind}, CERTAIN | MEASURE},
	{{"unit", "6", oq_units_stars}, CERTAIN | MEASURE},
	{{"degree", "6", oq_degrees_degree}, MEASURE},
	{{"degree", "6", oq_degrees_minute}, MEASURE},
	{{"rate", "6", oq_ratios_counted}, CERTAIN},
	{{"fraction", "4", oq_fractions_sign}, ANY},
	{{"numbers", "2", oq_lists_signs}, ANY},
	{{"day", "2", oq_days_quoted}, GLUED},
	{{"numero", "2", oq_signs_numero}, ANY},
	{{"punctuation", "7", oq_signs_punctuation}, ANY},
	{{"sign", "7", oq_signs_named}, ANY},
	{{"silent", "7", oq_signs_silent}, ANY},
};

static const struct {
	const Entry *rules;
	guint n_rules;
} lists[] = {
	[OQ_TOKEN_WORD] = {word_rules, G_N_ELEMENTS(word_rules)},
	[OQ_TOKEN_NUMBER] = {number_rules, G_N_ELEMENTS(number_rules)},
	[OQ_TOKEN_SIGN] = {sign_rules, G_N_ELEMENTS(sign_rules)},
};

static Traits
traits_of(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	gboolean glued = next != NULL && !next->gap;
	gboolean ascii = (guchar)sentence->text[token->start] < 0x80;
	Traits traits = (token->all_capitals ? CAPITALS : ANY) | (glued ? GLUED : ANY) |
			(ascii ? ASCII : ANY) |
			(token->inner_capital && !token->all_capitals ? JOINED : ANY);
	if (oq_foreign_is_letter(token->sign))
		traits |= FOREIGN;
	if (token->n_chars > MAX_CUT_CHARS)
		return traits;
	if (token->n_chars <= MAX_SHORT_CHARS)
		traits |= SHORT;
	gboolean cut = glued || !oq_letters_has_vowel(oq_lexicon_letters(sentence->lexicon),
					oq_sentence_text(sentence, token));
	traits |= token->n_chars <= MAX_TINY_CHARS ? TINY : ANY;
	return traits | (cut ? CUT : ANY);
}

const OqRule *
oq_rules_apply(OqRuleContext *context, guint at, guint *n_taken)
{
	const OqSentence *sentence = context->sentence;
	OqTokenKind kind = sentence->tokens[at].kind;
	Traits traits = traits_of(sentence, at);
	for (guint i = 0; i < lists[kind].n_rules; i++) {
		const Entry *entry = &lists[kind].rules[i];
		if ((entry->traits & ~traits & NEEDS) != 0)
			continue;
		gboolean says_ahead = (entry->traits & AHEAD) != 0;
		*n_taken = oq_rule_try(&entry->rule, context, at, says_ahead);
		if (*n_taken > 0)
			return &entry->rule;
	}
	*n_taken = 1;
	return NULL;
}

static gboolean
has_trait(const char *name, Traits trait)
{
	for (guint kind = 0; kind < G_N_ELEMENTS(lists); kind++)
		for (guint i = 0; i < lists[kind].n_rules; i++) {
			const Entry *entry = &lists[kind].rules[i];
			if ((entry->traits & trait) != 0 && strcmp(entry->rule.name, name) == 0)
				return TRUE;
		}
	return FALSE;
}

gboolean
oq_rules_are_certain(const char *name)
{
	return has_trait(name, CERTAIN);
}

gboolean
oq_rules_are_measures(const char *name)
{
	return has_trait(name, MEASURE);
}
