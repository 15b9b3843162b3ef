/* calendar.h - the rules of years and dates (kazakh-reading.md, 2 and 3). */
#pragma once

#include "text/rule.h"

/** 12.03.2015, 12/03/2015, 2015-03-12 */
guint oq_calendar_date(OqRuleContext *context, guint at);

/** 2015 жылдың, 2008–2009 жылдары; not 20 жыл, 2000 жылдан астам */
guint oq_calendar_year(OqRuleContext *context, guint at);

/** oq_calendar_is_month: whether a token is the name of a month, with any case ending. */
gboolean oq_calendar_is_month(OqRuleContext *context, guint at);

/** 6 ақпан, 5–6 ақпанда, 10-қазан */
guint oq_calendar_day(OqRuleContext *context, guint at);

/** 5-сынып, 30-жылдары, 10-қазан; but 15-жылдығы is cardinal */
guint oq_calendar_hyphen(OqRuleContext *context, guint at);
