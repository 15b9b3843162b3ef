/* units.h - the rules of units behind a number, in the heads of columns, with endings
 * (kazakh-reading.md, 6). */
#pragma once

#include "text/rules/rule.h"

/** oq_units_unit: км, м², км/сағ-қа, кВт·сағ behind a number; кмге, without a hyphen. */
guint oq_units_unit(OqRuleContext *context, guint at);

/** oq_units_clear: the same of л.с., ш.м., кВ, which look like other abbreviations. */
guint oq_units_clear(OqRuleContext *context, guint at);

/** oq_units_stuck: 99s, 24h: a Latin letter stuck to its number. */
guint oq_units_stuck(OqRuleContext *context, guint at);

/** oq_units_head: the unit of a column: Өндіріс (т), Салмағы, кг. */
guint oq_units_head(OqRuleContext *context, guint at);

/** oq_units_stars: 5⭐, 4★★★★: the sign is the unit, however often it stands there. */
guint oq_units_stars(OqRuleContext *context, guint at);
