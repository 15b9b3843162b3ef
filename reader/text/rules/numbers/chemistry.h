/* chemistry.h - the rule of chemical formulas: H2SO4, Ca(OH)2, NaCl (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** oq_chemistry_say: the names of the elements, as a teacher reads them, and how many there are. */
guint oq_chemistry_say(OqRuleContext *context, guint at);
