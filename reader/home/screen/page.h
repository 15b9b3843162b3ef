/* page.h - how a sentence stands on the terminal, and the bytes that change it there. Pure.
 *
 * The cursor always stands at the beginning of the row below; a word is shown as heard by moving up
 * to it, writing it anew, and coming back. What has left the screen at its top is never touched. */
#pragma once

#include "home/screen/large.h"
#include "home/screen/looks.h"

#define OQ_PAGE_MIN_COLUMNS 3 /* of a terminal whose lines can be written anew */

typedef struct _OqPage OqPage;

/**
 * oq_page_new:
 * @text: the sentence
 * @glyphs: (nullable): big letters, where they fit; must outlive the page
 * @columns, @rows: of the terminal
 */
OqPage *oq_page_new(
	const char *text, const OqLooks *looks, const OqGlyphs *glyphs, guint columns, guint rows);
void oq_page_free(OqPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPage, oq_page_free)

/** oq_page_cells: (transfer none): the sentence's. */
const OqCells *oq_page_cells(const OqPage *page);

/** oq_page_is_large: a part at a time is printed, in big letters. */
gboolean oq_page_is_large(const OqPage *page);

/** oq_page_shows: the cell is in what was printed last. */
gboolean oq_page_shows(const OqPage *page, guint cell);

/** oq_page_print: the sentence; of one in big letters the part that begins with that cell's line.
 */
void oq_page_print(OqPage *page, guint cell, GString *out);

/** oq_page_mark: the cells @first to @end, without that one, are heard, and no others; none when
 * both are equal. */
void oq_page_mark(OqPage *page, guint first, guint end, GString *out);

/** oq_page_push_up: so many rows were written below. */
void oq_page_push_up(OqPage *page, guint n_rows);

/** oq_page_rest: where it stands now is not known; it is left as it is. */
void oq_page_rest(OqPage *page);
