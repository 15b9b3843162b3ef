/* syncer.c - see the header. */
#include "base/files/syncer.h"

#include "base/last_words.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <time.h>
#include <unistd.h>

struct _OqSyncer {
	char *folder;
	pthread_t thread;
	gboolean has_thread;
	pthread_mutex_t mutex; /* of all below */
	pthread_cond_t changed;
	GPtrArray *names; /* that wait */
	gboolean is_ending;
	gboolean has_ended;
	gboolean is_left; /* by its owner: the thread frees it */
};

static void
destroy(OqSyncer *syncer)
{
	pthread_cond_destroy(&syncer->changed);
	pthread_mutex_destroy(&syncer->mutex);
	g_ptr_array_unref(syncer->names);
	g_free(syncer->folder);
	g_free(syncer);
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

static struct timespec
in_a_second(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	time.tv_sec++;
	return time;
}

/* FALSE: the time has come. */
static gboolean
wait_until(OqSyncer *syncer, const struct timespec *time)
{
	return pthread_cond_timedwait(&syncer->changed, &syncer->mutex, time) != ETIMEDOUT;
}

/* With the lock held, as it is afterwards. */
static void
sync_waiting(OqSyncer *syncer)
{
	struct timespec next = in_a_second();
	g_autoptr(GPtrArray) names = g_steal_pointer(&syncer->names);

	syncer->names = g_ptr_array_new_with_free_func(g_free);
	pthread_mutex_unlock(&syncer->mutex);
	sync_all(syncer, names);
	pthread_mutex_lock(&syncer->mutex);
	while (!syncer->is_ending && wait_until(syncer, &next))
		continue;
}

static void *
run(void *data)
{
	OqSyncer *syncer = data;

	oq_last_words_in_thread();
	pthread_mutex_lock(&syncer->mutex);
	while (syncer->names->len > 0 || !syncer->is_ending) {
		if (syncer->names->len > 0)
			sync_waiting(syncer);
		else
			pthread_cond_wait(&syncer->changed, &syncer->mutex);
	}
	syncer->has_ended = TRUE;
	gboolean is_left = syncer->is_left;
	pthread_cond_broadcast(&syncer->changed);
	pthread_mutex_unlock(&syncer->mutex);
	if (is_left)
		destroy(syncer);
	return NULL;
}

OqSyncer *
oq_syncer_new(const char *folder)
{
	OqSyncer *syncer = g_new0(OqSyncer, 1);
	pthread_condattr_t monotonic;

	syncer->folder = g_strdup(folder);
	syncer->names = g_ptr_array_new_with_free_func(g_free);
	pthread_mutex_init(&syncer->mutex, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&syncer->changed, &monotonic);
	pthread_condattr_destroy(&monotonic);
	syncer->has_thread = pthread_create(&syncer->thread, NULL, run, syncer) == 0;
	return syncer;
}

void
oq_syncer_wish(OqSyncer *syncer, const char *name)
{
	pthread_mutex_lock(&syncer->mutex);
	if (!g_ptr_array_find_with_equal_func(syncer->names, name, g_str_equal, NULL))
		g_ptr_array_add(syncer->names, g_strdup(name));
	pthread_cond_broadcast(&syncer->changed);
	pthread_mutex_unlock(&syncer->mutex);
}

/* FALSE: the thread hangs with its disk, and is left behind. */
static gboolean
wait_for_end(OqSyncer *syncer)
{
	struct timespec latest = in_a_second();

	pthread_mutex_lock(&syncer->mutex);
	syncer->is_ending = TRUE;
	pthread_cond_broadcast(&syncer->changed);
	while (!syncer->has_ended && wait_until(syncer, &latest))
		continue;
	gboolean has_ended = syncer->has_ended;
	syncer->is_left = !has_ended;
	pthread_mutex_unlock(&syncer->mutex);
	return has_ended;
}

void
oq_syncer_free(OqSyncer *syncer)
{
	if (syncer == NULL)
		return;
	if (!syncer->has_thread) {
		destroy(syncer);
		return;
	}
	pthread_t thread = syncer->thread;
	if (!wait_for_end(syncer)) {
		pthread_detach(thread);
		return;
	}
	pthread_join(thread, NULL);
	destroy(syncer);
}
