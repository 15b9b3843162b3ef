/* identifiers.h - the rules of numbers that are names and count nothing (kazakh-reading.md, 1):
 * telephone, card, account and identity numbers, versions. */
#pragma once

#include "text/rules/rule.h"

/** +7 (727) 272-12-34, 8 701 555 01 02: group by group */
guint oq_identifiers_telephone(OqRuleContext *context, guint at);

/** 4400 1234 5678 9012: digit by digit */
guint oq_identifiers_card(OqRuleContext *context, guint at);

/** ЖСН 850101300123: digit by digit */
guint oq_identifiers_identifier(OqRuleContext *context, guint at);

/** KZ86 125K ZT50 0410 0100: letters and digits one by one */
guint oq_identifiers_account(OqRuleContext *context, guint at);

/** 3.11.2, 192.168.0.1 */
guint oq_identifiers_version(OqRuleContext *context, guint at);

/** 272-12-34, тел. 27-34-56, 1414 нөмірі */
guint oq_identifiers_short_telephone(OqRuleContext *context, guint at);
