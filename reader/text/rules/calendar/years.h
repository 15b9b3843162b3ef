/* years.h - the rules of years (kazakh-reading.md, 3). */
#pragma once

#include "text/rules/rule.h"

/** 2015 жылдың, 2008–2009 жылдары, 1917 ж., 90-жж., 2024/25; not 20 жыл, 2000 жылдан астам */
guint oq_years_year(OqRuleContext *context, guint at);

/** (1952), (1845–1904), (1996, 2000), (10 тамыз 1845 – 1904) */
guint oq_years_bracketed(OqRuleContext *context, guint at);

/** 21 ақпан, 2025; 2025 желтоқсан; (1845, 10 тамыз …) */
guint oq_years_of_date(OqRuleContext *context, guint at);

/** 2010: and "2010 – …", at the head of a sentence */
guint oq_years_label(OqRuleContext *context, guint at);
