/* pdf_figures.h - small figures in a line: marks of notes are none of its text, powers are. */
#pragma once

#include <glib.h>

typedef struct {
	GString *text;
	GString *raised; /* what was seen since the last letter … */
	double size;
	double middle;    /* … which is there, from the top */
	gboolean is_note; /* the line begins with the number of a note */
} OqPdfFigures;

/** oq_pdf_figures_init: @size: of most of the line's letters. */
void oq_pdf_figures_init(OqPdfFigures *figures, double size);

/** oq_pdf_figures_add: @top, @bottom: of the character, from the top of the page. */
void oq_pdf_figures_add(OqPdfFigures *figures, gunichar c, double top, double bottom);

/** oq_pdf_figures_end: (transfer full): the text, in which m and a raised 2 are m², CO and a
 * lowered one are CO2. */
char *oq_pdf_figures_end(OqPdfFigures *figures);
