/* roman.h - the rules of Roman numerals (kazakh-reading.md, 2). */
#pragma once

#include "text/rules/rule.h"

/** XXI ғасыр, II Елизавета, Петр I, XV–XVIII, XX-шы */
guint oq_roman_ordinal(OqRuleContext *context, guint at);

/** I. Жалпы ережелер, II) at the head of a sentence, but І. Жансүгіров is a name. */
guint oq_roman_item(OqRuleContext *context, guint at);

/** V пішінді, X-те, 2X: the name of the letter. */
guint oq_roman_letter(OqRuleContext *context, guint at);

/** xii бет, ii) */
guint oq_roman_small(OqRuleContext *context, guint at);
