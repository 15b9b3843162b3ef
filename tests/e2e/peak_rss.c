/* peak_rss LIMIT_MB COMMAND...: runs the command and fails when it fails, or when it or one of its
 * own children ever held more memory than that. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int
run(char **command)
{
	int status = 0;
	pid_t child = fork();
	if (child == 0) {
		execvp(command[0], command);
		perror(command[0]);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		return EXIT_FAILURE;
	return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE;
}

int
main(int n_arguments, char **arguments)
{
	if (n_arguments < 3) {
		fputs("usage: peak_rss LIMIT_MB COMMAND...\n", stderr);
		return EXIT_FAILURE;
	}
	struct rusage usage;
	int status = run(arguments + 2);
	getrusage(RUSAGE_CHILDREN, &usage);
	long limit_kb = strtol(arguments[1], NULL, 10) * 1000;
	fprintf(stderr, "peak %ld kB of %ld kB\n", usage.ru_maxrss, limit_kb);
	return status != EXIT_SUCCESS || usage.ru_maxrss > limit_kb;
}
