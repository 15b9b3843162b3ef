/* years.h - the rule of years with жыл, its abbreviation, or the next year (kazakh-reading.md, 3).
 */
#pragma once

#include "text/rules/rule.h"

/** Before this year a number of whole fifties before жыл is a span, behind it only of hundreds. */
#define OQ_YEARS_FIRST_CLOSE 1800

/** oq_years_are_pair: one year and the next: 2024/25, 2024–2025 */
gboolean oq_years_are_pair(const OqSentence *sentence, guint first);

/** oq_years_are_joined: a dash, comma or conjunction, as stand between years */
gboolean oq_years_are_joined(const OqSentence *sentence, guint at);

/** 2015 жылдың, 2008–2009 жылдары, 1917 ж., 90-жж., 2024/25; not 20 жыл, 2000 жылдан астам */
guint oq_years_year(OqRuleContext *context, guint at);
