/* pool.c - see the header. */
#include "speech/pool.h"

#include "speech/share.h"
#include "speech/task.h"
#include "speech/wire.h"

#include <glib/gi18n.h>
#include <string.h>

enum {
	BEGINS_CHARS = 40, /* enough to find the place by ear */
	MAX_KILLS = 20,    /* of children that are getting ready, one after the other */
};

struct _OqPool {
	OqNursery *nursery;
	guint n_children;
	OqShare share;        /* of children besides the first */
	OqChildLimits limits; /* of each */
	GQueue tasks;         /* of OqTask, in order; the last one may be open */
	gboolean is_open;     /* the last task may be added to */
	OqStyle style;        /* … and its style */
	OqChild *spare;       /* (nullable): has said that it is ready */
	OqChild *transcriber; /* (nullable) */
	guint rate_hz;        /* … as the last one said */
	GError *failure;      /* (nullable): told when what came before it was taken */
	OqPoolLeftOut left_out;
	gpointer left_out_data;
};

OqPool *
oq_pool_new(OqNursery *nursery, guint n_children)
{
	g_return_val_if_fail(nursery != NULL && n_children > 0, NULL);
	OqPool *pool = g_new0(OqPool, 1);

	pool->nursery = nursery;
	pool->n_children = n_children;
	return pool;
}

static void
free_task(gpointer task)
{
	oq_task_free(task);
}

void
oq_pool_forget(OqPool *pool)
{
	g_queue_clear_full(&pool->tasks, free_task);
	pool->is_open = FALSE;
	oq_share_keep(&pool->share, 0);
	g_clear_error(&pool->failure);
}

void
oq_pool_free(OqPool *pool)
{
	if (pool == NULL)
		return;
	oq_pool_forget(pool);
	oq_child_free(pool->spare);
	oq_child_free(pool->transcriber);
	g_free(pool);
}

void
oq_pool_set_limits(OqPool *pool, const OqChildLimits *limits)
{
	pool->limits = *limits;
}

void
oq_pool_share(OqPool *pool, gint *n_free)
{
	oq_share_keep(&pool->share, 0);
	pool->share.n_free = n_free;
}

void
oq_pool_on_left_out(OqPool *pool, OqPoolLeftOut left_out, gpointer data)
{
	pool->left_out = left_out;
	pool->left_out_data = data;
}

static gboolean
set_ended_at_once(GError **error)
{
	g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE,
		_("the speech process ended before it could speak"));
	return FALSE;
}

/* Whether the first record says that the child can speak. */
static gboolean
receive_ready(OqPool *pool, OqChild *child, gboolean *killed, GCancellable *stop, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GBytes) record = oq_child_receive(child, stop, &failure);

	*killed = g_error_matches(failure, OQ_CHILD_ERROR, OQ_CHILD_ERROR_KILLED);
	if (record != NULL)
		return oq_task_read_ready(record, &pool->rate_hz, error);
	if (failure == NULL)
		return set_ended_at_once(error);
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

/* A child that is ready; one that was killed is replaced. */
static OqChild *
fork_ready(OqPool *pool, GCancellable *stop, GError **error)
{
	gboolean killed = TRUE;

	for (guint n_tries = 1; killed; n_tries++) {
		g_autoptr(GError) failure = NULL;
		g_autoptr(OqChild) child = oq_nursery_fork(pool->nursery, &pool->limits, error);
		if (child == NULL)
			return NULL;
		if (receive_ready(pool, child, &killed, stop, &failure))
			return g_steal_pointer(&child);
		killed = killed && n_tries < MAX_KILLS;
		if (!killed)
			g_propagate_error(error, g_steal_pointer(&failure));
	}
	return NULL;
}

gboolean
oq_pool_check(OqPool *pool, guint *rate_hz, GCancellable *stop, GError **error)
{
	if (pool->spare == NULL)
		pool->spare = fork_ready(pool, stop, error);
	if (pool->spare == NULL)
		return FALSE;
	*rate_hz = pool->rate_hz;
	return TRUE;
}

static gboolean
has_room(const OqPool *pool)
{
	return pool->is_open && oq_task_n_added(pool->tasks.tail->data) < OQ_PASSAGE_MAX;
}

