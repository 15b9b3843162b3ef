/* measures.h - the rules of units, rates, temperatures and money (kazakh-reading.md, 6). */
#pragma once

#include "text/rules/rule.h"

/** The first number of 160 км/сағ, 15–20 м/с: сағатына … */
guint oq_measures_rate(OqRuleContext *context, guint at);

/** км, м², км/сағ-қа behind a number */
guint oq_measures_unit(OqRuleContext *context, guint at);

/** °C, ° */
guint oq_measures_degree(OqRuleContext *context, guint at);

/** $500, $225.619 млрд */
guint oq_measures_money(OqRuleContext *context, guint at);

/** USD 500 */
guint oq_measures_money_code(OqRuleContext *context, guint at);

/** 500 $, 500 USD, 500 тг */
guint oq_measures_currency(OqRuleContext *context, guint at);
guint oq_measures_currency_code(OqRuleContext *context, guint at);
