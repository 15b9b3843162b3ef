/* pointed_days.h - the rule of a day and month with a point between them (kazakh-reading.md, 3). */
#pragma once

#include "text/rules/rule.h"

/** 25.12-де, 05.11. күні, 15.03–20.03 аралығында; not 12.05 доллар */
guint oq_pointed_days_say(OqRuleContext *context, guint at);
