/* abbreviations.h - the rules of abbreviations and initials (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** млн, млрд., т.б., млн-ға */
guint oq_abbreviations_expand(OqRuleContext *context, guint at);

/** The Н. and the Ә. of Н.Ә.Назарбаев, or of Назарбаев Н.Ә. */
guint oq_abbreviations_initial(OqRuleContext *context, guint at);
