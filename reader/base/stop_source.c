/* stop_source.c - see the header. */
#include "base/stop_source.h"

#include <glib-unix.h>

GSource *
oq_stop_source_new(GCancellable *stop)
{
	return g_unix_fd_source_new(g_cancellable_get_fd(stop), G_IO_IN);
}
