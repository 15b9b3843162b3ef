/* page_case.h - what holds for a sentence on a terminal, whatever it is and however wide that is.
 */
#pragma once

#include "glass.h"
#include "home/screen/page.h"

#include <string.h>

/* Without blanks and line breaks, and without the ends of lines within a word that is heard. */
static inline char *
page_case_join(const char *text)
{
	static const char between[] = {GLASS_BEHIND, GLASS_HEARD, '\0'};
	GString *joined = g_string_new(NULL);

	for (const char *p = text; *p != '\0'; p++)
		if (*p != ' ' && *p != '\n')
			g_string_append_c(joined, *p);
	g_string_replace(joined, between, "", 0);
	return g_string_free(joined, FALSE);
}

/** page_case_assert: the screen shows the sentence, and bytes @start to @end of it as heard. */
static inline void
page_case_assert(const Glass *glass, const char *text, gsize start, gsize end)
{
	g_autoptr(OqCells) cells = oq_cells_new(text);
	g_autoptr(GString) expected = g_string_new(NULL);
	guint first, behind;

	if (oq_cells_find(cells, start, end, &first, &behind)) {
		oq_cells_append(cells, 0, first, expected);
		g_string_append_c(expected, GLASS_HEARD);
		oq_cells_append(cells, first, behind, expected);
		g_string_append_c(expected, GLASS_BEHIND);
		oq_cells_append(cells, behind, oq_cells_count(cells), expected);
	} else {
		g_string_append(expected, oq_cells_shown(cells));
	}
	g_autofree char *wanted = page_case_join(expected->str);
	g_autofree char *rows = glass_heard(glass);
	g_autofree char *got = page_case_join(rows);
	g_assert_cmpstr(got, ==, wanted);
	g_assert_cmpuint(glass_column(glass), ==, 0);
}

/** page_case_mark: those bytes are heard now. */
static inline void
page_case_mark(OqPage *page, Glass *glass, gsize start, gsize end)
{
	g_autoptr(GString) out = g_string_new(NULL);
	guint first = 0, behind = 0;

	if (!oq_cells_find(oq_page_cells(page), start, end, &first, &behind))
		first = behind = 0;
	oq_page_mark(page, first, behind, out);
	glass_feed(glass, out->str, out->len);
}
