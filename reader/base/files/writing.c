/* writing.c - see the header. */
#include "base/files/writing.h"

#include <errno.h>
#include <unistd.h>

gboolean
oq_writing_all(int fd, const char *bytes, gsize n_bytes)
{
	while (n_bytes > 0) {
		gssize n_written = write(fd, bytes, n_bytes);
		if (n_written < 0 && errno != EINTR)
			return FALSE;
		bytes += MAX(n_written, 0);
		n_bytes -= (gsize)MAX(n_written, 0);
	}
	return TRUE;
}
