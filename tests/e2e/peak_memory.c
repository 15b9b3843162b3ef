/* peak_memory LIMIT_MB COMMAND...: runs the command, and prints the most memory that it and all
 * that it has started ever held together, in kB, in the whole run and in each half of it: what
 * several share counts once. It is looked up every few milliseconds; of the command itself nothing
 * is missed. Exits as the command does, or with 99 when that was more than the limit, or when the
 * second half of a run that took a second took clearly more than the first: what is shared with
 * other programs counts for more when those end, so some megabytes are no growth; what grew with
 * the text would take hundreds. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LOOK_MS = 10, MIN_LOOKS = 50, MAX_LOOKS = 100000, SHARED_KB = 8000, TOO_MUCH = 99 };

static FILE *
open_proc(const char *format, pid_t process)
{
	char path[64];
	snprintf(path, sizeof path, format, (int)process, (int)process);
	return fopen(path, "re");
}

/* Its part of what it shares with others counts. 0: it has gone. */
static long
own_kb(pid_t process)
{
	char line[256];
	long kb = 0;
	FILE *file = open_proc("/proc/%d/smaps_rollup", process);
	while (file != NULL && fgets(line, sizeof line, file) != NULL)
		if (sscanf(line, "Pss: %ld", &kb) == 1)
			break;
	if (file != NULL)
		fclose(file);
	return kb;
}

/* With its children, and theirs. */
static long
tree_kb(pid_t process)
{
	int child;
	long kb = own_kb(process);
	FILE *file = open_proc("/proc/%d/task/%d/children", process);
	while (file != NULL && fscanf(file, "%d", &child) == 1)
		kb += tree_kb(child);
	if (file != NULL)
		fclose(file);
	return kb;
}

static pid_t
start(char **command)
{
	pid_t child = fork();
	if (child == 0) {
		execvp(command[0], command);
		perror(command[0]);
		_exit(127);
	}
	return child;
}

/* All that is ours, this process apart: what has lost its parent comes to us. */
static size_t
watch(pid_t child, long *looks, int *status, struct rusage *usage)
{
	static const struct timespec pause = {0, LOOK_MS * 1000000};
	size_t n = 0;
	while (wait4(child, status, WNOHANG, usage) == 0) {
		long kb = tree_kb(getpid()) - own_kb(getpid());
		if (n < MAX_LOOKS)
			looks[n++] = kb;
		nanosleep(&pause, NULL);
	}
	return n;
}

static long
largest(const long *looks, size_t from, size_t to)
{
	long most = 0;
	for (size_t i = from; i < to; i++)
		most = looks[i] > most ? looks[i] : most;
	return most;
}

int
main(int n_arguments, char **arguments)
{
	static long looks[MAX_LOOKS];
	if (n_arguments < 3) {
		fputs("usage: peak_memory LIMIT_MB COMMAND...\n", stderr);
		return EXIT_FAILURE;
	}
	int status = 0;
	struct rusage usage = {0};
	long limit_kb = strtol(arguments[1], NULL, 10) * 1000;
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	size_t n = watch(start(arguments + 2), looks, &status, &usage);
	long first_kb = largest(looks, 0, n / 2), second_kb = largest(looks, n / 2, n);
	long most_kb = first_kb > second_kb ? first_kb : second_kb;
	most_kb = usage.ru_maxrss > most_kb ? usage.ru_maxrss : most_kb;
	fprintf(stderr,
		"peak %ld kB of %ld kB; %ld kB in the first half of %zu looks, %ld kB in the "
		"second\n",
		most_kb, limit_kb, first_kb, n, second_kb);
	if (most_kb > limit_kb ||
		(n >= MIN_LOOKS && second_kb > first_kb + first_kb / 10 + SHARED_KB))
		return TOO_MUCH;
	return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE;
}
