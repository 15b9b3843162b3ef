/* remote.c - see the header. */
#include "base/files/remote.h"

#include <linux/magic.h>
#include <sys/vfs.h>

/* Not in every linux/magic.h. */
#define CEPH_MAGIC 0x00C36400
#define CIFS_MAGIC 0xFF534D42
#define SMB2_MAGIC 0xFE534D42
#define FUSE_MAGIC 0x65735546

gboolean
oq_remote_is(int fd)
{
	struct statfs status;

	if (fstatfs(fd, &status) != 0)
		return TRUE;
	switch ((guint32)status.f_type) {
	case AFS_SUPER_MAGIC:
	case CEPH_MAGIC:
	case CIFS_MAGIC:
	case FUSE_MAGIC:
	case NFS_SUPER_MAGIC:
	case SMB_SUPER_MAGIC:
	case SMB2_MAGIC:
	case V9FS_MAGIC:
		return TRUE;
	default:
		return FALSE;
	}
}
