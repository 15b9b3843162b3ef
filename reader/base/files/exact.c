/* exact.c - see the header. */
#include "base/files/exact.h"

#include <errno.h>
#include <unistd.h>

gssize
oq_exact_take(int fd, void *bytes, gsize n_bytes, guint64 at)
{
	guint8 *to = bytes;
	gsize done = 0;
	while (done < n_bytes) {
		gssize n = pread(fd, to + done, n_bytes - done, (off_t)(at + done));
		if (n == 0)
			break;
		if (n < 0 && errno != EINTR)
			return -1;
		done += (gsize)MAX(n, 0);
	}
	return (gssize)done;
}

gboolean
oq_exact_read(int fd, void *bytes, gsize n_bytes, guint64 at)
{
	gssize n = oq_exact_take(fd, bytes, n_bytes, at);
	if (n >= 0 && (gsize)n < n_bytes)
		errno = EIO;
	return n == (gssize)n_bytes;
}

/* A disk that is getting full takes the beginning, and says why only when it is asked again. */
gboolean
oq_exact_write(int fd, const void *bytes, gsize n_bytes, guint64 at)
{
	const guint8 *from = bytes;
	for (gsize done = 0; done < n_bytes;) {
		gssize n = pwrite(fd, from + done, n_bytes - done, (off_t)(at + done));
		if (n < 0 && errno != EINTR)
			return FALSE;
		done += (gsize)MAX(n, 0);
	}
	return TRUE;
}
