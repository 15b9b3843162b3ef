/* cart.h - what radio automation wants to know of a WAV file (AES46). */
#pragma once

#include "audio/labels/bext.h"

/**
 * oq_cart_add:
 * @chunks: (out): receives what is within the chunk, without its name and size
 *
 * Of version 0101, in ASCII alone. Its timers: AUDs and AUDe, where it sounds; INTs and INTe, SEGs
 * and SEGe, where the tags tell of an intro and a segue; none as long as the length is not known.
 */
void oq_cart_add(OqChunks *chunks, const OqTags *tags, const OqSound *sound);

/** oq_cart_end: the frame where it has sounded. */
guint64 oq_cart_end(const OqTags *tags, const OqSound *sound);
