#include "document/waiting.h"

#include <unistd.h>

static void
test_outcomes(void)
{
	int ends[2];
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_assert_cmpint(pipe(ends), ==, 0);
	g_assert_cmpint(oq_waiting_for(ends[0], 0, NULL), ==, OQ_WAITING_LATE);
	g_assert_cmpint(oq_waiting_for(ends[0], 1, stop), ==, OQ_WAITING_LATE);
	g_assert_cmpint(oq_waiting_for(-1, 1, stop), ==, OQ_WAITING_LATE);
	g_assert_cmpint(write(ends[1], "a", 1), ==, 1);
	g_assert_cmpint(oq_waiting_for(ends[0], -1, stop), ==, OQ_WAITING_READY);
	g_cancellable_cancel(stop);
	g_assert_cmpint(oq_waiting_for(ends[0], 0, stop), ==, OQ_WAITING_STOPPED);
	g_assert_cmpint(oq_waiting_for(-1, -1, stop), ==, OQ_WAITING_STOPPED);
	close(ends[1]);
	close(ends[0]);
}

static gpointer
cancel(gpointer data)
{
	g_cancellable_cancel(data);
	return NULL;
}

/* Whether the wait has begun or not. */
static void
test_cancelled_meanwhile(void)
{
	for (guint i = 0; i < 50; i++) {
		g_autoptr(GCancellable) stop = g_cancellable_new();
		GThread *thread = g_thread_new("cancel", cancel, stop);
		g_assert_cmpint(oq_waiting_for(-1, -1, stop), ==, OQ_WAITING_STOPPED);
		g_thread_join(thread);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/waiting/outcomes", test_outcomes);
	g_test_add_func("/waiting/cancelled-meanwhile", test_cancelled_meanwhile);
	return g_test_run();
}
