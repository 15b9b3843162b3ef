/* roman.h - Roman numerals, typed in Latin or Cyrillic letters or a mixture (kazakh-reading.md, 2).
 */
#pragma once

#include "text/rules/rule.h"

/** oq_roman_value: 1 to 3999, or 0 when the word is no Roman numeral: at least one I, V or X. */
guint oq_roman_value(const OqRuleContext *context, const OqToken *token);

/** oq_roman_small_value: the same of small Latin letters, two or more: 2 to 49, or 0. */
guint oq_roman_small_value(const OqRuleContext *context, const OqToken *token);

/** XXI ғасыр, II Елизавета, Петр I, XV–XVIII, XX-шы */
guint oq_roman_ordinal(OqRuleContext *context, guint at);

/** xii бет, ii) */
guint oq_roman_small(OqRuleContext *context, guint at);
