/* law_parts.h - the rule of what an article of a law is cut to: ҚК 190-б., 15-б. 2-т.
 * (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** oq_law_parts_say: the б. behind the name of a law and an ordinal is no page. */
guint oq_law_parts_say(OqRuleContext *context, guint at);

/** oq_law_parts_number: 83-1 бапта, 91 баптың 2-тармағы, баптың 3 тармағы: which of them */
guint oq_law_parts_number(OqRuleContext *context, guint at);
