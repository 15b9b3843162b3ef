/* signs.h - the rules of signs (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** The № that only makes a number ordinal is silent. */
guint oq_signs_numero(OqRuleContext *context, guint at);

/** +/- stands for ± */
guint oq_signs_plus_minus(OqRuleContext *context, guint at);

/** At OQ_PUNCTUATION_ALL: the punctuation of one place, by its names; it stays behind them. */
guint oq_signs_punctuation(OqRuleContext *context, guint at);

/** What signs.tsv names at the listener's level, repeated ones once, with any ending behind a
 * hyphen; at the higher levels also what it does not have. */
guint oq_signs_named(OqRuleContext *context, guint at);

/** What has no name at the listener's level and is not punctuation is passed over. */
guint oq_signs_silent(OqRuleContext *context, guint at);

/** oq_signs_behind_emoji: behind a pictograph or flag with all that changes its look; @at: there is
 * none. */
guint oq_signs_behind_emoji(const OqSentence *sentence, guint at);

/** oq_signs_general_name: what a sign that signs.tsv does not have is called; NULL: it cannot be
 * seen. */
const char *oq_signs_general_name(const OqLexicon *lexicon, gunichar sign);
