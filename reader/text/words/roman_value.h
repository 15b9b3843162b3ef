/* roman_value.h - what a Roman numeral is worth, typed in Latin or Cyrillic letters or a mixture.
 */
#pragma once

#include "text/words/sentence.h"

/** oq_roman_value: 1 to 3999, or 0 when the word is no Roman numeral: at least one I, V or X. */
guint oq_roman_value(const OqSentence *sentence, const OqToken *token);

/** oq_roman_value_small: the same of small Latin letters, two or more: 2 to 49, or 0. */
guint oq_roman_value_small(const OqSentence *sentence, const OqToken *token);

/** oq_roman_value_of_form: of one of Ⅰ to ⅿ. */
guint oq_roman_value_of_form(gunichar c);
