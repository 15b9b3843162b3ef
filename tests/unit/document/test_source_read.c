#include "document/source.h"

#include "book_case.h"
#include "source_case.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/** A folder of this test alone. */
typedef struct {
	BookCase book;
	char *path; /* of a file in it, which need not exist */
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
	book_case_set_up(&fixture->book, data);
	fixture->path = book_case_path(&fixture->book, "құжат.txt");
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
	book_case_tear_down(&fixture->book, data);
	g_free(fixture->path);
}

static OqSource *
open_pipe(int *writer, GCancellable *stop)
{
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	OqSource *source = source_case_open(path, stop);
	close(ends[0]);
	*writer = ends[1];
	return source;
}

static void
count_waits(gpointer data)
{
	*(int *)data += 1;
}

static void
cancel(gpointer data)
{
	g_cancellable_cancel(data);
}

static void
append(const Fixture *fixture, const char *bytes)
{
	int fd = open(fixture->path, O_WRONLY | O_APPEND);
	g_assert_cmpint(write(fd, bytes, strlen(bytes)), ==, (gssize)strlen(bytes));
	close(fd);
}

static void
assert_quiet(OqSource *source)
{
	g_autoptr(GError) error = NULL;
	char buffer[8];
	g_assert_cmpint(oq_source_read(source, buffer, sizeof buffer, &error), ==, -1);
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
}

static void
append_when_waited_for(gpointer data)
{
	append(data, "fgh");
}

static void
replace_when_waited_for(gpointer data)
{
	const Fixture *fixture = data;
	g_autofree char *other = g_strconcat(fixture->path, ".1", NULL);
	g_assert_cmpint(g_rename(fixture->path, other), ==, 0);
	g_file_set_contents(fixture->path, "new", 3, NULL);
	g_assert_cmpint(g_unlink(other), ==, 0);
}

/* A file is read to where it was asked for, but not in a jump. */
static void
test_stop_in_a_file(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	char buffer[2];
	g_file_set_contents(fixture->path, "abcdef", 6, NULL);
	g_autoptr(OqSource) source = source_case_open(fixture->path, stop);
	oq_source_set_hasty(source, TRUE);
	source_case_next(source, 2, "ab");
	g_cancellable_cancel(stop);
	g_assert_cmpint(oq_source_read(source, buffer, sizeof buffer, &error), ==, -1);
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	oq_source_set_hasty(source, FALSE);
	source_case_next(source, 2, "cd");
}

/* What is appended while somebody waits comes; so it does again. */
static void
test_follow(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	char buffer[8];
	g_file_set_contents(fixture->path, "abc", 3, NULL);
	g_autoptr(OqSource) source = source_case_open(fixture->path, stop);
	oq_source_follow(source, TRUE);
	source_case_next(source, 8, "abc");
	append(fixture, "de");
	source_case_next(source, 8, "de");
	oq_source_on_wait(source, append_when_waited_for, fixture);
	source_case_next(source, 8, "fgh");
	g_assert_cmpuint(oq_source_size(source), ==, 8);
	g_assert_true(oq_source_is_seekable(source));
	source_case_seek(source, 6);
	source_case_next(source, 8, "gh");
	oq_source_on_wait(source, NULL, NULL);
	assert_quiet(source);
	assert_quiet(source);
	oq_source_on_wait(source, append_when_waited_for, fixture);
	source_case_next(source, 8, "fgh");
	oq_source_on_wait(source, cancel, stop);
	g_assert_cmpint(oq_source_read(source, buffer, sizeof buffer, &error), ==, -1);
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_hasty(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	int n_waits = 0;
	g_file_set_contents(fixture->path, "abc", 3, NULL);
	g_autoptr(OqSource) source = source_case_open(fixture->path, NULL);
	oq_source_follow(source, TRUE);
	oq_source_on_wait(source, count_waits, &n_waits);
	oq_source_set_hasty(source, TRUE);
	source_case_next(source, 8, "abc");
	for (guint i = 0; i < 5; i++)
		assert_quiet(source);
	g_assert_cmpint(n_waits, ==, 0);
	g_assert_true(oq_source_is_hasty(source));
}

/* The file is cut, and the next one takes its name: each is the end of what was followed. */
static void
test_over(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < 2; i++) {
		g_file_set_contents(fixture->path, "abc", 3, NULL);
		g_autoptr(OqSource) source = source_case_open(fixture->path, NULL);
		oq_source_follow(source, TRUE);
		source_case_next(source, 8, "abc");
		g_assert_false(oq_source_is_over(source));
		if (i == 0)
			g_assert_cmpint(truncate(fixture->path, 1), ==, 0);
		else
			oq_source_on_wait(source, replace_when_waited_for, fixture);
		source_case_next(source, 8, "");
		g_assert_true(oq_source_is_over(source));
		source_case_next(source, 8, "");
	}
}

