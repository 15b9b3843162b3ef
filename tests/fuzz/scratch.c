#include "scratch.h"

#include <sys/mman.h>
#include <unistd.h>

void
scratch_init(Scratch *scratch, const char *bytes, gsize n_bytes)
{
	scratch->fd = memfd_create("scratch", MFD_CLOEXEC);
	if (scratch->fd < 0 || pwrite(scratch->fd, bytes, n_bytes, 0) != (gssize)n_bytes)
		g_error("no memory for a file of %" G_GSIZE_FORMAT " bytes", n_bytes);
	scratch->path = g_strdup_printf("/proc/self/fd/%d", scratch->fd);
}

void
scratch_clear(Scratch *scratch)
{
	close(scratch->fd);
	g_free(scratch->path);
}
