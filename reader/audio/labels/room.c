/* room.c - see the header. */
#include "audio/labels/room.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK_BYTES = 1 << 20 };

/* From the end on, so that nothing is written over that has not been moved. */
gboolean
oq_room_make(int fd, guint64 at, gsize n_bytes)
{
	struct stat info;
	g_autofree guint8 *block = g_malloc(BLOCK_BYTES);
	if (fstat(fd, &info) != 0)
		return FALSE;
	for (guint64 end = (guint64)info.st_size; end > at;) {
		gsize n = (gsize)MIN(end - at, BLOCK_BYTES);
		end -= n;
		errno = EIO; /* of a short read or write */
		if (pread(fd, block, n, (off_t)end) != (gssize)n ||
			pwrite(fd, block, n, (off_t)(end + n_bytes)) != (gssize)n)
			return FALSE;
	}
	return TRUE;
}
