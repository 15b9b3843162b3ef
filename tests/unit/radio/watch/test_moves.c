#include "radio/watch/moves.h"

#include "base/files/beside.h"
#include "watch_case.h"

typedef struct {
	char *folder;
	char *list;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = watch_case_folder();
	f->list = g_build_filename(f->folder, "list", NULL);
	watch_case_put(f->folder, "from/a.wav", "sound");
	watch_case_put(f->folder, "from/b\n\t.txt", "text");
	watch_case_put(f->folder, "to/x", "x");
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_remove(f->folder);
	g_free(f->list);
	g_free(f->folder);
}

static void
add(Fixture *f, GPtrArray *moves, const char *from, const char *to)
{
	g_autofree char *source = g_build_filename(f->folder, from, NULL);
	g_autofree char *target = g_build_filename(f->folder, to, NULL);
	oq_moves_add(moves, source, target);
}

static void
record(Fixture *f)
{
	g_autoptr(GPtrArray) moves = oq_moves_new();
	g_assert_false(oq_moves_is_recorded(f->list));
	add(f, moves, "from/a.wav", "to/a.wav");
	add(f, moves, "from/b\n\t.txt", "to/b\n\t.txt");
	g_assert_true(oq_moves_record(moves, f->list, NULL));
	g_assert_true(oq_moves_is_recorded(f->list));
}

static void
perform(Fixture *f, const char *first, const char *second)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) places = oq_moves_perform(f->list, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(places->len, ==, 2);
	g_assert_true(g_str_has_suffix(g_ptr_array_index(places, 0), first));
	g_assert_true(g_str_has_suffix(g_ptr_array_index(places, 1), second));
}

static void
test_moves(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	record(f);
	perform(f, "/to/a.wav", "/to/b\n\t.txt");
	watch_case_assert(f->folder, "to/a.wav", "sound");
	watch_case_assert(f->folder, "to/b\n\t.txt", "text");
	watch_case_assert_files(f->folder, "list to/a.wav to/b\n\t.txt to/x");
}

/* As if it had been killed behind the first one; and again when all was done. */
static void
test_goes_on(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *from = g_build_filename(f->folder, "from", "a.wav", NULL);
	g_autofree char *to = g_build_filename(f->folder, "to", "a.wav", NULL);
	record(f);
	g_assert_cmpint(rename(from, to), ==, 0);
	perform(f, "/to/a.wav", "/to/b\n\t.txt");
	perform(f, "/to/a.wav", "/to/b\n\t.txt");
	watch_case_assert_files(f->folder, "list to/a.wav to/b\n\t.txt to/x");
}

static void
test_taken(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	record(f);
	watch_case_put(f->folder, "to/a.wav", "other");
	watch_case_put(f->folder, "to/a-2.wav", "another");
	perform(f, "/to/a-3.wav", "/to/b\n\t.txt");
	watch_case_assert(f->folder, "to/a.wav", "other");
	watch_case_assert(f->folder, "to/a-2.wav", "another");
	watch_case_assert(f->folder, "to/a-3.wav", "sound");
}

/* Killed between its second name and the loss of its first one. */
static void
test_both_names(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *from = g_build_filename(f->folder, "from", "a.wav", NULL);
	g_autofree char *to = g_build_filename(f->folder, "to", "a.wav", NULL);
	record(f);
	g_assert_cmpint(link(from, to), ==, 0);
	perform(f, "/to/a.wav", "/to/b\n\t.txt");
	watch_case_assert_files(f->folder, "list to/a.wav to/b\n\t.txt to/x");
}

static void
test_no_folder(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *to = g_build_filename(f->folder, "to", NULL);
	record(f);
	watch_case_remove(to);
	g_assert_null(oq_moves_perform(f->list, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	watch_case_put(f->folder, "to/x", "x");
	perform(f, "/to/a.wav", "/to/b\n\t.txt");
}

#define ADD(name, function) g_test_add("/moves/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("all", test_moves);
	ADD("on", test_goes_on);
	ADD("taken", test_taken);
	ADD("both", test_both_names);
	ADD("no-folder", test_no_folder);
	return g_test_run();
}
