/* abbreviations.h - the rules of abbreviations and initials (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** млн, млрд., т.б., млн-ға, а/ш */
guint oq_abbreviations_expand(OqRuleContext *context, guint at);

/** The Н. and the Ә. of Н.Ә.Назарбаев, or of Назарбаев Н.Ә.; Қ.- of Қ.-Ж. */
guint oq_abbreviations_initial(OqRuleContext *context, guint at);
