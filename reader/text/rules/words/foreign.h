/* foreign.h - the rule of words in other alphabets, whose letters no engine here knows. */
#pragma once

#include "text/rules/rule.h"

/** oq_foreign_is_letter: neither Latin nor Cyrillic. */
gboolean oq_foreign_is_letter(gunichar letter);

/** α by its name; other words in Kazakh letters, where transliteration.tsv has theirs; of a passage
 * in other scripts it is only said what they are: nothing is dropped without a word. */
guint oq_foreign_say(OqRuleContext *context, guint at);
