#include "radio/watch/arrivals.h"

#include "watch_case.h"

#include <fcntl.h>
#include <unistd.h>

enum { SETTLE_MS = 2000 };

typedef struct {
	char *folder;
	OqArrivals *arrivals;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = watch_case_folder();
	f->arrivals = oq_arrivals_new(f->folder, SETTLE_MS);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_arrivals_free(f->arrivals);
	watch_case_remove(f->folder);
	g_free(f->folder);
}

/* The time is what the test says. */
static void
assert_at(Fixture *f, guint at_ms, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) names =
		oq_arrivals_look(f->arrivals, at_ms * G_TIME_SPAN_MILLISECOND, &error);
	g_assert_no_error(error);
	g_ptr_array_add(names, NULL);
	g_autofree char *shown = g_strjoinv(" ", (char **)names->pdata);
	g_assert_cmpstr(shown, ==, expected);
}

/* Written where it lies, as scp and editors do. */
static int
begin(Fixture *f, const char *name)
{
	g_autofree char *path = g_build_filename(f->folder, name, NULL);
	int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	g_assert_cmpint(fd, >=, 0);
	return fd;
}

static void
add(int fd, const char *text)
{
	g_assert_cmpint(write(fd, text, strlen(text)), ==, (gssize)strlen(text));
}

static void
write_whole(Fixture *f, const char *name, const char *text)
{
	int fd = begin(f, name);
	add(fd, text);
	close(fd);
}

static void
test_settles(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_at(f, 0, "");
	write_whole(f, "a.txt", "a");
	assert_at(f, 1000, "");
	g_assert_cmpint(oq_arrivals_next_us(f->arrivals), ==, 3000 * G_TIME_SPAN_MILLISECOND);
	assert_at(f, 2999, "");
	assert_at(f, 3000, "a.txt");
	assert_at(f, 3001, "a.txt");
	write_whole(f, "a.txt", "b");
	assert_at(f, 3002, "");
	assert_at(f, 5002, "a.txt");
	g_assert_cmpint(oq_arrivals_next_us(f->arrivals), ==, G_MAXINT64);
}

static void
test_grows_again(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_whole(f, "a.txt", "a");
	assert_at(f, 0, "");
	write_whole(f, "a.txt", "b");
	assert_at(f, 1999, "");
	assert_at(f, 2001, "");
	assert_at(f, 3999, "a.txt");
}

/* Written anew with the same bytes in the same moment: only the event tells. */
static void
test_touched(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	int fd = begin(f, "a.txt");
	add(fd, "a");
	close(fd);
	assert_at(f, 0, "");
	close(begin(f, "a.txt"));
	assert_at(f, 2000, "");
	assert_at(f, 4000, "a.txt");
}

static void
test_stalls(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	int fd = begin(f, "a.txt");
	add(fd, "a");
	assert_at(f, 0, "");
	assert_at(f, 100000, "");
	g_assert_cmpint(oq_arrivals_next_us(f->arrivals), >, 100000 * G_TIME_SPAN_MILLISECOND);
	close(fd);
	assert_at(f, 100001, "");
	assert_at(f, 102001, "a.txt");
}

static void
test_moved_in(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->folder, ".a.txt.Xy12ab", "a");
	g_autofree char *from = g_build_filename(f->folder, ".a.txt.Xy12ab", NULL);
	g_autofree char *to = g_build_filename(f->folder, "a.txt", NULL);
	assert_at(f, 0, "");
	assert_at(f, 10000, "");
	g_assert_cmpint(rename(from, to), ==, 0);
	assert_at(f, 10000, "a.txt");
}

static void
test_empty(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_whole(f, "a.txt", "");
	assert_at(f, 0, "");
	assert_at(f, 10000, "");
	assert_at(f, 10 * SETTLE_MS, "a.txt");
}

static void
test_others(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *link = g_build_filename(f->folder, "link.txt", NULL);
	watch_case_put(f->folder, "folder/a.txt", "a");
	write_whole(f, "a.txt.part", "a");
	g_assert_cmpint(symlink("/etc/passwd", link), ==, 0);
	assert_at(f, 0, "");
	assert_at(f, 100000, "");
}

static void
test_order(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const struct timespec ages[][2] = {{{0}, {3, 0}}, {{0}, {1, 0}}, {{0}, {2, 0}}};
	static const char *const names[] = {"a.txt", "b.txt", "c.txt"};
	for (guint i = 0; i < 3; i++) {
		g_autofree char *path = g_build_filename(f->folder, names[i], NULL);
		write_whole(f, names[i], "a");
		g_assert_cmpint(utimensat(AT_FDCWD, path, ages[i], 0), ==, 0);
	}
	assert_at(f, 0, "");
	assert_at(f, SETTLE_MS, "b.txt c.txt a.txt");
}

/* The next file of a name that is gone is another one. */
static void
test_gone(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *path = g_build_filename(f->folder, "a.txt", NULL);
	write_whole(f, "a.txt", "a");
	assert_at(f, 0, "");
	g_unlink(path);
	assert_at(f, SETTLE_MS, "");
	write_whole(f, "a.txt", "a");
	assert_at(f, 2 * SETTLE_MS, "");
	assert_at(f, 3 * SETTLE_MS, "a.txt");
}

static void
test_no_folder(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqArrivals) arrivals = oq_arrivals_new("/nowhere/at/all", SETTLE_MS);
	g_assert_null(oq_arrivals_look(arrivals, 0, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
	g_assert_cmpint(oq_arrivals_fd(arrivals), ==, -1);
}

#define ADD(name, function)                                                                        \
	g_test_add("/arrivals/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("settles", test_settles);
	ADD("grows", test_grows_again);
	ADD("touched", test_touched);
	ADD("stalls", test_stalls);
	ADD("moved", test_moved_in);
	ADD("empty", test_empty);
	ADD("others", test_others);
	ADD("order", test_order);
	ADD("gone", test_gone);
	g_test_add_func("/arrivals/no-folder", test_no_folder);
	return g_test_run();
}
