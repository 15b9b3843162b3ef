/* stuck.h - the rule of abbreviations behind a number with an ending but no hyphen: 1 млнға
 * (kazakh-reading.md, 5). */
#pragma once

#include "text/rules/rule.h"

/** млнға, млрдтан */
guint oq_stuck_abbreviation(OqRuleContext *context, guint at);
