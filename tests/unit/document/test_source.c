#include "document/source.h"

#include "document/document.h"
#include "source_case.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/** A folder of this test alone. */
typedef struct {
	char *folder;
	char *path; /* of a file in it, which need not exist */
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	fixture->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	fixture->path = g_build_filename(fixture->folder, "құжат.txt", NULL);
}

static void
tear_down(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_unlink(fixture->path);
	g_assert_cmpint(g_rmdir(fixture->folder), ==, 0);
	g_free(fixture->path);
	g_free(fixture->folder);
}

static void
assert_forward_and_back(OqSource *source)
{
	source_case_next(source, 4, "abcd");
	source_case_next(source, 10, "efgh");
	source_case_seek(source, 2);
	source_case_next(source, 3, "cde");
	source_case_seek(source, 0);
	source_case_next(source, 8, "abcdefgh");
	source_case_next(source, 8, "");
	source_case_seek(source, 7);
	source_case_next(source, 8, "h");
}

static void
test_file(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_file_set_contents(fixture->path, "abcdefgh", 8, NULL);
	g_autoptr(OqSource) source = source_case_open(fixture->path, NULL);
	g_assert_true(oq_source_is_seekable(source));
	g_assert_cmpuint(oq_source_size(source), ==, 8);
	g_assert_true(g_str_has_suffix(oq_source_name(source), "құжат.txt"));
	assert_forward_and_back(source);
}

static void
test_text(Fixture *fixture G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqSource) source = oq_source_new_text("abcdefgh", 8);
	g_assert_true(oq_source_is_seekable(source));
	g_assert_cmpuint(oq_source_size(source), ==, 8);
	assert_forward_and_back(source);
}

/* What another program has read of standard input is not read again. */
static void
test_begun_file(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_file_set_contents(fixture->path, "xyzabcdefgh", 11, NULL);
	int file = g_open(fixture->path, O_RDONLY, 0);
	g_assert_cmpint(lseek(file, 3, SEEK_SET), ==, 3);
	g_assert_cmpint(dup2(file, STDIN_FILENO), ==, STDIN_FILENO);
	close(file);
	g_autoptr(OqSource) source = source_case_open("-", NULL);
	g_assert_cmpuint(oq_source_size(source), ==, 8);
	assert_forward_and_back(source);
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

/* What has been written comes at once, and is kept. */
static void
test_pipe(Fixture *fixture G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	int writer, n_waits = 0;
	g_autoptr(OqSource) source = open_pipe(&writer, NULL);
	oq_source_on_wait(source, count_waits, &n_waits);
	g_assert_false(oq_source_is_seekable(source));
	g_assert_cmpuint(oq_source_size(source), ==, 0);
	g_assert_cmpint(write(writer, "abcdefgh", 8), ==, 8);
	source_case_next(source, 4, "abcd");
	source_case_next(source, 10, "efgh");
	source_case_seek(source, 2);
	source_case_next(source, 3, "cde");
	source_case_next(source, 10, "fgh");
	g_assert_cmpint(n_waits, ==, 0);
	close(writer);
	source_case_next(source, 8, "");
	source_case_seek(source, 7);
	source_case_next(source, 8, "h");
}

/* The writer of a pipe, who waits for its reader. */
static gpointer
write_much(gpointer data)
{
	g_autofree char *bytes = g_strnfill(1 << 16, 'a');
	int writer = GPOINTER_TO_INT(data);
	for (guint i = 0; i < 3 * OQ_SOURCE_KEPT_BYTES >> 16; i++)
		g_assert_cmpint(write(writer, bytes, 1 << 16), ==, 1 << 16);
	close(writer);
	return NULL;
}

static void
test_gone(Fixture *fixture G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *buffer = g_malloc(1 << 16);
	guint64 n_bytes = 0;
	int writer;
	g_autoptr(OqSource) source = open_pipe(&writer, NULL);
	GThread *thread = g_thread_new("writer", write_much, GINT_TO_POINTER(writer));
	for (gssize n; (n = oq_source_read(source, buffer, 1 << 16, &error)) > 0;)
		n_bytes += (guint64)n;
	g_thread_join(thread);
	g_assert_no_error(error);
	g_assert_cmpuint(n_bytes, ==, 3 * OQ_SOURCE_KEPT_BYTES);
	g_assert_false(oq_source_seek(source, 0, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_GONE);
	source_case_next(source, 1, "");
	source_case_seek(source, n_bytes - OQ_SOURCE_KEPT_BYTES);
	source_case_next(source, 3, "aaa");
}

static void
cancel(gpointer data)
{
	g_cancellable_cancel(data);
}

/* Whoever waits is woken: the wait begins, and then it is cancelled; a hang fails by its time. */
static void
test_stop(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	char buffer[8];
	int writer;
	g_autoptr(OqSource) source = open_pipe(&writer, stop);
	oq_source_on_wait(source, cancel, stop);
	g_assert_cmpint(oq_source_read(source, buffer, sizeof buffer, &error), ==, -1);
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	close(writer);

	/* neither does a pipe without a writer keep anyone */
	g_clear_error(&error);
	g_cancellable_reset(stop);
	g_assert_cmpint(mkfifo(fixture->path, 0600), ==, 0);
	g_autoptr(OqSource) lonely = source_case_open(fixture->path, stop);
	oq_source_on_wait(lonely, cancel, stop);
	g_assert_cmpint(oq_source_read(lonely, buffer, sizeof buffer, &error), ==, -1);
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_refused(const char *path, OqDocumentError code, const char *part)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_source_open(path, NULL, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, (int)code);
	g_assert_nonnull(strstr(error->message, part));
}

static void
test_refused(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	assert_refused(fixture->path, OQ_DOCUMENT_ERROR_MISSING, "құжат.txt");
	assert_refused(fixture->folder, OQ_DOCUMENT_ERROR_UNREADABLE, "is a folder");
	g_file_set_contents(fixture->path, "a", 1, NULL);
	g_autofree char *below = g_build_filename(fixture->path, "x", NULL);
	assert_refused(below, OQ_DOCUMENT_ERROR_MISSING, "x");
	oq_source_free(NULL);
}

#define ADD(name, function) g_test_add(name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("/source/file", test_file);
	ADD("/source/text", test_text);
	ADD("/source/begun-file", test_begun_file);
	ADD("/source/pipe", test_pipe);
	ADD("/source/gone", test_gone);
	ADD("/source/stop", test_stop);
	ADD("/source/refused", test_refused);
	return g_test_run();
}
