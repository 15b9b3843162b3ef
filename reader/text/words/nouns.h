/* nouns.h - what the noun behind a number says of it: how many (5-қабатты, 154,479 адам) or which
 * (5-қабат). kazakh-reading.md, 1 and 2. */
#pragma once

#include "text/words/sentence.h"

/** oq_nouns_are_counted: whether what stands at @at, behind a number or its ending, is counted: a
 * noun or money, and no measure, which may have a fraction, unless the number ends in so many
 * zeros (@n_zeros) that it is none: 18.000 км, 4.500 гектар. */
gboolean oq_nouns_are_counted(const OqSentence *sentence, guint at, guint n_zeros);

/** oq_nouns_is_quantity: whether a word is an adjective made of what is counted, or names an age or
 * anniversary: қабатты, жасар, жылдығы. */
gboolean oq_nouns_is_quantity(const OqSentence *sentence, guint at);

/** oq_nouns_is_joined: whether a hyphen stands at @at and behind it a noun, before which a number
 * is ordinal, unless it is a quantity. The hyphen may have a gap on one side before some of them:
 * 2025 -жылдың. */
gboolean oq_nouns_is_joined(const OqSentence *sentence, guint at);

/** oq_nouns_is_plural: сыныптар, тармақтарда. */
gboolean oq_nouns_is_plural(const OqSentence *sentence, const OqToken *token);

/** oq_nouns_is_month: the name of a month, with any case ending. */
gboolean oq_nouns_is_month(const OqSentence *sentence, const OqToken *token);
