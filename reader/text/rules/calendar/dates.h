/* dates.h - the rules of dates in figures (kazakh-reading.md, 3). */
#pragma once

#include "text/rules/rule.h"

/** 12.03.2015, 12/03/2015, 2015-03-12, 12/31/2015, 01.09.25 ж., 1.IX.1939, with the жылы or ж.
 * behind them */
guint oq_dates_full(OqRuleContext *context, guint at);

/** 11.2024, 03/2027: month and year */
guint oq_dates_month(OqRuleContext *context, guint at);

/** The 15 of 15–20.03.2024, the 28.02 of 28.02–03.03.2024 */
guint oq_dates_range(OqRuleContext *context, guint at);
