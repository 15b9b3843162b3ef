#include "desktop/selection/request.h"

#include "desktop/selection/faults.h"

#include <string.h>

typedef struct {
	OqRequest request;
	GString *log;
} Case;

static void
be_late(gpointer owner)
{
	Case *c = owner;
	g_string_append(c->log, "late;");
	oq_request_answer(&c->request, NULL, oq_fault_late(0));
}

static void
be_stopped(gpointer owner)
{
	Case *c = owner;
	g_string_append(c->log, "stopped;");
	oq_request_clear(&c->request);
}

static void
take(GBytes *text, const GError *error, gpointer data)
{
	GString *log = ((Case *)data)->log;
	if (text != NULL)
		g_string_append_printf(log, "text %" G_GSIZE_FORMAT ";", g_bytes_get_size(text));
	else
		g_string_append_printf(log, "error %d;", error->code);
}

static void
begin(Case *c, guint limit_ms, GCancellable *stop)
{
	static const OqRequestCalls calls = {be_late, be_stopped};
	const OqQuestion question = {.limit_ms = limit_ms, .stop = stop, .answer = take, .data = c};
	c->log = g_string_new(NULL);
	oq_request_begin(&c->request, &question, &calls, c);
}

static void
end(Case *c, const char *wanted)
{
	g_assert_false(g_main_context_pending(NULL));
	g_assert_cmpstr(c->log->str, ==, wanted);
	g_string_free(c->log, TRUE);
}

static void
test_answered(void)
{
	Case c;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GBytes) text = g_bytes_new_static("abc", 3);
	begin(&c, G_MAXINT, stop);
	oq_request_answer(&c.request, text, NULL);
	g_cancellable_cancel(stop);
	end(&c, "text 3;");
}

static void
test_late(void)
{
	Case c;
	begin(&c, 0, NULL);
	while (c.log->len == 0)
		g_main_context_iteration(NULL, TRUE);
	end(&c, "late;error 1;");
}

static void
test_stopped(void)
{
	Case c;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	begin(&c, G_MAXINT, stop);
	g_cancellable_cancel(stop);
	while (c.log->len == 0)
		g_main_context_iteration(NULL, TRUE);
	end(&c, "stopped;");
}

static void
be_late_twice(gpointer owner)
{
	static const OqRequestCalls calls = {be_late, be_stopped};
	Case *c = owner;
	g_string_append(c->log, "late;");
	g_assert_true(oq_request_extend(&c->request, &calls, c));
	g_assert_false(oq_request_extend(&c->request, &calls, c));
}

static void
test_extended(void)
{
	static const OqRequestCalls calls = {be_late_twice, be_stopped};
	const OqQuestion question = {.limit_ms = 0, .more_ms = 1, .answer = take, .data = NULL};
	Case c = {.log = g_string_new(NULL)};
	oq_request_begin(&c.request, &question, &calls, &c);
	c.request.question.data = &c;
	while (strstr(c.log->str, "error") == NULL)
		g_main_context_iteration(NULL, TRUE);
	end(&c, "late;late;error 1;");
}

/* Between the moment that it was stopped and the main loop. */
static void
test_stopped_first(void)
{
	Case c;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	begin(&c, G_MAXINT, stop);
	g_cancellable_cancel(stop);
	oq_request_answer(&c.request, NULL, oq_fault_ended());
	end(&c, "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/request/answered", test_answered);
	g_test_add_func("/request/late", test_late);
	g_test_add_func("/request/extended", test_extended);
	g_test_add_func("/request/stopped", test_stopped);
	g_test_add_func("/request/stopped-first", test_stopped_first);
	return g_test_run();
}
