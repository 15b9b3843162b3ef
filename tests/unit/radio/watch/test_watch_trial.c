#include "radio/watch/watch_trial.h"

#include "watch_wish.h"

static gboolean
try_with(const char *script, const char *word, GError **error)
{
	WatchWish wish;
	g_auto(OqWatchFolders) folders;
	watch_wish_init(&wish, script);
	g_free(wish.command[3]);
	wish.command[3] = g_strdup(word);
	g_assert_true(oq_watch_folders_init(&folders, wish.folder, NULL, NULL));
	g_autoptr(GMainLoop) loop = g_main_loop_new(NULL, FALSE);
	gboolean is_right = oq_watch_trial_run(&wish.wish, &folders, loop, error);
	watch_case_assert_files(wish.folder, "");
	g_assert_false(watch_case_has(folders.stage, ""));
	watch_wish_clear(&wish);
	return is_right;
}

static gboolean
try(const char *script, GError **error)
{
	return try_with(script, "sh", error);
}

/* What fails now may succeed with another text, but for wrong options. */
static void
test_right(void)
{
	g_assert_true(try(WATCH_WISH_COPIES, NULL));
	g_assert_true(try("exit 1", NULL));
	g_assert_true(try("exit 3", NULL));
	g_assert_true(try("kill -KILL $$", NULL));
	g_assert_true(try("[ \"$1 $3 $(cat \"$4\")\" = '-o -- 1' ] || exit 2", NULL));
}

static void
test_places(void)
{
	g_assert_true(try_with("[ \"$0\" = -o ] || exit 2", "--start=2", NULL));
	g_assert_true(try_with("[ \"$0\" = -o ] || exit 2", "--end=#3", NULL));
	g_assert_true(try_with("[ \"$0\" = --title=--end=3 ] || exit 2", "--title=--end=3", NULL));
}

static void
test_wrong(void)
{
	g_autoptr(GError) error = NULL;

	g_assert_false(try("echo 'oqyrman: there is no voice' >&2; exit 2", &error));
	g_assert_error(error, OQ_WATCH_ERROR, OQ_WATCH_ERROR_RENDER);
	g_assert_cmpstr(error->message, ==, "there is no voice");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/watch_trial/right", test_right);
	g_test_add_func("/watch_trial/places", test_places);
	g_test_add_func("/watch_trial/wrong", test_wrong);
	return g_test_run();
}
