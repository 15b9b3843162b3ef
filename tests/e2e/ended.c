/* ended.c - runs a command, and ends whatever that has started and left behind: a service that
 * lives on would hold the pipe in which ctest waits for the end of the test. ended COMMAND
 * [ARGUMENT...] Its status is the command's. */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LOOK_MS = 20, KIND_LOOKS = 100 };

/* What was orphaned below it is its own child: it is their reaper. */
static void
signal_children(int number)
{
	char path[64];
	int child;

	snprintf(path, sizeof path, "/proc/self/task/%d/children", getpid());
	FILE *children = fopen(path, "re");
	if (children == NULL)
		return;
	while (fscanf(children, "%d", &child) == 1) {
		kill(child, number);
		kill(child, SIGCONT);
	}
	fclose(children);
}

static void
end_rest(void)
{
	const struct timespec look = {.tv_nsec = LOOK_MS * 1000000L};

	for (int i = 0; waitpid(-1, NULL, WNOHANG) >= 0; i++) {
		signal_children(i < KIND_LOOKS ? SIGTERM : SIGKILL);
		nanosleep(&look, NULL);
	}
}

/* Returns its status. What it is told to end by is told to the command. */
static int
wait_for(pid_t command, const sigset_t *signals)
{
	int number, status;
	pid_t ended;

	for (;;) {
		sigwait(signals, &number);
		if (number != SIGCHLD)
			kill(command, number);
		while ((ended = waitpid(-1, &status, WNOHANG)) > 0)
			if (ended == command)
				return WIFEXITED(status) ? WEXITSTATUS(status)
							 : 128 + WTERMSIG(status);
	}
}

int
main(int argc, char **argv)
{
	sigset_t signals, before;

	if (argc < 2)
		return 2;
	sigemptyset(&signals);
	sigaddset(&signals, SIGCHLD);
	sigaddset(&signals, SIGHUP);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGTERM);
	sigprocmask(SIG_BLOCK, &signals, &before);
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	pid_t command = fork();
	if (command == 0) {
		sigprocmask(SIG_SETMASK, &before, NULL);
		execvp(argv[1], argv + 1);
		perror(argv[1]);
		_exit(127);
	}
	int status = wait_for(command, &signals);
	end_rest();
	return status;
}
