/* formulas.h - the rules of numbers with signs of arithmetic: 10²⁰, 15х20, 3х3, 200+, −5/−7
 * (kazakh-reading.md, 6). */
#pragma once

#include "text/rules/rule.h"

/** oq_formulas_raised_digit: the digit that is raised: ², ⁶; 0: is none, or the ¹ of a note. */
char oq_formulas_raised_digit(gunichar c);

/** The rules: 10²⁰, 10⁻⁶ and 2^10 */
guint oq_formulas_power(OqRuleContext *context, guint at);

/** The х, x, × or · between two numbers */
guint oq_formulas_times(OqRuleContext *context, guint at);

/** 3х3 баскетбол: the sides of a game */
guint oq_formulas_sides(OqRuleContext *context, guint at);

/** 200+: more than that */
guint oq_formulas_over(OqRuleContext *context, guint at);

/** What stands between two numbers with signs: −20~−10, −5/−7 */
guint oq_formulas_between(OqRuleContext *context, guint at);

/** oq_formulas_is_times: х and x in either case, ×, ·. */
gboolean oq_formulas_is_times(const OqToken *token);

/** oq_formulas_power_end: behind a number and its power, 10⁹ or 10^9; @at: it has none. */
guint oq_formulas_power_end(const OqSentence *sentence, guint at);
