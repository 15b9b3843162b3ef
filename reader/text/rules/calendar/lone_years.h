/* lone_years.h - the rules of years without жыл (kazakh-reading.md, 3). */
#pragma once

#include "text/rules/rule.h"

/** (1952), (1845–1904), (1996, 2000), (10 тамыз 1845 – 1904) */
guint oq_lone_years_bracketed(OqRuleContext *context, guint at);

/** 21 ақпан, 2025; 2025 желтоқсан; (1845, 10 тамыз …); Алматы, 1987 */
guint oq_lone_years_of_date(OqRuleContext *context, guint at);

/** 2010: and "2010 – …", at the head of a sentence */
guint oq_lone_years_label(OqRuleContext *context, guint at);
