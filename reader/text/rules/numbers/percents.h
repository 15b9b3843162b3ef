/* percents.h - the rules of a percent sign before its number, which is said behind it: %100
 * (kazakh-reading.md, 4). */
#pragma once

#include "text/rules/rule.h"

/** oq_percents_before: %50-ға; of a range %25-30 the first number. */
guint oq_percents_before(OqRuleContext *context, guint at);

/** oq_percents_range: 30 of %25-30 */
guint oq_percents_range(OqRuleContext *context, guint at);
