#include "open/sandbox/orphan.h"

#include <glib.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WATCHED_S = 3, MOST_S = 20 };

/* Until the limit ends it, or the watch. */
static void
be_busy(rlim_t seconds)
{
	const struct rlimit limit = {seconds, seconds + 1};
	setrlimit(RLIMIT_CPU, &limit);
	for (volatile guint busy = 0;; busy++)
		;
}

/* The signal; 0: none. */
static int
how_ended(pid_t child)
{
	int status = 0;
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void
test_parent_lives(void)
{
	pid_t child = fork();
	if (child == 0) {
		oq_orphan_watch();
		be_busy(WATCHED_S);
	}
	g_assert_cmpint(how_ended(child), ==, SIGXCPU);
}

/* Once it has said that it watches, the one that started it ends. */
static void
test_parent_ends(void)
{
	int said[2];
	pid_t grandchild = -1;
	g_assert_cmpint(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), ==, 0);
	g_assert_cmpint(pipe(said), ==, 0);
	pid_t child = fork();
	if (child == 0) {
		if (fork() == 0) {
			pid_t own = getpid();
			oq_orphan_watch();
			if (write(said[1], &own, sizeof own) == sizeof own)
				be_busy(MOST_S);
			_exit(1);
		}
		siginfo_t none;
		waitid(P_ALL, 0, &none, WEXITED | WNOWAIT);
		_exit(0);
	}
	g_assert_cmpint(read(said[0], &grandchild, sizeof grandchild), ==, sizeof grandchild);
	g_assert_cmpint(kill(child, SIGKILL), ==, 0);
	g_assert_cmpint(waitpid(child, NULL, 0), ==, child);
	g_assert_cmpint(how_ended(grandchild), ==, 0);
	close(said[0]);
	close(said[1]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/orphan/parent-lives", test_parent_lives);
	g_test_add_func("/orphan/parent-ends", test_parent_ends);
	return g_test_run();
}
