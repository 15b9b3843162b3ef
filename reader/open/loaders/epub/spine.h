/* spine.h - the texts of a packaged book, one behind the other. */
#pragma once

#include "open/loaders/epub/package.h"

/**
 * oq_spine_tell: all of it: title, author, language, and the texts in the package's order.
 * @locked: (element-type utf8): members that are encrypted
 *
 * What is damaged or missing is passed over, and told of at the end.
 *
 * Returns: FALSE and OQ_OPEN_ERROR
 */
gboolean oq_spine_tell(const OqOpenJob *job, OqArchive *archive, const OqPackage *package,
	GHashTable *locked, OqBlockWriter *out, GError **error);
