#include "reading/places/bookmarks.h"
#include "reading/places/kept.h"

#include <string.h>

/* "12:name 40:other " */
static void
assert_bookmarks(const GPtrArray *bookmarks, const char *expected)
{
	g_autoptr(GString) all = g_string_new(NULL);
	for (guint i = 0; i < bookmarks->len; i++) {
		const OqBookmark *bookmark = g_ptr_array_index(bookmarks, i);
		g_string_append_printf(
			all, "%" G_GUINT64_FORMAT ":%s ", bookmark->place, bookmark->name);
	}
	g_assert_cmpstr(all->str, ==, expected);
}

static GPtrArray *
three(void)
{
	GPtrArray *bookmarks = oq_bookmarks_new();
	g_assert_true(oq_bookmarks_put(bookmarks, 20, "b"));
	g_assert_true(oq_bookmarks_put(bookmarks, 30, "c"));
	g_assert_true(oq_bookmarks_put(bookmarks, 10, "a"));
	return bookmarks;
}

static void
test_order(void)
{
	g_autoptr(GPtrArray) bookmarks = three();
	assert_bookmarks(bookmarks, "10:a 20:b 30:c ");
	g_assert_true(oq_bookmarks_put(bookmarks, 20, " жаңа\nат "));
	assert_bookmarks(bookmarks, "10:a 20:жаңа ат 30:c ");
	g_assert_true(oq_bookmarks_put(bookmarks, 25, NULL));
	assert_bookmarks(bookmarks, "10:a 20:жаңа ат 25: 30:c ");
}

static void
test_remove(void)
{
	g_autoptr(GPtrArray) bookmarks = three();
	g_assert_false(oq_bookmarks_remove(bookmarks, 15));
	g_assert_false(oq_bookmarks_remove(bookmarks, 40));
	g_assert_true(oq_bookmarks_remove(bookmarks, 20));
	assert_bookmarks(bookmarks, "10:a 30:c ");
}

static void
test_limits(void)
{
	g_autoptr(GPtrArray) bookmarks = oq_bookmarks_new();
	g_autofree char *long_name = g_strnfill(1000, '\\');
	gsize n_bytes;
	for (guint i = 0; i < OQ_BOOKMARKS_MAX; i++)
		g_assert_true(oq_bookmarks_put(bookmarks, G_MAXUINT64 - i, long_name));
	for (guint i = 0; i < OQ_BOOKMARKS_MAX; i++)
		oq_trace_set(oq_bookmarks_trace(bookmarks, G_MAXUINT64 - i), long_name, long_name);
	g_assert_false(oq_bookmarks_put(bookmarks, 1, "too many"));
	g_assert_true(oq_bookmarks_put(bookmarks, G_MAXUINT64, "in place of one"));
	g_assert_cmpuint(bookmarks->len, ==, OQ_BOOKMARKS_MAX);
	const OqBookmark *first = g_ptr_array_index(bookmarks, 0);
	g_assert_cmpuint(strlen(first->name), ==, 200);
	g_autofree char *text = oq_bookmarks_print(bookmarks, &n_bytes);
	g_assert_cmpuint(n_bytes, <=, OQ_BOOKMARKS_MAX_BYTES);
}

static void
test_printed_is_parsed(void)
{
	g_autoptr(GPtrArray) bookmarks = three();
	gsize n_bytes;
	oq_bookmarks_put(bookmarks, G_MAXUINT64, "; = [x] \\ #");
	oq_bookmarks_put(bookmarks, 0, NULL);
	g_autofree char *text = oq_bookmarks_print(bookmarks, &n_bytes);
	g_autoptr(GPtrArray) other = oq_bookmarks_parse(text, n_bytes, NULL);
	assert_bookmarks(other, "0: 10:a 20:b 30:c 18446744073709551615:; = [x] \\ # ");
}

/* What stands around a place is kept with it, and goes with it. */
static void
test_trace(void)
{
	g_autoptr(GPtrArray) bookmarks = three();
	gsize n_bytes;
	g_assert_null(oq_bookmarks_trace(bookmarks, 25));
	oq_trace_set(oq_bookmarks_trace(bookmarks, 20), "Алдында.", "Артында; сөз");
	g_autofree char *text = oq_bookmarks_print(bookmarks, &n_bytes);
	g_autoptr(GPtrArray) other = oq_bookmarks_parse(text, n_bytes, NULL);
	assert_bookmarks(other, "10:a 20:b 30:c ");
	g_assert_cmpstr(oq_bookmarks_trace(other, 20)->before, ==, "Алдында.");
	g_assert_cmpstr(oq_bookmarks_trace(other, 20)->words, ==, "Артында; сөз");
	g_assert_true(oq_trace_is_empty(oq_bookmarks_trace(other, 10)));
}

static void
test_none(void)
{
	g_autoptr(GPtrArray) bookmarks = oq_bookmarks_new();
	gsize n_bytes;
	g_autofree char *text = oq_bookmarks_print(bookmarks, &n_bytes);
	g_autoptr(GPtrArray) other = oq_bookmarks_parse(text, n_bytes, NULL);
	g_assert_cmpuint(other->len, ==, 0);
}

static void
test_damaged(void)
{
	static const char *const texts[] = {"", "nothing",
		"[oqyrman]\nversion=1\n[bookmarks]\nx=name\n",
		"[oqyrman]\nversion=1\n[bookmarks]\n-1=name\n",
		"[oqyrman]\nversion=1\n[bookmarks]\n1=\\q\n"};
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_bookmarks_parse(texts[i], strlen(texts[i]), &error));
		g_assert_error(error, OQ_KEPT_ERROR, OQ_KEPT_ERROR_DAMAGED);
	}
}

static void
test_too_many_are_damaged(void)
{
	g_autoptr(GString) text = g_string_new("[oqyrman]\nversion=1\n[bookmarks]\n");
	for (guint i = 0; i <= OQ_BOOKMARKS_MAX; i++)
		g_string_append_printf(text, "%u=a\n", i);
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_bookmarks_parse(text->str, text->len, &error));
	g_assert_error(error, OQ_KEPT_ERROR, OQ_KEPT_ERROR_DAMAGED);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/bookmarks/order", test_order);
	g_test_add_func("/bookmarks/remove", test_remove);
	g_test_add_func("/bookmarks/limits", test_limits);
	g_test_add_func("/bookmarks/printed-is-parsed", test_printed_is_parsed);
	g_test_add_func("/bookmarks/trace", test_trace);
	g_test_add_func("/bookmarks/none", test_none);
	g_test_add_func("/bookmarks/damaged", test_damaged);
	g_test_add_func("/bookmarks/too-many-are-damaged", test_too_many_are_damaged);
	return g_test_run();
}
