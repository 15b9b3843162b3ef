/* days.h - the rules of days of a month (kazakh-reading.md, 2 and 3). */
#pragma once

#include "text/rules/rule.h"

/** 6 ақпан, 5–6 ақпанда, 10-қазан, 7 қыр. */
guint oq_days_day(OqRuleContext *context, guint at);

/** наурыздың 22-нен: the possessive that was dropped */
guint oq_days_of_month(OqRuleContext *context, guint at);

/** 1-ден 5 мамырға дейін: both are days of that month */
guint oq_days_from(OqRuleContext *context, guint at);

/** 2025 жылғы «1» қыркүйек: from the quotation mark on */
guint oq_days_quoted(OqRuleContext *context, guint at);

/** 25.12-де, 05.11. күні, 15.03–20.03 аралығында */
guint oq_days_pointed(OqRuleContext *context, guint at);
