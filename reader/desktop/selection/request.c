/* request.c - see the header. */
#include "desktop/selection/request.h"

#include "base/stop_source.h"

typedef struct {
	void (*call)(gpointer owner);
	gpointer owner;
} Call;

static gboolean
make_call(gpointer data)
{
	Call call = *(Call *)data; /* which ends with its source */

	call.call(call.owner);
	return G_SOURCE_REMOVE;
}

static gboolean
make_call_of_stop(gint fd G_GNUC_UNUSED, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	return make_call(data);
}

static GSource *
attach(GSource *source, GSourceFunc made, void (*call)(gpointer owner), gpointer owner)
{
	Call *data = g_new(Call, 1);

	*data = (Call){call, owner};
	g_source_set_callback(source, made, data, g_free);
	g_source_attach(source, g_main_context_get_thread_default());
	return source;
}

void
oq_request_drop(GSource **source)
{
	if (*source == NULL)
		return;
	g_source_destroy(*source);
	g_clear_pointer(source, g_source_unref);
}

void
oq_request_begin(
	OqRequest *request, const OqQuestion *question, const OqRequestCalls *calls, gpointer owner)
{
	*request = (OqRequest){.question = *question};
	request->limit =
		attach(g_timeout_source_new(question->limit_ms), make_call, calls->late, owner);
	if (question->stop == NULL)
		return;
	g_object_ref(question->stop);
	request->stop = attach(oq_stop_source_new(question->stop), G_SOURCE_FUNC(make_call_of_stop),
		calls->stopped, owner);
}

gboolean
oq_request_extend(OqRequest *request, const OqRequestCalls *calls, gpointer owner)
{
	guint more_ms = request->question.more_ms;

	if (more_ms == 0)
		return FALSE;
	request->question.more_ms = 0;
	oq_request_drop(&request->limit);
	request->limit = attach(g_timeout_source_new(more_ms), make_call, calls->late, owner);
	return TRUE;
}

void
oq_request_clear(OqRequest *request)
{
	oq_request_drop(&request->limit);
	oq_request_drop(&request->stop);
	g_clear_object(&request->question.stop);
}

void
oq_request_answer(OqRequest *request, GBytes *text, GError *error)
{
	g_autoptr(GError) owned = error;
	OqQuestion question = request->question;
	gboolean is_stopped = g_cancellable_is_cancelled(question.stop);

	oq_request_clear(request);
	if (!is_stopped)
		question.answer(text, owned, question.data);
}
