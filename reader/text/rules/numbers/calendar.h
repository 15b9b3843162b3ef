/* calendar.h - the rules of years, centuries and dates (kazakh-reading.md, 2 and 3). */
#pragma once

#include "text/rules/rule.h"

/** 12.03.2015, 12/03/2015, 2015-03-12 */
guint oq_calendar_date(OqRuleContext *context, guint at);

/** 2015 жылдың, 2008–2009 жылдары, 1917 ж.; not 20 жыл, 2000 жылдан астам */
guint oq_calendar_year(OqRuleContext *context, guint at);

/** (1952), (1845–1904) */
guint oq_calendar_bracketed(OqRuleContext *context, guint at);

/** 7 ғасырда, 3 — 7 ғасырлар, 9 ғ. */
guint oq_calendar_century(OqRuleContext *context, guint at);

/** The ж., жж., ғ. behind them. */
guint oq_calendar_abbreviation(OqRuleContext *context, guint at);

/** 6 ақпан, 5–6 ақпанда, 10-қазан */
guint oq_calendar_day(OqRuleContext *context, guint at);

/** наурыздың 22-нен: the possessive that was dropped */
guint oq_calendar_day_of_month(OqRuleContext *context, guint at);
