/* chunks.h - the pieces that RIFF and AIFF files are made of: a name of four letters, a size, so
 * many bytes, and one more where the next one would begin at an odd place.
 *
 * Numbers are little-endian in RIFF, big-endian in AIFF. */
#pragma once

#include <glib.h>

typedef struct {
	GByteArray *bytes;
	gboolean is_big_endian;
} OqChunks;

void oq_chunks_init(OqChunks *chunks, gboolean is_big_endian);
void oq_chunks_clear(OqChunks *chunks);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqChunks, oq_chunks_clear)

/** oq_chunks_begin: a chunk within which others may begin. Returns what oq_chunks_end() takes. */
guint oq_chunks_begin(OqChunks *chunks, const char *name);
void oq_chunks_end(OqChunks *chunks, guint place);

void oq_chunks_add16(OqChunks *chunks, guint16 number);
void oq_chunks_add32(OqChunks *chunks, guint32 number);
void oq_chunks_add64(OqChunks *chunks, guint64 number);

/** oq_chunks_add_text: as it is, without a zero behind it. */
void oq_chunks_add_text(OqChunks *chunks, const char *text);

/** oq_chunks_add_field: of that many bytes: cut off, or filled up with zeros. */
void oq_chunks_add_field(OqChunks *chunks, const char *text, gsize n_bytes);

/** oq_chunks_add_bytes: with zeros behind them up to a multiple of @multiple. */
void oq_chunks_add_bytes(OqChunks *chunks, const void *bytes, gsize n_bytes, gsize multiple);

/**
 * oq_chunks_append:
 * @fd: a RIFF, RF64 or AIFF file that is whole, open for reading and writing
 *
 * Writes them behind all others and makes the file's size right. Nothing is changed when there are
 * none, or when a file that is not RF64 has no room for them below 4 GiB.
 *
 * Returns: FALSE and errno when the file cannot be read or written
 */
gboolean oq_chunks_append(const OqChunks *chunks, int fd);

/**
 * oq_chunks_replace:
 * @fd: a RIFF or RF64 file
 * @name: a chunk of it, before the sound, which keeps its size: @bytes are cut off, or filled up
 *   with zeros
 *
 * Returns: as oq_chunks_append(); EIO when there is no such chunk
 */
gboolean oq_chunks_replace(int fd, const char *name, const GByteArray *bytes);
