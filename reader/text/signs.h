/* signs.h - the rules of signs (kazakh-reading.md, 7). */
#pragma once

#include "text/rule.h"

/** %, №, &: what signs.tsv has a word for, with any ending behind a hyphen. */
guint oq_signs_named(OqRuleContext *context, guint at);

/** The № that only makes a number ordinal is silent. */
guint oq_signs_numero(OqRuleContext *context, guint at);

/** What is neither in the table nor punctuation is passed over. */
guint oq_signs_silent(OqRuleContext *context, guint at);
