/* pieces FILE... - writes the files to standard output, a pipe, each as soon as whoever reads there
 * has taken all of the one before. */
#include <fcntl.h>
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

static void
wait_until_read(void)
{
	int n_left;
	do {
		usleep(LOOK_US);
		if (ioctl(STDOUT_FILENO, FIONREAD, &n_left) != 0)
			fail("standard output");
	} while (n_left > 0);
}

int
main(int n_arguments, char **arguments)
{
	for (int i = 1; i < n_arguments; i++) {
		write_file(arguments[i]);
		wait_until_read();
	}
	return EXIT_SUCCESS;
}
