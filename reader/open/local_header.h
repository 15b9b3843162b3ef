/* local_header.h - what stands in a zip file before the data of each member, so that it can be read
 * without those before it. */
#pragma once

#include "open/loader.h"

/**
 * oq_local_header_find:
 * @data: where the data of the member begins
 * @n_bytes: of it, unpacked, as the list of members says; 0: it does not say
 * @start: (out): where its header begins
 *
 * Returns: FALSE: it is not there, or the list of members knows better what comes behind it
 */
gboolean oq_local_header_find(const OqOpenJob *job, guint64 data, guint64 n_bytes, guint64 *start);
