/* jumps.h - a text from any place, forward and back, is what reading it from its beginning gives.
 * What does not hold ends the process. */
#pragma once

#include "text/lexicon/lexicon.h"

/** jumps_check: @bytes: any; one text in 64 is repeated until it has many blocks. */
void jumps_check(const OqLexicon *lexicon, const char *bytes, gsize n_bytes);
