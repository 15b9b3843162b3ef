#include "radio/watch/watch_folders.h"

#include "base/files/beside.h"
#include "watch_case.h"

typedef struct {
	char *root;
	char *watched;
	OqWatchFolders folders;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->root = watch_case_folder();
	f->watched = g_build_filename(f->root, "in", NULL);
	g_assert_cmpint(g_mkdir(f->watched, 0777), ==, 0);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_watch_folders_clear(&f->folders);
	watch_case_remove(f->root);
	g_free(f->watched);
	g_free(f->root);
}

static void
init(Fixture *f, const char *out)
{
	g_autoptr(GError) error = NULL;
	oq_watch_folders_init(&f->folders, f->watched, out, &error);
	g_assert_no_error(error);
}

static void
test_makes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	init(f, NULL);
	g_assert_true(watch_case_has(f->watched, "out"));
	g_assert_true(watch_case_has(f->watched, "done"));
	g_assert_true(watch_case_has(f->watched, "failed"));
	watch_case_remove(f->folders.done);
	g_assert_true(oq_watch_folders_make(&f->folders, NULL));
	g_assert_true(watch_case_has(f->watched, "done"));
}

/* A folder that is gone is not made anew: it may be on a disk that comes back. */
static void
test_gone(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	init(f, NULL);
	watch_case_remove(f->watched);
	g_assert_false(oq_watch_folders_make(&f->folders, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	g_assert_false(watch_case_has(f->root, "in"));
}

static void
test_out(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *out = g_build_filename(f->root, "on", "air", NULL);
	init(f, out);
	g_assert_true(watch_case_has(f->root, "on/air"));
	g_assert_false(watch_case_has(f->watched, "out"));
}

static void
refuse(Fixture *f, const char *watched, const char *out, int code)
{
	g_autoptr(GError) error = NULL;
	g_assert_false(oq_watch_folders_init(&f->folders, watched, out, &error));
	g_assert_error(error, OQ_WATCH_ERROR, code);
	oq_watch_folders_clear(&f->folders);
}

static void
test_refuses(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *file = g_build_filename(f->root, "file", NULL);
	g_autofree char *same = g_build_filename(f->root, ".", "in", NULL);
	watch_case_put(f->root, "file", "");
	refuse(f, "/nowhere/at/all", NULL, OQ_WATCH_ERROR_NO_FOLDER);
	refuse(f, file, NULL, OQ_WATCH_ERROR_NO_FOLDER);
	refuse(f, f->watched, same, OQ_WATCH_ERROR_OUT);
}

static void
test_file_in_the_way(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	watch_case_put(f->watched, "failed", "");
	g_assert_false(oq_watch_folders_init(&f->folders, f->watched, NULL, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	watch_case_assert(f->watched, "failed", "");
}

static void
put_stage(Fixture *f, const char *id)
{
	g_autofree char *stage = oq_watch_folders_stage(&f->folders, id);
	watch_case_put(stage, "a.wav", "");
}

/* Those of claims that are there stay, and those of other watched folders. */
static void
test_sweeps(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	init(f, NULL);
	put_stage(f, "00000001");
	put_stage(f, "00000002");
	watch_case_put(f->folders.stage, "ffffffff-00000001/a.wav", "");
	watch_case_put(f->watched, ".oqyrman-work/00000002/a.txt", "");
	oq_watch_folders_sweep(&f->folders);
	g_autofree char *kept = oq_watch_folders_stage(&f->folders, "00000002");
	g_autofree char *swept = oq_watch_folders_stage(&f->folders, "00000001");
	g_assert_true(watch_case_has(kept, "a.wav"));
	g_assert_false(watch_case_has(swept, ""));
	g_assert_true(watch_case_has(f->folders.stage, "ffffffff-00000001/a.wav"));
}

static void
test_cleans(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *stage = NULL;
	init(f, NULL);
	put_stage(f, "00000001");
	stage = oq_watch_folders_stage(&f->folders, "00000001");
	oq_watch_folders_clean(&f->folders, stage);
	g_assert_false(watch_case_has(f->folders.stage, ""));
	g_assert_true(watch_case_has(f->watched, "out"));
}

#define ADD(name, function)                                                                        \
	g_test_add("/watch_folders/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("makes", test_makes);
	ADD("gone", test_gone);
	ADD("out", test_out);
	ADD("refuses", test_refuses);
	ADD("file", test_file_in_the_way);
	ADD("sweeps", test_sweeps);
	ADD("cleans", test_cleans);
	return g_test_run();
}
