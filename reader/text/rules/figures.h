/* figures.h - numbers as they are written: grouped digits, decimals. */
#pragma once

#include "text/rules/rule.h"
#include "text/words/numerals.h"

/** A written number without sign and endings. */
typedef struct {
	char grouped[OQ_NUMERALS_MAX_DIGITS + 1]; /* the digits of a grouped number, else empty */
	OqSlice whole;                            /* digits */
	OqSlice fraction;                         /* digits; empty when there is no decimal sign */
	guint n_tokens;
} OqFigure;

/** oq_figures_read: FALSE when there is no number at the token. */
gboolean oq_figures_read(const OqSentence *sentence, guint at, OqFigure *figure);

/**
 * oq_figures_say: the cardinal or decimal in words, appended to context->words; digit by digit when
 * it begins with zeros or has more than 15 digits and no grouping.
 * @at: its first token; what stands behind it decides between "бүтін оннан бес" and "жарым"
 */
void oq_figures_say(OqRuleContext *context, const OqFigure *figure, guint at);

/** The rules: 22085-і, 4-інші */
guint oq_figures_with_suffix(OqRuleContext *context, guint at);

/** 91,2 */
guint oq_figures_decimal(OqRuleContext *context, guint at);

/** 12 990, 1.234.567 */
guint oq_figures_grouped(OqRuleContext *context, guint at);

/** 007 */
guint oq_figures_digits(OqRuleContext *context, guint at);
guint oq_figures_cardinal(OqRuleContext *context, guint at);

/** 5-сынып, 30-жылдары; but 15-жылдығы and 1-ақ are cardinal */
guint oq_figures_hyphen(OqRuleContext *context, guint at);

/** The 1- and 2- of 1-, 2- және 3-сыныптар */
guint oq_figures_hanging(OqRuleContext *context, guint at);

/** The 1) and 1. of a list */
guint oq_figures_item(OqRuleContext *context, guint at);

/** The 5 of №5 мектеп */
guint oq_figures_numbered(OqRuleContext *context, guint at);

/** The sign of -5 */
guint oq_figures_minus(OqRuleContext *context, guint at);
