/* guard.c - see the header. */
#include "audio/playing/guard.h"

#include <pthread.h>
#include <time.h>

struct _OqGuard {
	gint n_owners; /* atomic; the caller and the thread, either of whom may leave first */
	/* Of what follows; not a GMutex, whose workings the thread sanitizer cannot see. */
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	GQueue calls; /* of OqGuardCall* */
	guint64 n_asked;
	guint64 n_made;
	gboolean is_closed;
	gpointer data;
	GDestroyNotify free_data;
};

static void
leave(OqGuard *guard)
{
	if (!g_atomic_int_dec_and_test(&guard->n_owners))
		return;
	g_queue_clear_full(&guard->calls, g_free);
	pthread_cond_destroy(&guard->changed);
	pthread_mutex_destroy(&guard->mutex);
	g_free(guard);
}

/* Returns NULL when the guard is closed and nothing is left to do. */
static OqGuardCall *
take(OqGuard *guard)
{
	pthread_mutex_lock(&guard->mutex);
	while (!guard->is_closed && g_queue_is_empty(&guard->calls))
		pthread_cond_wait(&guard->changed, &guard->mutex);
	OqGuardCall *call = g_queue_pop_head(&guard->calls);
	pthread_mutex_unlock(&guard->mutex);
	return call;
}

static void
tell(OqGuard *guard)
{
	pthread_mutex_lock(&guard->mutex);
	guard->n_made++;
	pthread_cond_broadcast(&guard->changed);
	pthread_mutex_unlock(&guard->mutex);
}

static void *
serve(void *data)
{
	OqGuard *guard = data;
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

/* With the mutex held. */
static gboolean
wait_until_made(OqGuard *guard, guint64 n_calls, guint limit_ms)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	gint64 ns = until.tv_nsec + (gint64)limit_ms * 1000000;
	until.tv_sec += (time_t)(ns / 1000000000);
	until.tv_nsec = (long)(ns % 1000000000);
	while (guard->n_made < n_calls)
		if (pthread_cond_clockwait(
			    &guard->changed, &guard->mutex, CLOCK_MONOTONIC, &until) != 0)
			break;
	return guard->n_made >= n_calls;
}

OqGuard *
oq_guard_new(gpointer data, GDestroyNotify free_data)
{
	pthread_t thread;
	OqGuard *guard = g_new0(OqGuard, 1);
	pthread_mutex_init(&guard->mutex, NULL);
	pthread_cond_init(&guard->changed, NULL);
	guard->n_owners = 2;
	guard->data = data;
	guard->free_data = free_data;
	if (pthread_create(&thread, NULL, serve, guard) != 0)
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
	guard->is_closed = TRUE;
	pthread_cond_broadcast(&guard->changed);
	gboolean is_done = wait_until_made(guard, guard->n_asked + 1, limit_ms);
	pthread_mutex_unlock(&guard->mutex);
	leave(guard);
	return is_done;
}

/* With the mutex held. */
static void
ask(OqGuard *guard, OqGuardCall call)
{
	g_queue_push_tail(&guard->calls, g_memdup2(&call, sizeof call));
	guard->n_asked++;
	pthread_cond_broadcast(&guard->changed);
}

void
oq_guard_post(OqGuard *guard, OqGuardCall call)
{
	pthread_mutex_lock(&guard->mutex);
	ask(guard, call);
	pthread_mutex_unlock(&guard->mutex);
}

gboolean
oq_guard_run(OqGuard *guard, OqGuardCall call, guint limit_ms)
{
	pthread_mutex_lock(&guard->mutex);
	ask(guard, call);
	gboolean is_done = wait_until_made(guard, guard->n_asked, limit_ms);
	pthread_mutex_unlock(&guard->mutex);
	return is_done;
}
