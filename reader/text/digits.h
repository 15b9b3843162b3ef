/* digits.h - the rules of numbers that are names, not quantities (kazakh-reading.md, 1): telephone,
 * card, account and identity numbers, versions. */
#pragma once

#include "text/rule.h"

/** +7 (727) 272-12-34, 8 701 555 01 02: group by group */
guint oq_digits_telephone(OqRuleContext *context, guint at);

/** 4400 1234 5678 9012: digit by digit */
guint oq_digits_card(OqRuleContext *context, guint at);

/** ЖСН 850101300123: digit by digit */
guint oq_digits_identifier(OqRuleContext *context, guint at);

/** KZ86 125K ZT50 0410 0100: letters and digits one by one */
guint oq_digits_account(OqRuleContext *context, guint at);

/** 3.11.2, 192.168.0.1 */
guint oq_digits_version(OqRuleContext *context, guint at);
