/* refind.h - a place found again in a document that may have changed. */
#pragma once

#include "document/document.h"
#include "reading/places/trace.h"

/** So much of a text is looked through, all that is looked for in it together. */
#define OQ_REFIND_MAX_BYTES (G_GUINT64_CONSTANT(128) << 20)

/**
 * oq_refind_place:
 * @trace: what stood around the place
 * @near: where it was
 * @n_left: (inout): bytes that may be looked through
 * @place: (out): where it is now
 *
 * Looks around @near first, and through all of the document when there is no more than a part of
 * the trace. The document then stands anywhere.
 *
 * Returns: FALSE when nothing of it is there, or with an error of oq_document_seek()
 */
gboolean oq_refind_place(OqDocument *document, const OqTrace *trace, guint64 near, guint64 *n_left,
	guint64 *place, GError **error);
