#include "radio/watch/watch.h"

#include "radio/watch/watch_folders.h"
#include "watch_wish.h"

typedef struct {
	WatchWish wish;
	GCancellable *stop;
	guint n_left; /* news until it is stopped */
	void (*act)(gpointer data, OqWatchKind kind);
} Fixture;

static void
set_up(Fixture *f, gconstpointer data)
{
	watch_wish_init(&f->wish, data);
	f->stop = g_cancellable_new();
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_object_unref(f->stop);
	watch_wish_clear(&f->wish);
}

static void
hear(const OqWatchNews *news, gpointer data)
{
	Fixture *f = data;
	if (news->kind == OQ_WATCH_BEGUN)
		return;
	watch_wish_tell(news, &f->wish);
	if (f->act != NULL)
		f->act(f, news->kind);
	if (--f->n_left == 0)
		g_cancellable_cancel(f->stop);
}

static void
run(Fixture *f, guint n_news)
{
	g_autoptr(GError) error = NULL;
	f->n_left = n_news;
	f->wish.wish.tell = hear;
	f->wish.wish.data = f;
	g_assert_false(oq_watch_run(&f->wish.wish, f->stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_false(watch_case_has(f->wish.folder, ".oqyrman-work"));
	g_assert_false(watch_case_has(f->wish.folder, "out/.oqyrman-work"));
}

static void
test_found(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->wish.folder, "a.txt", "a");
	watch_case_put(f->wish.folder, "b.txt", "b");
	watch_case_put(f->wish.folder, "c.txt", "c");
	run(f, 3);
	watch_case_assert_files(f->wish.folder,
		"done/a.txt done/b.txt done/c.txt out/a.srt out/a.wav out/b.srt out/b.wav "
		"out/c.srt out/c.wav");
}

static void
put_again(gpointer data, OqWatchKind kind)
{
	Fixture *f = data;
	g_autofree char *text = g_strdup_printf("%u", f->n_left);
	g_assert_cmpint(kind, ==, OQ_WATCH_DONE);
	if (f->n_left > 1)
		watch_case_put(f->wish.folder, "a.txt", text);
}

/* While it watches; the same name again is the next version. */
static void
test_put_in(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->wish.folder, "a.txt", "4");
	f->act = put_again;
	run(f, 3);
	g_assert_cmpstr(f->wish.told->str, ==,
		"done a.txt IN/out/a.wav\ndone a.txt IN/out/a-2.wav\ndone a.txt IN/out/a-3.wav\n");
	watch_case_assert(f->wish.folder, "out/a.wav", "4");
	watch_case_assert(f->wish.folder, "out/a-2.wav", "3");
	watch_case_assert(f->wish.folder, "done/a-3.txt", "2");
}

/* Of one that was killed. */
static void
test_takes_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->wish.folder, ".oqyrman-work/00000001/.claim", "");
	watch_case_put(f->wish.folder, ".oqyrman-work/00000001/a.txt", "a");
	run(f, 1);
	watch_case_assert_files(f->wish.folder, "done/a.txt out/a.srt out/a.wav");
}

static void
test_failed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->wish.folder, "a.txt", "a");
	run(f, 1);
	watch_case_assert_files(f->wish.folder, "failed/a.txt failed/a.txt.log");
}

static void
move_away(gpointer data, OqWatchKind kind)
{
	Fixture *f = data;
	g_autofree char *away = g_strconcat(f->wish.folder, ".away", NULL);
	if (kind == OQ_WATCH_DONE && f->n_left == 4)
		g_assert_cmpint(g_rename(f->wish.folder, away), ==, 0);
	if (kind == OQ_WATCH_LOST) {
		watch_case_put(away, "b.txt", "b");
		g_assert_cmpint(g_rename(away, f->wish.folder), ==, 0);
	}
}

static void
test_lost(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->wish.folder, "a.txt", "a");
	f->act = move_away;
	run(f, 4);
	g_assert_cmpstr(f->wish.told->str, ==,
		"done a.txt IN/out/a.wav\nlost\nfound\ndone b.txt IN/out/b.wav\n");
}

