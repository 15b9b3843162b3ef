/* cues.h - the marks of WAV and AIFF files, which libsndfile does not write. */
#pragma once

#include "audio/labels/chunks.h"

typedef struct _OqCues OqCues;

OqCues *oq_cues_new(void);
void oq_cues_free(OqCues *cues);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqCues, oq_cues_free)

/**
 * oq_cues_add: left out when @frame has more than 32 bits, which none of them can tell.
 * @n_frames: how long what is marked is; 0: it is a place
 */
void oq_cues_add(OqCues *cues, guint64 frame, guint64 n_frames, const char *label);

/** oq_cues_add_wav: a chunk of places and a list of their names and lengths; nothing of none. */
void oq_cues_add_wav(const OqCues *cues, OqChunks *chunks);

/** oq_cues_add_aiff: a MARK chunk, of the first 65 535; nothing of none. A name is cut at a
 * character that would end behind 255 bytes. */
void oq_cues_add_aiff(const OqCues *cues, OqChunks *chunks);
