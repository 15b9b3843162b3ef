/* foreign.h - the rule of words in other alphabets, which no engine here can read. */
#pragma once

#include "text/rules/rule.h"

/** oq_foreign_is_letter: neither Latin nor Cyrillic. */
gboolean oq_foreign_is_letter(gunichar letter);

/** α by its name; a longer passage is only said to be there: nothing is dropped without a word. */
guint oq_foreign_say(OqRuleContext *context, guint at);
