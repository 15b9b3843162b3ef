/* spool.h - sound that is kept on the disk until all of it is known: ten hours fit in no memory.
 *
 * It lies in a file without a name, of which nothing is left however the program ends. What is
 * exact in 16 bits, as speech is, takes two bytes a sample, all else four. First it is written,
 * through its sink; when that is finished it is read, as often and from wherever. One thread at a
 * time. */
#pragma once

#include "audio/files/sink.h"

typedef struct _OqSpool OqSpool;

/** What hears all that is written, before it lies on the disk. */
typedef void (*OqSpoolTap)(const gfloat *frames, gsize n_frames, gpointer data);

/**
 * oq_spool_new:
 * @folder: (nullable): where the file lies: that of the output, which has room; NULL: that of
 *   temporary files
 *
 * Returns: NULL and OQ_BESIDE_ERROR_FILE
 */
OqSpool *oq_spool_new(const char *folder, guint rate_hz, guint n_channels, GError **error);
void oq_spool_free(OqSpool *spool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSpool, oq_spool_free)

guint oq_spool_rate_hz(const OqSpool *spool);
guint oq_spool_n_channels(const OqSpool *spool);

/** oq_spool_on_frames: @tap (nullable) is called by the sink's writes, and its data outlive it. */
void oq_spool_on_frames(OqSpool *spool, OqSpoolTap tap, gpointer data);

/** oq_spool_sink: (transfer full): the only one; the spool outlives it. What it fails with is
 * OQ_BESIDE_ERROR_FILE, and names the folder. */
OqSink *oq_spool_sink(OqSpool *spool);

/** oq_spool_n_frames: all that were written so far. */
guint64 oq_spool_n_frames(const OqSpool *spool);

/**
 * oq_spool_read: @n_frames from @frame on, or those that there are.
 *
 * Returns: how many; 0 at the end, or with @error: OQ_BESIDE_ERROR_FILE
 */
gsize oq_spool_read(OqSpool *spool, guint64 frame, gfloat *frames, gsize n_frames, GError **error);
