/* writers.c - see the header.
 *
 * The system gives a lease for reading only on a file that nobody has open for writing. */
#include "radio/watch/writers.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <signal.h>
#include <sys/vfs.h>
#include <unistd.h>

#define CIFS_MAGIC 0xFF534D42
#define FUSE_MAGIC 0x65735546

/* There a lease depends on more than writers, and those of other machines are not known. */
static gboolean
is_remote(int fd)
{
	struct statfs status;

	if (fstatfs(fd, &status) != 0)
		return TRUE;
	switch ((guint32)status.f_type) {
	case NFS_SUPER_MAGIC:
	case SMB_SUPER_MAGIC:
	case SMB2_SUPER_MAGIC:
	case CIFS_MAGIC:
	case FUSE_MAGIC:
	case V9FS_MAGIC:
	case CEPH_SUPER_MAGIC:
	case AFS_SUPER_MAGIC:
		return TRUE;
	default:
		return FALSE;
	}
}

/* Whoever opens the file while the lease is held has us told by a signal: by one that is ignored
 * unless somebody asks for it. */
static OqWriters
ask(int fd)
{
	OqWriters writers = OQ_WRITERS_NONE;

	if (is_remote(fd) || fcntl(fd, F_SETSIG, SIGURG) != 0)
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
