/* waiting.c - see the header. */
#include "document/waiting.h"

#include <errno.h>
#include <poll.h>

OqWaitingOutcome
oq_waiting_for(int fd, int limit_ms, GCancellable *stop)
{
	struct pollfd fds[] = {{fd, POLLIN, 0}, {-1, POLLIN, 0}};
	gint64 end_us = g_get_monotonic_time() + (gint64)limit_ms * G_TIME_SPAN_MILLISECOND;
	GPollFD pollfd;
	gboolean can_stop = stop != NULL && g_cancellable_make_pollfd(stop, &pollfd);
	if (can_stop)
		fds[1].fd = pollfd.fd;
	int n_ready;
	while ((n_ready = poll(fds, G_N_ELEMENTS(fds), limit_ms)) < 0 && errno == EINTR) {
		gint64 left_ms = (end_us - g_get_monotonic_time()) / G_TIME_SPAN_MILLISECOND;
		if (limit_ms > 0)
			limit_ms = (int)MAX(left_ms, 0);
	}
	if (can_stop)
		g_cancellable_release_fd(stop);
	if (g_cancellable_is_cancelled(stop))
		return OQ_WAITING_STOPPED;
	return n_ready == 0 ? OQ_WAITING_LATE : OQ_WAITING_READY;
}
