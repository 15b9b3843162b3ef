#include "document/line_count.h"

#include <string.h>

static void
feed(OqLineCount *lines, guint64 start, const char *text)
{
	oq_line_count_feed(lines, start, text, strlen(text));
}

static void
test_breaks(void)
{
	g_autoptr(OqLineCount) lines = oq_line_count_new();
	feed(lines, 0, "a\nb\r\nc\rd\n\n");
	static const guint expected[] = {1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6};
	for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
		g_assert_cmpuint(oq_line_count_at(lines, i), ==, expected[i]);
}

/* CR at the end of a piece may be half of a break. */
static void
test_pieces(void)
{
	g_autoptr(OqLineCount) lines = oq_line_count_new();
	feed(lines, 0, "a\r");
	g_assert_cmpuint(oq_line_count_at(lines, 0), ==, 1);
	feed(lines, 2, "\nb\r");
	feed(lines, 5, "c");
	g_assert_cmpuint(oq_line_count_at(lines, 3), ==, 2);
	g_assert_cmpuint(oq_line_count_at(lines, 5), ==, 3);
}

/* What is read again does not count again. */
static void
test_again(void)
{
	g_autoptr(OqLineCount) lines = oq_line_count_new();
	feed(lines, 0, "a\nb\n");
	feed(lines, 0, "a\nb\nc\nd");
	g_assert_cmpuint(oq_line_count_at(lines, 6), ==, 4);
}

static void
test_many(void)
{
	g_autoptr(OqLineCount) lines = oq_line_count_new();
	for (guint i = 0; i < 5000; i++) {
		feed(lines, 2 * i, "a\n");
		g_assert_cmpuint(oq_line_count_at(lines, 2 * i), ==, i + 1);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/line-count/breaks", test_breaks);
	g_test_add_func("/line-count/pieces", test_pieces);
	g_test_add_func("/line-count/again", test_again);
	g_test_add_func("/line-count/many", test_many);
	return g_test_run();
}
