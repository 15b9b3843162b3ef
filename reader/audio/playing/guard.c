/* guard.c - see the header. */
#include "audio/playing/guard.h"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "audio/playing/patience.h"
#include "base/last_words.h"

struct _OqGuard {
	gint n_owners; /* atomic; the caller and the thread, either of whom may leave first */
	/* Of what follows; not a GMutex, whose workings the thread sanitizer cannot see. */
	pthread_mutex_t mutex;
	pthread_cond_t asked;
	GQueue calls; /* of OqGuardCall* */
	guint64 n_asked;
	guint64 n_made;
	gboolean is_closed;
	int made_fd; /* readable when n_made is a new one */
	gpointer data;
	GDestroyNotify free_data;
};

static void
leave(OqGuard *guard)
{
	if (!g_atomic_int_dec_and_test(&guard->n_owners))
		return;
	g_queue_clear_full(&guard->calls, g_free);
	close(guard->made_fd);
	pthread_cond_destroy(&guard->asked);
	pthread_mutex_destroy(&guard->mutex);
	g_free(guard);
}

/* Returns NULL when the guard is closed and nothing is left to do. */
static OqGuardCall *
take(OqGuard *guard)
{
	pthread_mutex_lock(&guard->mutex);
	while (!guard->is_closed && g_queue_is_empty(&guard->calls))
		pthread_cond_wait(&guard->asked, &guard->mutex);
	OqGuardCall *call = g_queue_pop_head(&guard->calls);
	pthread_mutex_unlock(&guard->mutex);
	return call;
}

static void
tell(OqGuard *guard)
{
	pthread_mutex_lock(&guard->mutex);
	guard->n_made++;
	pthread_mutex_unlock(&guard->mutex);
	eventfd_write(guard->made_fd, 1);
}

static void *
serve(void *data)
{
	OqGuard *guard = data;
	oq_last_words_in_thread();
	for (OqGuardCall *call; (call = take(guard));) {
		(*call)(guard->data);
		g_free(call);
		tell(guard);
	}
	guard->free_data(guard->data);
	tell(guard);
	leave(guard);
	return NULL;
}

static gboolean
is_made(OqGuard *guard, guint64 n_calls)
{
	pthread_mutex_lock(&guard->mutex);
	gboolean is_made = guard->n_made >= n_calls;
	pthread_mutex_unlock(&guard->mutex);
	return is_made;
}

static OqGuardOutcome
wait_until_made(OqGuard *guard, guint64 n_calls, guint limit_ms, int stop_fd)
{
	OqPatience patience;
	eventfd_t n_new;
	oq_patience_init(&patience, limit_ms, g_get_monotonic_time());
	while (!is_made(guard, n_calls)) {
		struct pollfd fds[] = {{guard->made_fd, POLLIN, 0}, {stop_fd, POLLIN, 0}};
		gint64 slice_us = oq_patience_slice_us(&patience);
		if (poll(fds, G_N_ELEMENTS(fds), (int)((slice_us + 999) / 1000)) > 0 &&
			fds[1].revents)
			return is_made(guard, n_calls) ? OQ_GUARD_MADE : OQ_GUARD_STOPPED;
		if (fds[0].revents)
			eventfd_read(guard->made_fd, &n_new);
		else if (!oq_patience_lasts(&patience, g_get_monotonic_time()))
			return OQ_GUARD_LATE;
	}
	return OQ_GUARD_MADE;
}

OqGuard *
oq_guard_new(gpointer data, GDestroyNotify free_data)
{
	pthread_t thread;
	OqGuard *guard = g_new0(OqGuard, 1);
	pthread_mutex_init(&guard->mutex, NULL);
	pthread_cond_init(&guard->asked, NULL);
	guard->n_owners = 2;
	guard->made_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	guard->data = data;
	guard->free_data = free_data;
	if (guard->made_fd < 0 || pthread_create(&thread, NULL, serve, guard) != 0)
		g_error("no thread to be had"); /* as g_thread_new() does */
	pthread_detach(thread);
	return guard;
}

gboolean
oq_guard_free(OqGuard *guard, guint limit_ms)
{
	if (guard == NULL)
		return TRUE;
	pthread_mutex_lock(&guard->mutex);
	guint64 n_calls = guard->n_asked + 1;
	guard->is_closed = TRUE;
	pthread_cond_broadcast(&guard->asked);
	pthread_mutex_unlock(&guard->mutex);
	gboolean is_done = wait_until_made(guard, n_calls, limit_ms, -1) == OQ_GUARD_MADE;
	leave(guard);
	return is_done;
}

/* Returns how many are made when this one is. */
static guint64
ask(OqGuard *guard, OqGuardCall call)
{
	pthread_mutex_lock(&guard->mutex);
	g_queue_push_tail(&guard->calls, g_memdup2(&call, sizeof call));
	guint64 n_calls = ++guard->n_asked;
	pthread_cond_broadcast(&guard->asked);
	pthread_mutex_unlock(&guard->mutex);
	return n_calls;
}

void
oq_guard_post(OqGuard *guard, OqGuardCall call)
{
	ask(guard, call);
}

OqGuardOutcome
oq_guard_run(OqGuard *guard, OqGuardCall call, guint limit_ms, int stop_fd)
{
	return wait_until_made(guard, ask(guard, call), limit_ms, stop_fd);
}
