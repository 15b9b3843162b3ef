#include "radio/watch/watch_job.h"

#include "watch_wish.h"

typedef struct {
	WatchWish wish;
	OqWatchFolders folders;
	GMainLoop *loop;
	OqWatchJob *job;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data)
{
	watch_wish_init(&f->wish, data);
	g_assert_true(oq_watch_folders_init(&f->folders, f->wish.folder, NULL, NULL));
	f->loop = g_main_loop_new(NULL, FALSE);
	watch_case_put(f->wish.folder, "a.txt", "text");
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_main_loop_unref(f->loop);
	oq_watch_folders_clear(&f->folders);
	watch_wish_clear(&f->wish);
}

static void
hear_change(OqWatchJob *job G_GNUC_UNUSED, gpointer loop)
{
	g_main_loop_quit(loop);
}

static void
take(Fixture *f)
{
	OqClaim *claim = oq_claim_take(f->wish.folder, "a.txt", NULL);
	g_assert_nonnull(claim);
	f->job = oq_watch_job_new(&f->wish.wish, &f->folders, claim, hear_change, f->loop);
}

static void
try(Fixture *f)
{
	oq_watch_job_try(f->job);
	if (oq_watch_job_state(f->job) == OQ_WATCH_JOB_WORKING)
		g_main_loop_run(f->loop);
}

static void
run(Fixture *f, const char *told, const char *files)
{
	take(f);
	try(f);
	g_assert_cmpint(oq_watch_job_state(f->job), ==, OQ_WATCH_JOB_OVER);
	oq_watch_job_free(f->job);
	g_assert_cmpstr(f->wish.told->str, ==, told);
	watch_case_assert_files(f->wish.folder, files);
	g_assert_false(watch_case_has(f->wish.folder, OQ_CLAIM_WORK));
	g_assert_false(watch_case_has(f->folders.stage, ""));
}

static void
test_done(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	run(f, "done a.txt IN/out/a.wav\n", "done/a.txt out/a.srt out/a.wav");
	watch_case_assert(f->wish.folder, "out/a.wav", "text");
}

/* All that belongs to one text has one number. */
static void
test_numbered(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->wish.folder, "out/a.srt", "old");
	watch_case_put(f->wish.folder, "done/a.txt", "old");
	run(f, "done a.txt IN/out/a-2.wav\n",
		"done/a-2.txt done/a.txt out/a-2.srt out/a-2.wav out/a.srt");
	watch_case_assert(f->wish.folder, "done/a.txt", "old");
}

static void
test_failed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	run(f, "failed a.txt IN/failed/a.txt oqyrman: IN/a.txt is bad \n",
		"failed/a.txt failed/a.txt.log");
	g_autofree char *log = g_strdup_printf("oqyrman: %s/a.txt is bad\n", f->wish.folder);
	watch_case_assert(f->wish.folder, "failed/a.txt.log", log);
}

static void
test_failed_again(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->wish.folder, "failed/a.txt.log", "old");
	run(f, "failed a.txt IN/failed/a-2.txt oqyrman: IN/a.txt is bad \n",
		"failed/a-2.txt failed/a-2.txt.log failed/a.txt.log");
}

static void
test_crashes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	run(f,
		"failed a.txt IN/failed/a.txt oqyrman: signal 11 ended the program that rendered "
		"it \n",
		"failed/a.txt failed/a.txt.log");
}

static void
test_silent(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	run(f,
		"failed a.txt IN/failed/a.txt oqyrman: the program that rendered it ended with the "
		"status 1 \n",
		"failed/a.txt failed/a.txt.log");
}

/* It is not the text's fault that somebody kills what renders it. */
static void
test_killed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	run(f, "done a.txt IN/out/a.wav\n", "done/a.txt out/a.wav out/killed");
}

static void
test_always_killed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	run(f,
		"failed a.txt IN/failed/a.txt oqyrman: signal 9 ended the program that rendered it "
		"\n",
		"failed/a.txt failed/a.txt.log");
}

