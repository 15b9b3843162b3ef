/* pauses.h - how long to be silent after an utterance. */
#pragma once

#include "text/utterance.h"

/**
 * oq_pauses_after_ms:
 * @speed_wpm: the engine's words a minute, not 0; a faster reader makes shorter pauses, in
 *   proportion, down to a floor below which sentences would run together
 *
 * Returns: milliseconds; at 175 words a minute, for example, 350 after a sentence
 */
guint oq_pauses_after_ms(OqBreak follows, guint speed_wpm);
