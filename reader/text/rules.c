#include "text/rules.h"

#include "text/abbreviations.h"
#include "text/acronyms.h"
#include "text/addresses.h"
#include "text/calendar.h"
#include "text/digits.h"
#include "text/figures.h"
#include "text/fractions.h"
#include "text/measures.h"
#include "text/roman.h"
#include "text/signs.h"
#include "text/times.h"

/* Units and abbreviations are no longer. */
#define MAX_SHORT_CHARS 6

/* What a token must be like for a rule to be tried: most words are like none of these. */
typedef enum {
	ANY = 0,
	CAPITALS = 1 << 0, /* nothing but capitals */
	SHORT = 1 << 1,    /* at most MAX_SHORT_CHARS */
	GLUED = 1 << 2,    /* the next token stands directly behind it */
	CUT = 1 << 3,      /* short, and glued or without a vowel: no whole Kazakh word */
} Traits;

/* The first that applies wins, so the more particular stands before the more general. */
static const struct {
	OqRule rule;
	Traits needs;
} rules[] = {
	{{"date", "3", OQ_TOKEN_NUMBER, oq_calendar_date}, ANY},
	{{"card", "1", OQ_TOKEN_NUMBER, oq_digits_card}, ANY},
	{{"telephone", "1", OQ_TOKEN_NUMBER, oq_digits_telephone}, ANY},
	{{"identifier", "1", OQ_TOKEN_NUMBER, oq_digits_identifier}, ANY},
	{{"version", "1", OQ_TOKEN_NUMBER, oq_digits_version}, ANY},
	{{"clock", "6", OQ_TOKEN_NUMBER, oq_times_clock}, ANY},
	{{"score", "6", OQ_TOKEN_NUMBER, oq_times_score}, ANY},
	{{"fraction", "4", OQ_TOKEN_NUMBER, oq_fractions_common}, ANY},
	{{"item", "2", OQ_TOKEN_NUMBER, oq_figures_item}, ANY},
	{{"day-of-month", "3", OQ_TOKEN_NUMBER, oq_calendar_day_of_month}, ANY},
	{{"suffix", "5", OQ_TOKEN_NUMBER, oq_figures_with_suffix}, ANY},
	{{"day", "2", OQ_TOKEN_NUMBER, oq_calendar_day}, ANY},
	{{"hyphen", "2", OQ_TOKEN_NUMBER, oq_figures_hyphen}, ANY},
	{{"year", "3", OQ_TOKEN_NUMBER, oq_calendar_year}, ANY},
	{{"bracketed-year", "3", OQ_TOKEN_NUMBER, oq_calendar_bracketed}, ANY},
	{{"century", "2", OQ_TOKEN_NUMBER, oq_calendar_century}, ANY},
	{{"rate", "6", OQ_TOKEN_NUMBER, oq_measures_rate}, ANY},
	{{"numbered", "2", OQ_TOKEN_NUMBER, oq_figures_numbered}, ANY},
	{{"decimal", "4", OQ_TOKEN_NUMBER, oq_figures_decimal}, ANY},
	{{"grouped", "1", OQ_TOKEN_NUMBER, oq_figures_grouped}, ANY},
	{{"digits", "1", OQ_TOKEN_NUMBER, oq_figures_digits}, ANY},
	{{"cardinal", "1", OQ_TOKEN_NUMBER, oq_figures_cardinal}, ANY},

	{{"address", "7", OQ_TOKEN_WORD, oq_addresses_say}, GLUED},
	{{"account", "1", OQ_TOKEN_WORD, oq_digits_account}, CAPITALS},
	{{"initial", "7", OQ_TOKEN_WORD, oq_abbreviations_initial}, CAPITALS | GLUED},
	{{"year-abbreviation", "3", OQ_TOKEN_WORD, oq_calendar_abbreviation}, CUT},
	{{"money", "6", OQ_TOKEN_WORD, oq_measures_money_code}, CAPITALS},
	{{"unit", "6", OQ_TOKEN_WORD, oq_measures_unit}, SHORT},
	{{"currency", "6", OQ_TOKEN_WORD, oq_measures_currency_code}, SHORT},
	{{"abbreviation", "7", OQ_TOKEN_WORD, oq_abbreviations_expand}, CUT},
	{{"roman", "2", OQ_TOKEN_WORD, oq_roman_ordinal}, CAPITALS},
	{{"acronym", "7", OQ_TOKEN_WORD, oq_acronyms_say}, CAPITALS},

	{{"telephone", "1", OQ_TOKEN_SIGN, oq_digits_telephone}, ANY},
	{{"minus", "1", OQ_TOKEN_SIGN, oq_figures_minus}, ANY},
	{{"money", "6", OQ_TOKEN_SIGN, oq_measures_money}, ANY},
	{{"currency", "6", OQ_TOKEN_SIGN, oq_measures_currency}, ANY},
	{{"degree", "6", OQ_TOKEN_SIGN, oq_measures_degree}, ANY},
	{{"fraction", "4", OQ_TOKEN_SIGN, oq_fractions_sign}, ANY},
	{{"numero", "2", OQ_TOKEN_SIGN, oq_signs_numero}, ANY},
	{{"sign", "7", OQ_TOKEN_SIGN, oq_signs_named}, ANY},
	{{"silent", "7", OQ_TOKEN_SIGN, oq_signs_silent}, ANY},
};

static Traits
traits_of(const OqRuleContext *context, guint at)
{
	const OqToken *token = &context->tokens[at], *next = oq_rule_token(context, at + 1);
	gboolean glued = next != NULL && !next->gap;
	Traits traits = (token->all_capitals ? CAPITALS : ANY) | (glued ? GLUED : ANY);
	if (token->n_chars > MAX_SHORT_CHARS)
		return traits;
	gboolean cut = glued || !oq_letters_has_vowel(oq_lexicon_letters(context->lexicon),
					oq_rule_text(context, token));
	return traits | SHORT | (cut ? CUT : ANY);
}

const OqRule *
oq_rules_apply(OqRuleContext *context, guint at, guint *n_taken)
{
	OqTokenKind kind = context->tokens[at].kind;
	Traits traits = traits_of(context, at);
	for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
		if (rules[i].rule.begins != kind || (rules[i].needs & ~traits) != 0)
			continue;
		g_string_truncate(context->words, 0);
		*n_taken = rules[i].rule.apply(context, at);
		if (*n_taken > 0)
			return &rules[i].rule;
	}
	*n_taken = 1;
	return NULL;
}
