#include "open/tool_box.h"

#include "nameless.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

typedef gboolean (*Attempt)(const char *folder);

/* Neither below a folder of the system nor the file that it is given. */
static gboolean
read_other(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "own", NULL);
	return open(path, O_RDONLY) >= 0;
}

static gboolean
write_own(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "own", NULL);
	return open(path, O_WRONLY) >= 0;
}

static gboolean
write_null(const char *folder G_GNUC_UNUSED)
{
	return open("/dev/null", O_RDWR) >= 0;
}

static gboolean
make_file(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "made", NULL);
	return open(path, O_RDONLY | O_CREAT, 0600) >= 0 || creat(path, 0600) >= 0;
}

static gboolean
make_folder(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "made", NULL);
	return mkdir(path, 0700) == 0;
}

static gboolean
remove_own(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "own", NULL);
	return unlink(path) == 0;
}

static gboolean
shut_own(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "own", NULL);
	return chmod(path, 0) == 0;
}

static gboolean
connect_somewhere(const char *folder G_GNUC_UNUSED)
{
	return socket(AF_UNIX, SOCK_STREAM, 0) >= 0 || socket(AF_INET, SOCK_DGRAM, 0) >= 0;
}

static gboolean
kill_parent(const char *folder G_GNUC_UNUSED)
{
	return kill(getppid(), 0) == 0;
}

static gboolean
read_program(const char *folder G_GNUC_UNUSED)
{
	return open("/usr/bin/env", O_RDONLY) >= 0;
}

static gboolean
read_file(const char *folder G_GNUC_UNUSED)
{
	return open("/proc/self/fd/3", O_RDONLY) >= 0;
}

static gboolean
start_program(const char *folder G_GNUC_UNUSED)
{
	execl("/bin/true", "true", NULL);
	return FALSE;
}

/* Whether it succeeds in a process that has entered; one that becomes a program says 0. */
static gboolean
succeeds(Attempt attempt, const char *folder)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		g_autofree char *path = g_build_filename(folder, "file", NULL);
		int file = open(path, O_RDONLY);
		if (file != 3)
			dup2(file, 3);
		char *programs[] = {g_strdup("/bin/true"), NULL};
		if (!oq_tool_box_enter(3, programs))
			_exit(2);
		_exit(attempt(folder) ? 0 : 1);
	}
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
	return WEXITSTATUS(status) == 0;
}

static char *
new_folder(void)
{
	char *folder = g_dir_make_tmp("oqyrman-tool-XXXXXX", NULL);
	g_autofree char *own = g_build_filename(folder, "own", NULL);
	g_autofree char *file = g_build_filename(folder, "file", NULL);
	g_assert_true(g_file_set_contents(own, "x", 1, NULL));
	g_assert_true(g_file_set_contents(file, "x", 1, NULL));
	return folder;
}

static void
free_folder(char *folder)
{
	g_autofree char *own = g_build_filename(folder, "own", NULL);
	g_autofree char *file = g_build_filename(folder, "file", NULL);
	g_assert_no_errno(g_unlink(own));
	g_assert_no_errno(g_unlink(file));
	g_assert_no_errno(g_rmdir(folder)); /* nothing else is in it */
	g_free(folder);
}

static gboolean
has_landlock(void)
{
	return syscall(444 /* landlock_create_ruleset */, NULL, 0, 1) > 0;
}

static void
test_denied(void)
{
	static const Attempt denied[] = {write_own, write_null, make_file, make_folder, remove_own,
		shut_own, connect_somewhere, kill_parent};
	char *folder = new_folder();
	for (gsize i = 0; i < G_N_ELEMENTS(denied); i++) {
		g_test_message("attempt %" G_GSIZE_FORMAT, i);
		g_assert_false(succeeds(denied[i], folder));
	}
	if (has_landlock())
		g_assert_false(succeeds(read_other, folder));
	free_folder(folder);
}

static void
test_allowed(void)
{
	static const Attempt allowed[] = {read_program, read_file, start_program};
	char *folder = new_folder();
	for (gsize i = 0; i < G_N_ELEMENTS(allowed); i++) {
		g_test_message("attempt %" G_GSIZE_FORMAT, i);
		g_assert_true(succeeds(allowed[i], folder));
	}
	free_folder(folder);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tool_box/denied", test_denied);
	g_test_add_func("/tool_box/allowed", test_allowed);
	return g_test_run();
}
