#include "base/paths.h"
#include "session_case.h"

static void
test_finds(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"/", "find"},
		{"с", "find: с"},
		{"е", NULL},
		{"г", NULL},
		{"Enter", "Жеті сегіз тоғыз."},
		{"n", "not found"},
		{"N", "not found"},
		{"/", "find"},
		{"Escape", "never mind"},
		{"/", "find"},
		{"б", NULL},
		{"і", NULL},
		{"р", NULL},
		{"Enter", "not found"},
		{"N", "Бір екі үш."},
		{"/", "find"},
		{"т", NULL},
		{"о", NULL},
		{"р", NULL},
		{"т", NULL},
		{"Enter", "Төрт бес алты."},
		{"q", NULL},
	};
	SESSION_CASE_RUN(f, steps);
}

/* Some sentences, and then nothing, which takes no room on the disk, and many minutes to be looked
 * through.
 */
static char *
make_endless_text(void)
{
	enum { N_SENTENCES = 400 };
	g_autoptr(GError) error = NULL;
	char *path = NULL;
	int fd = g_file_open_tmp("oqyrman-XXXXXX", &path, &error);
	g_assert_no_error(error);
	for (guint i = 0; i < N_SENTENCES; i++)
		g_assert_cmpint(write(fd, session_case_text, strlen(session_case_text)), >, 0);
	g_assert_cmpint(ftruncate(fd, (off_t)1 << 36), ==, 0);
	g_assert_cmpint(close(fd), ==, 0);
	return path;
}

/* A search that takes long is told of, and any key breaks it off: it does nothing else. */
static void
test_breaks_search(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"F2", "Бір екі үш."},
		{"space", NULL},
		{"/", "find"},
		{"ж", NULL},
		{"о", NULL},
		{"қ", NULL},
		{"Enter", "still searching; any key breaks it off"},
		{"Right", "the search was broken off"},
		{"r", "Бір екі үш."},
		{"n", NULL},
		{"Escape", "the search was broken off"},
		{"r", "Бір екі үш."},
		{"N", "not found"},
		{"n", "still searching; any key breaks it off"},
		{"q", "ended"},
	};
	g_autofree char *path = make_endless_text();
	const char *const texts[] = {path, NULL};
	f->texts = texts;
	SESSION_CASE_RUN(f, steps);
	g_assert_cmpint(g_unlink(path), ==, 0);
	g_assert_cmpuint(session_case_count(f, "Төрт бес алты."), ==, 0);
}

static void
test_goes(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"g", "go to"},
		{"9", NULL},
		{"0", NULL},
		{"Enter", "Он жиырма отыз."},
		{"g", "go to"},
		{"0", NULL},
		{"%", NULL},
		{"Enter", "Бір екі үш."},
		{"g", "go to"},
		{"h", NULL},
		{"1", NULL},
		{"Enter", "no headings"},
		{"g", "go to"},
		{"Enter", "never mind"},
		{"c", "how is"},
		{"Enter", "never mind"},
		{"g", "go to"},
		{"x", NULL},
		{"Enter", "x is no place"},
		{"g", "go to"},
		{"1", NULL},
		{"0", NULL},
		{"1", NULL},
		{"Enter", "only 100 per cent"},
		{"q", NULL},
	};
	SESSION_CASE_RUN(f, steps);
}

/* In the folder for configuration that main() names. */
static void
test_corrects(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"space", NULL},
		{"c", "how is Бір said? Write it as it sounds: "},
		{"Enter", "never mind"},
		{"c", "how is Бір said"},
		{"а", NULL},
		{"Enter", "learnt: Бір is said а"},
		{"Right", "Төрт бес алты."}, /* the pause stays */
		{"Left", "Бір екі үш."},
		{"c", "Enter alone forgets what was learnt"},
		{"Escape", "never mind"},
		{"c", "Enter alone forgets what was learnt"},
		{"Enter", "Бір is said as before"},
		{"Right", "Төрт бес алты."},
		{"Left", "Бір екі үш."},
		{"c", "how is Бір said"},
		{"Enter", "never mind"},
		{"q", NULL},
	};
	g_autofree char *path = oq_paths_user_dictionary();
	g_autofree char *content = NULL;

	SESSION_CASE_RUN(f, steps);
	g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
	g_assert_cmpstr(content, ==, "");
	g_assert_cmpint(g_unlink(path), ==, 0);
}

