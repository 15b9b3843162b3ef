/* measures.h - what a number counts: units with their powers and products, money; for the rules of
 * units, rates and money. */
#pragma once

#include "text/rules/rule.h"

/** oq_measures_is_scale: мың, млн. */
gboolean oq_measures_is_scale(const OqSentence *sentence, const OqToken *token);

/** oq_measures_behind_figures: the token behind the number at @at, or its range, and its мың or
 * млн. */
guint oq_measures_behind_figures(const OqSentence *sentence, guint at);

/** oq_measures_is_behind_figure: whether digits stand before a unit: 5, 1½, 10 мың, 3 млн., 5
 * (бес), 5 кв. */
gboolean oq_measures_is_behind_figure(const OqSentence *sentence, guint at);

/** oq_measures_is_behind_number: the same, or a number in words, or a scale alone. */
gboolean oq_measures_is_behind_number(const OqSentence *sentence, guint at);

/**
 * oq_measures_say:
 * @per: (out) (nullable): what the unit is divided by, when that is not written: Mbps
 *
 * Says кг, м², кв. м, мА·сағ, кг·°С, мм с.б. wherever they stand.
 *
 * Returns: the number of tokens; 0: no unit
 */
guint oq_measures_say(OqRuleContext *context, guint at, const char **per);

/** oq_measures_money: the money whose sign or code begins at @at, and its number of tokens; NULL:
 * none does. */
const OqMoney *oq_measures_money(const OqSentence *sentence, guint at, guint *n_tokens);
