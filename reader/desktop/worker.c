/* worker.c - see the header. */
#include "desktop/worker.h"

#include "bus/mailbox.h"

struct _OqWorker {
	OqWorkerWork work;
	OqWorkerDone done;
	GDestroyNotify free_result;
	gpointer data;
	OqMailbox *results;
	GCancellable *stop;
	GThread *thread; /* nullable */
};

typedef struct {
	gpointer result;
	GError *error; /* nullable */
	GDestroyNotify free_result;
} Letter;

static void
free_letter(gpointer data)
{
	Letter *letter = data;

	if (letter->result != NULL)
		letter->free_result(letter->result);
	g_clear_error(&letter->error);
	g_free(letter);
}

static void
take_result(gpointer object, gpointer data)
{
	OqWorker *worker = object;
	Letter *letter = data;

	g_thread_join(g_steal_pointer(&worker->thread));
	worker->done(g_steal_pointer(&letter->result), letter->error, worker->data);
}

static gpointer
run(gpointer data)
{
	OqWorker *worker = data;
	Letter *letter = g_new0(Letter, 1);

	letter->free_result = worker->free_result;
	letter->result = worker->work(worker->data, worker->stop, &letter->error);
	oq_mailbox_post(worker->results, take_result, letter, free_letter);
	return NULL;
}

OqWorker *
oq_worker_new(OqWorkerWork work, OqWorkerDone done, GDestroyNotify free_result, gpointer data)
{
	OqWorker *worker = g_new0(OqWorker, 1);
	g_autoptr(GMainContext) own = g_main_context_ref_thread_default();

	*worker = (OqWorker){work, done, free_result, data, .stop = g_cancellable_new()};
	worker->results = oq_mailbox_new(own, worker);
	return worker;
}

void
oq_worker_free(OqWorker *worker)
{
	if (worker == NULL)
		return;
	g_cancellable_cancel(worker->stop);
	if (worker->thread != NULL)
		g_thread_join(worker->thread);
	oq_mailbox_free(worker->results);
	g_object_unref(worker->stop);
	g_free(worker);
}

void
oq_worker_start(OqWorker *worker)
{
	if (worker->thread == NULL)
		worker->thread = g_thread_new("worker", run, worker);
}

gboolean
oq_worker_is_busy(const OqWorker *worker)
{
	return worker->thread != NULL;
}
