/* roman.h - the rules of Roman numerals (kazakh-reading.md, 2). */
#pragma once

#include "text/rules/rule.h"

/** XXI ғасыр, II Елизавета, Петр I, XV–XVIII, XX-шы */
guint oq_roman_ordinal(OqRuleContext *context, guint at);

/** xii бет, ii) */
guint oq_roman_small(OqRuleContext *context, guint at);
