#include "base/files/cabinet.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
	char *root;
	char *folder; /* in it; is not there yet */
	OqCabinet *cabinet;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->root = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->folder = g_build_filename(f->root, "a", "b", NULL);
	f->cabinet = oq_cabinet_new(f->folder);
}

static void
remove_tree(const char *path)
{
	struct stat info;
	if (lstat(path, &info) == 0 && S_ISDIR(info.st_mode)) {
		g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
		for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
			g_autofree char *inner = g_build_filename(path, name, NULL);
			remove_tree(inner);
		}
	}
	g_assert_cmpint(g_remove(path), ==, 0);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_cabinet_free(f->cabinet);
	remove_tree(f->root);
	g_free(f->folder);
	g_free(f->root);
}

static void
put(Fixture *f, const char *name, const char *text)
{
	g_autoptr(GError) error = NULL;
	oq_cabinet_write(f->cabinet, name, text, strlen(text), &error);
	g_assert_no_error(error);
}

static void
assert_holds(Fixture *f, const char *name, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) contents = NULL;
	g_assert_true(oq_cabinet_read(f->cabinet, name, 100, &contents, &error));
	g_assert_no_error(error);
	if (expected == NULL) {
		g_assert_null(contents);
		return;
	}
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(contents, &n_bytes);
	g_assert_cmpmem(bytes, n_bytes, expected, strlen(expected));
}

static guint
n_names(Fixture *f)
{
	g_autoptr(GPtrArray) names = oq_cabinet_names(f->cabinet, NULL);
	return names->len;
}

static guint
mode_of(const char *path)
{
	struct stat info;
	g_assert_cmpint(lstat(path, &info), ==, 0);
	return info.st_mode & 07777;
}

static void
test_written(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_holds(f, "x", NULL);
	g_assert_cmpuint(n_names(f), ==, 0);
	g_assert_false(g_file_test(f->folder, G_FILE_TEST_EXISTS));
	put(f, "x", "old");
	put(f, "x", "new");
	put(f, "empty", "");
	assert_holds(f, "x", "new");
	assert_holds(f, "empty", "");
	g_assert_cmpuint(n_names(f), ==, 2);
}

static void
test_private(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	mode_t before = umask(0);
	put(f, "x", "secret");
	umask(before);
	g_autofree char *path = oq_cabinet_path(f->cabinet, "x");
	g_assert_cmphex(mode_of(path), ==, 0600);
	g_assert_cmphex(mode_of(f->folder), ==, 0700);
	g_assert_cmpint(g_chmod(f->folder, 0755), ==, 0);
	put(f, "x", "secret");
	g_assert_cmphex(mode_of(f->folder), ==, 0700);
}

static void
test_folder_removed_meanwhile(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	put(f, "x", "old");
	remove_tree(f->folder);
	assert_holds(f, "x", NULL);
	put(f, "x", "new");
	assert_holds(f, "x", "new");
}

static void
assert_damaged(Fixture *f, const char *name)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) contents = NULL;
	g_autofree char *path = oq_cabinet_path(f->cabinet, name);
	g_assert_false(oq_cabinet_read(f->cabinet, name, 100, &contents, &error));
	g_assert_error(error, OQ_CABINET_ERROR, OQ_CABINET_ERROR_DAMAGED);
	g_assert_nonnull(strstr(error->message, path));
	g_assert_null(contents);
	g_clear_error(&error);
	g_autofree char *aside = oq_cabinet_set_aside(f->cabinet, name, &error);
	g_assert_no_error(error);
	g_assert_nonnull(strstr(aside, ".damaged"));
	struct stat info;
	g_assert_cmpint(lstat(aside, &info), ==, 0);
	assert_holds(f, name, NULL);
}

static void
make_large(const char *path)
{
	g_autofree char *large = g_strnfill(101, 'a');
	g_assert_true(g_file_set_contents(path, large, -1, NULL));
}

static void
make_huge(const char *path)
{
	g_assert_true(g_file_set_contents(path, "", 0, NULL));
	g_assert_cmpint(truncate(path, (off_t)1 << 40), ==, 0);
}

static void
make_folder(const char *path)
{
	g_autofree char *inner = g_build_filename(path, "inner", NULL);
	g_assert_cmpint(g_mkdir_with_parents(inner, 0700), ==, 0);
}

