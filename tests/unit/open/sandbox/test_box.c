#include "open/sandbox/box.h"

#include "nameless.h"
#include "no_landlock.h"
#include "open/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
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

typedef gboolean (*Attempt)(int held);

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
	g_test_add_func("/box/work", test_work);
	g_test_add_func("/box/limits", test_limits);
	g_test_add_func("/box/time", test_time);
	g_test_add_func("/box/rlimits", test_rlimits);
	return g_test_run();
}