gboolean
oq_pool_begins(const OqPool *pool, guint first_word, const OqStyle *style)
{
	return !has_room(pool) || first_word > 0 || !oq_style_equal(style, &pool->style);
}

static OqTask *
choose_task(OqPool *pool, guint first_word, const OqStyle *style)
{
	if (oq_pool_begins(pool, first_word, style)) {
		g_queue_push_tail(&pool->tasks, oq_task_new());
		pool->is_open = TRUE;
		pool->style = *style;
	}
	return pool->tasks.tail->data;
}

static GBytes *
make_record(OqTaskKind kind, const OqUtterance *utterance, guint first_word, const OqStyle *style)
{
	/* its utterance is borrowed, so it is not cleared */
	const OqPassage passage = {*style, 1, first_word, {*utterance}};
	g_autoptr(GBytes) body = oq_wire_pack_passage(&passage);

	return oq_task_record(kind, g_bytes_get_data(body, NULL), g_bytes_get_size(body));
}

static OqTaskPlace *
make_place(const OqUtterance *utterance)
{
	OqTaskPlace *place = g_new0(OqTaskPlace, 1);
	glong n_chars = g_utf8_strlen(utterance->spoken->str, -1);

	place->start = utterance->start;
	place->end = utterance->end;
	place->paragraph = utterance->paragraph;
	place->begins = g_utf8_substring(utterance->spoken->str, 0, MIN(n_chars, BEGINS_CHARS));
	return place;
}

static gboolean
start_task(OqPool *pool, OqTask *task, GError **error)
{
	OqChild *child = pool->spare != NULL ? g_steal_pointer(&pool->spare)
					     : oq_nursery_fork(pool->nursery, &pool->limits, error);

	if (child != NULL)
		oq_task_start(task, child);
	return child != NULL;
}

static gboolean
is_at_work(const OqTask *task)
{
	return oq_task_child(task) != NULL || !oq_task_is_said(task);
}

/* The first ones that are not said get children, as long as there are any to be had: the very first
 * one always. */
static gboolean
start_tasks(OqPool *pool, GError **error)
{
	guint n = 0;

	for (GList *at = pool->tasks.head; at != NULL && n < pool->n_children; at = at->next) {
		OqTask *task = at->data;
		if (!is_at_work(task))
			continue;
		if (oq_task_child(task) == NULL && !oq_share_reach(&pool->share, n))
			break;
		if (oq_task_child(task) == NULL && !start_task(pool, task, error))
			return FALSE;
		n++;
	}
	return TRUE;
}

/* What a task has whose child died stays with it: it gets another one. */
static void
give_back(OqPool *pool)
{
	guint n = 0, last = 0;

	for (GList *at = pool->tasks.head; at != NULL; at = at->next) {
		if (oq_task_child(at->data) != NULL)
			last = n;
		n += is_at_work(at->data);
	}
	oq_share_keep(&pool->share, last);
}

void
oq_pool_push(OqPool *pool, const OqUtterance *utterance, guint first_word, const OqStyle *style)
{
	OqTask *task = choose_task(pool, first_word, style);

	oq_task_add(task, make_record(OQ_TASK_SAY, utterance, first_word, style),
		make_place(utterance));
	/* what fails here fails again, and is told, when the speech is taken */
	start_tasks(pool, NULL);
}

gboolean
oq_pool_is_full(const OqPool *pool)
{
	return pool->tasks.length > pool->n_children && !has_room(pool);
}

guint
oq_pool_n_waiting(const OqPool *pool)
{
	guint n_waiting = 0;

	for (GList *at = pool->tasks.head; at != NULL; at = at->next)
		n_waiting += oq_task_n_left(at->data);
	return n_waiting;
}

static gboolean
receive_from(OqPool *pool, OqTask *task, GError **error)
{
	const OqTaskPlace *left_out = NULL;

	while (oq_task_child(task) != NULL) {
		if (!oq_task_receive(task, &left_out, error))
			return FALSE;
		if (left_out == NULL)
			break;
		if (pool->left_out != NULL)
			pool->left_out(left_out->paragraph, left_out->begins, pool->left_out_data);
	}
	if (oq_task_is_said(task) && !(has_room(pool) && task == pool->tasks.tail->data))
		oq_task_stop(task);
	return TRUE;
}

