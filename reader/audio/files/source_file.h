/* source_file.h - an audio file that is read: whatever libsndfile knows, by its content.
 *
 * Frames are interleaved floats of full scale 1, finite and not beyond OQ_SOURCE_MAX_LEVEL,
 * whatever the file holds. A file whose end is missing is an error, where its format tells. One
 * thread at a time. */
#pragma once

#include "audio/files/sink.h"

#define OQ_SOURCE_MAX_LEVEL    64
#define OQ_SOURCE_MAX_CHANNELS 16
#define OQ_SOURCE_MIN_RATE_HZ  1000
#define OQ_SOURCE_MAX_RATE_HZ  768000

typedef struct _OqSourceFile OqSourceFile;

/** oq_source_file_new: NULL and OQ_AUDIO_ERROR_SOURCE, which names the file. A pipe, a device or a
 * folder is not opened. */
OqSourceFile *oq_source_file_new(const char *path, GError **error);
void oq_source_file_free(OqSourceFile *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSourceFile, oq_source_file_free)

guint oq_source_file_rate_hz(const OqSourceFile *source);
guint oq_source_file_n_channels(const OqSourceFile *source);

/**
 * oq_source_file_read: the next frames.
 * @n_frames: so many at most
 *
 * Returns: how many; 0: the end; -1 and OQ_AUDIO_ERROR_SOURCE
 */
gssize oq_source_file_read(OqSourceFile *source, gfloat *frames, gsize n_frames, GError **error);
