/* text_stream.h - a file of a textual format, decoded piece by piece: of one that is too large to
 * be in memory as a whole, as text_input.h has it. */
#pragma once

#include "open/loader.h"

typedef struct _OqTextStream OqTextStream;

/**
 * oq_text_stream_new:
 * @job: outlives it; the encoding that the user names goes before all others
 * @declared: (nullable): as oq_text_input_decode() has it; what is not declared is judged by the
 *   first piece that has enough letters beyond ASCII
 *
 * Returns: NULL and OQ_OPEN_ERROR_ENCODING or _FAILED
 */
OqTextStream *oq_text_stream_new(const OqOpenJob *job, const char *declared, GError **error);
void oq_text_stream_free(OqTextStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTextStream, oq_text_stream_free)

/** oq_text_stream_next: (transfer none) (nullable): valid UTF-8 without a BOM and without NUL,
 * until the next call; NULL at the end, or with OQ_OPEN_ERROR_FAILED. */
const char *oq_text_stream_next(OqTextStream *stream, gsize *n_bytes, GError **error);

/** oq_text_stream_offset: how far the file was read. */
guint64 oq_text_stream_offset(const OqTextStream *stream);
