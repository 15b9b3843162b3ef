/* english.h - what the Kazakh rules must not read in a sentence that is told to be English: words
 * in Latin letters and figures, which stay as they are, for the English voice.
 */
#pragma once

#include "text/rules/rule.h"

/**
 * oq_english_apply: as oq_rules_apply(), for a token that is marked English
 * @known: (out): FALSE when the token is none of its own, so that the other rules are to be asked;
 * TRUE without a rule: it is said as it is written
 */
const OqRule *oq_english_apply(OqRuleContext *context, guint at, guint *n_taken, gboolean *known);
