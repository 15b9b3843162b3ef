/* times.h - the rules of clock times and scores (kazakh-reading.md, 6). */
#pragma once

#include "text/rules/rule.h"

/** 15:30, 11: 00-ден, сағат 14.30, 18.30-да */
guint oq_times_clock(OqRuleContext *context, guint at);

/** сағ. 9-да, сағ 10:00: not 9 сағ. */
guint oq_times_hour(OqRuleContext *context, guint at);

/** 3:2 */
guint oq_times_score(OqRuleContext *context, guint at);
