/* figures.h - numbers as they are written: grouped digits, decimals. */
#pragma once

#include "text/numerals.h"
#include "text/rule.h"

/** A written number without sign and endings. */
typedef struct {
	char grouped[OQ_NUMERALS_MAX_DIGITS + 1]; /* the digits of a grouped number, else empty */
	OqSlice whole;                            /* digits */
	OqSlice fraction;                         /* digits; empty when there is no decimal sign */
	guint n_tokens;
} OqFigure;

/** oq_figures_read: FALSE when there is no number at the token. */
gboolean oq_figures_read(const OqRuleContext *context, guint at, OqFigure *figure);

/**
 * oq_figures_say: the cardinal or decimal in words, appended to context->words; digit by digit when
 * it begins with zeros or has more than 15 digits and no grouping.
 */
void oq_figures_say(OqRuleContext *context, const OqFigure *figure);

/** The rules, in the order in which they are to be tried. */
guint oq_figures_with_suffix(OqRuleContext *context, guint at);
guint oq_figures_decimal(OqRuleContext *context, guint at);
guint oq_figures_grouped(OqRuleContext *context, guint at);
guint oq_figures_digits(OqRuleContext *context, guint at);
guint oq_figures_cardinal(OqRuleContext *context, guint at);
guint oq_figures_minus(OqRuleContext *context, guint at);
