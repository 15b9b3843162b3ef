/* pdf_page.c - see the header. */
#include "open/loaders/pdf/pdf_page.h"

#include <math.h>
#include <string.h>

#define HEAD_SHARE  0.2 /* of the page's height: so far from its edge a running head stands */
#define NEAR_POINTS 6.0 /* on each page at the same height */

enum { EDGE_LINES = 2 };

static void
clear_line(gpointer data)
{
	g_free(((OqPdfLine *)data)->text);
}

OqPdfPage *
oq_pdf_page_new(guint number, double height)
{
	OqPdfPage *page = g_new0(OqPdfPage, 1);
	page->number = number;
	page->height = height;
	page->lines = g_array_new(FALSE, FALSE, sizeof(OqPdfLine));
	g_array_set_clear_func(page->lines, clear_line);
	page->notes = g_ptr_array_new_with_free_func(g_free);
	return page;
}

void
oq_pdf_page_free(OqPdfPage *page)
{
	if (page == NULL)
		return;
	g_array_unref(page->lines);
	g_ptr_array_unref(page->notes);
	g_free(page->label);
	g_free(page);
}

void
oq_pdf_page_add(OqPdfPage *page, OqPdfLine line)
{
	g_array_append_val(page->lines, line);
}

static OqPdfLine *
line_at(const OqPdfPage *page, guint index)
{
	return &g_array_index(page->lines, OqPdfLine, index);
}

/* Near the upper or lower edge, and no more than a few lines from it. */
static gboolean
is_at_edge(const OqPdfPage *page, const OqPdfLine *line)
{
	guint n_above = 0, n_below = 0;
	gboolean is_high = line->bottom < page->height * HEAD_SHARE;
	gboolean is_low = line->top > page->height * (1 - HEAD_SHARE);
	for (guint i = 0; i < page->lines->len; i++) {
		n_above += line_at(page, i)->bottom <= line->top + 1;
		n_below += line_at(page, i)->top >= line->bottom - 1;
	}
	return (is_high && n_above < EDGE_LINES) || (is_low && n_below < EDGE_LINES);
}

/* The same but for figures. */
static gboolean
is_alike(const char *a, const char *b)
{
	while (*a != '\0' || *b != '\0') {
		gboolean has_figure = g_ascii_isdigit(*a);
		if (has_figure != g_ascii_isdigit(*b) || (!has_figure && *a != *b))
			return FALSE;
		if (!has_figure) {
			a++;
			b++;
		}
		while (has_figure && g_ascii_isdigit(*a))
			a++;
		while (has_figure && g_ascii_isdigit(*b))
			b++;
	}
	return TRUE;
}

static gboolean
stands_on(const OqPdfPage *page, const OqPdfLine *line)
{
	for (guint i = 0; i < page->lines->len; i++) {
		const OqPdfLine *other = line_at(page, i);
		if (fabs(other->top - line->top) < NEAR_POINTS && is_alike(other->text, line->text))
			return TRUE;
	}
	return FALSE;
}

/* (transfer full) (nullable): "12", "– 12 –", "[12]", "xii". */
static char *
number_in(const char *text)
{
	static const char marks[] = " \t-[]().";
	g_autofree char *plain = g_strdup(text);
	for (char *dash;
		(dash = strstr(plain, "–")) != NULL || (dash = strstr(plain, "—")) != NULL;)
		memset(dash, ' ', strlen("–"));
	const char *first = plain + strspn(plain, marks);
	gsize n = strspn(first, "0123456789");
	if (n == 0)
		n = strspn(first, "ivxlc");
	const char *rest = first + n;
	return n > 0 && n < 8 && rest[strspn(rest, marks)] == '\0' ? g_strndup(first, n) : NULL;
}

static gboolean
is_alone(const OqPdfPage *page, const OqPdfLine *line)
{
	for (guint i = 0; i < page->lines->len; i++) {
		const OqPdfLine *other = line_at(page, i);
		if (other != line && !other->is_dropped && other->top < line->bottom &&
			other->bottom > line->top)
			return FALSE;
	}
	return TRUE;
}

static void
drop_repeated(OqPdfPage *page, const GPtrArray *neighbours)
{
	for (guint i = 0; i < page->lines->len; i++) {
		OqPdfLine *line = line_at(page, i);
		if (line->is_dropped || !is_at_edge(page, line))
			continue;
		for (guint k = 0; k < neighbours->len && !line->is_dropped; k++)
			line->is_dropped = stands_on(g_ptr_array_index(neighbours, k), line);
		char *number = line->is_dropped ? number_in(line->text) : NULL;
		if (number != NULL && page->label == NULL)
			page->label = number;
		else
			g_free(number);
	}
}

/* A number beside text, such as that of a chapter in a head, is none of a page. */
static void
drop_number(OqPdfPage *page)
{
	for (guint i = 0; i < page->lines->len; i++) {
		OqPdfLine *line = line_at(page, i);
		g_autofree char *number =
			line->is_dropped || !is_at_edge(page, line) ? NULL : number_in(line->text);
		if (number == NULL || !is_alone(page, line))
			continue;
		line->is_dropped = TRUE;
		if (page->label == NULL)
			page->label = g_steal_pointer(&number);
	}
}

void
oq_pdf_page_drop_heads(OqPdfPage *page, const GPtrArray *neighbours)
{
	drop_repeated(page, neighbours);
	drop_number(page);
}
