/* room.c - see the header. */
#include "audio/labels/room.h"

#include <sys/stat.h>

#include "base/files/exact.h"

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
		if (!oq_exact_read(fd, block, n, end) ||
			!oq_exact_write(fd, block, n, end + n_bytes))
			return FALSE;
	}
	return TRUE;
}
