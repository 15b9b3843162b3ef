/* whole.h - a source as a regular file, which another program can read in any order. */
#pragma once

#include "document/source.h"

/**
 * oq_whole_file: a descriptor of its own, at the beginning: of the file itself, or of a copy
 * without a name of what a pipe gives, to its end.
 *
 * Returns: -1 and an error of oq_source_read(), or OQ_DOCUMENT_ERROR_UNREADABLE when there is no
 *   room for the copy
 */
int oq_whole_file(OqSource *source, GError **error);
