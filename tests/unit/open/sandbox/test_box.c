#include "open/sandbox/box.h"

#include "nameless.h"
#include "no_landlock.h"
#include "open/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define IS_SANITIZED TRUE
#else
#define IS_SANITIZED FALSE
#endif

enum { N_CALLS = 480 }; /* more than there are */

typedef gboolean (*Attempt)(int held);

static gboolean is_without_seccomp;

/* In place of that of the C library: so that Landlock is seen to do its part. */
int
prctl(int option, ...)
{
	unsigned long values[4];
	va_list more;
	va_start(more, option);
	for (guint i = 0; i < G_N_ELEMENTS(values); i++)
		values[i] = va_arg(more, unsigned long);
	va_end(more);
	if (is_without_seccomp && option == PR_SET_SECCOMP)
		return 0;
	return (int)syscall(SYS_prctl, option, values[0], values[1], values[2], values[3]);
}

static gboolean
open_file(int held G_GNUC_UNUSED)
{
	return open("/etc/passwd", O_RDONLY) >= 0;
}

static gboolean
open_below(int held)
{
	return openat(held, "passwd", O_RDONLY) >= 0;
}

static gboolean
make_file(int held G_GNUC_UNUSED)
{
	return creat("oqyrman-box", 0600) >= 0;
}

static gboolean
look_up(int held G_GNUC_UNUSED)
{
	struct stat status;
	return stat("/etc/passwd", &status) == 0;
}

static gboolean
remove_file(int held G_GNUC_UNUSED)
{
	return unlink("oqyrman-box") == 0 || errno == ENOENT;
}

static gboolean
remove_made(int held G_GNUC_UNUSED)
{
	return unlink("/tmp") == 0 || (errno != EACCES && errno != EPERM);
}

static gboolean
connect_somewhere(int held G_GNUC_UNUSED)
{
	return socket(AF_UNIX, SOCK_STREAM, 0) >= 0 || socket(AF_INET, SOCK_STREAM, 0) >= 0 ||
	       socket(AF_INET, SOCK_DGRAM, 0) >= 0;
}

static gboolean
start_program(int held G_GNUC_UNUSED)
{
	execl("/bin/true", "true", NULL);
	return FALSE;
}

static gboolean
fork_off(int held G_GNUC_UNUSED)
{
	return fork() >= 0;
}

static gboolean
kill_parent(int held G_GNUC_UNUSED)
{
	return kill(getppid(), 0) == 0;
}

