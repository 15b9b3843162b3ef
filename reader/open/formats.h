/* formats.h - the loaders, and which one a file is for. */
#pragma once

#include "open/loader.h"

/** oq_formats_choose: by what the file holds; its extension decides only where that says nothing.
 * Returns: (nullable): NULL and OQ_OPEN_ERROR_UNKNOWN, or that of a read */
const OqLoader *oq_formats_choose(const OqOpenJob *job, GError **error);

/** oq_formats_prepare: of all loaders. */
void oq_formats_prepare(void);
