#include "base/files/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
	char *folder;
	char *path; /* of a file in it, which is not there yet */
} Fixture;

static void
set_up(Fixture *f, gconstpointer data)
{
	(void)data;
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->path = g_build_filename(f->folder, "дыбыс.wav", NULL);
}

static void
tear_down(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *path = g_build_filename(f->folder, name, NULL);
		g_assert_cmpint(g_remove(path), ==, 0);
	}
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->folder);
	g_free(f->path);
}

/* What names() gives while a file is written: on some file systems it has a name. */
static const char *
while_written(const Fixture *f)
{
	int fd = open(f->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (fd < 0)
		return ".part ";
	close(fd);
	return "";
}

/* The names in the folder, with a blank behind each; what is random in them is left out. */
static char *
names(const Fixture *f)
{
	GString *all = g_string_new(NULL);
	g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
		g_string_append_printf(
			all, "%s ", g_str_has_suffix(name, ".part") ? ".part" : name);
	return g_string_free(all, FALSE);
}

static void
assert_names(const Fixture *f, const char *expected)
{
	g_autofree char *all = names(f);
	g_assert_cmpstr(all, ==, expected);
}

static void
assert_contents(const char *path, const char *expected)
{
	g_autofree char *contents = NULL;
	g_assert_true(g_file_get_contents(path, &contents, NULL, NULL));
	g_assert_cmpstr(contents, ==, expected);
}

static OqBeside *
begin(const char *path, const char *contents)
{
	g_autoptr(GError) error = NULL;
	OqBeside *beside = oq_beside_new(path, &error);
	g_assert_no_error(error);
	g_assert_cmpint(write(oq_beside_fd(beside), contents, strlen(contents)), ==,
		(gssize)strlen(contents));
	return beside;
}

static void
commit(OqBeside *beside)
{
	g_autoptr(GError) error = NULL;
	oq_beside_commit(beside, &error);
	g_assert_no_error(error);
}

static void
test_new_name(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(OqBeside) beside = begin(f->path, "new");
	assert_names(f, while_written(f));
	commit(beside);
	assert_names(f, "дыбыс.wav ");
	assert_contents(f->path, "new");
}

static void
test_settled(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GError) error = NULL;
	g_autoptr(OqBeside) beside = begin(f->path, "new");
	g_assert_true(oq_beside_settle(beside, &error));
	g_assert_no_error(error);
	assert_names(f, while_written(f));
	commit(beside);
	assert_contents(f->path, "new");
}

static void
test_taken_name(Fixture *f, gconstpointer data)
{
	(void)data;
	g_assert_true(g_file_set_contents(f->path, "old", -1, NULL));
	g_autoptr(OqBeside) beside = begin(f->path, "new");
	assert_contents(f->path, "old");
	commit(beside);
	assert_names(f, "дыбыс.wav ");
	assert_contents(f->path, "new");
}

static void
test_name_taken_meanwhile(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(OqBeside) beside = begin(f->path, "new");
	g_assert_true(g_file_set_contents(f->path, "old", -1, NULL));
	commit(beside);
	assert_names(f, "дыбыс.wav ");
	assert_contents(f->path, "new");
}

static void
test_freed(Fixture *f, gconstpointer data)
{
	(void)data;
	oq_beside_free(begin(f->path, "half"));
	assert_names(f, "");
	g_assert_true(g_file_set_contents(f->path, "old", -1, NULL));
	oq_beside_free(begin(f->path, "half"));
	assert_names(f, "дыбыс.wav ");
	assert_contents(f->path, "old");
	oq_beside_free(NULL);
}

static void
test_failed_commit(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GError) error = NULL;
	OqBeside *beside = begin(f->path, "new");
	g_assert_cmpint(g_mkdir(f->path, 0700), ==, 0);
	g_assert_false(oq_beside_commit(beside, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	oq_beside_free(beside);
	assert_names(f, "дыбыс.wav ");
}

static void
test_killed(Fixture *f, gconstpointer data)
{
	(void)data;
	int status;
	pid_t child = fork();
	if (child == 0) {
		begin(f->path, "half");
		raise(SIGKILL);
	}
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFSIGNALED(status));
	assert_names(f, while_written(f));
}

static void
test_mode(Fixture *f, gconstpointer data)
{
	(void)data;
	struct stat info;
	mode_t before = umask(027);
	g_autoptr(OqBeside) beside = begin(f->path, "new");
	umask(before);
	commit(beside);
	g_assert_cmpint(stat(f->path, &info), ==, 0);
	g_assert_cmphex(info.st_mode & 07777, ==, 0640);
}

static void
test_link(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autofree char *link = g_build_filename(f->folder, "link", NULL);
	g_assert_true(g_file_set_contents(f->path, "old", -1, NULL));
	g_assert_cmpint(symlink(f->path, link), ==, 0);
	g_autoptr(OqBeside) beside = begin(link, "new");
	commit(beside);
	g_assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
	assert_contents(f->path, "new");
}

static void
assert_refused(const char *path, const char *why)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_beside_new(path, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	g_assert_nonnull(strstr(error->message, path));
	g_assert_nonnull(strstr(error->message, why));
}

