#include "document/follow.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/** A folder of this test alone, and an open file in it. */
typedef struct {
	char *folder;
	char *path;
	int fd;
	OqFollow *follow;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->path = g_build_filename(f->folder, "жазба.txt", NULL);
	g_file_set_contents(f->path, "abc", 3, NULL);
	f->fd = open(f->path, O_RDONLY);
	f->follow = oq_follow_new(f->path);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_follow_free(f->follow);
	close(f->fd);
	g_unlink(f->path);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->path);
	g_free(f->folder);
}

static void
append(const char *path, const char *bytes)
{
	int fd = open(path, O_WRONLY | O_APPEND | O_CREAT, 0600);
	g_assert_cmpint(write(fd, bytes, strlen(bytes)), ==, (gssize)strlen(bytes));
	close(fd);
}

static void
assert_outcome(Fixture *f, guint64 offset, int limit_ms, OqFollowOutcome expected)
{
	OqFollowOutcome outcome = oq_follow_file(f->follow, f->fd, offset, limit_ms, NULL);
	g_assert_cmpint(outcome, ==, expected);
}

static void
test_outcomes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_outcome(f, 3, 0, OQ_FOLLOW_QUIET);
	assert_outcome(f, 2, 0, OQ_FOLLOW_MORE);
	assert_outcome(f, 3, 1, OQ_FOLLOW_QUIET);
	append(f->path, "d");
	assert_outcome(f, 3, -1, OQ_FOLLOW_MORE);
	assert_outcome(f, 4, 1, OQ_FOLLOW_QUIET);
	g_assert_cmpint(truncate(f->path, 0), ==, 0);
	assert_outcome(f, 4, -1, OQ_FOLLOW_OVER);
	oq_follow_free(NULL);
}

/* Gone is not over: the next one may be on its way. */
static void
test_replaced(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_unlink(f->path);
	assert_outcome(f, 3, 1, OQ_FOLLOW_QUIET);
	append(f->path, "new");
	assert_outcome(f, 3, -1, OQ_FOLLOW_OVER);
	assert_outcome(f, 3, 0, OQ_FOLLOW_QUIET); /* no wait, no look */
}

typedef struct {
	char *path;
	const char *bytes;
} Work;

static gpointer
do_later(gpointer data)
{
	const Work *work = data;
	g_autofree char *other = g_strconcat(work->path, ".other", NULL);
	append(other, "noise"); /* which wakes nobody for good */
	g_unlink(other);
	if (work->bytes == NULL) {
		g_file_set_contents(other, "new", 3, NULL);
		g_assert_cmpint(g_rename(other, work->path), ==, 0);
	} else {
		append(work->path, work->bytes);
	}
	return NULL;
}

/* Whoever sleeps is woken; a hang fails by its time. */
static void
test_wakes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < 40; i++) {
		Work work = {f->path, "d"};
		GThread *thread = g_thread_new("writer", do_later, &work);
		assert_outcome(f, 3 + i, -1, OQ_FOLLOW_MORE);
		g_thread_join(thread);
	}
	Work work = {f->path, NULL};
	GThread *thread = g_thread_new("writer", do_later, &work);
	assert_outcome(f, 43, -1, OQ_FOLLOW_OVER);
	g_thread_join(thread);
}

/* Where the name is a link, what it leads to may be replaced, and the link. */
static void
test_link(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *folder = g_build_filename(f->folder, "links", NULL);
	g_autofree char *link = g_build_filename(folder, "link", NULL);
	g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
	g_assert_cmpint(symlink(f->path, link), ==, 0);
	g_autoptr(OqFollow) follow = oq_follow_new(link);
	g_assert_cmpint(oq_follow_file(follow, f->fd, 3, 1, NULL), ==, OQ_FOLLOW_QUIET);
	Work work = {f->path, NULL};
	GThread *thread = g_thread_new("writer", do_later, &work);
	g_assert_cmpint(oq_follow_file(follow, f->fd, 3, -1, NULL), ==, OQ_FOLLOW_OVER);
	g_thread_join(thread);
	g_unlink(link);
	g_rmdir(folder);
}

static void
test_stop(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_cancellable_cancel(stop);
	g_assert_cmpint(oq_follow_file(f->follow, f->fd, 3, -1, stop), ==, OQ_FOLLOW_STOPPED);
	g_assert_cmpint(oq_follow_file(f->follow, f->fd, 2, -1, stop), ==, OQ_FOLLOW_MORE);
}

static void
test_reopen(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	int ends[2];
	g_assert_cmpint(oq_follow_reopen(f->follow, f->fd), ==, -1); /* no pipe */
	g_unlink(f->path);
	g_assert_cmpint(mkfifo(f->path, 0600), ==, 0);
	int reader = open(f->path, O_RDONLY | O_NONBLOCK);
	int next = oq_follow_reopen(f->follow, reader);
	g_assert_cmpint(next, >=, 0);
	close(next);
	g_assert_cmpint(pipe(ends), ==, 0);
	g_assert_cmpint(oq_follow_reopen(f->follow, ends[0]), ==, -1);
	g_autoptr(OqFollow) nameless = oq_follow_new(NULL);
	g_assert_cmpint(oq_follow_reopen(nameless, ends[0]), ==, -1);
	close(ends[0]);
	close(ends[1]);
}

#define ADD(name, function) g_test_add(name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("/follow/outcomes", test_outcomes);
	ADD("/follow/replaced", test_replaced);
	ADD("/follow/wakes", test_wakes);
	ADD("/follow/link", test_link);
	ADD("/follow/stop", test_stop);
	ADD("/follow/reopen", test_reopen);
	return g_test_run();
}
