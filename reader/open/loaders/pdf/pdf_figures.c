/* pdf_figures.c - see the header. */
#include "open/loaders/pdf/pdf_figures.h"

#include "open/powers.h"

#define SMALL_SHARE 0.8 /* of the line's letters */

void
oq_pdf_figures_init(OqPdfFigures *figures, double size)
{
	*figures = (OqPdfFigures){
		.text = g_string_new(NULL), .raised = g_string_new(NULL), .size = size};
}

/* A minus, too. */
static gboolean
is_figure(gunichar c)
{
	return (c >= '0' && c <= '9') || c == 0x2212;
}

/* What is no power is the mark of a note, and left out. */
static void
end_raised(OqPdfFigures *figures)
{
	if (figures->raised->len > 0)
		oq_powers_append_sure(figures->text, figures->raised->str);
	g_string_truncate(figures->raised, 0);
}

/* A small figure that stands lower than the letter before it is one of a formula, as in CO2. */
void
oq_pdf_figures_add(OqPdfFigures *figures, gunichar c, double top, double bottom)
{
	double middle = (top + bottom) / 2;
	gboolean is_small = bottom - top < SMALL_SHARE * figures->size;
	gboolean is_first = figures->text->len == 0;
	if (is_small && is_figure(c) && (is_first || middle < figures->middle)) {
		figures->is_note |= is_first;
		g_string_append_unichar(figures->raised, c);
		return;
	}
	end_raised(figures);
	g_string_append_unichar(figures->text, c);
	if (c != ' ' && !is_small)
		figures->middle = middle;
}

char *
oq_pdf_figures_end(OqPdfFigures *figures)
{
	end_raised(figures);
	g_string_free(figures->raised, TRUE);
	return g_strstrip(g_string_free(figures->text, FALSE));
}
