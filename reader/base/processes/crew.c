/* crew.c - see the header. */
#include "base/processes/crew.h"

#include "base/last_words.h"

#include <pthread.h>

struct _OqCrew {
	guint n_pieces;
	OqCrewWork work;
	OqCrewLeave leave; /* nullable */
	gpointer data;
	pthread_t *threads;
	guint n_threads;

	/* Of what follows; not a GMutex, whose workings the thread sanitizer cannot see, and not
	 * GLib's threads either. */
	pthread_mutex_t lock;
	pthread_cond_t done;
	guint n_begun;
	gboolean *is_done; /* by piece */
};

static gboolean
begin(OqCrew *crew, guint *index)
{
	pthread_mutex_lock(&crew->lock);
	gboolean is_begun = crew->n_begun < crew->n_pieces;
	if (is_begun)
		*index = crew->n_begun++;
	pthread_mutex_unlock(&crew->lock);
	return is_begun;
}

static void
end(OqCrew *crew, guint index)
{
	pthread_mutex_lock(&crew->lock);
	crew->is_done[index] = TRUE;
	pthread_cond_broadcast(&crew->done);
	pthread_mutex_unlock(&crew->lock);
}

static gpointer
serve(gpointer data)
{
	OqCrew *crew = data;
	guint index;

	oq_last_words_in_thread();
	while (begin(crew, &index)) {
		crew->work(index, crew->data);
		end(crew, index);
	}
	if (crew->leave != NULL)
		crew->leave(crew->data);
	return NULL;
}

OqCrew *
oq_crew_new(guint n_threads, guint n_pieces, OqCrewWork work, OqCrewLeave leave, gpointer data)
{
	OqCrew *crew = g_new0(OqCrew, 1);

	crew->n_pieces = n_pieces;
	crew->work = work;
	crew->leave = leave;
	crew->data = data;
	crew->is_done = g_new0(gboolean, n_pieces);
	crew->threads = g_new0(pthread_t, n_threads);
	pthread_mutex_init(&crew->lock, NULL);
	pthread_cond_init(&crew->done, NULL);
	while (crew->n_threads < n_threads &&
		pthread_create(&crew->threads[crew->n_threads], NULL, serve, crew) == 0)
		crew->n_threads++;
	if (crew->n_threads == 0 && n_threads > 0)
		g_error("no thread to be had"); /* as g_thread_new() does */
	return crew;
}

void
oq_crew_wait(OqCrew *crew, guint index)
{
	g_return_if_fail(index < crew->n_pieces);
	pthread_mutex_lock(&crew->lock);
	while (!crew->is_done[index])
		pthread_cond_wait(&crew->done, &crew->lock);
	pthread_mutex_unlock(&crew->lock);
}

void
oq_crew_free(OqCrew *crew)
{
	if (crew == NULL)
		return;
	pthread_mutex_lock(&crew->lock);
	crew->n_begun = crew->n_pieces;
	pthread_mutex_unlock(&crew->lock);
	for (guint i = 0; i < crew->n_threads; i++)
		pthread_join(crew->threads[i], NULL);
	g_free(crew->threads);
	pthread_cond_destroy(&crew->done);
	pthread_mutex_destroy(&crew->lock);
	g_free(crew->is_done);
	g_free(crew);
}
