/* reciter.c - see the header. */
#include "dispatcher/reciter.h"

#include "bus/mailbox.h"
#include "dispatcher/capitals.h"
#include "dispatcher/memo.h"

#include <pthread.h>

/* So many speeches wait to be taken; sentences are made far faster than they are heard. */
#define MAX_AHEAD 4

struct _OqReciter {
	const OqRecitalTools *tools;
	OqReciterEar ear;
	GThread *thread;
	OqMailbox *mailbox; /* of who takes */

	/* Of all below; not a GMutex, whose workings the thread sanitizer cannot see. */
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	OqRecital *recital; /* (nullable): to be said next */
	GCancellable *stop; /* of the last message */
	GQueue spoken;      /* of OqSpoken */
	gboolean is_leaving;
	gboolean is_told; /* who takes knows that there is something, or will hear it */

	OqPool *pool; /* the thread's, as those below */
	OqMemo *memo;
	OqUtterance utterance;
};

static void
clear_mark(gpointer mark)
{
	g_free(((OqSpokenMark *)mark)->name);
}

static OqSpoken *
new_spoken(void)
{
	OqSpoken *spoken = g_new0(OqSpoken, 1);

	spoken->marks = g_array_new(FALSE, FALSE, sizeof(OqSpokenMark));
	g_array_set_clear_func(spoken->marks, clear_mark);
	return spoken;
}

void
oq_spoken_free(OqSpoken *spoken)
{
	if (spoken == NULL)
		return;
	oq_speech_unref(spoken->speech);
	g_array_unref(spoken->marks);
	g_free(spoken);
}

static void
free_spoken(gpointer spoken)
{
	oq_spoken_free(spoken);
}

static void
tell_ready(gpointer object, gpointer letter G_GNUC_UNUSED)
{
	OqReciter *reciter = object;

	pthread_mutex_lock(&reciter->mutex);
	reciter->is_told = FALSE;
	pthread_mutex_unlock(&reciter->mutex);
	reciter->ear.ready(reciter->ear.data);
}

/** A message that is being said. */
typedef struct {
	OqReciter *reciter;
	OqRecital *recital;
	GCancellable *stop;
	gboolean has_begun;
	gsize n_voiced;     /* frames so far */
	guint n_marks;      /* of those that were placed */
	GBytes *key;        /* (nullable): of the one utterance of the message */
	OqSpeech *recalled; /* (nullable): what it sounds like */
} Work;

/* Waits for room; what is stopped meanwhile is dropped. */
static void
give(const Work *work, OqSpoken *spoken)
{
	OqReciter *reciter = work->reciter;

	pthread_mutex_lock(&reciter->mutex);
	while (reciter->spoken.length >= MAX_AHEAD && !g_cancellable_is_cancelled(work->stop))
		pthread_cond_wait(&reciter->changed, &reciter->mutex);
	if (g_cancellable_is_cancelled(work->stop)) {
		oq_spoken_free(spoken);
	} else {
		g_queue_push_tail(&reciter->spoken, spoken);
		if (!reciter->is_told)
			oq_mailbox_post(reciter->mailbox, tell_ready, NULL, NULL);
		reciter->is_told = TRUE;
	}
	pthread_mutex_unlock(&reciter->mutex);
}

/* Where the first word sounds that begins there or behind it. */
static gsize
find_frame(const OqSpeech *speech, gsize byte)
{
	for (guint i = 0; i < speech->n_marks; i++)
		if (speech->marks[i].start >= byte)
			return speech->marks[i].frame;
	return speech->n_voiced;
}

/* Those up to the end of the speech; without one, all. */
static void
place_marks(Work *work, OqSpoken *spoken)
{
	const GArray *marks = oq_recital_marks(work->recital);

	for (; work->n_marks < marks->len; work->n_marks++) {
		const OqSsmlMark *mark = &g_array_index(marks, OqSsmlMark, work->n_marks);
		const OqSpeech *speech = spoken->speech;
		if (speech != NULL && mark->byte > speech->end)
			break;
		OqSpokenMark placed = {
			speech != NULL ? find_frame(speech, mark->byte) : 0, g_strdup(mark->name)};
		g_array_append_val(spoken->marks, placed);
	}
}

