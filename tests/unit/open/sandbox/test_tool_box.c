#include "open/sandbox/tool_box.h"

#include "nameless.h"
#include "open/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
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
empty_file(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "file", NULL);
	return open(path, O_RDONLY | O_TRUNC) >= 0 || errno != EPERM;
}

/* Not by Landlock alone, which a kernel may lack. */
static gboolean
write_own(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "own", NULL);
	return open(path, O_WRONLY) >= 0 || errno != EPERM;
}

static gboolean
write_null(const char *folder G_GNUC_UNUSED)
{
	return open("/dev/null", O_RDWR) >= 0 || errno != EPERM;
}

static gboolean
make_file(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "made", NULL);
	return open(path, O_RDONLY | O_CREAT, 0600) >= 0 || errno != EPERM ||
	       creat(path, 0600) >= 0 || errno != EPERM;
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
move_own(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "own", NULL);
	g_autofree char *other = g_build_filename(folder, "other", NULL);
	return rename(path, other) == 0 || renameat(AT_FDCWD, path, AT_FDCWD, other) == 0;
}

/* All that are never called: without any sense, so that a kernel refuses them otherwise. */
static gboolean
call_other(const char *folder G_GNUC_UNUSED)
{
	static const int calls[] = {
#ifdef SYS_open
		SYS_creat, SYS_unlink, SYS_rename, SYS_mkdir, SYS_rmdir, SYS_link, SYS_symlink,
		SYS_mknod, SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes, SYS_futimesat,
#endif
#ifdef SYS_renameat
		SYS_renameat,
#endif
		SYS_openat2, SYS_unlinkat, SYS_renameat2, SYS_mkdirat, SYS_linkat, SYS_symlinkat,
		SYS_mknodat, SYS_fchmodat, SYS_fchmod, SYS_fchownat, SYS_fchown, SYS_truncate,
		SYS_ftruncate, SYS_utimensat, SYS_setxattr, SYS_fsetxattr, SYS_lsetxattr,
		SYS_removexattr, SYS_fremovexattr, SYS_lremovexattr, SYS_socket, SYS_connect,
		SYS_bind, SYS_sendto, SYS_sendmsg, SYS_kill, SYS_ptrace, SYS_process_vm_readv,
		SYS_process_vm_writev, SYS_pidfd_open, SYS_unshare, SYS_setns, SYS_mount, SYS_bpf,
		SYS_perf_event_open, SYS_userfaultfd, SYS_io_uring_setup, SYS_keyctl, SYS_add_key,
		SYS_request_key, SYS_open_by_handle_at};
	for (gsize i = 0; i < G_N_ELEMENTS(calls); i++) {
		if (syscall(calls[i], -1, -1, -1, -1, -1, -1) == -1 && errno == EPERM)
			continue;
		g_printerr("call %d: %s\n", calls[i], g_strerror(errno));
		return TRUE;
	}
	return FALSE;
}

#ifdef __x86_64__
static void
give_up(int number G_GNUC_UNUSED)
{
	_exit(1);
}

/* The numbers of 32-bit programs mean other calls: 20 is getpid. A kernel without them faults. */
static gboolean
call_as_i386(const char *folder G_GNUC_UNUSED)
{
	long result;
	signal(SIGSEGV, give_up);
	__asm__ volatile("int $0x80"
			 : "=a"(result)
			 : "a"(20L)
			 : "memory", "r8", "r9", "r10", "r11");
	return result > 0;
}

/* A kernel without these calls says so itself: the filter comes first. */
static gboolean
call_as_x32(const char *folder G_GNUC_UNUSED)
{
	return syscall(0x40000000L | SYS_getppid) >= 0 || errno != EPERM;
}
#else
#define call_as_i386 kill_parent
#define call_as_x32  kill_parent
#endif

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
	static const Attempt denied[] = {empty_file, write_own, write_null, make_file, make_folder,
		remove_own, shut_own, move_own, call_other, connect_somewhere, kill_parent,
		call_as_i386, call_as_x32};
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

static gboolean
has_limit(__rlimit_resource_t resource, rlim_t value)
{
	struct rlimit limits;
	return getrlimit(resource, &limits) == 0 && limits.rlim_cur == value &&
	       limits.rlim_max == value;
}

/* Of a process that becomes a program: it is judged there. */
static gboolean
is_limited(void)
{
	int signal_number = 0;
	oq_tool_box_limit(NULL);
	return prctl(PR_GET_PDEATHSIG, &signal_number) == 0 && signal_number == SIGKILL &&
	       has_limit(RLIMIT_CPU, OQ_LIMIT_TOOL_CPU_S) &&
	       has_limit(RLIMIT_AS, (rlim_t)OQ_LIMIT_TOOL_MEMORY_MB << 20) &&
	       has_limit(RLIMIT_FSIZE, 0) && has_limit(RLIMIT_CORE, 0);
}

static void
test_limits(void)
{
	int status = 0;
	pid_t child = fork();
	g_assert_cmpint(child, >=, 0);
	if (child == 0)
		_exit(is_limited() ? 0 : 1);
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_cmpint(status, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tool_box/denied", test_denied);
	g_test_add_func("/tool_box/allowed", test_allowed);
	g_test_add_func("/tool_box/limits", test_limits);
	return g_test_run();
}
