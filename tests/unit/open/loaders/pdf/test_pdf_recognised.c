#include "open/loaders/pdf/pdf_recognised.h"

#include <string.h>

#define HEAD                                                                                       \
	"level\tpage_num\tblock_num\tpar_num\tline_num\tword_"                                     \
	"num\tleft\ttop\twidth\theight\tconf\t"                                                    \
	"text\n1\t1\t0\t0\t0\t0\t0\t0\t1000\t1000\t-1\t\n"
#define LINE(block, left, top, width, height)                                                      \
	"4\t1\t" #block "\t1\t1\t0\t" #left "\t" #top "\t" #width "\t" #height "\t-1\t\n"
#define WORD(sure, text) "5\t1\t1\t1\t1\t1\t0\t0\t0\t0\t" #sure "\t" text "\n"

static OqPdfPage *
recognised(const char *tsv)
{
	OqPdfPage *page = oq_pdf_page_new(1, 0);
	g_autoptr(GBytes) bytes = g_bytes_new_static(tsv, strlen(tsv));
	oq_pdf_recognised_add(page, bytes, 0.5);
	return page;
}

static void
test_lines(void)
{
	g_autoptr(OqPdfPage) page = recognised(HEAD LINE(1, 100, 200, 300, 40) WORD(90.5, "Бір")
			WORD(95, "екі") LINE(1, 100, 260, 200, 30) WORD(80, "үш") WORD(95, " ")
				LINE(2, 500, 200, 200, 32) WORD(70, "төрт"));
	g_assert_cmpuint(page->lines->len, ==, 3);
	const OqPdfLine *lines = &g_array_index(page->lines, OqPdfLine, 0);
	g_assert_cmpstr(lines[0].text, ==, "Бір екі");
	g_assert_cmpstr(lines[1].text, ==, "үш");
	g_assert_cmpstr(lines[2].text, ==, "төрт");
	g_assert_cmpfloat(lines[0].left, ==, 50);
	g_assert_cmpfloat(lines[0].right, ==, 200);
	g_assert_cmpfloat(lines[0].top, ==, 100);
	g_assert_cmpfloat(lines[0].bottom, ==, 120);
	g_assert_cmpuint(lines[0].part, ==, 1);
	g_assert_cmpuint(lines[2].part, ==, 2);
	/* strokes above and below the line make no heading */
	for (guint i = 0; i < 3; i++)
		g_assert_cmpfloat(lines[i].size, ==, 16);
}

static void
test_heading(void)
{
	g_autoptr(OqPdfPage) page = recognised(HEAD LINE(1, 0, 0, 300, 60) WORD(90, "Тарау") LINE(
		1, 0, 80, 300, 30) WORD(90, "бір") LINE(1, 0, 120, 300, 32) WORD(90, "екі"));
	const OqPdfLine *lines = &g_array_index(page->lines, OqPdfLine, 0);
	g_assert_cmpuint(page->lines->len, ==, 3);
	g_assert_cmpfloat(lines[0].size, ==, 30);
	g_assert_cmpfloat(lines[1].size, ==, 16);
}

/* What looks like letters in a photograph; a table that is none. */
static void
test_none(void)
{
	g_autoptr(OqPdfPage) photograph = recognised(HEAD LINE(1, 0, 0, 300, 60) WORD(20, "|;")
			WORD(40, "ы") LINE(1, 0, 0, 300, 60) WORD(90, ""));
	g_autoptr(OqPdfPage) broken = recognised("5\t1\n\n\t\t\t\t\t\t\t\t\t\t\t\t\n4\t\377");
	g_assert_cmpuint(photograph->lines->len, ==, 0);
	g_assert_cmpuint(broken->lines->len, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_recognised/lines", test_lines);
	g_test_add_func("/pdf_recognised/heading", test_heading);
	g_test_add_func("/pdf_recognised/none", test_none);
	return g_test_run();
}
