/* stopwatch KIND RUNS A... [-- B...]...: runs the commands in turn and prints the medians of their
 * times in milliseconds, until
 *   whole   they end (their output is thrown away)
 *   byte    the first byte on their standard output
 *   sample  the first byte behind a WAV header there
 *   sound   the null sink of tests/audio/with-null-sink.sh sounds, of which no more can be told
 * than in which of its blocks, 10 ms each All but the first kind are then killed. */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define WAV_HEADER_SIZE 44
#define MAX_RUNS        1000
#define MAX_COMMANDS    8
#define QUIET_MS        150

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

static int
open_nowhere(void)
{
	return open("/dev/null", O_WRONLY | O_CLOEXEC);
}

static void
end(pid_t child)
{
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

/* What the run before wrote is on its disk first: no command pays for another's files. */
static double
time_whole(char **command)
{
	int status, nowhere = open_nowhere();
	sync();
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
time_bytes(char **command, size_t n_bytes)
{
	char bytes[WAV_HEADER_SIZE + 1];
	int ends[2];
	if (pipe2(ends, O_CLOEXEC) != 0)
		fail("cannot make a pipe");
	double begin_ms = now_ms();
	pid_t child = start(command, ends[1]);
	close(ends[1]);
	for (size_t n_read = 0; n_read < n_bytes;) {
		ssize_t n = read(ends[0], bytes + n_read, n_bytes - n_read);
		if (n <= 0)
			fail("the output ended too soon");
		n_read += (size_t)n;
	}
	double end_ms = now_ms();
	end(child);
	close(ends[0]);
	return end_ms - begin_ms;
}

static double
time_byte(char **command)
{
	return time_bytes(command, 1);
}

static double
time_sample(char **command)
{
	return time_bytes(command, WAV_HEADER_SIZE + 1);
}

/* ---- what the null sink plays, all the time, silence too ---- */

static int sink = -1;

static void
listen_to_sink(pid_t *recorder)
{
	static char *command[] = {"parecord", "--raw", "--device=ci.monitor", "--rate=22050",
		"--channels=1", "--format=s16le", "--latency-msec=10", NULL};
	int ends[2];
	if (pipe2(ends, O_CLOEXEC) != 0)
		fail("cannot make a pipe");
	*recorder = start(command, ends[1]);
	close(ends[1]);
	sink = ends[0];
}

/* Waits for the next that is recorded: 1 when it sounds. */
static int
sounds(void)
{
	char bytes[4096];
	ssize_t n = read(sink, bytes, sizeof bytes);
	if (n <= 0)
		fail("nothing is recorded: run it by with-null-sink.sh");
	for (ssize_t i = 0; i < n; i++)
		if (bytes[i] != 0)
			return 1;
	return 0;
}

/* Else it would always begin with a block. */
static void
wait_for_any_phase(void)
{
	struct timespec part = {0, rand() % 10000 * 1000L};
	nanosleep(&part, NULL);
}

static double
time_sound(char **command)
{
	int nowhere = open_nowhere();
	for (double quiet_ms = now_ms(); now_ms() - quiet_ms < QUIET_MS;)
		if (sounds())
			quiet_ms = now_ms();
	wait_for_any_phase();
	double begin_ms = now_ms();
	pid_t child = start(command, nowhere);
	while (!sounds())
		if (waitpid(child, NULL, WNOHANG) != 0)
			fail("it ended and was not heard");
	double end_ms = now_ms();
	end(child);
	close(nowhere);
	return end_ms - begin_ms;
}

static const struct {
	const char *name;
	double (*measure)(char **command);
} kinds[] = {
	{"whole", time_whole}, {"byte", time_byte}, {"sample", time_sample}, {"sound", time_sound}};

static int
compare(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;
	return (first > second) - (first < second);
}

static double
median(double *times, long n_times)
{
	qsort(times, (size_t)n_times, sizeof *times, compare);
	return times[n_times / 2];
}

static int
split(char **arguments, char **commands[MAX_COMMANDS])
{
	int n = 0;
	commands[n++] = arguments;
	for (; *arguments != NULL; arguments++) {
		if (strcmp(*arguments, "--") != 0)
			continue;
		if (n == MAX_COMMANDS)
			fail("too many commands");
		*arguments = NULL;
		commands[n++] = arguments + 1;
	}
	for (int i = 0; i < n; i++)
		if (commands[i][0] == NULL)
			fail("a command is empty");
	return n;
}

static double (*find_kind(const char *name))(char **)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return kinds[i].measure;
	fail("no such kind");
	return NULL;
}

int
main(int n_arguments, char **arguments)
{
	static double times[MAX_COMMANDS][MAX_RUNS];
	char **commands[MAX_COMMANDS];
	pid_t recorder = 0;
	if (n_arguments < 4)
		fail("usage: stopwatch whole|byte|sample|sound RUNS A... [-- B...]...");
	double (*measure)(char **) = find_kind(arguments[1]);
	long runs = strtol(arguments[2], NULL, 10);
	if (runs < 1 || runs > MAX_RUNS)
		fail("so many runs are not possible");
	int n = split(arguments + 3, commands);
	if (measure == time_sound)
		listen_to_sink(&recorder);
	for (long run = 0; run < runs; run++)
		for (int i = 0; i < n; i++)
			times[i][run] = measure(commands[i]);
	if (recorder != 0)
		end(recorder);
	for (int i = 0; i < n; i++)
		printf("%.3f%c", median(times[i], runs), i + 1 < n ? ' ' : '\n');
	return EXIT_SUCCESS;
}
