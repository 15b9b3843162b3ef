/* toc.h - a book's own table of contents and list of pages: NCX, or the nav file of EPUB 3. */
#pragma once

#include "open/archive.h"
#include "open/markup/hypertext.h"

typedef struct _OqToc OqToc;

OqToc *oq_toc_new(void);
void oq_toc_free(OqToc *toc);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqToc, oq_toc_free)

/** oq_toc_read_ncx: what can be read of it; nothing if there is none of that name. */
void oq_toc_read_ncx(OqToc *toc, OqArchive *archive, const char *name);
void oq_toc_read_nav(OqToc *toc, OqArchive *archive, const char *name);

/** oq_toc_is_empty: no chapters. */
gboolean oq_toc_is_empty(const OqToc *toc);

/** oq_toc_put_pages: all of them. */
void oq_toc_put_pages(const OqToc *toc, OqHypertext *hypertext);

/** oq_toc_put_headlines: those of a file. */
void oq_toc_put_headlines(const OqToc *toc, const char *file, OqHypertext *hypertext);
