#include "radio/bulletin/running_order.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
	char *folder;
	char *text;
	char *list;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oq-order-XXXXXX", NULL);
	f->text = g_build_filename(f->folder, "ауа райы.txt", NULL);
	f->list = g_build_filename(f->folder, "a.list", NULL);
	g_assert_true(g_file_set_contents(f->text, "Бір.", -1, NULL));
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_remove(f->list);
	g_remove(f->text);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->folder);
	g_free(f->text);
	g_free(f->list);
}

static OqRunningOrder *
load(Fixture *f, const char *lines, GError **error)
{
	const OqStyle style = {"marat", 130, 50, 100, 50, 100, 0, ""};
	g_assert_true(g_file_set_contents(f->list, lines, -1, NULL));
	return oq_running_order_load(f->list, &style, OQ_TEST_VOICES, error);
}

static OqRunningOrder *
load_well(Fixture *f, const char *lines)
{
	g_autoptr(GError) error = NULL;
	OqRunningOrder *order = load(f, lines, &error);
	g_assert_no_error(error);
	return order;
}

static void
test_bare(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqRunningOrder) order =
		load_well(f, "\xef\xbb\xbf# кешкі\r\n\r\nауа райы.txt\r\n  # соңы\n");
	const OqRunningItem *item = oq_running_order_item(order, 0);
	g_assert_cmpuint(oq_running_order_n_items(order), ==, 1);
	g_assert_cmpstr(order->list, ==, f->list);
	g_assert_cmpstr(item->path, ==, f->text);
	g_assert_cmpuint(item->line, ==, 3);
	g_assert_null(item->title);
	g_assert_null(item->headline);
	g_assert_false(item->drops_heading || item->has_gap);
	g_assert_cmpstr(item->style.voice, ==, "marat");
	g_assert_cmpuint(item->style.speed_wpm, ==, 130);
}

static void
test_all_keys(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqRunningOrder) order =
		load_well(f, "ауа райы.txt|voice=ainur |speed = 150| pitch=60|headline=a=b  в|"
			     "title=Т|gap=1,5|\n"
			     "ауа райы.txt\theadline=no\ttitle=a|b\n");
	const OqRunningItem *item = oq_running_order_item(order, 0);
	g_assert_cmpuint(oq_running_order_n_items(order), ==, 2);
	g_assert_cmpstr(item->style.voice, ==, "ainur");
	g_assert_cmpuint(item->style.speed_wpm, ==, 150);
	g_assert_cmpuint(item->style.pitch_percent, ==, 60);
	g_assert_cmpstr(item->headline, ==, "a=b в");
	g_assert_cmpstr(item->title, ==, "Т");
	g_assert_true(item->drops_heading && item->has_gap);
	g_assert_cmpuint(item->gap_ms, ==, 1500);
	item = oq_running_order_item(order, 1);
	g_assert_null(item->headline);
	g_assert_true(item->drops_heading);
	g_assert_cmpstr(item->title, ==, "a|b");
	g_assert_cmpstr(item->style.voice, ==, "marat"); /* nothing is carried over */
}

static void
test_absolute(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqRunningOrder) order = load_well(f, f->text);
	g_assert_cmpstr(oq_running_order_item(order, 0)->path, ==, f->text);
}

static void
assert_refused_as(Fixture *f, const char *lines, guint line, const char *told, gint code)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *at = g_strdup_printf("%s:%u: ", f->list, line);
	g_assert_null(load(f, lines, &error));
	g_assert_error(error, OQ_RUNNING_ORDER_ERROR, code);
	g_assert_true(g_str_has_prefix(error->message, at));
	g_assert_nonnull(strstr(error->message, told));
	g_assert_null(strchr(error->message, '\n'));
}

static void
assert_refused(Fixture *f, const char *lines, guint line, const char *told)
{
	assert_refused_as(f, lines, line, told, OQ_RUNNING_ORDER_ERROR_LINE);
}

static gboolean
seems(Fixture *f, const char *lines)
{
	g_assert_true(g_file_set_contents(f->list, lines, -1, NULL));
	return oq_running_order_seems(f->list);
}

/* Names of files, or what stands behind them in a list, and nothing else. */
static void
test_seems(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_true(seems(f, "ауа райы.txt\n"));
	g_assert_true(seems(f, "# кешкі\n\nауа райы.txt | speed=150\r\nжоқ.txt | voice=ainur\n"));
	g_assert_false(seems(f, ""));
	g_assert_false(seems(f, "# тақырып\n"));
	g_assert_false(seems(f, "ауа райы.txt\nБүгін күн ашық.\n"));
	g_assert_false(seems(f, "Бүгін | ертең\n"));
	g_assert_false(seems(f, "a = b\n"));
	g_assert_false(seems(f, ".\n"));
	g_assert_false(oq_running_order_seems("/nowhere"));
	g_assert_false(oq_running_order_seems("/dev/null"));
}

static void
test_wrong_lines(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
#define TEXT "ауа райы.txt"
	assert_refused_as(f, "# a\nжоқ.txt", 2, "“", OQ_RUNNING_ORDER_ERROR_TEXT);
	assert_refused(f, TEXT "\n" TEXT "|vioce=ainur", 2, "vioce");
	assert_refused(f, TEXT "|ainur", 1, "ainur");
	assert_refused(f, TEXT "|voice=ainor", 1, "did you mean");
	assert_refused(f, TEXT "|voice=xxxxxxxxxxxx", 1, "oqyrman voices");
	assert_refused(f, TEXT "|speed=59", 1, "60");
	assert_refused(f, TEXT "|speed=fast", 1, "600");
	assert_refused(f, TEXT "|pitch=101", 1, "100");
	assert_refused(f, TEXT "|gap=-1", 1, "1.5");
	assert_refused(f, TEXT "|gap=61", 1, "1.5");
	assert_refused(f, TEXT "|gap=nan", 1, "1.5");
	assert_refused(f, TEXT "|gap=1s", 1, "1.5");
	assert_refused(f, TEXT "|title=", 1, "title");
	assert_refused(f, TEXT "|title=a|title=b", 1, "title");
	assert_refused(f, "|title=a", 1, "");
	assert_refused(f, "\n" TEXT "|title=a\xff", 2, "UTF-8");
#undef TEXT
}

static void
assert_no_list(const char *list)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_running_order_load(list, &OQ_STYLE_DEFAULT, NULL, &error));
	g_assert_error(error, OQ_RUNNING_ORDER_ERROR, OQ_RUNNING_ORDER_ERROR_FILE);
	g_assert_nonnull(strstr(error->message, list));
}

static void
test_no_list(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_no_list("/nowhere/a.list");
	assert_no_list(f->folder);
	g_assert_true(g_file_set_contents(f->list, "# nothing\n\n", -1, NULL));
	assert_no_list(f->list);
	g_assert_true(g_file_set_contents(f->list, "a\0b\0", 4, NULL));
	assert_no_list(f->list);
}

#define TEST(name, function) g_test_add(name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	TEST("/running-order/bare", test_bare);
	TEST("/running-order/all-keys", test_all_keys);
	TEST("/running-order/absolute", test_absolute);
	TEST("/running-order/wrong-lines", test_wrong_lines);
	TEST("/running-order/seems", test_seems);
	TEST("/running-order/no-list", test_no_list);
	return g_test_run();
}
