/* xhtml.h - a member of an archive that is XHTML or DTBook as hypertext; where it is not
 * well-formed, as HTML. */
#pragma once

#include "open/archive.h"
#include "open/markup/hypertext.h"

typedef struct _OqXhtml OqXhtml;

/** oq_xhtml_open: @archive: outlives it.
 * Returns: NULL and OQ_OPEN_ERROR_DAMAGED (there is none of that name), _LOCKED or _LIMIT */
OqXhtml *oq_xhtml_open(OqArchive *archive, const char *name, GError **error);
void oq_xhtml_free(OqXhtml *xhtml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqXhtml, oq_xhtml_free)

/** oq_xhtml_has_heading: one of its own; also where it is too large to be looked through. */
gboolean oq_xhtml_has_heading(const OqXhtml *xhtml);

/** oq_xhtml_feed: all of it, between oq_hypertext_begin() and _end(); more than once, if wanted.
 * @out: (nullable): is shared as it goes, and when it is closed, this ends */
gboolean oq_xhtml_feed(OqXhtml *xhtml, OqHypertext *hypertext, OqBlockWriter *out, GError **error);
