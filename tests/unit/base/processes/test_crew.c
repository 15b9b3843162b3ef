#include "base/processes/crew.h"

#include <pthread.h>

enum { N_PIECES = 12 };

typedef struct {
	pthread_mutex_t lock;
	pthread_cond_t changed;
	guint begun[N_PIECES]; /* pieces, in the order in which they were begun */
	guint n_begun;
	guint n_at_work;
	guint n_most; /* of them at once */
	guint n_left; /* threads that found nothing more */
	guint n_meet; /* so many have to be at work before one goes on; 0: nobody waits */
} Seen;

static void
work(guint index, gpointer data)
{
	Seen *seen = data;
	pthread_mutex_lock(&seen->lock);
	seen->begun[seen->n_begun++] = index;
	seen->n_at_work++;
	seen->n_most = MAX(seen->n_most, seen->n_at_work);
	pthread_cond_broadcast(&seen->changed);
	while (seen->n_begun < seen->n_meet)
		pthread_cond_wait(&seen->changed, &seen->lock);
	seen->n_at_work--;
	pthread_mutex_unlock(&seen->lock);
}

static void
leave(gpointer data)
{
	Seen *seen = data;
	pthread_mutex_lock(&seen->lock);
	seen->n_left++;
	pthread_mutex_unlock(&seen->lock);
}

static Seen
do_all(guint n_threads, guint n_meet)
{
	Seen seen = {.n_meet = n_meet};
	pthread_mutex_init(&seen.lock, NULL);
	pthread_cond_init(&seen.changed, NULL);
	OqCrew *crew = oq_crew_new(n_threads, N_PIECES, work, leave, &seen);
	for (guint i = N_PIECES; i > 0; i--)
		oq_crew_wait(crew, i - 1);
	oq_crew_free(crew);
	pthread_mutex_destroy(&seen.lock);
	pthread_cond_destroy(&seen.changed);
	return seen;
}

static void
test_one_by_one(void)
{
	Seen seen = do_all(1, 0);
	g_assert_cmpuint(seen.n_begun, ==, N_PIECES);
	g_assert_cmpuint(seen.n_most, ==, 1);
	g_assert_cmpuint(seen.n_left, ==, 1);
	for (guint i = 0; i < N_PIECES; i++)
		g_assert_cmpuint(seen.begun[i], ==, i);
}

/* Nobody goes on before three are at work, and there are no more than three. */
static void
test_side_by_side(void)
{
	Seen seen = do_all(3, 3);
	guint n_seen[N_PIECES] = {0};
	g_assert_cmpuint(seen.n_begun, ==, N_PIECES);
	g_assert_cmpuint(seen.n_most, ==, 3);
	g_assert_cmpuint(seen.n_left, ==, 3);
	for (guint i = 0; i < N_PIECES; i++)
		n_seen[seen.begun[i]]++;
	for (guint i = 0; i < N_PIECES; i++)
		g_assert_cmpuint(n_seen[i], ==, 1);
}

typedef struct {
	OqCrew *crew;
	pthread_mutex_t lock;
	pthread_cond_t freed;
	gboolean may_end;
	gint n_done;
} Freed;

static void
hold(guint index G_GNUC_UNUSED, gpointer data)
{
	Freed *freed = data;
	pthread_mutex_lock(&freed->lock);
	while (!freed->may_end)
		pthread_cond_wait(&freed->freed, &freed->lock);
	pthread_mutex_unlock(&freed->lock);
	g_atomic_int_inc(&freed->n_done);
}

static gpointer
free_crew(gpointer data)
{
	Freed *freed = data;
	oq_crew_free(freed->crew);
	return GINT_TO_POINTER(g_atomic_int_get(&freed->n_done));
}

/* What is begun comes to its end before the crew is gone. */
static void
test_freed_early(void)
{
	Freed freed = {0};
	pthread_mutex_init(&freed.lock, NULL);
	pthread_cond_init(&freed.freed, NULL);
	freed.crew = oq_crew_new(1, N_PIECES, hold, NULL, &freed);
	pthread_t thread;
	void *ended;
	g_assert_cmpint(pthread_create(&thread, NULL, free_crew, &freed), ==, 0);
	pthread_mutex_lock(&freed.lock);
	freed.may_end = TRUE;
	pthread_cond_broadcast(&freed.freed);
	pthread_mutex_unlock(&freed.lock);
	g_assert_cmpint(pthread_join(thread, &ended), ==, 0);
	g_assert_cmpint(GPOINTER_TO_INT(ended), ==, g_atomic_int_get(&freed.n_done));
	pthread_mutex_destroy(&freed.lock);
	pthread_cond_destroy(&freed.freed);
}

static void
test_nothing_to_do(void)
{
	Seen seen = {0};
	pthread_mutex_init(&seen.lock, NULL);
	oq_crew_free(oq_crew_new(2, 0, work, leave, &seen));
	g_assert_cmpuint(seen.n_begun, ==, 0);
	g_assert_cmpuint(seen.n_left, ==, 2);
	pthread_mutex_destroy(&seen.lock);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/crew/one-by-one", test_one_by_one);
	g_test_add_func("/crew/side-by-side", test_side_by_side);
	g_test_add_func("/crew/freed-early", test_freed_early);
	g_test_add_func("/crew/nothing-to-do", test_nothing_to_do);
	return g_test_run();
}