/* A message of one short utterance may have been said before. */
static void
recall(Work *work, const OqStyle *style)
{
	OqReciter *reciter = work->reciter;

	if (oq_recital_is_done(work->recital) && oq_pool_n_waiting(reciter->pool) == 0)
		work->key = oq_memo_key(&reciter->utterance, style);
	if (work->key != NULL)
		work->recalled = oq_memo_recall(reciter->memo, work->key);
}

static gboolean
push(Work *work)
{
	OqReciter *reciter = work->reciter;
	OqStyle style;

	if (!oq_recital_next(work->recital, &reciter->utterance, &style))
		return FALSE;
	if (!work->has_begun)
		recall(work, &style);
	work->has_begun = TRUE;
	if (work->recalled == NULL)
		oq_pool_push(reciter->pool, &reciter->utterance, 0, &style);
	return TRUE;
}

static OqSpeech *
make(Work *work, GError **error)
{
	OqReciter *reciter = work->reciter;

	if (work->recalled != NULL)
		return g_steal_pointer(&work->recalled);
	OqSpeech *speech = oq_pool_take(reciter->pool, work->stop, error);
	if (speech != NULL && work->key != NULL)
		oq_memo_keep(reciter->memo, work->key, speech);
	return speech;
}

/* FALSE: there is none, or @error. */
static gboolean
take(Work *work, GError **error)
{
	OqSpeech *speech = make(work, error);

	if (speech == NULL)
		return FALSE;
	if (oq_recital_rings(work->recital, speech->start))
		speech = oq_capitals_ring(speech, oq_recital_text(work->recital),
			oq_recital_volume_percent(work->recital));
	OqSpoken *spoken = new_spoken();
	spoken->speech = speech;
	work->n_voiced += speech->n_voiced;
	place_marks(work, spoken);
	give(work, spoken);
	return TRUE;
}

static void
tell(const OqReciter *reciter, const GError *failure)
{
	if (failure != NULL && !g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		reciter->ear.tell(failure->message, reciter->ear.data);
}

static void
make_all(Work *work, GError **error)
{
	OqPool *pool = work->reciter->pool;
	gboolean has_more = TRUE;
	GError *failure = NULL;

	do {
		while (has_more && !oq_pool_is_full(pool))
			has_more = push(work);
	} while ((take(work, &failure) || has_more) && failure == NULL &&
		 !g_cancellable_is_cancelled(work->stop));
	if (failure != NULL)
		g_propagate_error(error, failure);
}

/* Whatever happens, the message has an end; and what a voice has no words for is not silent. */
static void
say(Work *work)
{
	OqReciter *reciter = work->reciter;
	g_autoptr(GError) failure = NULL;

	make_all(work, &failure);
	if (failure == NULL && work->n_voiced == 0 && !g_cancellable_is_cancelled(work->stop) &&
		oq_recital_come_home(work->recital)) {
		g_clear_pointer(&work->key, g_bytes_unref);
		make_all(work, &failure);
	}
	tell(reciter, failure);
	oq_pool_forget(reciter->pool);
	g_clear_pointer(&work->key, g_bytes_unref);
	g_clear_pointer(&work->recalled, oq_speech_unref);
	OqSpoken *end = new_spoken();
	place_marks(work, end);
	give(work, end);
}

/* A word may have been taught since the last message. */
static void
refresh_words(OqReciter *reciter)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);

	oq_reader_refresh(reciter->tools->reader, notices);
	for (guint i = 0; i < notices->len; i++)
		reciter->ear.tell(g_ptr_array_index(notices, i), reciter->ear.data);
}