static void
test_sleeps(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"s", "15 minutes, 1 of 8"},
		{"s", "30 minutes, 2 of 8"},
		{"Up", "15 minutes, 1 of 8"},
		{"Enter", "ends in 15 minutes"},
		{"t", "the reading ends in 15 minutes"},
		{"s", "15 minutes, 1 of 8"},
		{"s", "30 minutes, 2 of 8"},
		{"Enter", "ends in 30 minutes"},
		{"s", "30 minutes, 2 of 8"},
		{"Escape", "never mind"},
		{"s", "30 minutes, 2 of 8"},
		{"F1", "Enter chooses, Escape leaves it"},
		{"?", "Enter chooses, Escape leaves it"},
		{"End", "no sleep timer"},
		{"Enter", "timer is off"},
		{"s", "15 minutes, 1 of 8"},
		{"Escape", "never mind"},
		{"q", NULL},
	};
	SESSION_CASE_RUN(f, steps);
}

/* Nor does another dialogue take the end of the sentence away; when it has come it is over. */
static void
test_sleeps_behind(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"s", "15 minutes, 1 of 8"},
		{"Enter", "ends in 15 minutes"},
		{"s", "15 minutes, 1 of 8"},
		{"End", "no sleep timer"},
		{"Up", "at the end of the chapter"},
		{"Up", "at the end of the paragraph, 6 of 8"},
		{"Enter", "ends with the paragraph"},
		{"s", "at the end of the paragraph, 6 of 8"},
		{"Escape", "never mind"},
		{"/", "find"},
		{"Escape", "never mind"},
		{"s", "at the end of the paragraph, 6 of 8"},
		{"Escape", "never mind"},
		{"Escape", SESSION_CASE_RESTS},
		{"s", "15 minutes, 1 of 8"},
		{"Escape", "never mind"},
		{"space", "Төрт бес алты."},
		{"q", NULL},
	};
	SESSION_CASE_RUN(f, steps);
}

/* With a folder in which places are kept. */
static void
with_places(SessionCase *f, const SessionStep *steps, gsize n_steps)
{
	static const char *const paths[] = {"/a.txt", NULL};
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *state = g_build_filename(folder, "state", NULL);
	f->parts.places = oq_places_new(state, notices);
	f->parts.place = oq_places_find(f->parts.places, "id", paths);
	session_case_run(f, steps, n_steps);
	g_assert_true(session_case_is_shown(f, "the place is kept"));
	g_clear_pointer(&f->parts.place, oq_place_free);
	f->parts.place = oq_places_find(f->parts.places, "id", paths);
	g_assert_cmpint(f->parts.place->found, ==, OQ_PLACE_BY_CONTENT);
	g_assert_true(oq_places_forget(f->parts.places, f->parts.place, NULL));
	g_clear_pointer(&f->parts.place, oq_place_free);
	oq_places_free(f->parts.places);
	session_case_remove_folder(state);
	g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void
test_bookmarks(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"b", "name of the bookmark"},
		{"Enter", "bookmark: Бір екі үш."},
		{"Right", "Төрт бес алты."},
		{"b", "name of the bookmark"},
		{"т", NULL},
		{"4", NULL},
		{"Enter", "bookmark: т4"},
		{"s", "15 minutes"},
		{"Enter", "ends in 15"},
		{"Down", "Он жиырма отыз."},
		{"B", "Бір екі үш., 1 of 3"},
		{"B", "т4, 2 of 3"},
		{"Down", "where the sleep timer was set, 3 of 3"},
		{"Up", "т4, 2 of 3"},
		{"?", "Enter chooses, Delete removes"},
		{"Delete", "where the sleep timer was set, 2 of 2"},
		{"Up", "Бір екі үш., 1 of 2"},
		{"Enter", "Бір екі үш."},
		{"q", NULL},
	};
	with_places(f, steps, G_N_ELEMENTS(steps));
}

int
main(int n_arguments, char **arguments)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *own = g_build_filename(folder, "oqyrman", NULL);
	g_setenv("XDG_CONFIG_HOME", folder, TRUE);
	g_test_init(&n_arguments, &arguments, NULL);
	SESSION_CASE_ADD("/dialogue/finds", test_finds);
	SESSION_CASE_ADD("/dialogue/breaks-search", test_breaks_search);
	SESSION_CASE_ADD("/dialogue/goes", test_goes);
	SESSION_CASE_ADD("/dialogue/corrects", test_corrects);
	SESSION_CASE_ADD("/dialogue/sleeps", test_sleeps);
	SESSION_CASE_ADD("/dialogue/sleeps-behind", test_sleeps_behind);
	SESSION_CASE_ADD("/dialogue/bookmarks", test_bookmarks);
	int status = g_test_run();
	g_rmdir(own);
	g_rmdir(folder);
	return status;
}
