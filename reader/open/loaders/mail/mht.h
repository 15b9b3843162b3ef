/* mht.h - loader of pages that a browser saved with all that belongs to them (MHTML): the page
 * itself. */
#pragma once

#include "open/loader.h"
#include "open/loaders/mail/mime.h"

extern const OqLoader oq_loader_mht;

/** oq_mht_load_page: a part that is HTML. */
gboolean oq_mht_load_page(
	const OqOpenJob *job, const OqMimePart *part, OqBlockWriter *out, GError **error);