/* A voice that is ready makes the first sound come sooner. */
static void
make_ready(OqReciter *reciter)
{
	g_autoptr(GError) failure = NULL;
	guint rate_hz;

	oq_pool_check(reciter->pool, &rate_hz, NULL, &failure);
	tell(reciter, failure);
}

/* FALSE: the thread is to leave. */
static gboolean
wait(OqReciter *reciter, Work *work)
{
	pthread_mutex_lock(&reciter->mutex);
	while (reciter->recital == NULL && !reciter->is_leaving)
		pthread_cond_wait(&reciter->changed, &reciter->mutex);
	*work = (Work){.reciter = reciter, .recital = g_steal_pointer(&reciter->recital)};
	if (work->recital != NULL)
		work->stop = g_object_ref(reciter->stop);
	pthread_mutex_unlock(&reciter->mutex);
	return work->recital != NULL;
}

static gpointer
run(gpointer data)
{
	OqReciter *reciter = data;
	Work work;

	make_ready(reciter);
	while (wait(reciter, &work)) {
		refresh_words(reciter);
		say(&work);
		oq_recital_free(work.recital);
		g_object_unref(work.stop);
		make_ready(reciter);
	}
	return NULL;
}

OqReciter *
oq_reciter_new(const OqRecitalTools *tools, const OqReciterEar *ear)
{
	OqReciter *reciter = g_new0(OqReciter, 1);

	reciter->tools = tools;
	reciter->ear = *ear;
	reciter->stop = g_cancellable_new();
	reciter->pool = oq_reader_pool(tools->reader, 1);
	reciter->memo = oq_memo_new();
	pthread_mutex_init(&reciter->mutex, NULL);
	pthread_cond_init(&reciter->changed, NULL);
	oq_utterance_init(&reciter->utterance);
	reciter->mailbox = oq_mailbox_new(NULL, reciter);
	reciter->thread = g_thread_new("reciter", run, reciter);
	return reciter;
}

/* With the mutex held. */
static void
drop(OqReciter *reciter)
{
	g_cancellable_cancel(reciter->stop);
	g_queue_clear_full(&reciter->spoken, free_spoken);
	g_clear_pointer(&reciter->recital, oq_recital_free);
	pthread_cond_broadcast(&reciter->changed);
}

void
oq_reciter_stop(OqReciter *reciter)
{
	pthread_mutex_lock(&reciter->mutex);
	drop(reciter);
	pthread_mutex_unlock(&reciter->mutex);
}

void
oq_reciter_say(OqReciter *reciter, OqRecital *recital)
{
	pthread_mutex_lock(&reciter->mutex);
	drop(reciter);
	g_object_unref(reciter->stop);
	reciter->stop = g_cancellable_new();
	reciter->recital = recital;
	pthread_mutex_unlock(&reciter->mutex);
}

OqSpoken *
oq_reciter_take(OqReciter *reciter)
{
	pthread_mutex_lock(&reciter->mutex);
	OqSpoken *spoken = g_queue_pop_head(&reciter->spoken);
	pthread_cond_broadcast(&reciter->changed);
	pthread_mutex_unlock(&reciter->mutex);
	return spoken;
}

void
oq_reciter_free(OqReciter *reciter)
{
	if (reciter == NULL)
		return;
	pthread_mutex_lock(&reciter->mutex);
	reciter->is_leaving = TRUE;
	drop(reciter);
	pthread_mutex_unlock(&reciter->mutex);
	g_thread_join(reciter->thread);
	oq_mailbox_free(reciter->mailbox);
	oq_pool_free(reciter->pool);
	oq_memo_free(reciter->memo);
	oq_utterance_clear(&reciter->utterance);
	g_object_unref(reciter->stop);
	pthread_mutex_destroy(&reciter->mutex);
	pthread_cond_destroy(&reciter->changed);
	g_free(reciter);
}