static gboolean
wait_for_children(const OqPool *pool, GCancellable *stop, GError **error)
{
	g_autofree OqChild **children = g_new(OqChild *, pool->tasks.length);
	guint n_children = 0;

	for (GList *at = pool->tasks.head; at != NULL; at = at->next)
		if (oq_task_child(at->data) != NULL)
			children[n_children++] = oq_task_child(at->data);
	return oq_child_wait(children, n_children, stop, error);
}

/* What there is already is received from all that are at work, so that none waits for room on its
 * way. */
static void
receive(OqPool *pool)
{
	for (GList *at = pool->tasks.head; at != NULL && pool->failure == NULL; at = at->next)
		receive_from(pool, at->data, &pool->failure);
	give_back(pool);
	if (pool->failure == NULL)
		start_tasks(pool, &pool->failure);
}

/* The first task that has something left, or may still get it. */
static OqTask *
find_head(OqPool *pool)
{
	for (;;) {
		OqTask *head = g_queue_peek_head(&pool->tasks);
		gboolean may_get_more = has_room(pool) && pool->tasks.length == 1;
		if (head == NULL || oq_task_n_left(head) > 0 || may_get_more)
			return head;
		oq_task_free(g_queue_pop_head(&pool->tasks));
		pool->is_open = pool->is_open && pool->tasks.length > 0;
	}
}

OqSpeech *
oq_pool_take(OqPool *pool, GCancellable *stop, GError **error)
{
	for (;;) {
		OqTask *head = find_head(pool);
		if (head == NULL || oq_task_n_left(head) == 0)
			return NULL;
		receive(pool);
		OqSpeech *speech = oq_task_pop(head);
		if (speech != NULL)
			return speech;
		if (pool->failure != NULL) {
			g_propagate_error(error, g_steal_pointer(&pool->failure));
			return NULL;
		}
		if (!wait_for_children(pool, stop, error))
			return NULL;
	}
}

/* One answer of a transcriber that is at work. */
static char *
receive_phonemes(OqPool *pool, GCancellable *stop, gboolean *ended, GError **error)
{
	OqTaskKind kind;
	g_autoptr(GError) failure = NULL;
	g_autoptr(GBytes) record = oq_child_receive(pool->transcriber, stop, &failure);

	*ended = record == NULL && !g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	if (failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return NULL;
	}
	if (record == NULL) {
		set_ended_at_once(error);
		return NULL;
	}
	g_autoptr(GBytes) body = oq_task_open(record, &kind);
	if (kind == OQ_TASK_NO_VOICE) {
		oq_wire_unpack_error(body, error);
		return NULL;
	}
	gsize n_bytes;
	const char *content = g_bytes_get_data(body, &n_bytes);
	g_autofree char *text = g_utf8_make_valid(content, (gssize)n_bytes);
	if (kind == OQ_TASK_PHONEMES)
		return g_steal_pointer(&text);
	g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_FAILED, text);
	return NULL;
}

char *
oq_pool_phonemes(OqPool *pool, const OqUtterance *utterance, const OqStyle *style,
	GCancellable *stop, GError **error)
{
	g_autoptr(GBytes) record = make_record(OQ_TASK_TRANSCRIBE, utterance, 0, style);
	gboolean ended = TRUE;
	char *phonemes = NULL;

	for (guint n_tries = 0; phonemes == NULL && ended && n_tries < 2; n_tries++) {
		g_clear_error(error);
		if (pool->transcriber == NULL)
			pool->transcriber = fork_ready(pool, stop, error);
		if (pool->transcriber == NULL)
			return NULL;
		oq_child_send(pool->transcriber, g_bytes_get_data(record, NULL),
			g_bytes_get_size(record));
		phonemes = receive_phonemes(pool, stop, &ended, error);
		if (phonemes == NULL)
			g_clear_pointer(&pool->transcriber, oq_child_free);
	}
	return phonemes;
}
