#include "reading/places/recent.h"

#include <string.h>

#define NOW_S 1764430000

static OqPlace *
make(const char *path, const char *title)
{
	const char *const paths[] = {path, NULL};
	OqPlace *place = oq_place_new(paths);
	oq_place_set_title(place, title);
	place->read_at_s = NOW_S - 7200;
	return place;
}

static GPtrArray *
some(void)
{
	GPtrArray *recent = g_ptr_array_new_with_free_func((GDestroyNotify)oq_place_free);
	g_ptr_array_add(recent, make("/k/abai-2.txt", "Абай жолы. Екінші кітап"));
	g_ptr_array_add(recent, make("/k/abai-1.txt", "Абай жолы"));
	g_ptr_array_add(recent, make("/k/Қара сөз.txt", NULL));
	g_ptr_array_add(recent, make("/k/1984.txt", NULL));
	return recent;
}

static void
assert_line(OqPlace *place, gboolean is_missing, const char *expected)
{
	g_autofree char *line = oq_recent_line(place, 2, NOW_S, is_missing);
	g_assert_cmpstr(line, ==, expected);
}

static void
test_line(void)
{
	g_autoptr(OqPlace) place = make("/k/a\033.txt", NULL);
	assert_line(place, FALSE, "2: a.txt, begun, 2 hours ago");
	place->percent = 0;
	assert_line(place, FALSE, "2: a.txt, begun, 2 hours ago");
	place->percent = 34;
	assert_line(place, FALSE, "2: a.txt, 34 per cent read, 2 hours ago");
	assert_line(place, TRUE, "2: a.txt, the file is missing, 34 per cent read, 2 hours ago");
	place->has_ended = TRUE;
	assert_line(place, FALSE, "2: a.txt, read to its end, 2 hours ago");
}

static void
assert_chosen(const char *wanted, const char *path)
{
	g_autoptr(GPtrArray) recent = some();
	g_autoptr(GError) error = NULL;
	OqPlace *place = oq_recent_choose(recent, wanted, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(place->paths[0], ==, path);
}

static void
test_chosen(void)
{
	assert_chosen(NULL, "/k/abai-2.txt");
	assert_chosen("1", "/k/abai-2.txt");
	assert_chosen("4", "/k/1984.txt");
	assert_chosen("1984", "/k/1984.txt");
	assert_chosen("екінші", "/k/abai-2.txt");
	assert_chosen("АБАЙ ЖОЛЫ", "/k/abai-1.txt");
	assert_chosen(" Абай   жолы\n", "/k/abai-1.txt");
	assert_chosen("қара", "/k/Қара сөз.txt");
	assert_chosen("abai-1", "/k/abai-1.txt");
	assert_chosen("abai-1.txt", "/k/abai-1.txt");
	assert_chosen("/k/../k/abai-1.txt", "/k/abai-1.txt");
}

/* й as two characters, as names of files have it that come from elsewhere. */
static void
test_composition(void)
{
	assert_chosen("абаи\u0306 жолы", "/k/abai-1.txt");
}

static void
assert_none(const GPtrArray *recent, const char *wanted, int code, const char *named)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_recent_choose(recent, wanted, &error));
	g_assert_error(error, OQ_RECENT_ERROR, code);
	g_assert_nonnull(strstr(error->message, named));
}

static void
test_none(void)
{
	g_autoptr(GPtrArray) empty = g_ptr_array_new();
	g_autoptr(GPtrArray) recent = some();
	assert_none(empty, NULL, OQ_RECENT_ERROR_NONE, "nothing was read yet");
	assert_none(empty, "a", OQ_RECENT_ERROR_NONE, "nothing was read yet");
	assert_none(recent, "0", OQ_RECENT_ERROR_NOT_FOUND, "0");
	assert_none(recent, "5", OQ_RECENT_ERROR_NOT_FOUND, "5");
	assert_none(recent, "", OQ_RECENT_ERROR_NOT_FOUND, "recent");
	assert_none(recent, " ", OQ_RECENT_ERROR_NOT_FOUND, "recent");
	assert_none(recent, "\xFF", OQ_RECENT_ERROR_NOT_FOUND, "recent");
	assert_none(recent, "шағала", OQ_RECENT_ERROR_NOT_FOUND, "шағала");
}

static void
test_ambiguous(void)
{
	g_autoptr(GPtrArray) recent = some();
	assert_none(recent, "абай", OQ_RECENT_ERROR_AMBIGUOUS,
		"1: Абай жолы. Екінші кітап; 2: Абай жолы. Give");
	for (guint i = 0; i < 20; i++)
		g_ptr_array_add(recent, make("/k/abai.txt", NULL));
	assert_none(recent, "abai", OQ_RECENT_ERROR_AMBIGUOUS, "11: abai.txt; …. Give");
}

static void
test_matches(void)
{
	g_autoptr(OqPlace) place = make("/folder/file.txt", "Title");
	g_autoptr(OqPlace) nameless = oq_place_new(NULL);
	g_assert_true(oq_recent_matches(place, "TIT"));
	g_assert_true(oq_recent_matches(place, "e.t"));
	g_assert_true(oq_recent_matches(place, "/folder/file.txt"));
	g_assert_false(oq_recent_matches(place, "folder"));
	g_assert_false(oq_recent_matches(place, ""));
	g_assert_false(oq_recent_matches(nameless, "a"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/recent/line", test_line);
	g_test_add_func("/recent/chosen", test_chosen);
	g_test_add_func("/recent/composition", test_composition);
	g_test_add_func("/recent/none", test_none);
	g_test_add_func("/recent/ambiguous", test_ambiguous);
	g_test_add_func("/recent/matches", test_matches);
	return g_test_run();
}
