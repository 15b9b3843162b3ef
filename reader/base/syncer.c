/* syncer.c - see the header. */
#include "base/syncer.h"

#include <fcntl.h>
#include <unistd.h>

/* Belongs to the caller and to the thread: a thread that hangs with its disk is left behind. */
struct _OqSyncer {
	char *folder;
	GMutex lock;
	GCond changed;
	GPtrArray *names; /* that wait */
	gboolean is_ending;
	gboolean has_ended;
	GThread *thread;
};

static void
clear(gpointer data)
{
	OqSyncer *syncer = data;

	g_ptr_array_unref(syncer->names);
	g_cond_clear(&syncer->changed);
	g_mutex_clear(&syncer->lock);
	g_free(syncer->folder);
}

static void
sync_file(int folder, const char *name)
{
	int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		return;
	fdatasync(fd);
	close(fd);
}

/* The folder comes last: it holds the names. What fails here is not told: the disk will refuse the
 * next writing, too, and then there is somebody to tell. */
static void
sync_all(const OqSyncer *syncer, const GPtrArray *names)
{
	int folder = open(syncer->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (folder < 0)
		return;
	for (guint i = 0; i < names->len; i++)
		sync_file(folder, g_ptr_array_index(names, i));
	fsync(folder);
	close(folder);
}

/* With the lock held, as it is afterwards. */
static void
sync_waiting(OqSyncer *syncer)
{
	gint64 next_us = g_get_monotonic_time() + G_USEC_PER_SEC;
	g_autoptr(GPtrArray) names = g_steal_pointer(&syncer->names);

	syncer->names = g_ptr_array_new_with_free_func(g_free);
	g_mutex_unlock(&syncer->lock);
	sync_all(syncer, names);
	g_mutex_lock(&syncer->lock);
	while (!syncer->is_ending && g_cond_wait_until(&syncer->changed, &syncer->lock, next_us))
		continue;
}

static gpointer
run(gpointer data)
{
	OqSyncer *syncer = data;

	g_mutex_lock(&syncer->lock);
	while (syncer->names->len > 0 || !syncer->is_ending) {
		if (syncer->names->len > 0)
			sync_waiting(syncer);
		else
			g_cond_wait(&syncer->changed, &syncer->lock);
	}
	syncer->has_ended = TRUE;
	g_cond_broadcast(&syncer->changed);
	g_mutex_unlock(&syncer->lock);
	g_atomic_rc_box_release_full(syncer, clear);
	return NULL;
}

OqSyncer *
oq_syncer_new(const char *folder)
{
	OqSyncer *syncer = g_atomic_rc_box_new0(OqSyncer);

	syncer->folder = g_strdup(folder);
	syncer->names = g_ptr_array_new_with_free_func(g_free);
	g_mutex_init(&syncer->lock);
	g_cond_init(&syncer->changed);
	syncer->thread = g_thread_new("syncer", run, g_atomic_rc_box_acquire(syncer));
	return syncer;
}

void
oq_syncer_wish(OqSyncer *syncer, const char *name)
{
	g_mutex_lock(&syncer->lock);
	if (!g_ptr_array_find_with_equal_func(syncer->names, name, g_str_equal, NULL))
		g_ptr_array_add(syncer->names, g_strdup(name));
	g_cond_broadcast(&syncer->changed);
	g_mutex_unlock(&syncer->lock);
}

static gboolean
wait_for_end(OqSyncer *syncer)
{
	gint64 until_us = g_get_monotonic_time() + G_USEC_PER_SEC;

	g_mutex_lock(&syncer->lock);
	syncer->is_ending = TRUE;
	g_cond_broadcast(&syncer->changed);
	while (!syncer->has_ended && g_cond_wait_until(&syncer->changed, &syncer->lock, until_us))
		continue;
	gboolean has_ended = syncer->has_ended;
	g_mutex_unlock(&syncer->lock);
	return has_ended;
}

void
oq_syncer_free(OqSyncer *syncer)
{
	if (syncer == NULL)
		return;
	GThread *thread = syncer->thread;
	if (wait_for_end(syncer))
		g_thread_join(thread);
	else
		g_thread_unref(thread);
	g_atomic_rc_box_release_full(syncer, clear);
}
