/* task.c - see the header. */
#include "speech/task.h"

#include "speech/wire.h"

#include <glib/gi18n.h>
#include <string.h>

enum {
	MAX_CRASHES = 2, /* of one utterance, which is then left out */
	MAX_KILLS = 50,  /* of one task: whatever kills them will not stop */
	MAX_MUTE = 2,    /* children in a row: no more are made */
};

struct _OqTask {
	OqChild *child;
	GPtrArray *records; /* of GBytes: what was added */
	GPtrArray *places;  /* of OqTaskPlace */
	GQueue speeches;    /* of OqSpeech: what has come and was not popped */
	guint n_answered;   /* utterances that were said or left out */
	guint n_repeated;   /* of those, how many the child at work has answered as well */
	GArray *left_out;   /* of gboolean, by utterance */
	guint n_sent;       /* records, to the child at work */
	guint n_crashes;    /* at the utterance that is not answered */
	guint n_kills;
	guint n_mute; /* children in a row, up to this one, that gave no record and hung or may */
	guint rate_hz;
};

GBytes *
oq_task_record(OqTaskKind kind, gconstpointer body, gsize n_bytes)
{
	guint8 *content = g_malloc(n_bytes + 1);

	content[0] = (guint8)kind;
	if (n_bytes > 0)
		memcpy(content + 1, body, n_bytes);
	return g_bytes_new_take(content, n_bytes + 1);
}

GBytes *
oq_task_open(GBytes *record, OqTaskKind *kind)
{
	gsize n_bytes;
	const guint8 *content = g_bytes_get_data(record, &n_bytes);

	*kind = n_bytes > 0 ? (OqTaskKind)content[0] : 0;
	return g_bytes_new_from_bytes(record, MIN(n_bytes, 1), n_bytes - MIN(n_bytes, 1));
}

static gboolean
set_garbled(GError **error)
{
	g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_FAILED,
		_("the speech process gave what nobody understands"));
	return FALSE;
}

gboolean
oq_task_read_ready(GBytes *record, guint *rate_hz, GError **error)
{
	OqTaskKind kind;
	OqTaskReady ready;
	g_autoptr(GBytes) body = oq_task_open(record, &kind);

	if (kind == OQ_TASK_NO_VOICE) {
		oq_wire_unpack_error(body, error);
		return FALSE;
	}
	if (kind != OQ_TASK_READY || g_bytes_get_size(body) != sizeof ready)
		return set_garbled(error);
	memcpy(&ready, g_bytes_get_data(body, NULL), sizeof ready);
	*rate_hz = ready.rate_hz;
	return TRUE;
}

static void
free_place(gpointer data)
{
	OqTaskPlace *place = data;

	g_free(place->begins);
	g_free(place);
}

OqTask *
oq_task_new(void)
{
	OqTask *task = g_new0(OqTask, 1);

	task->records = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
	task->places = g_ptr_array_new_with_free_func(free_place);
	task->left_out = g_array_new(FALSE, TRUE, sizeof(gboolean));
	return task;
}

static void
unref_speech(gpointer speech)
{
	oq_speech_unref(speech);
}

void
oq_task_free(OqTask *task)
{
	if (task == NULL)
		return;
	oq_child_free(task->child);
	g_ptr_array_unref(task->records);
	g_ptr_array_unref(task->places);
	g_array_unref(task->left_out);
	g_queue_clear_full(&task->speeches, unref_speech);
	g_free(task);
}

static gboolean
is_left_out(const OqTask *task, guint i)
{
	return g_array_index(task->left_out, gboolean, i);
}

static void
send_rest(OqTask *task)
{
	for (; task->child != NULL && task->n_sent < task->records->len; task->n_sent++) {
		GBytes *record = g_ptr_array_index(task->records, task->n_sent);
		gsize n_bytes;
		gconstpointer content = g_bytes_get_data(record, &n_bytes);
		if (!is_left_out(task, task->n_sent))
			oq_child_send(task->child, content, n_bytes);
	}
}

void
oq_task_add(OqTask *task, GBytes *record, OqTaskPlace *place)
{
	gboolean kept = FALSE;

	g_ptr_array_add(task->records, record);
	g_ptr_array_add(task->places, place);
	g_array_append_val(task->left_out, kept);
	send_rest(task);
}

guint
oq_task_n_added(const OqTask *task)
{
	return task->records->len;
}

gboolean
oq_task_is_said(const OqTask *task)
{
	return task->n_answered == task->records->len;
}

