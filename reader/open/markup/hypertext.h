/* hypertext.h - elements of (X)HTML and DTBook as they come, from whatever parser, to blocks.
 *
 * Headings, paragraphs, items, quotations, lines (pre, br) and tables (table_rows.h) become blocks;
 * a description of a picture is a paragraph behind the one it stands in. Scripts, menus and what is
 * hidden are left out; a number that refers to a note is, too. A language that an element within
 * the document's body bears is its block's when all of the block is in it; that of the whole
 * document is not. */
#pragma once

#include "open/loader.h"

typedef struct _OqHypertext OqHypertext;

typedef enum {
	OQ_HYPERTEXT_WRITE,
	OQ_HYPERTEXT_GATHER, /* nothing but notes is taken: OQ_NOTES_INLINE wants that before */
} OqHypertextPass;

/** oq_hypertext_new: @out: outlives it. @language: (nullable): of the document; an html or body
 * element that bears another one marks its blocks. */
OqHypertext *oq_hypertext_new(OqBlockWriter *out, OqNotes notes, const char *language);
void oq_hypertext_free(OqHypertext *hypertext);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqHypertext, oq_hypertext_free)

/** oq_hypertext_begin: a file of the document. @path: as links of other files resolve to it
 * (hrefs.h);
 * "": the only one. */
void oq_hypertext_begin(OqHypertext *hypertext, const char *path, OqHypertextPass pass);

/** oq_hypertext_end: of a file; ends what was not ended in it.
 * Returns: FALSE and OQ_OPEN_ERROR_LIMIT: more notes than are kept */
gboolean oq_hypertext_end(OqHypertext *hypertext, GError **error);

/**
 * oq_hypertext_start:
 * @name: of an element, in small letters, without a prefix
 * @attributes: (nullable): names and values in turn, NULL behind them
 */
void oq_hypertext_start(OqHypertext *hypertext, const char *name, const char *const *attributes);
void oq_hypertext_text(OqHypertext *hypertext, const char *text, gssize n_bytes);

/** oq_hypertext_finish: of the element that started last. */
void oq_hypertext_finish(OqHypertext *hypertext);

/** oq_hypertext_is_skipping: nothing is read up to the end of this element. */
gboolean oq_hypertext_is_skipping(const OqHypertext *hypertext);

/** oq_hypertext_page: where the element of this id ("ch1.xhtml#p12") is, a page begins. */
void oq_hypertext_page(OqHypertext *hypertext, const char *key, const char *label);

/** oq_hypertext_headline: where the file or element begins, a heading is put unless there is one.
 */
void oq_hypertext_headline(OqHypertext *hypertext, const char *key, const char *text, guint level);

/** oq_hypertext_take_wanted: (transfer full) (nullable): a file in which notes are that were
 * referred to in the pass that gathers, and that was not gathered; NULL: there is none, or no
 * further one. */
char *oq_hypertext_take_wanted(OqHypertext *hypertext);
