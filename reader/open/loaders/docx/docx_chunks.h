/* docx_chunks.h - texts in other formats that a DOCX takes in as they are (altChunk); those that
 * are HTML are read. */
#pragma once

#include "open/loader.h"

typedef struct _OqDocxChunks OqDocxChunks;

/** oq_docx_chunks_new: @job: outlives it. @part: the member that takes them in. */
OqDocxChunks *oq_docx_chunks_new(const OqOpenJob *job, const char *part);
void oq_docx_chunks_free(OqDocxChunks *chunks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDocxChunks, oq_docx_chunks_free)

/** oq_docx_chunks_read: @id: (nullable): of its relation. Returns: FALSE and OQ_OPEN_ERROR, of
 * which _DAMAGED is also told of one that is no HTML: what was before is written. */
gboolean oq_docx_chunks_read(
	OqDocxChunks *chunks, const char *id, OqBlockWriter *out, GError **error);
