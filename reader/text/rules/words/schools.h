/* schools.h - the rules of what kind of school has a number or a name: №12 мл, «Болашақ» мг
 * (kazakh-reading.md, 7). Elsewhere the same letters are units. */
#pragma once

#include "text/rules/rule.h"

/** oq_schools_say: мл of №12 мл */
guint oq_schools_say(OqRuleContext *context, guint at);

/** oq_schools_is_numbered: whether the word at @at tells what school has the number before it. */
gboolean oq_schools_is_numbered(const OqSentence *sentence, guint at);

/** oq_schools_number: the 12 of №12 МЛ, which is ordinal before capitals, too */
guint oq_schools_number(OqRuleContext *context, guint at);
