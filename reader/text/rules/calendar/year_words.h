/* year_words.h - the rules of what stands behind years and centuries (kazakh-reading.md, 2 and 3).
 */
#pragma once

#include "text/rules/rule.h"

/** 7 ғасырда, 3 — 7 ғасырлар: the number is ordinal */
guint oq_year_words_century(OqRuleContext *context, guint at);

/** The ж., жж., ғ. behind a number: 1917 ж., 90-жж. басында, ХХ ғ-дың, 2030 ж. дейін */
guint oq_year_words_abbreviation(OqRuleContext *context, guint at);

/** oq_year_words_is_age: Марат (45 ж.): the number is no year. */
gboolean oq_year_words_is_age(const OqSentence *sentence, guint number, guint word);

/** oq_year_words_is_weight: 300 ғ, which is typed for г: no century. */
gboolean oq_year_words_is_weight(const OqSentence *sentence, guint number, guint word);
