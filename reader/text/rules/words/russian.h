/* russian.h - what the Kazakh rules must not read: numbers, signs and abbreviations inside a
 * Russian phrase. Figures stay figures, which the Russian voice reads; russian.tsv has the words.
 */
#pragma once

#include "text/rules/rule.h"

/**
 * oq_russian_apply: as oq_rules_apply(), for a token that is marked Russian
 * @known: (out): FALSE when the token is none of a Russian phrase's own, so that the other rules
 * are to be asked
 */
const OqRule *oq_russian_apply(OqRuleContext *context, guint at, guint *n_taken, gboolean *known);
