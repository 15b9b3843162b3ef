/* signals.c - see the header. */
#include "cli/signals.h"

#include "base/last_words.h"

#include <glib-unix.h>
#include <signal.h>
#include <unistd.h>

/* What can be cancelled is back sooner, and nobody waits for more after Ctrl+C. */
#define GRACE_MS 80

typedef struct {
	OqSignalsWork work;
	OqSignalsLeave leave; /* nullable */
	gpointer data;
	GCancellable *stop;
	GMainLoop *loop;
	int status;
} Run;

static gboolean
end_process(gpointer data)
{
	const Run *run = data;

	if (run->leave != NULL)
		run->leave(run->data);
	_exit(OQ_SIGNALS_STATUS);
}

static gboolean
take_signal(gpointer data)
{
	Run *run = data;

	if (!g_cancellable_is_cancelled(run->stop)) {
		g_timeout_add(GRACE_MS, end_process, run);
		g_cancellable_cancel(run->stop);
	}
	return G_SOURCE_CONTINUE;
}

static gboolean
quit(gpointer data)
{
	g_main_loop_quit(data);
	return G_SOURCE_REMOVE;
}

static gpointer
do_work(gpointer data)
{
	Run *run = data;

	oq_last_words_in_thread();
	run->status = run->work(run->data, run->stop);
	g_idle_add_full(G_PRIORITY_HIGH, quit, run->loop, NULL);
	return NULL;
}

/* A shell script starts "oqyrman … &" with SIGINT ignored; it must stop for "kill -INT" all the
 * same. nohup, however, means what it says. */
static void
watch_signals(Run *run)
{
	struct sigaction hangup;

	g_unix_signal_add(SIGINT, take_signal, run);
	g_unix_signal_add(SIGTERM, take_signal, run);
	if (sigaction(SIGHUP, NULL, &hangup) == 0 && hangup.sa_handler != SIG_IGN)
		g_unix_signal_add(SIGHUP, take_signal, run);
}

int
oq_signals_run(OqSignalsWork work, OqSignalsLeave leave, gpointer data)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GMainLoop) loop = g_main_loop_new(NULL, FALSE);
	Run run = {work, leave, data, stop, loop, 0};

	watch_signals(&run);
	GThread *thread = g_thread_new("work", do_work, &run);
	g_main_loop_run(loop);
	g_thread_join(thread);
	return g_cancellable_is_cancelled(stop) ? OQ_SIGNALS_STATUS : run.status;
}
