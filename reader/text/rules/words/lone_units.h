/* lone_units.h - the rule of units that no number stands before (kazakh-reading.md, 6). */
#pragma once

#include "text/rules/rule.h"

/** км мен кг: two small letters or more without a vowel, which are no word, and nothing but a unit
 * or money. */
guint oq_lone_units_say(OqRuleContext *context, guint at);
