#include "audio/playing/guard.h"

#include <semaphore.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	sem_t go;
	sem_t freed;
	GThread *thread;
	char log[8];
	gboolean is_freed;
} Work;

static void
add(Work *work, char what)
{
	gsize end = strlen(work->log);
	g_assert_cmpuint(end + 1, <, sizeof work->log);
	work->log[end] = what;
	work->thread = g_thread_self();
}

static void
call_a(gpointer data)
{
	add(data, 'a');
}

static void
call_b(gpointer data)
{
	add(data, 'b');
}

static void
call_hang(gpointer data)
{
	sem_wait(&((Work *)data)->go);
	add(data, 'h');
}

static void
note_free(gpointer data)
{
	Work *work = data;
	work->is_freed = TRUE;
	sem_post(&work->freed);
}

static void
test_order(void)
{
	Work work = {0};
	sem_init(&work.go, 0, 0);
	sem_init(&work.freed, 0, 0);
	OqGuard *guard = oq_guard_new(&work, note_free);
	oq_guard_post(guard, call_a);
	oq_guard_post(guard, call_b);
	g_assert_cmpint(oq_guard_run(guard, call_a, 60000, -1), ==, OQ_GUARD_MADE);
	g_assert_cmpstr(work.log, ==, "aba");
	g_assert_true(work.thread != g_thread_self());
	oq_guard_post(guard, call_b);
	g_assert_true(oq_guard_free(guard, 60000));
	g_assert_cmpstr(work.log, ==, "abab");
	g_assert_true(work.is_freed);
}

static void
test_hang(void)
{
	Work work = {0};
	sem_init(&work.go, 0, 0);
	sem_init(&work.freed, 0, 0);
	OqGuard *guard = oq_guard_new(&work, note_free);
	g_assert_cmpint(oq_guard_run(guard, call_hang, 10, -1), ==, OQ_GUARD_LATE);
	/* What is asked for next is not made either, until the first comes back. */
	g_assert_cmpint(oq_guard_run(guard, call_a, 10, -1), ==, OQ_GUARD_LATE);
	g_assert_false(oq_guard_free(guard, 10));
	g_assert_false(work.is_freed);
	/* The thread that was left behind does all of it once it can. */
	sem_post(&work.go);
	sem_wait(&work.freed);
	g_assert_true(work.is_freed);
	g_assert_cmpstr(work.log, ==, "ha");
}

/* Whoever has no time to wait says so by a descriptor. */
static void
test_stop(void)
{
	Work work = {0};
	int ends[2];
	sem_init(&work.go, 0, 0);
	sem_init(&work.freed, 0, 0);
	g_assert_cmpint(pipe(ends), ==, 0);
	OqGuard *guard = oq_guard_new(&work, note_free);
	g_assert_cmpint(oq_guard_run(guard, call_a, 60000, ends[0]), ==, OQ_GUARD_MADE);
	g_assert_cmpint(write(ends[1], "", 1), ==, 1);
	g_assert_cmpint(oq_guard_run(guard, call_hang, 60000, ends[0]), ==, OQ_GUARD_STOPPED);
	sem_post(&work.go);
	g_assert_true(oq_guard_free(guard, 60000));
	g_assert_cmpstr(work.log, ==, "ah");
	close(ends[0]);
	close(ends[1]);
}

static void
test_free_nothing(void)
{
	g_assert_true(oq_guard_free(NULL, 0));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/guard/order", test_order);
	g_test_add_func("/guard/hang", test_hang);
	g_test_add_func("/guard/stop", test_stop);
	g_test_add_func("/guard/free-nothing", test_free_nothing);
	return g_test_run();
}