guint
oq_task_n_left(const OqTask *task)
{
	return task->records->len - task->n_answered + task->speeches.length;
}

OqChild *
oq_task_child(const OqTask *task)
{
	return task->child;
}

/* What was left out is not said again, so it counts as repeated. */
static void
skip_left_out(OqTask *task)
{
	while (task->n_repeated < task->n_answered && is_left_out(task, task->n_repeated))
		task->n_repeated++;
}

void
oq_task_start(OqTask *task, OqChild *child)
{
	task->child = child;
	task->n_sent = 0;
	task->n_repeated = 0;
	task->n_mute++;
	skip_left_out(task);
	send_rest(task);
}

void
oq_task_stop(OqTask *task)
{
	g_clear_pointer(&task->child, oq_child_free);
}

/* An answer to the utterance that is next, or to one that was answered by another child. */
static void
take_answer(OqTask *task, OqSpeech *speech)
{
	if (task->n_repeated < task->n_answered) {
		oq_speech_unref(speech);
		task->n_repeated++;
		skip_left_out(task);
		return;
	}
	g_queue_push_tail(&task->speeches, speech);
	task->n_answered++;
	task->n_repeated++;
	task->n_crashes = 0;
}

/* A silent speech stands for what is given up. */
static const OqTaskPlace *
give_up(OqTask *task)
{
	const OqTaskPlace *place = g_ptr_array_index(task->places, task->n_answered);
	const OqSpeech head = {.rate_hz = task->rate_hz, .start = place->start, .end = place->end};

	g_array_index(task->left_out, gboolean, task->n_answered) = TRUE;
	g_queue_push_tail(&task->speeches, oq_speech_new(&head));
	task->n_answered++;
	task->n_crashes = 0;
	return place;
}

static gboolean
take_record(OqTask *task, GBytes *record, const OqTaskPlace **left_out, GError **error)
{
	OqTaskKind kind;
	g_autoptr(GBytes) body = oq_task_open(record, &kind);

	task->n_mute = 0;
	switch (kind) {
	case OQ_TASK_SPEECH: {
		OqSpeech *speech = oq_wire_unpack_speech(body, error);
		if (speech != NULL)
			take_answer(task, speech);
		return speech != NULL;
	}
	case OQ_TASK_FAILED:
		if (task->n_repeated == task->n_answered)
			*left_out = give_up(task);
		task->n_repeated++;
		return TRUE;
	default: /* READY or NO_VOICE */
		return oq_task_read_ready(record, &task->rate_hz, error);
	}
}

/* KILLED is nobody's fault, and where children are not even ready none are to be had; whatever else
 * ends a child before its time, its own will (no @end) not excepted, is that of the utterance it
 * was at. */
static gboolean
take_end(OqTask *task, GError *end, const OqTaskPlace **left_out, GError **error)
{
	gboolean killed = g_error_matches(end, OQ_CHILD_ERROR, OQ_CHILD_ERROR_KILLED);
	gboolean hung = g_error_matches(end, OQ_CHILD_ERROR, OQ_CHILD_ERROR_HUNG);

	oq_task_stop(task);
	task->n_mute = hung ? task->n_mute : 0;
	if (g_error_matches(end, OQ_CHILD_ERROR, OQ_CHILD_ERROR_FAILED) ||
		task->n_mute == MAX_MUTE || (killed && ++task->n_kills > MAX_KILLS)) {
		g_propagate_error(error, end);
		return FALSE;
	}
	g_clear_error(&end);
	if (!killed && !oq_task_is_said(task) && ++task->n_crashes == MAX_CRASHES)
		*left_out = give_up(task);
	return TRUE;
}

gboolean
oq_task_receive(OqTask *task, const OqTaskPlace **left_out, GError **error)
{
	*left_out = NULL;
	for (;;) {
		g_autoptr(GBytes) record = NULL;
		g_autoptr(GError) end = NULL;
		switch (oq_child_try_receive(task->child, &record, &end)) {
		case OQ_CHILD_GAVE:
			if (!take_record(task, record, left_out, error))
				return FALSE;
			if (*left_out != NULL)
				return TRUE;
			break;
		case OQ_CHILD_WORKING:
			return TRUE;
		default: /* ENDED or FAILED */
			return take_end(task, g_steal_pointer(&end), left_out, error);
		}
	}
}

OqSpeech *
oq_task_pop(OqTask *task)
{
	return g_queue_pop_head(&task->speeches);
}
