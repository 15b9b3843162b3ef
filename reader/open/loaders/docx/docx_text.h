/* docx_text.h - the main part of a DOCX as blocks. */
#pragma once

#include "open/loaders/docx/docx_chunks.h"
#include "open/loaders/docx/docx_lists.h"
#include "open/notes.h"

typedef struct {
	OqXmlPull *xml; /* at its beginning */
	const OqDocxStyles *styles;
	OqDocxLists *lists;
	OqNoteBook *notes; /* "f2" is footnote 2, "e1" endnote 1 */
	guint64 n_bytes;   /* of the part; 0: not known */
	OqDocxChunks *chunks;
} OqDocxText;

/** oq_docx_text_read: Returns: FALSE and OQ_OPEN_ERROR; what was before is written. */
gboolean oq_docx_text_read(const OqDocxText *text, OqBlockWriter *out, GError **error);

/** oq_docx_text_unread: (transfer none): elements whose text is none of the document's: what was
 * deleted or moved away, what stands for old programs, the codes of fields. NULL behind them. */
const char *const *oq_docx_text_unread(void);
