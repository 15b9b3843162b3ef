/* crew.c - see the header. */
#include "base/crew.h"

struct _OqCrew {
	guint n_pieces;
	OqCrewWork work;
	OqCrewLeave leave; /* nullable */
	gpointer data;
	GPtrArray *threads; /* of GThread */

	GMutex lock; /* of what is below */
	GCond done;
	guint n_begun;
	gboolean *is_done; /* by piece */
};

static gboolean
begin(OqCrew *crew, guint *index)
{
	g_mutex_lock(&crew->lock);
	gboolean is_begun = crew->n_begun < crew->n_pieces;
	if (is_begun)
		*index = crew->n_begun++;
	g_mutex_unlock(&crew->lock);
	return is_begun;
}

static void
end(OqCrew *crew, guint index)
{
	g_mutex_lock(&crew->lock);
	crew->is_done[index] = TRUE;
	g_cond_broadcast(&crew->done);
	g_mutex_unlock(&crew->lock);
}

static gpointer
serve(gpointer data)
{
	OqCrew *crew = data;
	guint index;

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
	crew->threads = g_ptr_array_new();
	g_mutex_init(&crew->lock);
	g_cond_init(&crew->done);
	for (guint i = 0; i < n_threads; i++)
		g_ptr_array_add(crew->threads, g_thread_new("crew", serve, crew));
	return crew;
}

void
oq_crew_wait(OqCrew *crew, guint index)
{
	g_return_if_fail(index < crew->n_pieces);
	g_mutex_lock(&crew->lock);
	while (!crew->is_done[index])
		g_cond_wait(&crew->done, &crew->lock);
	g_mutex_unlock(&crew->lock);
}

void
oq_crew_free(OqCrew *crew)
{
	if (crew == NULL)
		return;
	g_mutex_lock(&crew->lock);
	crew->n_begun = crew->n_pieces;
	g_mutex_unlock(&crew->lock);
	for (guint i = 0; i < crew->threads->len; i++)
		g_thread_join(g_ptr_array_index(crew->threads, i));
	g_ptr_array_unref(crew->threads);
	g_cond_clear(&crew->done);
	g_mutex_clear(&crew->lock);
	g_free(crew->is_done);
	g_free(crew);
}