static void
make_pipe(const char *path)
{
	g_assert_cmpint(mkfifo(path, 0600), ==, 0);
}

static void
make_loop(const char *path)
{
	g_autofree char *name = g_path_get_basename(path);
	g_assert_cmpint(symlink(name, path), ==, 0);
}

static void
make_link(const char *path)
{
	g_assert_cmpint(symlink("/dev/zero", path), ==, 0);
}

static void
make_link_to_file(const char *path)
{
	g_assert_cmpint(symlink("other", path), ==, 0);
}

static void
test_damaged(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static void (*const makers[])(const char *path) = {make_large, make_huge, make_folder,
		make_pipe, make_loop, make_link, make_link_to_file};
	put(f, "other", "");
	g_autofree char *path = oq_cabinet_path(f->cabinet, "x");
	for (guint i = 0; i < G_N_ELEMENTS(makers); i++) {
		makers[i](path);
		assert_damaged(f, "x");
		put(f, "x", "new");
		assert_holds(f, "x", "new");
		g_assert_cmpint(g_unlink(path), ==, 0);
	}
	for (guint i = 0; i < 20; i++) {
		make_pipe(path);
		assert_damaged(f, "x");
	}
	g_assert_cmpuint(n_names(f), ==, 1 + 9);
}

/* It cannot be set aside, and is then left as it is. */
static void
test_damaged_forever(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_cabinet_set_aside(f->cabinet, "x", &error));
	g_assert_error(error, OQ_CABINET_ERROR, OQ_CABINET_ERROR_FOLDER);
}

static void
assert_no_folder(Fixture *f, const char *why)
{
	g_autoptr(GError) error = NULL;
	g_assert_false(oq_cabinet_write(f->cabinet, "x", "a", 1, &error));
	g_assert_error(error, OQ_CABINET_ERROR, OQ_CABINET_ERROR_FOLDER);
	g_assert_nonnull(strstr(error->message, f->folder));
	if (why != NULL)
		g_assert_nonnull(strstr(error->message, why));
}

static void
test_no_folder(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *above = g_path_get_dirname(f->folder);
	make_pipe(above);
	assert_no_folder(f, NULL);
	g_assert_cmpint(g_unlink(above), ==, 0);
	make_loop(above);
	assert_no_folder(f, NULL);
	g_assert_cmpint(g_unlink(above), ==, 0);
	make_folder(above);
	make_pipe(f->folder);
	assert_no_folder(f, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) contents = NULL;
	g_assert_false(oq_cabinet_read(f->cabinet, "x", 100, &contents, &error));
	g_assert_error(error, OQ_CABINET_ERROR, OQ_CABINET_ERROR_FOLDER);
	g_clear_error(&error);
	g_assert_null(oq_cabinet_names(f->cabinet, &error));
	g_assert_error(error, OQ_CABINET_ERROR, OQ_CABINET_ERROR_FOLDER);
}

/* Root would leave files there that their owner cannot read. */
static void
test_another_user(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	if (geteuid() != 0) {
		g_test_skip("only root may give a folder away");
		return;
	}
	g_assert_cmpint(chown(f->root, 65534, 65534), ==, 0);
	assert_no_folder(f, "another user");
	g_autofree char *above = g_path_get_dirname(f->folder);
	g_assert_false(g_file_test(above, G_FILE_TEST_EXISTS));
	g_assert_cmpint(oq_cabinet_lock(f->cabinet), ==, -1);
	g_assert_cmpint(chown(f->root, 0, 0), ==, 0);
	put(f, "x", "own");
}

static void
test_disk_full(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	struct rlimit before, nothing;
	put(f, "x", "old");
	signal(SIGXFSZ, SIG_IGN);
	g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
	nothing = before;
	nothing.rlim_cur = 0;
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &nothing), ==, 0);
	assert_no_folder(f, g_strerror(EFBIG));
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
	assert_holds(f, "x", "old");
	g_assert_cmpuint(n_names(f), ==, 1);
}