static void
make_room(gpointer data, OqWatchKind kind)
{
	Fixture *f = data;
	if (kind == OQ_WATCH_WAITING)
		watch_case_put(f->wish.folder, "out/room", "");
}

/* Told once; what came first is done first. */
static void
test_full_disk(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->wish.folder, "a.txt", "a");
	f->act = make_room;
	run(f, 3);
	g_assert_cmpstr(f->wish.told->str, ==,
		"waiting a.txt a: No space left on device\ndone a.txt IN/out/a.wav\ngoes on\n");
}

static void
take_out_away(gpointer data, OqWatchKind kind)
{
	Fixture *f = data;
	g_autofree char *out = g_build_filename(f->wish.folder, "out", NULL);
	if (kind == OQ_WATCH_DONE && watch_case_has(f->wish.folder, "done/b.txt")) {
		f->n_left = 1;
	} else if (kind == OQ_WATCH_DONE) {
		watch_case_remove(out);
		watch_case_put(f->wish.folder, "b.txt", "b");
	}
}

/* A folder that somebody has removed is made again. */
static void
test_no_out(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->wish.folder, "a.txt", "a");
	f->act = take_out_away;
	run(f, 9);
	watch_case_assert_files(f->wish.folder, "done/a.txt done/b.txt out/b.srt out/b.wav");
}

static void
clear_way(gpointer data, OqWatchKind kind)
{
	Fixture *f = data;
	g_autofree char *way = g_build_filename(f->wish.folder, ".oqyrman-work", NULL);
	if (kind == OQ_WATCH_REFUSED && f->n_left == 5)
		watch_case_put(f->wish.folder, "c.txt", "c");
	if (kind == OQ_WATCH_REFUSED && f->n_left == 4)
		g_assert_cmpint(g_unlink(way), ==, 0);
}

/* What cannot be taken is told once each. */
static void
test_refused(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->wish.folder, ".oqyrman-work", "");
	watch_case_put(f->wish.folder, "a.txt", "a");
	watch_case_put(f->wish.folder, "b.txt", "b");
	f->act = clear_way;
	run(f, 6);
	g_assert_nonnull(strstr(f->wish.told->str, "refused a.txt"));
	g_assert_nonnull(strstr(f->wish.told->str, "refused b.txt"));
	g_assert_nonnull(strstr(f->wish.told->str, "refused c.txt"));
	watch_case_assert_files(f->wish.folder,
		"done/a.txt done/b.txt done/c.txt out/a.srt out/a.wav out/b.srt out/b.wav "
		"out/c.srt out/c.wav");
}

static void
test_wrong(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	watch_case_put(f->wish.folder, "a.txt", "a");
	g_assert_false(oq_watch_run(&f->wish.wish, f->stop, &error));
	g_assert_error(error, OQ_WATCH_ERROR, OQ_WATCH_ERROR_RENDER);
	watch_case_assert_files(f->wish.folder, "a.txt");
}

#define ADD(name, function, script)                                                                \
	g_test_add("/watch/" name, Fixture, script, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("found", test_found, WATCH_WISH_COPIES);
	ADD("put-in", test_put_in, WATCH_WISH_COPIES);
	ADD("takes-up", test_takes_up, WATCH_WISH_COPIES);
	ADD("failed", test_failed, "exit 3");
	ADD("lost", test_lost, WATCH_WISH_COPIES);
	ADD("full", test_full_disk,
		"out=${2%/.oqyrman-work/*}; [ -e \"$out/room\" ] || { echo 'a: No space left on "
		"device' >&2; exit 1; }; cp \"$4\" \"$2\"");
	ADD("no-out", test_no_out, WATCH_WISH_COPIES);
	ADD("refused", test_refused, WATCH_WISH_COPIES);
	ADD("wrong", test_wrong, "exit 2");
	return g_test_run();
}
