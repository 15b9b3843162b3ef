#include "text/rules.h"

#include "text/abbreviations.h"
#include "text/calendar.h"
#include "text/figures.h"
#include "text/signs.h"

/* The first that applies wins, so the more particular stands before the more general. */
static const OqRule rules[] = {
	{"date", "3", OQ_TOKEN_NUMBER, oq_calendar_date},
	{"suffix", "5", OQ_TOKEN_NUMBER, oq_figures_with_suffix},
	{"day", "2", OQ_TOKEN_NUMBER, oq_calendar_day},
	{"hyphen-noun", "2", OQ_TOKEN_NUMBER, oq_calendar_hyphen},
	{"year", "3", OQ_TOKEN_NUMBER, oq_calendar_year},
	{"decimal", "4", OQ_TOKEN_NUMBER, oq_figures_decimal},
	{"grouped", "1", OQ_TOKEN_NUMBER, oq_figures_grouped},
	{"digits", "1", OQ_TOKEN_NUMBER, oq_figures_digits},
	{"cardinal", "1", OQ_TOKEN_NUMBER, oq_figures_cardinal},
	{"initial", "7", OQ_TOKEN_WORD, oq_abbreviations_initial},
	{"abbreviation", "7", OQ_TOKEN_WORD, oq_abbreviations_expand},
	{"minus", "1", OQ_TOKEN_SIGN, oq_figures_minus},
	{"sign", "7", OQ_TOKEN_SIGN, oq_signs_named},
	{"silent", "7", OQ_TOKEN_SIGN, oq_signs_silent},
};

const OqRule *
oq_rules_apply(OqRuleContext *context, guint at, guint *n_taken)
{
	OqTokenKind kind = context->tokens[at].kind;
	for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
		if (rules[i].begins != kind)
			continue;
		g_string_truncate(context->words, 0);
		*n_taken = rules[i].apply(context, at);
		if (*n_taken > 0)
			return &rules[i];
	}
	*n_taken = 1;
	return NULL;
}
