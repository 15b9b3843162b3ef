/* loader.c - see the header. */
#include "open/loader.h"

#include <errno.h>
#include <unistd.h>

G_DEFINE_QUARK(oq_open_error, oq_open_error)

gssize
oq_loader_read(const OqOpenJob *job, guint64 offset, gpointer bytes, gsize n_bytes, GError **error)
{
	gsize n_taken = 0;
	while (n_taken < n_bytes) {
		gssize n = pread(job->fd, (guint8 *)bytes + n_taken, n_bytes - n_taken,
			(off_t)(offset + n_taken));
		if (n == 0)
			break;
		if (n < 0 && errno != EINTR) {
			g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_FAILED, "%s",
				g_strerror(errno));
			return -1;
		}
		n_taken += (gsize)MAX(n, 0);
	}
	return (gssize)n_taken;
}
