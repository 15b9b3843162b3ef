/* money.h - the rules of money, which follows its number on whichever side it was written
 * (kazakh-reading.md, 6). */
#pragma once

#include "text/rules/rule.h"

/** oq_money_before: $500, $225.619 млрд, €15/ай; of a range $300–450 the first number. */
guint oq_money_before(OqRuleContext *context, guint at);

/** oq_money_code_before: USD 500, US$ 40 */
guint oq_money_code_before(OqRuleContext *context, guint at);

/** oq_money_range: 450 of $300–450 */
guint oq_money_range(OqRuleContext *context, guint at);

/** oq_money_minus: the sign of -$5 */
guint oq_money_minus(OqRuleContext *context, guint at);

/** oq_money_letters: к of 500к тг and 10к */
guint oq_money_letters(OqRuleContext *context, guint at);

/** oq_money_coins: 523,45 теңге, which has two decimals; 05 тиын. */
guint oq_money_coins(OqRuleContext *context, guint at);

/** oq_money_behind: 500 $ */
guint oq_money_behind(OqRuleContext *context, guint at);

/** oq_money_code_behind: 500 USD, 500 тг */
guint oq_money_code_behind(OqRuleContext *context, guint at);
