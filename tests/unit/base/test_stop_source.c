#include "base/stop_source.h"

#include <glib-unix.h>

/* Enough for one to be let go while the other thread is within g_cancellable_cancel(). */
enum { N_ROUNDS = 500 };

static gboolean
quit(gint fd G_GNUC_UNUSED, GIOCondition condition G_GNUC_UNUSED, gpointer loop)
{
	g_main_loop_quit(loop);
	return G_SOURCE_REMOVE;
}

/* Returns when @stop is cancelled. */
static void
wait_for(GCancellable *stop)
{
	g_autoptr(GMainContext) context = g_main_context_new();
	g_autoptr(GMainLoop) loop = g_main_loop_new(context, FALSE);
	g_autoptr(GSource) source = oq_stop_source_new(stop);

	g_source_set_callback(source, G_SOURCE_FUNC(quit), loop, NULL);
	g_source_attach(source, context);
	g_main_loop_run(loop);
	g_source_destroy(source);
}

static void
test_before(void)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();

	g_cancellable_cancel(stop);
	wait_for(stop);
}

static gpointer
cancel(gpointer stop)
{
	g_cancellable_cancel(stop);
	return NULL;
}

/* What is lost of it the sanitizer tells at the end. */
static void
test_other_thread(void)
{
	for (guint i = 0; i < N_ROUNDS; i++) {
		g_autoptr(GCancellable) stop = g_cancellable_new();
		GThread *thread = g_thread_new("cancel", cancel, stop);
		wait_for(stop);
		g_thread_join(thread);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/stop_source/before", test_before);
	g_test_add_func("/stop_source/other-thread", test_other_thread);
	return g_test_run();
}
