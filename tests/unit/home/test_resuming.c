#include "session_case.h"

#include "places_case.h"

static const char heading[] = "Бір екі үш төрт бес алты жеті.";
static const char second[] = "Он жиырма отыз қырық елу алпыс.";
static const char third[] = "Жүз мың миллион миллиард екен.";

/* A text that was left at its second sentence, with a bookmark at the third. */
static void
leave_place(OqPlaces *places, const char *path)
{
	const char *const paths[] = {path, NULL};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqPlace) place = oq_places_find(places, "before", paths);
	g_auto(OqTrace) trace = {NULL};
	place->place = strlen(heading) + 1;
	oq_trace_set(&place->trace, heading, second);
	oq_trace_set(&trace, second, third);
	g_assert_true(oq_places_add_bookmark(
		places, place, place->place + strlen(second) + 1, "белгі", &trace, &error));
	g_assert_true(oq_places_save(places, place, &error));
	g_assert_no_error(error);
}

static void
read_edited(SessionCase *f, const char *text, const SessionStep *steps, gsize n_steps,
	guint64 expected_bookmark)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "a.txt", NULL);
	const char *const paths[] = {path, NULL};
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	f->parts.places = oq_places_new(folder, notices);
	leave_place(f->parts.places, path);
	f->parts.place = oq_places_find(f->parts.places, "after", paths);
	g_assert_cmpint(f->parts.place->found, ==, OQ_PLACE_BY_PATH);
	f->texts = paths;
	session_case_run(f, steps, n_steps);
	oq_place_free(f->parts.place);
	f->parts.place = oq_places_find(f->parts.places, "after", paths);
	g_assert_cmpuint(f->parts.place->bookmarks->len, ==, 1);
	const OqBookmark *bookmark = g_ptr_array_index(f->parts.place->bookmarks, 0);
	g_assert_cmpuint(bookmark->place, ==, expected_bookmark);
	g_assert_cmpstr(bookmark->name, ==, "белгі");
	g_assert_cmpstr(bookmark->trace.words, ==, third);
	oq_place_free(f->parts.place);
	oq_places_free(f->parts.places);
	places_case_remove(folder);
}

/* The place and the bookmark have moved by as much as was written before them. */
static void
test_edited(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "going on at"},
		{"Escape", second},
		{"B", "белгі"},
		{"Enter", third},
		{"q", NULL},
	};
	g_autofree char *text = g_strjoin(" ", "Жаңа кіріспе келді.", heading, second, third, NULL);
	read_edited(f, text, steps, G_N_ELEMENTS(steps), (guint64)(strstr(text, third) - text));
	g_assert_cmpuint(session_case_count(f, "was not found"), ==, 0);
	g_assert_cmpuint(session_case_count(f, heading), ==, 0);
}

/* It is told, and the reading goes on about there. */
static void
test_gone(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "the text has changed, and the place was not found in it: Мәтін, going"},
		{"Escape", "Екінші"},
		{"q", NULL},
	};
	static const char text[] =
		"Бұл өзге мәтін ғой, бауырым. Екінші өзге сөйлем осы болады енді. "
		"Үшіншісі де соңғысы да осы.";
	read_edited(f, text, steps, G_N_ELEMENTS(steps), strlen(heading) + 1 + strlen(second) + 1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	SESSION_CASE_ADD("/resuming/edited", test_edited);
	SESSION_CASE_ADD("/resuming/gone", test_gone);
	return g_test_run();
}
