#include "speech/espeak/espeak_data.h"

#include "speech/engine.h"

#include <glib/gstdio.h>
#include <string.h>

#define SUM "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" /* of "abc" */

typedef struct {
	char *folder;
} Fixture;

static void
write_file(const Fixture *f, const char *name, const char *contents)
{
	g_autofree char *path = g_build_filename(f->folder, name, NULL);
	g_assert_true(g_file_set_contents(path, contents, -1, NULL));
}

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_assert_nonnull(f->folder);
	write_file(f, "phontab", "abc");
	write_file(f, "stamp", SUM "\n");
}

static void
remove_file(const Fixture *f, const char *name)
{
	g_autofree char *path = g_build_filename(f->folder, name, NULL);
	g_remove(path);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	remove_file(f, "phontab");
	remove_file(f, "stamp");
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->folder);
}

static void
expect_misfit(const char *folder, const char *why)
{
	g_autoptr(GError) error = NULL;
	g_assert_false(oq_espeak_data_fits(folder, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_nonnull(strstr(error->message, why));
	g_assert_null(strchr(error->message, '\n'));
}

static void
test_fits(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_espeak_data_fits(f->folder, &error));
	g_assert_no_error(error);
}

static void
test_built(Fixture *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_espeak_data_fits(OQ_TEST_SHARE "/espeak-ng-data", &error));
	g_assert_no_error(error);
}

static void
test_changed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_file(f, "phontab", "abd");
	expect_misfit(f->folder, "has changed");
	remove_file(f, "phontab");
	expect_misfit(f->folder, "has changed");
}

static void
test_other_stamp(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const stamps[] = {"", "ba78", SUM " " SUM, "\xff"};
	for (gsize i = 0; i < G_N_ELEMENTS(stamps); i++) {
		write_file(f, "stamp", stamps[i]);
		expect_misfit(f->folder, "has changed");
	}
}

/* The stamp is written last: without it the folder is not whole. */
static void
test_unfinished(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	remove_file(f, "stamp");
	expect_misfit(f->folder, "is not installed");
	expect_misfit("/nowhere", "is not installed");
	expect_misfit(NULL, "is not installed");
}

#define ADD(name, function)                                                                        \
	g_test_add("/espeak-data/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("fits", test_fits);
	ADD("built", test_built);
	ADD("changed", test_changed);
	ADD("other-stamp", test_other_stamp);
	ADD("unfinished", test_unfinished);
	return g_test_run();
}
