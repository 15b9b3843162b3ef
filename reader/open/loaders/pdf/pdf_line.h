/* pdf_line.h - a line of a printed page, or a part of one: what stands together. */
#pragma once

#include <glib.h>

/** In points of the page, from its upper left corner. */
typedef struct {
	char *text;
	double left, right, top, bottom;
	double size;         /* of its letters: the height of most of them */
	double text_left;    /* an item of a list: of what is behind its mark; 0: it has none */
	gboolean is_dropped; /* it is a running head, or the page's number */
	gboolean is_note;    /* a note begins with it, whose number stands before it, or stood */
	guint part;          /* of the page: a column of it, above or below which others may be */
	guint table;         /* of the page, from 1; 0: it is in none */
	guint row, column;   /* of the table */
	gboolean in_head;    /* of the table: its row names the columns */
} OqPdfLine;

/**
 * oq_pdf_line_kept: of a text that goes on in the next line. A word that was parted at the end is
 * whole again; a hyphen stays before a capital or a figure, where it is the word's own.
 *
 * @next: (nullable): the next line
 * @is_parted: (out): a word goes on there: no space is between them
 *
 * Returns: how many bytes of @text stay
 */
gsize oq_pdf_line_kept(const char *text, const char *next, gboolean *is_parted);
