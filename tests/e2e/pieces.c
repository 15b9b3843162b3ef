/* pieces FILE... - writes the files to standard output, a pipe, each as soon as whoever reads there
 * has taken all of the one before; no more, when he has gone. */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { LOOK_US = 1000, MAX_BYTES = 65536 }; /* which a pipe holds */

static void
fail(const char *what)
{
	perror(what);
	exit(EXIT_FAILURE);
}

/* In one piece. */
static void
write_file(const char *name)
{
	static char bytes[MAX_BYTES];
	int fd = open(name, O_RDONLY | O_CLOEXEC);
	ssize_t n_bytes = fd >= 0 ? read(fd, bytes, sizeof bytes) : -1;
	if (n_bytes < 0 || write(STDOUT_FILENO, bytes, (size_t)n_bytes) != n_bytes)
		fail(name);
	close(fd);
}

static bool
is_read_on(void)
{
	struct pollfd fd = {STDOUT_FILENO, 0, 0};
	return poll(&fd, 1, 0) == 0;
}

/* Or until nobody will. */
static void
wait_until_read(void)
{
	int n_left;
	do {
		usleep(LOOK_US);
		if (ioctl(STDOUT_FILENO, FIONREAD, &n_left) != 0)
			fail("standard output");
	} while (n_left > 0 && is_read_on());
}

int
main(int n_arguments, char **arguments)
{
	signal(SIGPIPE, SIG_IGN);
	for (int i = 1; i < n_arguments && is_read_on(); i++) {
		write_file(arguments[i]);
		wait_until_read();
	}
	return EXIT_SUCCESS;
}
