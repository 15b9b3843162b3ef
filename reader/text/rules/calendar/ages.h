/* ages.h - what ж and ғ behind a number are where they are no year and no century
 * (kazakh-reading.md, 3). */
#pragma once

#include "text/words/sentence.h"

/** oq_ages_is_age: Марат (45 ж.): the number is no year. */
gboolean oq_ages_is_age(const OqSentence *sentence, guint number, guint word);

/** oq_ages_is_weight: 300 ғ, which is typed for г: no century. */
gboolean oq_ages_is_weight(const OqSentence *sentence, guint number, guint word);