static int
open_writer(const Fixture *fixture)
{
	int writer = open(fixture->path, O_WRONLY);
	g_assert_cmpint(writer, >=, 0);
	return writer;
}

static void
write_when_waited_for(gpointer data)
{
	int writer = open_writer(data);
	g_assert_cmpint(write(writer, "de\n", 3), ==, 3);
	close(writer);
}

/* A writer goes, and the next one is waited for; what each writes begins a line. */
static void
test_follow_pipe(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	char buffer[8];
	g_assert_cmpint(mkfifo(fixture->path, 0600), ==, 0);
	g_autoptr(OqSource) source = source_case_open(fixture->path, stop);
	oq_source_follow(source, TRUE);
	int writer = open_writer(fixture);
	g_assert_cmpint(write(writer, "abc", 3), ==, 3);
	source_case_next(source, 8, "abc");
	close(writer);
	source_case_next(source, 8, "\n");
	oq_source_on_wait(source, write_when_waited_for, fixture);
	source_case_next(source, 8, "de\n");
	source_case_next(source, 8, "de\n");
	oq_source_on_wait(source, NULL, NULL);
	assert_quiet(source);
	assert_quiet(source);
	oq_source_on_wait(source, cancel, stop);
	g_assert_cmpint(oq_source_read(source, buffer, sizeof buffer, &error), ==, -1);
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	source_case_seek(source, 2);
	g_cancellable_reset(stop);
	source_case_next(source, 8, "c\nde\nde\n");
}

/* Nobody else can write to what has no name. */
static void
test_follow_nameless(Fixture *fixture G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	int writer;
	g_autoptr(OqSource) source = open_pipe(&writer, NULL);
	oq_source_follow(source, TRUE);
	g_assert_cmpint(write(writer, "abc", 3), ==, 3);
	source_case_next(source, 8, "abc");
	close(writer);
	source_case_next(source, 8, "");
	g_assert_true(oq_source_is_over(source));
	g_autoptr(OqSource) memory = oq_source_new_text("a", 1);
	oq_source_follow(memory, TRUE);
	source_case_next(memory, 8, "a");
	source_case_next(memory, 8, "");
}

/* A file that another program changes is read as it is now. */
static void
test_changes(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_file_set_contents(fixture->path, "abcdef", 6, NULL);
	g_autoptr(OqSource) source = source_case_open(fixture->path, NULL);
	source_case_next(source, 8, "abcdef");
	append(fixture, "gh");
	source_case_next(source, 8, "gh");
	g_assert_cmpuint(oq_source_size(source), ==, 8);
	g_assert_cmpint(truncate(fixture->path, 2), ==, 0);
	source_case_next(source, 8, "");
	source_case_seek(source, 0);
	g_assert_cmpuint(oq_source_size(source), ==, 2);
	source_case_next(source, 8, "ab");
}

static void
test_ready(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	int writer;
	g_autoptr(OqSource) pipe_source = open_pipe(&writer, NULL);
	g_autoptr(OqSource) memory = oq_source_new_text("", 0);
	g_assert_false(oq_source_is_ready(pipe_source, 0));
	g_assert_false(oq_source_is_ready(pipe_source, 1));
	g_assert_cmpint(write(writer, "ab", 2), ==, 2);
	g_assert_true(oq_source_is_ready(pipe_source, -1));
	source_case_next(pipe_source, 2, "ab");
	g_assert_false(oq_source_is_ready(pipe_source, 0));
	source_case_seek(pipe_source, 1);
	g_assert_true(oq_source_is_ready(pipe_source, 0));
	source_case_next(pipe_source, 2, "b");
	oq_source_set_hasty(pipe_source, TRUE);
	g_assert_false(oq_source_is_ready(pipe_source, -1));
	close(writer);
	g_assert_true(oq_source_is_ready(pipe_source, 0));
	g_assert_true(oq_source_is_ready(memory, 0));
	g_assert_true(g_file_set_contents(fixture->path, "", 0, NULL));
	g_autoptr(OqSource) file = source_case_open(fixture->path, NULL);
	g_assert_true(oq_source_is_ready(file, 0));
}

#define ADD(name, function)                                                                        \
	g_test_add("/source-read/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("stop-in-a-file", test_stop_in_a_file);
	ADD("follow", test_follow);
	ADD("hasty", test_hasty);
	ADD("over", test_over);
	ADD("follow-pipe", test_follow_pipe);
	ADD("follow-nameless", test_follow_nameless);
	ADD("changes", test_changes);
	ADD("ready", test_ready);
	return g_test_run();
}
