#include "home/keys/layouts.h"

#include "base/table.h"

#include <glib/gstdio.h>
#include <string.h>

static OqLayouts *
load(void)
{
	g_autoptr(GError) error = NULL;
	OqLayouts *layouts = oq_layouts_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	return layouts;
}

static void
assert_keys(const OqLayouts *layouts, OqLayout layout, const char *typed, const char *expected)
{
	g_autoptr(GString) keys = g_string_new(NULL);
	for (const char *p = typed; *p != '\0'; p = g_utf8_next_char(p))
		g_string_append_unichar(keys, oq_layouts_key(layouts, layout, g_utf8_get_char(p)));
	g_assert_cmpstr(keys->str, ==, expected);
}

/* What was typed by the same keys. */
static void
test_keys(void)
{
	g_autoptr(OqLayouts) layouts = load();
	assert_keys(layouts, OQ_LAYOUT_US, "wBn[]+-=()/?,.", "wBn[]+-=()/?,.");
	assert_keys(layouts, OQ_LAYOUT_RU, "цИтхъ+-=().,бю", "wBn[]+-=()/?,.");
	assert_keys(layouts, OQ_LAYOUT_KZ, "цИтхъҺөһҰҚ№?бю", "wBn[]+-=()/?,.");
	assert_keys(layouts, OQ_LAYOUT_KZ, "\"әіңғ,.үұқ", "1234567890");
	assert_keys(layouts, OQ_LAYOUT_RU, "1234567890", "1234567890");
	assert_keys(layouts, OQ_LAYOUT_RU, "№", "#");
}

static void
test_none(void)
{
	g_autoptr(OqLayouts) layouts = load();
	g_assert_cmpuint(oq_layouts_key(layouts, OQ_LAYOUT_US, 0x446), ==, 0);
	g_assert_cmpuint(oq_layouts_key(layouts, OQ_LAYOUT_RU, 'w'), ==, 0);
	g_assert_cmpuint(oq_layouts_key(layouts, OQ_LAYOUT_KZ, '5'), ==, 0);
	g_assert_cmpuint(oq_layouts_key(layouts, OQ_LAYOUT_US, ' '), ==, 0);
	g_assert_cmpuint(oq_layouts_key(layouts, OQ_LAYOUT_US, 0), ==, 0);
}

/* All that is typed with the English layout's 94 characters, each with another key. */
static void
test_whole(void)
{
	g_autoptr(OqLayouts) layouts = load();
	for (gunichar c = '!'; c <= '~'; c++)
		g_assert_cmpuint(oq_layouts_key(layouts, OQ_LAYOUT_US, c), ==, c);
}

static void
assert_guess(OqLayout before, const char *typed, OqLayout expected)
{
	g_autoptr(OqLayouts) layouts = load();
	OqLayout layout = before;
	for (const char *p = typed; *p != '\0'; p = g_utf8_next_char(p))
		layout = oq_layouts_guess(layouts, layout, g_utf8_get_char(p));
	g_test_message("%s", typed);
	g_assert_cmpint(layout, ==, expected);
}

static void
test_guess(void)
{
	assert_guess(OQ_LAYOUT_US, "ц", OQ_LAYOUT_RU);
	assert_guess(OQ_LAYOUT_US, "ә", OQ_LAYOUT_KZ);
	assert_guess(OQ_LAYOUT_US, "цә", OQ_LAYOUT_KZ);
	assert_guess(OQ_LAYOUT_US, "әц", OQ_LAYOUT_KZ);
	assert_guess(OQ_LAYOUT_KZ, "ё", OQ_LAYOUT_RU);
	assert_guess(OQ_LAYOUT_KZ, "w", OQ_LAYOUT_US);
	assert_guess(OQ_LAYOUT_RU, "[", OQ_LAYOUT_US);
	assert_guess(OQ_LAYOUT_RU, "Ц", OQ_LAYOUT_RU);
}

/* Signs and digits that several layouts have may come from the keypad. */
static void
test_guess_nothing(void)
{
	for (OqLayout layout = 0; layout < OQ_N_LAYOUTS; layout++)
		assert_guess(layout, "5+-/.,?()№\" \r€", layout);
}

static void
assert_refused(const char *table, const char *place)
{
	g_autofree char *folder = g_dir_make_tmp("layouts-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "layouts.tsv", NULL);
	g_autoptr(GError) error = NULL;
	g_assert_true(g_file_set_contents(path, table, -1, NULL));
	g_assert_null(oq_layouts_load(folder, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_assert_nonnull(strstr(error->message, place));
	g_remove(path);
	g_rmdir(folder);
}

static void
test_refused(void)
{
	g_autoptr(GError) error = NULL;
#define HEADER "#: key\tus\tus_shift\tru\tru_shift\tkz\tkz_shift\n"
	assert_refused(HEADER "AD02\tw\tW\tц\tЦ\tц\n", "layouts.tsv:2: ");
	assert_refused(HEADER "AD02\tw\tW\tцц\tЦ\tц\tЦ\n", "layouts.tsv:2: ");
	assert_refused("AD02\tw\tW\tц\tЦ\tц\tЦ\n", "layouts.tsv:1: ");
	g_assert_null(oq_layouts_load("/nonexistent", &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layouts/keys", test_keys);
	g_test_add_func("/layouts/none", test_none);
	g_test_add_func("/layouts/whole", test_whole);
	g_test_add_func("/layouts/guess", test_guess);
	g_test_add_func("/layouts/guess-nothing", test_guess_nothing);
	g_test_add_func("/layouts/refused", test_refused);
	return g_test_run();
}
