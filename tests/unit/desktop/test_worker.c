#include "desktop/worker.h"

typedef struct {
	OqWorker *worker;
	gboolean waits, fails;
	char *result;
	char *why;
	guint n_done;
} Case;

static gpointer
work(gpointer data, GCancellable *stop, GError **error)
{
	Case *c = data;

	while (c->waits && !g_cancellable_is_cancelled(stop))
		g_thread_yield();
	if (!c->fails)
		return g_strdup("result");
	g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_FAILED, "failure");
	return NULL;
}

static void
finish(gpointer result, const GError *error, gpointer data)
{
	Case *c = data;

	c->n_done++;
	c->result = result;
	c->why = error != NULL ? g_strdup(error->message) : NULL;
}

/* The case is nobody's to reach from here: what is freed is the result alone. */
static void
free_result(gpointer result)
{
	g_assert_cmpstr(result, ==, "result");
	g_free(result);
}

static void
begin(Case *c)
{
	c->worker = oq_worker_new(work, finish, free_result, c);
	g_assert_false(oq_worker_is_busy(c->worker));
	oq_worker_start(c->worker);
	g_assert_true(oq_worker_is_busy(c->worker));
}

static void
test_result(void)
{
	Case c = {0};

	begin(&c);
	oq_worker_start(c.worker); /* it works already */
	while (c.n_done == 0)
		g_main_context_iteration(NULL, TRUE);
	g_assert_cmpstr(c.result, ==, "result");
	g_assert_null(c.why);
	g_assert_false(oq_worker_is_busy(c.worker));
	g_clear_pointer(&c.result, g_free);
	c.fails = TRUE;
	oq_worker_start(c.worker);
	while (c.n_done == 1)
		g_main_context_iteration(NULL, TRUE);
	g_assert_cmpstr(c.why, ==, "failure");
	g_assert_null(c.result);
	g_free(c.why);
	oq_worker_free(c.worker);
	g_assert_cmpuint(c.n_done, ==, 2);
}

/* Nobody waits for what nobody wants; what came of it is freed, which the sanitizer sees. */
static void
test_free(void)
{
	Case c = {.waits = TRUE};

	begin(&c);
	oq_worker_free(c.worker);
	while (g_main_context_iteration(NULL, FALSE))
		continue;
	g_assert_cmpuint(c.n_done, ==, 0);
	oq_worker_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/worker/result", test_result);
	g_test_add_func("/worker/free", test_free);
	return g_test_run();
}
