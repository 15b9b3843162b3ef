/* stuck.h - the rule of units behind a number with an ending but no hyphen: 5000 тгға, 1 млнға
 * (kazakh-reading.md, 5). */
#pragma once

#include "text/rules/rule.h"

/** тгға, кгнан, млнға */
guint oq_stuck_unit(OqRuleContext *context, guint at);
