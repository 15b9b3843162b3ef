/* ratios.h - км/сағ, мг/м³, $/т: what stands under the line is said first (kazakh-reading.md, 6).
 */
#pragma once

#include "text/rules/rule.h"

/** oq_ratios_announce: what is said before the number whose unit stands at @at: сағатына, Фаренгейт
 * бойынша; FALSE: nothing. */
gboolean oq_ratios_announce(OqRuleContext *context, guint at);

/** oq_ratios_say_per: what stands behind the line at @at, if there is one, in the dative; 0: there
 * is none. */
guint oq_ratios_say_per(OqRuleContext *context, guint at);

/** oq_ratios_skip_per: the number of tokens that oq_ratios_say_per() would take. */
guint oq_ratios_skip_per(OqRuleContext *context, guint at);

/** oq_ratios_say_end: the ending of what was said, be it behind the line or not: км/сағ-қа,
 * км/сағаттан; the number of tokens from the line on. */
guint oq_ratios_say_end(OqRuleContext *context, guint at);

/** oq_ratios_read_bare: the tokens of a line at @at right behind a number: 120/мин; behind a power
 * also of one letter: 10⁹/л. */
guint oq_ratios_read_bare(OqRuleContext *context, guint at, gboolean power);

/** oq_ratios_bare: 120/мин, 60–80/мин, 9,5×10⁹/л: what is counted is not written. */
guint oq_ratios_bare(OqRuleContext *context, guint at);

/** oq_ratios_rate: 160 км/сағ: what is announced, and the number. */
guint oq_ratios_rate(OqRuleContext *context, guint at);

/** oq_ratios_signed: the sign of a number that is announced: -5 м/с. */
guint oq_ratios_signed(OqRuleContext *context, guint at);

/** oq_ratios_counted: what a number counts by the hour, be it a unit or not: 72 соққы/мин, 5 %/ай.
 */
guint oq_ratios_counted(OqRuleContext *context, guint at);
