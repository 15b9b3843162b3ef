#include "base/small_file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
	char *folder;
	char *path;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->path = g_build_filename(f->folder, "small", NULL);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_remove(f->path);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->path);
	g_free(f->folder);
}

static void
assert_refused(const char *path, gsize max_bytes, GFileError code)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes = 0;
	g_assert_null(oq_small_file_read(path, max_bytes, &n_bytes, &error));
	g_assert_error(error, G_FILE_ERROR, (gint)code);
	g_assert_nonnull(strstr(error->message, path));
}

static void
assert_read(const char *path, const char *bytes, gsize n_bytes)
{
	g_autoptr(GError) error = NULL;
	gsize n_read = 0;
	g_autofree char *read = oq_small_file_read(path, n_bytes, &n_read, &error);
	g_assert_no_error(error);
	g_assert_cmpmem(read, n_read, bytes, n_bytes);
	g_assert_cmpint(read[n_read], ==, '\0');
}

static void
test_read(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *long_one = g_strnfill(10000, 'x');
	g_assert_true(g_file_set_contents(f->path, "", 0, NULL));
	assert_read(f->path, "", 0);
	g_assert_true(g_file_set_contents(f->path, "a\0b\n", 4, NULL));
	assert_read(f->path, "a\0b\n", 4);
	g_assert_true(g_file_set_contents(f->path, long_one, 10000, NULL));
	assert_read(f->path, long_one, 10000);
}

static void
test_too_large(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_true(g_file_set_contents(f->path, "12345", 5, NULL));
	assert_refused(f->path, 4, G_FILE_ERROR_FAILED);
	/* a hole of a terabyte */
	g_assert_cmpint(truncate(f->path, (off_t)1 << 40), ==, 0);
	assert_refused(f->path, 100000, G_FILE_ERROR_FAILED);
}

static void
test_no_file(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *below = g_build_filename(f->path, "below", NULL);
	assert_refused(f->path, 100, G_FILE_ERROR_NOENT);
	assert_refused(f->folder, 100, G_FILE_ERROR_INVAL);
	gsize n_none = 1;
	g_autofree char *none = oq_small_file_read("/dev/null", 100, &n_none, NULL);
	g_assert_cmpstr(none, ==, "");
	g_assert_cmpuint(n_none, ==, 0);
	assert_refused("/dev/zero", 100, G_FILE_ERROR_FAILED);
	g_assert_cmpint(mkfifo(f->path, 0600), ==, 0);
	assert_refused(f->path, 100, G_FILE_ERROR_INVAL);
	assert_refused(below, 100, G_FILE_ERROR_NOENT);
	g_assert_cmpint(g_remove(f->path), ==, 0);
	g_assert_cmpint(symlink("small", f->path), ==, 0);
	assert_refused(f->path, 100, G_FILE_ERROR_LOOP);
}

/* What was named is read whatever it is, but not without an end. */
static void
test_any(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes = 0;
	int ends[2];
	g_assert_true(pipe(ends) == 0 && write(ends[1], "ab", 2) == 2 && close(ends[1]) == 0);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	g_autofree char *read = oq_small_file_read_any(path, 2, &n_bytes, &error);
	g_assert_no_error(error);
	g_assert_cmpmem(read, n_bytes, "ab", 2);
	close(ends[0]);
	g_assert_null(oq_small_file_read_any("/dev/zero", 100, &n_bytes, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
	g_assert_nonnull(strstr(error->message, "100 bytes at most"));
	g_clear_error(&error);
	g_assert_null(oq_small_file_read_any(f->path, 100, &n_bytes, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_unreadable(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	if (geteuid() == 0) {
		g_test_skip("root may read everything");
		return;
	}
	g_assert_true(g_file_set_contents(f->path, "a", 1, NULL));
	g_assert_cmpint(g_chmod(f->path, 0), ==, 0);
	assert_refused(f->path, 100, G_FILE_ERROR_ACCES);
}

#define ADD(name, function)                                                                        \
	g_test_add("/small-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	ADD("read", test_read);
	ADD("too-large", test_too_large);
	ADD("no-file", test_no_file);
	ADD("any", test_any);
	ADD("unreadable", test_unreadable);
	return g_test_run();
}