static gboolean
make_code(int held G_GNUC_UNUSED)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return page == MAP_FAILED || mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0 ||
	       mmap(NULL, 4096, PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static gboolean
take_memory(int held G_GNUC_UNUSED)
{
	gsize size = (gsize)2 << 30;
	return !IS_SANITIZED && mmap(NULL, size, PROT_READ | PROT_WRITE,
					MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static gboolean
trace_parent(int held G_GNUC_UNUSED)
{
	return prctl(PR_SET_DUMPABLE, 1) == 0 || syscall(SYS_ptrace, 16, getppid(), 0, 0) == 0;
}

static const struct {
	const char *name;
	Attempt attempt;
} attempts[] = {{"open", open_file}, {"openat", open_below}, {"create", make_file},
	{"stat", look_up}, {"unlink", remove_file}, {"socket", connect_somewhere},
	{"exec", start_program}, {"fork", fork_off}, {"kill", kill_parent}, {"code", make_code},
	{"memory", take_memory}, {"trace", trace_parent}};

/* In a child: 0: it did not succeed, 1: it did, 2: there is no box, 3: or not as it says. */
static int
try_it(Attempt attempt, gboolean is_old)
{
	int held = open("/etc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	pid_t child = fork();
	g_assert_cmpint(child, >=, 0);
	if (child == 0) {
		gboolean has_landlock = FALSE;
		if ((is_old && no_landlock() != 0) || !oq_box_enter(&has_landlock, NULL))
			_exit(2);
		if (is_old && has_landlock)
			_exit(3);
		_exit(attempt(held) ? 1 : 0);
	}
	int status = 0;
	close(held);
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

static void
test_attempts(void)
{
	for (guint i = 0; i < G_N_ELEMENTS(attempts); i++) {
		g_test_message("%s", attempts[i].name);
		g_assert_cmpint(try_it(attempts[i].attempt, FALSE), ==, 0);
		g_assert_cmpint(try_it(attempts[i].attempt, TRUE), ==, 0);
	}
}

/* What it can deny, it does; seccomp is not missed. */
static void
test_landlock(void)
{
	static const Attempt denied[] = {
		open_file, open_below, make_file, remove_made, start_program};
	if (syscall(444 /* landlock_create_ruleset */, NULL, 0, 1) < 1) {
		g_test_skip("this kernel has no Landlock");
		return;
	}
	is_without_seccomp = TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(denied); i++)
		g_assert_cmpint(try_it(denied[i], FALSE), ==, 0);
	is_without_seccomp = FALSE;
}

/* Whether a call is made at all, though without any sense. */
static gboolean
is_let_through(int call)
{
	return syscall(call, -1, -1, -1, -1, -1, -1) != -1 || errno != EPERM;
}

static const int allowed[] = {SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_lseek,
	SYS_fstat, SYS_close, SYS_munmap, SYS_mremap, SYS_madvise, SYS_brk, SYS_futex,
	SYS_rt_sigprocmask, SYS_clock_gettime, SYS_gettimeofday, SYS_getrandom, SYS_getpid,
	SYS_getppid, SYS_gettid};

/* They would end it. */
static const int unseen[] = {SYS_exit, SYS_exit_group, SYS_rt_sigreturn};

static const int sanitizers[] = {SYS_sigaltstack, SYS_rt_sigaction, SYS_sched_yield};

static gboolean
is_one_of(const int *calls, gsize n, int call)
{
	for (gsize i = 0; i < n; i++)
		if (calls[i] == call)
			return TRUE;
	return FALSE;
}

static gboolean
call_other(int held G_GNUC_UNUSED)
{
	for (int call = 0; call < N_CALLS; call++) {
		if (is_one_of(allowed, G_N_ELEMENTS(allowed), call) ||
			is_one_of(unseen, G_N_ELEMENTS(unseen), call) ||
			(IS_SANITIZED && is_one_of(sanitizers, G_N_ELEMENTS(sanitizers), call)) ||
			!is_let_through(call))
			continue;
		g_printerr("call %d\n", call);
		return TRUE;
	}
	return FALSE;
}

static gboolean
call_allowed(int held G_GNUC_UNUSED)
{
	for (gsize i = 0; i < G_N_ELEMENTS(allowed); i++)
		if (!is_let_through(allowed[i]))
			return FALSE;
	return TRUE;
}

/* Each call that there is: those that parsers need, and no other one. */
static void
test_calls(void)
{
	g_assert_cmpint(try_it(call_other, FALSE), ==, 0);
	g_assert_cmpint(try_it(call_allowed, FALSE), ==, 1);
}

static gboolean
do_work(int held G_GNUC_UNUSED)
{
	char *memory = g_malloc(50 << 20);
	memory[(50 << 20) - 1] = 1;
	g_autofree char *text = g_strdup_printf("%s", "сөз");
	return memory[0] == 0 || g_utf8_strlen(text, -1) == 3;
}

/* What is left is enough. */
static void
test_work(void)
{
	g_assert_cmpint(try_it(do_work, FALSE), ==, 1);
	g_assert_cmpint(try_it(do_work, TRUE), ==, 1);
}

static gboolean
run_on(int held G_GNUC_UNUSED)
{
	struct rlimit {
		unsigned long now, most;
	} limit;
	return syscall(SYS_getrlimit, 0, &limit) == 0; /* not even that */
}

static void
test_limits(void)
{
	g_assert_cmpint(try_it(run_on, FALSE), ==, 0);
	g_assert_cmpint(OQ_LIMIT_CPU_S, >, 0);
}

/* A limit that is stricter stays, and its end is known by its signal. */
static void
test_time(void)
{
	pid_t child = fork();
	if (child == 0) {
		gboolean has_landlock;
		const struct rlimit limit = {2, 2};
		if (setrlimit(RLIMIT_CPU, &limit) != 0 || !oq_box_enter(&has_landlock, NULL))
			_exit(2);
		for (volatile guint busy = 0;; busy++)
			;
	}
	int status = 0;
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFSIGNALED(status));
	g_assert_cmpint(WTERMSIG(status), ==, SIGXCPU);
}

static void
assert_limit(pid_t child, __rlimit_resource_t resource, rlim_t now, rlim_t most)
{
	struct rlimit limits;
	g_assert_cmpint(prlimit(child, resource, NULL, &limits), ==, 0);
	g_assert_cmpuint(limits.rlim_cur, ==, now);
	g_assert_cmpuint(limits.rlim_max, ==, most);
}

/* What its status tells of the child. */
static void
assert_status(pid_t child, const char *line)
{
	g_autofree char *path = g_strdup_printf("/proc/%d/status", (int)child);
	g_autofree char *status = NULL;
	g_assert_true(g_file_get_contents(path, &status, NULL, NULL));
	g_assert_nonnull(strstr(status, line));
}

/* Its time ends with a signal that tells so: the hard limit would kill without a reason. */
static void
test_rlimits(void)
{
	int held[2], told[2];
	char byte;
	g_assert_cmpint(pipe(held) + pipe(told), ==, 0);
	pid_t child = fork();
	g_assert_cmpint(child, >=, 0);
	if (child == 0) {
		close(held[1]);
		gboolean has_landlock;
		gboolean is_in = oq_box_enter(&has_landlock, NULL) && write(told[1], "", 1) == 1;
		_exit(is_in && read(held[0], &byte, 1) == 0 ? 0 : 1);
	}
	const rlim_t memory = (rlim_t)OQ_LIMIT_MEMORY_MB << 20;
	g_assert_cmpint(read(told[0], &byte, 1), ==, 1);
	assert_limit(child, RLIMIT_CPU, OQ_LIMIT_CPU_S, OQ_LIMIT_CPU_S + 1);
	assert_status(child, "\nNoNewPrivs:\t1\n");
	assert_status(child, "\nSeccomp:\t2\n");
	assert_limit(child, RLIMIT_FSIZE, 0, 0);
	assert_limit(child, RLIMIT_CORE, 0, 0);
	assert_limit(child, RLIMIT_NPROC, 0, 0);
	if (!IS_SANITIZED)
		assert_limit(child, RLIMIT_AS, memory, memory);
	for (guint i = 0; i < 2; i++) {
		close(held[i]);
		close(told[i]);
	}
	int status = 0;
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_cmpint(status, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/box/attempts", test_attempts);
	g_test_add_func("/box/landlock", test_landlock);
	g_test_add_func("/box/calls", test_calls);
	g_test_add_func("/box/work", test_work);
	g_test_add_func("/box/limits", test_limits);
	g_test_add_func("/box/time", test_time);
	g_test_add_func("/box/rlimits", test_rlimits);
	return g_test_run();
}
