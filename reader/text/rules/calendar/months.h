/* months.h - names of months in a sentence, whole and short (kazakh-reading.md, 3). */
#pragma once

#include "text/rules/rule.h"

/** oq_months_at: how many tokens the name of a month takes that stands there, with any case ending
 * or cut short, with the point of a short one; 0: there is none. */
guint oq_months_at(const OqSentence *sentence, guint at);

/** oq_months_is_bare: whether that name has no ending. */
gboolean oq_months_is_bare(const OqSentence *sentence, guint at);

/** oq_months_before: the same for the name that ends before a token; its first token, or G_MAXUINT.
 */
guint oq_months_before(const OqSentence *sentence, guint at);

/** oq_months_is_day: a number that may be the day of a month. */
gboolean oq_months_is_day(const OqSentence *sentence, guint at);

/** oq_months_is_year: four digits from 1000 to 2100. */
gboolean oq_months_is_year(const OqSentence *sentence, guint at);

/** oq_months_is_measured: whether the figures before a token are an amount: 1.05–2.10 пайыз */
gboolean oq_months_is_measured(const OqSentence *sentence, guint at);

/** oq_months_append: the name of a month by its number. */
void oq_months_append(OqRuleContext *context, guint month);

/** oq_months_attach_omitted: the case that figures leave out: 12.05.2021 келді is … мамырда,
 * 12.05.2021 шартын … мамырдағы, 12.05.2021 бастап … мамырдан.
 * @behind: the token behind the date */
void oq_months_attach_omitted(OqRuleContext *context, guint behind);

/** 10 там. 2025 ж., 7 қыр. дейін: the short name itself */
guint oq_months_short(OqRuleContext *context, guint at);
