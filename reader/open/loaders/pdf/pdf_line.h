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