static void
test_refused(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autofree char *nowhere = g_build_filename(f->folder, "none", "a.wav", NULL);
	g_autofree char *fifo = g_build_filename(f->folder, "fifo", NULL);
	g_autofree char *link = g_build_filename(f->folder, "link", NULL);
	g_autofree char *loop = g_build_filename(f->folder, "loop", NULL);
	g_autofree char *long_name = g_strnfill(300, 'a');
	g_autofree char *long_path = g_build_filename(f->folder, long_name, NULL);
	g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
	g_assert_cmpint(symlink("nowhere", link), ==, 0);
	assert_refused(nowhere, "make the folder first");
	assert_refused(f->folder, "add the name of a file");
	assert_refused(fifo, "is a device or a pipe");
	assert_refused(link, "remove the link");
	g_assert_cmpint(symlink("loop", loop), ==, 0);
	assert_refused(loop, "leads to itself");
	assert_refused(long_path, "choose a shorter name");
}

static void
assert_kept(OqBeside *beside)
{
	g_autoptr(GError) error = NULL;
	g_assert_false(oq_beside_commit(beside, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_TAKEN);
	g_assert_nonnull(strstr(error->message, "--number"));
}

/* The name is taken before, or while the file is written; then another one may be free. */
static void
test_kept(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GError) error = NULL;
	g_autofree char *other = g_strconcat(f->path, "2", NULL);
	g_autoptr(OqBeside) beside = begin(f->path, "new");
	g_assert_true(oq_beside_keep_taken(beside, NULL));
	g_assert_true(g_file_set_contents(f->path, "old", -1, NULL));
	assert_kept(beside);
	assert_contents(f->path, "old");
	g_assert_false(oq_beside_keep_taken(beside, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_TAKEN);
	assert_kept(beside);
	g_assert_true(oq_beside_rename(beside, other, NULL));
	commit(beside);
	assert_contents(other, "new");
	assert_contents(f->path, "old");
	g_clear_pointer(&beside, oq_beside_free);
	g_assert_cmpint(g_unlink(other), ==, 0);
	assert_names(f, "дыбыс.wav ");
}

/* As on a file system that knows no files without names. */
static void
forbid_nameless(void)
{
	guint flags_at = offsetof(struct seccomp_data, args[2]) +
			 (G_BYTE_ORDER == G_BIG_ENDIAN ? sizeof(guint32) : 0);
	struct sock_filter program[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_openat, 0, 4),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, flags_at),
		BPF_STMT(BPF_ALU | BPF_AND | BPF_K, O_TMPFILE),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, O_TMPFILE, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EOPNOTSUPP),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog filter = {G_N_ELEMENTS(program), program};
	g_assert_cmpint(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), ==, 0);
	g_assert_cmpint(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter), ==, 0);
}

static void
test_fallback(Fixture *f, gconstpointer data)
{
	if (!g_test_subprocess()) {
		g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
		g_test_trap_assert_passed();
		return;
	}
	forbid_nameless();
	OqBeside *beside = begin(f->path, "first");
	assert_names(f, ".part ");
	oq_beside_free(beside);
	assert_names(f, "");
	beside = begin(f->path, "new");
	commit(beside);
	oq_beside_free(beside);
	assert_names(f, "дыбыс.wav ");
	assert_contents(f->path, "new");
	g_assert_cmpint(g_unlink(f->path), ==, 0);
	test_failed_commit(f, data);
	g_assert_cmpint(g_rmdir(f->path), ==, 0);
	test_taken_name(f, data);
	g_assert_cmpint(g_unlink(f->path), ==, 0);
	test_kept(f, data);
	test_refused(f, data);
}

static guint
mode_of(const char *path)
{
	struct stat info;
	g_assert_cmpint(stat(path, &info), ==, 0);
	return info.st_mode & 07777;
}

static void
write_one(const char *path)
{
	g_autoptr(OqBeside) beside = oq_beside_new(path, NULL);
	g_assert_nonnull(beside);
	g_assert_true(oq_beside_commit(beside, NULL));
}

/* What is new has the mode that any new file has; what replaces another one has that one's. */
static void
test_mode_of_replaced(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	mode_t before = umask(022);
	write_one(f->path);
	guint new_mode = mode_of(f->path);
	chmod(f->path, 0664);
	write_one(f->path);
	guint shared = mode_of(f->path);
	chmod(f->path, 0600);
	write_one(f->path);
	guint own = mode_of(f->path);
	umask(before);
	g_assert_cmpuint(new_mode, ==, 0644);
	g_assert_cmpuint(shared, ==, 0664);
	g_assert_cmpuint(own, ==, 0600);
}

/* Whoever is not root may not write to it; root may. */
static void
test_protected(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	if (!g_test_subprocess()) {
		g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
		g_test_trap_assert_passed();
		return;
	}
	g_assert_true(g_file_set_contents(f->path, "old", -1, NULL));
	g_assert_cmpint(chmod(f->path, 0444), ==, 0);
	if (geteuid() == 0) {
		g_assert_cmpint(chown(f->folder, 65534, 65534), ==, 0);
		g_assert_cmpint(setuid(65534), ==, 0);
	}
	assert_refused(f->path, "is write-protected");
	assert_contents(f->path, "old");
}

#define ADD(name, function) g_test_add("/beside/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("new-name", test_new_name);
	ADD("settled", test_settled);
	ADD("taken-name", test_taken_name);
	ADD("name-taken-meanwhile", test_name_taken_meanwhile);
	ADD("freed", test_freed);
	ADD("failed-commit", test_failed_commit);
	ADD("killed", test_killed);
	ADD("mode", test_mode);
	ADD("link", test_link);
	ADD("refused", test_refused);
	ADD("kept", test_kept);
	ADD("fallback", test_fallback);
	ADD("mode-of-replaced", test_mode_of_replaced);
	ADD("protected", test_protected);
	return g_test_run();
}
