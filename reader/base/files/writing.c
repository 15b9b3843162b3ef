/* writing.c - see the header. */
#include "base/files/writing.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* Another program may have set what we share with it so that it does not block. */
static void
wait_for_room(int fd)
{
	struct pollfd room = {.fd = fd, .events = POLLOUT};
	poll(&room, 1, -1);
}

gboolean
oq_writing_all(int fd, const char *bytes, gsize n_bytes)
{
	while (n_bytes > 0) {
		gssize n_written = write(fd, bytes, n_bytes);
		if (n_written < 0 && errno == EAGAIN)
			wait_for_room(fd);
		else if (n_written < 0 && errno != EINTR)
			return FALSE;
		bytes += MAX(n_written, 0);
		n_bytes -= (gsize)MAX(n_written, 0);
	}
	return TRUE;
}
