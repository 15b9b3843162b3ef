/* repeats.h - the rules of a number that is written out behind itself, and said once:
 * 2 000 (екі мың) теңге (kazakh-reading.md, 8). */
#pragma once

#include "text/rules/rule.h"

/** 2 000 (екі мың), 50 (елуінші) */
guint oq_repeats_number(OqRuleContext *context, guint at);

/** The bracket of 700 теңге (жеті жүз теңге) */
guint oq_repeats_bracket(OqRuleContext *context, guint at);
