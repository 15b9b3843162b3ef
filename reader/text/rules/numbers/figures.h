/* figures.h - the rules of numbers that count or order: 22085-і, 91,2, 5-сынып, №5
 * (kazakh-reading.md, 1, 2, 4 and 5). Those that are names are identifiers.h. */
#pragma once

#include "text/rules/rule.h"

/**
 * oq_figures_say: the figure in words, appended to context->words: a decimal, a cardinal, or, when
 * it begins with zeros or has more than 15 digits and no grouping, digit by digit.
 * @at: a number; what stands behind it decides between "бүтін оннан бес" and "жарым"
 *
 * Returns: how many tokens it has
 */
guint oq_figures_say(OqRuleContext *context, guint at);

/** oq_figures_is_signed: whether the dash at @at is the minus of the number behind it. */
gboolean oq_figures_is_signed(const OqSentence *sentence, guint at);

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
