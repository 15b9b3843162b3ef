/* docx_parts.h - which members of a DOCX are what: its relations say, else the usual names do. */
#pragma once

#include "open/archive.h"

/** oq_docx_parts_document: (transfer full) (nullable): the member that holds the text. */
char *oq_docx_parts_document(OqArchive *archive);

/** oq_docx_parts_related: (transfer full) (nullable): of @part, by the last step of its type:
 * "styles", "footnotes". */
char *oq_docx_parts_related(OqArchive *archive, const char *part, const char *type);

/** oq_docx_parts_by_id: (transfer full) (nullable): what @part calls so. */
char *oq_docx_parts_by_id(OqArchive *archive, const char *part, const char *id);