static void
test_links(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	put(f, "x", "");
	g_assert_null(oq_cabinet_pointed(f->cabinet, "l"));
	g_assert_null(oq_cabinet_pointed(f->cabinet, "x"));
	oq_cabinet_point(f->cabinet, "l", "first");
	g_autofree char *first = oq_cabinet_pointed(f->cabinet, "l");
	g_assert_cmpstr(first, ==, "first");
	oq_cabinet_point(f->cabinet, "l", "second");
	g_autofree char *second = oq_cabinet_pointed(f->cabinet, "l");
	g_assert_cmpstr(second, ==, "second");
	g_autofree char *long_target = g_strnfill(1000, 'a');
	oq_cabinet_point(f->cabinet, "l", long_target);
	g_assert_null(oq_cabinet_pointed(f->cabinet, "l"));
	g_assert_true(oq_cabinet_remove(f->cabinet, "l", NULL));
	g_assert_true(oq_cabinet_remove(f->cabinet, "l", NULL));
	g_assert_cmpuint(n_names(f), ==, 1);
}

/* The child is killed before its file has its name. */
static void
test_swept(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	put(f, "x", "old");
	put(f, "y.12345678.new", "of a dead program");
	g_autofree char *path = oq_cabinet_path(f->cabinet, "z.12345678.new");
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	g_assert_cmpint(flock(fd, LOCK_EX), ==, 0);
	oq_cabinet_sweep(f->cabinet);
	g_assert_true(g_file_test(path, G_FILE_TEST_EXISTS));
	g_assert_cmpuint(n_names(f), ==, 2);
	close(fd);
	oq_cabinet_sweep(f->cabinet);
	g_assert_cmpuint(n_names(f), ==, 1);
	assert_holds(f, "x", "old");
}

/* Whoever holds the lock does not make others stand still. */
static void
test_lock(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	int lock = oq_cabinet_lock(f->cabinet);
	g_assert_cmpint(lock, >=, 0);
	g_autofree char *path = oq_cabinet_path(f->cabinet, "lock");
	int other = open(path, O_RDWR | O_CLOEXEC);
	g_assert_cmpint(flock(other, LOCK_EX | LOCK_NB), ==, -1);
	oq_cabinet_unlock(lock);
	g_assert_cmpint(flock(other, LOCK_EX | LOCK_NB), ==, 0);
	oq_cabinet_unlock(oq_cabinet_lock(f->cabinet));
	close(other);
	g_assert_cmpint(g_unlink(path), ==, 0);
	make_folder(path);
	oq_cabinet_unlock(oq_cabinet_lock(f->cabinet));
}

/* Adds one to the number in the file, some times. */
static void
count(Fixture *f)
{
	for (guint i = 0; i < 50; i++) {
		g_autoptr(GBytes) contents = NULL;
		char text[16] = "0";
		int lock = oq_cabinet_lock(f->cabinet);
		oq_cabinet_read(f->cabinet, "n", sizeof text - 1, &contents, NULL);
		if (contents != NULL)
			memcpy(text, g_bytes_get_data(contents, NULL), g_bytes_get_size(contents));
		g_snprintf(text, sizeof text, "%d", atoi(text) + 1);
		oq_cabinet_write(f->cabinet, "n", text, strlen(text), NULL);
		oq_cabinet_unlock(lock);
	}
}

static void
test_two_programs(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	pid_t children[2];
	for (guint i = 0; i < G_N_ELEMENTS(children); i++) {
		children[i] = fork();
		if (children[i] == 0) {
			count(f);
			_exit(0);
		}
	}
	for (guint i = 0; i < G_N_ELEMENTS(children); i++)
		g_assert_cmpint(waitpid(children[i], NULL, 0), ==, children[i]);
	assert_holds(f, "n", "100");
}

#define ADD(name, function) g_test_add("/cabinet/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("written", test_written);
	ADD("private", test_private);
	ADD("folder-removed-meanwhile", test_folder_removed_meanwhile);
	ADD("damaged", test_damaged);
	ADD("damaged-forever", test_damaged_forever);
	ADD("no-folder", test_no_folder);
	ADD("another-user", test_another_user);
	ADD("disk-full", test_disk_full);
	ADD("links", test_links);
	ADD("swept", test_swept);
	ADD("lock", test_lock);
	ADD("two-programs", test_two_programs);
	return g_test_run();
}
