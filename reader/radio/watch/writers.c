/* writers.c - see the header.
 *
 * The system gives a lease for reading only on a file that nobody has open for writing; on those of
 * other machines it depends on more than that. */
#include "radio/watch/writers.h"

#include "base/files/remote.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

/* Whoever opens the file while the lease is held has us told by a signal: by one that is ignored
 * unless somebody asks for it. */
static OqWriters
ask(int fd)
{
	OqWriters writers = OQ_WRITERS_NONE;

	if (oq_remote_is(fd) || fcntl(fd, F_SETSIG, SIGURG) != 0)
		return OQ_WRITERS_UNKNOWN;
	if (fcntl(fd, F_SETLEASE, F_RDLCK) != 0)
		writers = errno == EAGAIN ? OQ_WRITERS_SOME : OQ_WRITERS_UNKNOWN;
	else
		fcntl(fd, F_SETLEASE, F_UNLCK);
	return writers;
}

OqWriters
oq_writers_of(const char *path)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		return OQ_WRITERS_UNKNOWN;
	OqWriters writers = ask(fd);
	close(fd);
	return writers;
}