static void
test_full_disk(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	take(f);
	try(f);
	g_assert_cmpint(oq_watch_job_state(f->job), ==, OQ_WATCH_JOB_STUCK);
	g_assert_cmpstr(oq_watch_job_trouble(f->job), ==, "a: No space left on device");
	g_assert_cmpstr(oq_watch_job_name(f->job), ==, "a.txt");
	watch_case_put(f->wish.folder, "out/room", "");
	try(f);
	g_assert_cmpint(oq_watch_job_state(f->job), ==, OQ_WATCH_JOB_OVER);
	oq_watch_job_free(f->job);
	watch_case_assert_files(f->wish.folder, "done/a.txt out/a.wav out/room");
}

static void
test_stopped(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	take(f);
	oq_watch_job_try(f->job);
	oq_watch_job_free(f->job);
	watch_case_assert_files(f->wish.folder, "a.txt");
	g_assert_false(watch_case_has(f->wish.folder, OQ_CLAIM_WORK));
}

/* Killed between its moves: the next one does the rest, and renders nothing. */
static void
test_recorded(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *out = g_build_filename(f->folders.out, "a.wav", NULL);
	take(f);
	try(f);
	g_assert_cmpint(oq_watch_job_state(f->job), ==, OQ_WATCH_JOB_STUCK);
	oq_watch_job_free(f->job);
	g_assert_true(watch_case_has(f->wish.folder, "out/a.wav"));
	g_assert_false(watch_case_has(f->wish.folder, "done/a.txt"));
	g_assert_cmpint(g_mkdir(f->folders.done, 0777), ==, 0);
	watch_case_put(f->wish.folder, "out/a.wav", "once");
	g_autoptr(GPtrArray) claims = oq_claim_adopt(f->wish.folder, 1);
	g_assert_cmpuint(claims->len, ==, 1);
	f->job = oq_watch_job_new(
		&f->wish.wish, &f->folders, g_ptr_array_index(claims, 0), hear_change, f->loop);
	try(f);
	g_assert_cmpint(oq_watch_job_state(f->job), ==, OQ_WATCH_JOB_OVER);
	oq_watch_job_free(f->job);
	watch_case_assert_files(f->wish.folder, "done/a.txt out/a.wav");
	watch_case_assert(f->wish.folder, "out/a.wav", "once");
	g_assert_cmpstr(f->wish.told->str, ==, "done a.txt IN/out/a.wav\n");
}

static void
test_removed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *work = g_build_filename(f->wish.folder, OQ_CLAIM_WORK, NULL);
	take(f);
	oq_watch_job_try(f->job);
	watch_case_remove(work);
	g_main_loop_run(f->loop);
	g_assert_cmpint(oq_watch_job_state(f->job), ==, OQ_WATCH_JOB_OVER);
	oq_watch_job_free(f->job);
	g_assert_cmpstr(f->wish.told->str, ==, "");
}

#define ADD(name, function, script)                                                                \
	g_test_add("/watch_job/" name, Fixture, script, set_up, function, tear_down)

#define OUT "out=${2%/.oqyrman-work/*}; "

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("done", test_done, WATCH_WISH_COPIES);
	ADD("numbered", test_numbered, WATCH_WISH_COPIES);
	ADD("failed", test_failed, "echo \"oqyrman: $4 is bad\" >&2; exit 3");
	ADD("failed-again", test_failed_again, "echo \"oqyrman: $4 is bad\" >&2; exit 3");
	ADD("crashes", test_crashes, "ulimit -c 0; kill -SEGV $$");
	ADD("silent", test_silent, "exit 1");
	ADD("killed", test_killed,
		OUT
		"[ -e \"$out/killed\" ] || { touch \"$out/killed\"; kill -KILL $$; }; cp \"$4\" "
		"\"$2\"");
	ADD("always-killed", test_always_killed, "kill -KILL $$");
	ADD("full", test_full_disk,
		OUT
		"[ -e \"$out/room\" ] || { echo 'oqyrman: a: No space left on device' >&2; exit "
		"1; }; cp \"$4\" \"$2\"");
	ADD("stopped", test_stopped, "kill -STOP $$");
	ADD("recorded", test_recorded, OUT "rmdir \"$out/../done\"; cp \"$4\" \"$2\"");
	ADD("removed", test_removed, "exit 3");
	return g_test_run();
}
