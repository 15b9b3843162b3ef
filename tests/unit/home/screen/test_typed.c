#include "home/screen/typed.h"

#include "glass.h"

#include <string.h>

static void
assert_typed(const char *line, gsize cursor, guint columns, const char *expected, guint column)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(Glass) glass = glass_new(columns + 1, 5, NULL);

	oq_typed_append(line, cursor, columns, out);
	glass_feed(glass, out->str, out->len);
	g_autofree char *text = glass_text(glass);
	g_assert_cmpstr(g_strchomp(text), ==, expected);
	g_assert_cmpuint(glass_column(glass), ==, column);
}

static void
test_short(void)
{
	assert_typed("іздеу: ", strlen("іздеу: "), 20, "іздеу:", 7);
	assert_typed("іздеу: абай", strlen("іздеу: абай"), 20, "іздеу: абай", 11);
	assert_typed("іздеу: абай", strlen("іздеу: аб"), 20, "іздеу: абай", 9);
	assert_typed("абай", 0, 20, "абай", 0);
	assert_typed("", 0, 20, "", 0);
	assert_typed("字字字", strlen("字字"), 20, "字字字", 4);
	assert_typed("е\u0301\033[2J\u202Eб", 1000, 20, "е\u0301\uFFFD[2Jб", 6);
}

/* The cursor is always seen, with a column for itself. */
static void
test_scrolled(void)
{
	assert_typed("0123456789", 10, 6, "56789", 5);
	assert_typed("0123456789", 9, 6, "456789", 5);
	assert_typed("0123456789", 5, 6, "012345", 5);
	assert_typed("0123456789", 6, 6, "123456", 5);
	assert_typed("0123456789", 0, 6, "012345", 0);
	assert_typed("字字字字", strlen("字字字字"), 6, "字字", 4);
}

/* Whatever is typed stays on its row. */
static void
test_one_row(void)
{
	static const char *const pieces[] = {"а", "б", " ", "字", "🙂", "е\u0301", "\u0301", "\t",
		"\n", "\a", "\u202E", "\xFF"};
	g_autoptr(GRand) random = g_rand_new_with_seed(1);
	for (guint round = 0; round < 2000; round++) {
		g_autoptr(GString) line = g_string_new(NULL);
		guint columns = (guint)g_rand_int_range(random, 2, 40);
		for (gint n = g_rand_int_range(random, 0, 60); n > 0; n--)
			g_string_append(
				line, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
		g_autoptr(GString) out = g_string_new(NULL);
		g_autoptr(Glass) glass = glass_new(columns + 1, 5, NULL);
		oq_typed_append(line->str, (gsize)g_rand_int_range(random, 0, (gint)line->len + 2),
			columns, out);
		glass_feed(glass, out->str, out->len);
		g_autofree char *text = glass_text(glass);
		g_assert_cmpuint(strcspn(text, "\n") + 1, >=, strlen(text));
		g_assert_cmpuint(glass_column(glass), <, columns);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/typed/short", test_short);
	g_test_add_func("/typed/scrolled", test_scrolled);
	g_test_add_func("/typed/one-row", test_one_row);
	return g_test_run();
}
