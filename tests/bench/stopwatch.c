/* stopwatch whole|first RUNS A... -- B...: runs two commands in turn and prints the medians of
 * their times in milliseconds: until they end (their output is thrown away), or until the first
 * byte of sound behind a WAV header on their standard output (they are then killed). */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define WAV_HEADER_SIZE 44
#define MAX_RUNS        1000

static void
fail(const char *what)
{
	fprintf(stderr, "stopwatch: %s\n", what);
	exit(EXIT_FAILURE);
}

static double
now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static pid_t
start(char **command, int output)
{
	pid_t child = fork();
	if (child < 0)
		fail("cannot fork");
	if (child == 0) {
		dup2(output, STDOUT_FILENO);
		execvp(command[0], command);
		_exit(127);
	}
	return child;
}

static double
time_whole(char **command)
{
	int status, nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	double begin_ms = now_ms();
	pid_t child = start(command, nowhere);
	waitpid(child, &status, 0);
	double end_ms = now_ms();
	close(nowhere);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail(command[0]);
	return end_ms - begin_ms;
}

static double
time_first(char **command)
{
	char bytes[WAV_HEADER_SIZE + 1];
	int ends[2];
	if (pipe(ends) != 0)
		fail("cannot make a pipe");
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	double begin_ms = now_ms();
	pid_t child = start(command, ends[1]);
	close(ends[1]);
	for (size_t n_read = 0; n_read < sizeof bytes;) {
		ssize_t n = read(ends[0], bytes + n_read, sizeof bytes - n_read);
		if (n <= 0)
			fail("the output ended before its first sample");
		n_read += (size_t)n;
	}
	double end_ms = now_ms();
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	close(ends[0]);
	return end_ms - begin_ms;
}

static int
compare(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;
	return (first > second) - (first < second);
}

static double
median(double *times, size_t n_times)
{
	qsort(times, n_times, sizeof *times, compare);
	return times[n_times / 2];
}

static char **
split(char **arguments)
{
	for (; *arguments != NULL; arguments++) {
		if (strcmp(*arguments, "--") == 0) {
			*arguments = NULL;
			return arguments + 1;
		}
	}
	fail("there is no -- between two commands");
	return NULL;
}

int
main(int n_arguments, char **arguments)
{
	static const char usage[] = "usage: stopwatch whole|first RUNS A... -- B...";
	double times_a[MAX_RUNS], times_b[MAX_RUNS];
	if (n_arguments < 6)
		fail(usage);
	double (*measure)(char **) = strcmp(arguments[1], "first") == 0 ? time_first : time_whole;
	long runs = strtol(arguments[2], NULL, 10);
	if (runs < 1 || runs > MAX_RUNS)
		fail(usage);
	char **a = arguments + 3, **b = split(a);
	for (long i = 0; i < runs; i++) {
		times_a[i] = measure(a);
		times_b[i] = measure(b);
	}
	printf("%.3f %.3f\n", median(times_a, (size_t)runs), median(times_b, (size_t)runs));
	return EXIT_SUCCESS;
}
