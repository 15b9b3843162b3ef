/* cues.h - the marks of a WAV file, which libsndfile does not write.
 * They are a chunk of places and a list of their names, both behind the sound. */
#pragma once

#include <glib.h>

typedef struct _OqCues OqCues;

OqCues *oq_cues_new(void);
void oq_cues_free(OqCues *cues);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqCues, oq_cues_free)

/** oq_cues_add: left out when @frame has more than 32 bits, which WAV cannot tell. */
void oq_cues_add(OqCues *cues, guint64 frame, const char *label);

/**
 * oq_cues_append:
 * @fd: a RIFF or RF64 file that is whole, open for reading and writing
 *
 * Writes all marks at the end of the file. Nothing is changed without any, or when a RIFF file has
 * no room for them below 4 GiB.
 *
 * Returns: FALSE and errno when the file cannot be read or written
 */
gboolean oq_cues_append(const OqCues *cues, int fd);
