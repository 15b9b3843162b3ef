/* year_words.h - the rules of what stands behind years and centuries (kazakh-reading.md, 2 and 3).
 */
#pragma once

#include "text/rules/rule.h"

/** 7 ғасырда, 3 — 7 ғасырлар: the number is ordinal */
guint oq_year_words_century(OqRuleContext *context, guint at);

/** The ж., жж., ғ. behind a number: 1917 ж., 90-жж. басында, ХХ ғ-дың, 2030 ж. дейін */
guint oq_year_words_abbreviation(OqRuleContext *context, guint at);
