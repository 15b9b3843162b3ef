/* fractions.h - decimals and fractions as Kazakh words (kazakh-reading.md, 4). */
#pragma once

#include "text/rules/rule.h"

/**
 * oq_fractions_decimal:
 * @whole: digits before the decimal sign
 * @fraction: digits behind it, not empty; more than nine are read one by one
 *
 * Appends to words: "91", "2" gives "тоқсан бір бүтін оннан екі".
 */
void oq_fractions_decimal(
	const OqLexicon *lexicon, OqSlice whole, OqSlice fraction, GString *words);

/** The rules: 1/3, 3/4-і, кірістің 1/3 (the possessive that was dropped) */
guint oq_fractions_common(OqRuleContext *context, guint at);

/** ½, 1½, ¾ */
guint oq_fractions_sign(OqRuleContext *context, guint at);
