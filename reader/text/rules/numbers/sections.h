/* sections.h - the rules of numbers of several parts that are no decimals, fractions or dates:
 * 2.4-кесте, №17/18, № 72-VIII (kazakh-reading.md, 2). */
#pragma once

#include "text/rules/rule.h"

/** 1.1. at the head of a line, 2.3.4-тармақ */
guint oq_sections_section(OqRuleContext *context, guint at);

/** The 17/18 of №17/18; 7/24 */
guint oq_sections_slashed(OqRuleContext *context, guint at);

/** The 72 of № 72-VIII: the rest is roman.h's */
guint oq_sections_law(OqRuleContext *context, guint at);
