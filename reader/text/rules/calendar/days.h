/* days.h - the rules of days of a month (kazakh-reading.md, 2 and 3). */
#pragma once

#include "text/rules/rule.h"

/** 6 ақпан, 5–6 ақпанда, 10-қазан, 7 қыр., 12, 13 наурыз */
guint oq_days_day(OqRuleContext *context, guint at);

/** наурыздың 22-нен, наурыздың 21, 22-сі: the possessive that was dropped; наурыздың 7 күні */
guint oq_days_of_month(OqRuleContext *context, guint at);

/** 1-ден 5 мамырға дейін: both are days of that month */
guint oq_days_from(OqRuleContext *context, guint at);

/** 2025 жылғы «1» қыркүйек: from the quotation mark on */
guint oq_days_quoted(OqRuleContext *context, guint at);
