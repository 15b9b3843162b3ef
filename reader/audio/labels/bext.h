/* bext.h - the broadcast extension of a WAV file (EBU Tech 3285 version 2). */
#pragma once

#include "audio/labels/chunks.h"
#include "audio/labels/tags.h"

/** How the sound is written. */
typedef struct {
	guint rate_hz;
	guint n_channels;
	guint n_bits;
	guint64 n_frames; /* 0: not known yet */
} OqSound;

/**
 * oq_bext_add:
 * @chunks: (out): receives what is within the chunk, without its name and size
 *
 * Of version 2 when the loudness is known, else of version 1, which tells none. In ASCII alone. */
void oq_bext_add(OqChunks *chunks, const OqTags *tags, const OqSound *sound);
