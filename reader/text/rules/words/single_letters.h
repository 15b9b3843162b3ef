/* single_letters.h - the rule of letters that stand alone (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** «Қ» әрпі, X желісі: by their names; not among English words (Plan B). */
guint oq_single_letters_say(OqRuleContext *context, guint at);

/** ъъъ: letters that only change others, each by its name. */
guint oq_single_letters_signs(OqRuleContext *context, guint at);
