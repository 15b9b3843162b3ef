/* timings.h - the rules of times with seconds (kazakh-reading.md, 6). */
#pragma once

#include "text/rules/rule.h"

/** 2:15:30, 00:01:23,456, 1:23,45 */
guint oq_timings_say(OqRuleContext *context, guint at);

/** The --> between the times of a subtitle, which is silent. */
guint oq_timings_arrow(OqRuleContext *context, guint at);
