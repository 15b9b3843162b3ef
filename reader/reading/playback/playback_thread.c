/* playback_thread.c - the thread of a playback that takes sentences from the cursor, has them
 * spoken and queues them. */
#include "reading/playback/playback-private.h"

enum { FIND_LIMIT_MS = 1000 }; /* to wait for a pipe that may never give what is looked for */

void
oq_playback_fail(OqPlayback *playback, GError *failure)
{
	if (playback->failure == NULL)
		playback->failure = failure;
	else
		g_error_free(failure);
}

/* Without the lock, as all that follows. */
void
oq_playback_take_failure(OqPlayback *playback, GError *failure)
{
	if (!g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
		oq_playback_lock(playback);
		oq_playback_fail(playback, failure);
		oq_playback_wake(playback);
		oq_playback_unlock(playback);
	} else {
		g_error_free(failure);
	}
}

/* After an answer: back to the text, or to the silence that there was. */
static void
end_aside(OqPlayback *playback)
{
	g_clear_pointer(&playback->aside, oq_cursor_free);
	oq_playback_lock(playback);
	gboolean rests = playback->is_paused || playback->has_ended;
	if (rests)
		oq_player_end(playback->player);
	playback->is_stale = rests;
	playback->is_answer_queued = TRUE;
	oq_playback_wake(playback);
	oq_playback_unlock(playback);
	if (!rests && g_queue_is_empty(&playback->trail))
		oq_playback_add_jump(playback, g_new0(OqPlaybackJump, 1));
}

static void
end_text(OqPlayback *playback)
{
	oq_playback_lock(playback);
	if (g_queue_is_empty(&playback->requests)) {
		playback->has_ended = TRUE;
		oq_player_end(playback->player);
		oq_playback_wake(playback);
	}
	oq_playback_unlock(playback);
}

/* An answer is no place of the text: all of it stands where the text was left. */
static void
pin_to_place(OqUtterance *utterance, guint64 place)
{
	utterance->start = utterance->end = place;
	for (guint i = 0; i < utterance->words->len; i++) {
		OqWord *word = &g_array_index(utterance->words, OqWord, i);
		word->start = word->end = place;
	}
}

static OqSpeech *
shape(OqPlayback *playback, OqSpeech *speech)
{
	gboolean has_gap = playback->utterance.follows >= OQ_BREAK_SENTENCE;
	gdouble part = playback->is_first ? playback->part : 0;

	if (playback->is_first)
		playback->cut_part = part;
	playback->is_first = FALSE;
	return oq_playback_shape(speech, part, has_gap ? playback->gap_ms : 0);
}

/* With the lock held. */
static void
stop_here(OqPlayback *playback)
{
	playback->is_stopping = TRUE;
	oq_player_end(playback->player);
	oq_playback_wake(playback);
}

/* It is the first one behind what the listener chose. */
static gboolean
is_beyond_stop(OqPlayback *playback)
{
	const OqUtterance *utterance = &playback->utterance;

	oq_playback_lock(playback);
	gboolean is_beyond = playback->has_stop && playback->stop_step == OQ_STEP_HEADING &&
			     utterance->start >= playback->stop_heading &&
			     g_queue_is_empty(&playback->requests);
	if (is_beyond)
		stop_here(playback);
	oq_playback_unlock(playback);
	return is_beyond;
}

/* It is the last one before what the listener chose. With the lock held. */
static gboolean
is_last(const OqPlayback *playback)
{
	switch (playback->has_stop ? playback->stop_step : OQ_STEP_DOCUMENT) {
	case OQ_STEP_SENTENCE:
		return playback->utterance.follows >= OQ_BREAK_SENTENCE;
	case OQ_STEP_BLOCK:
		return playback->utterance.follows == OQ_BREAK_PARAGRAPH;
	default:
		return FALSE;
	}
}

static void
queue_speech(OqPlayback *playback, OqSpeech *speech, gboolean is_aside)
{
	oq_playback_lock(playback);
	if (g_queue_is_empty(&playback->requests)) {
		if (!is_aside)
			speech = shape(playback, speech);
		oq_player_push(playback->player, speech);
		OqHeard heard = oq_player_heard(playback->player);
		playback->has_room = heard.has_room && heard.state != OQ_PLAYER_LOST;
		if (!is_aside)
			oq_playback_add_sentence(playback, &playback->utterance);
		playback->n_said += !is_aside && speech->n_voiced > 0;
		if (!is_aside && is_last(playback))
			stop_here(playback);
		oq_playback_wake(playback);
	}
	oq_playback_unlock(playback);
	oq_speech_unref(speech);
}

/* FALSE: there is none, or an error. */
static gboolean
next_utterance(OqPlayback *playback, OqStyle *style)
{
	g_autoptr(GError) failure = NULL;
	OqCursor *cursor = playback->aside != NULL ? playback->aside : playback->cursor;

	gboolean found = oq_cursor_next(cursor, &playback->utterance, &failure);
	if (!found && failure != NULL)
		oq_playback_take_failure(playback, g_steal_pointer(&failure));
	else if (!found && playback->aside != NULL)
		end_aside(playback);
	else if (!found)
		end_text(playback);
	oq_playback_note_document(playback);
	oq_playback_lock(playback);
	if (found && playback->aside != NULL)
		pin_to_place(&playback->utterance, playback->place);
	*style = playback->style;
	oq_playback_unlock(playback);
	return found;
}

/* One sentence. */
static void
produce(OqPlayback *playback)
{
	g_autoptr(GError) failure = NULL;
	gboolean is_aside = playback->aside != NULL;
	OqStyle style;

	if (!next_utterance(playback, &style) || (!is_aside && is_beyond_stop(playback)))
		return;
	guint first_word = is_aside ? 0 : oq_cursor_first_word(playback->cursor);
	oq_pool_push(playback->pool, &playback->utterance, first_word, &style);
	OqSpeech *speech = oq_pool_take(playback->pool, playback->stop, &failure);
	if (speech != NULL && !is_aside && first_word == 0)
		oq_playback_keep_spoken(playback, speech, &style);
	if (speech != NULL)
		queue_speech(playback, speech, is_aside);
	else if (failure != NULL)
		oq_playback_take_failure(playback, g_steal_pointer(&failure));
}

/* With the lock held. */
static gboolean
may_produce(const OqPlayback *playback)
{
	return playback->failure == NULL && playback->has_room && !playback->is_stopping &&
	       (playback->aside != NULL ||
		       (playback->cursor != NULL && !playback->has_ended && !playback->is_stale));
}

static gboolean
can_produce(OqPlayback *playback)
{
	oq_playback_lock(playback);
	gboolean may = may_produce(playback);
	oq_playback_unlock(playback);
	return may;
}

/* What waits for a pipe is stopped by it. */
static void
stop_by(OqCursor *cursor, GCancellable *stop)
{
	OqDocument *document = cursor != NULL ? oq_cursor_document(cursor) : NULL;

	if (document != NULL)
		oq_document_set_stop(document, stop);
}

void
oq_playback_renew_stop(OqPlayback *playback)
{
	oq_playback_lock(playback);
	g_object_unref(playback->stop);
	playback->stop = g_cancellable_new();
	if (!g_queue_is_empty(&playback->requests))
		g_cancellable_cancel(playback->stop);
	stop_by(playback->cursor, playback->stop);
	oq_playback_unlock(playback);
}

/* Nobody knows for how long: the sound device is for others meanwhile. */
static void
rest_while_waiting(gpointer data)
{
	OqPlayback *playback = data;

	oq_playback_lock(playback);
	if (playback->aside == NULL)
		oq_player_rest(playback->player);
	if (playback->is_limited && playback->give_up_us == 0) {
		playback->give_up_us =
			g_get_monotonic_time() + FIND_LIMIT_MS * G_TIME_SPAN_MILLISECOND;
		oq_playback_wake(playback);
	}
	playback->has_waited = TRUE;
	oq_playback_unlock(playback);
}

static void
wait_by(OqCursor *cursor, OqDocumentWait wait, OqPlayback *playback)
{
	OqDocument *document = cursor != NULL ? oq_cursor_document(cursor) : NULL;

	if (document != NULL)
		oq_document_on_wait(document, wait, playback);
}

static void
open_cursor(OqPlayback *playback, OqCursor *cursor)
{
	g_clear_pointer(&playback->aside, oq_cursor_free);
	oq_playback_clear_jumps(playback);
	oq_playback_forget_spoken(playback);
	playback->cursor = cursor;
	playback->found = G_MAXUINT64;
	stop_by(cursor, playback->stop);
	wait_by(cursor, rest_while_waiting, playback);
	oq_playback_lock(playback);
	playback->place = playback->place_end = oq_cursor_place(cursor);
	playback->has_ended = FALSE;
	playback->n_said = 0;
	oq_playback_unlock(playback);
	oq_playback_note_document(playback);
}

static void
close_cursor(OqPlayback *playback)
{
	g_clear_pointer(&playback->aside, oq_cursor_free);
	oq_playback_clear_jumps(playback);
	wait_by(playback->cursor, NULL, NULL);
	oq_playback_forget_spoken(playback);
	playback->cursor = NULL;
	oq_playback_note_document(playback);
}

static void
do_request(OqPlayback *playback, OqPlaybackRequest *request)
{
	switch (request->kind) {
	case OQ_PLAYBACK_REQUEST_OPEN:
		open_cursor(playback, request->cursor);
		break;
	case OQ_PLAYBACK_REQUEST_JUMP:
		g_clear_pointer(&playback->aside, oq_cursor_free);
		oq_playback_add_jump(playback, g_steal_pointer(&request->jump));
		break;
	case OQ_PLAYBACK_REQUEST_CLOSE:
		close_cursor(playback);
		break;
	default: /* OQ_PLAYBACK_REQUEST_INTERJECT */
		oq_cursor_free(playback->aside);
		playback->aside = request->cursor;
		break;
	}
}

/* (nullable): the next one. What it asks for is broken off by the one behind it, which may be there
 * already. */
static OqPlaybackRequest *
take_request(OqPlayback *playback)
{
	oq_playback_lock(playback);
	OqPlaybackRequest *request = g_queue_pop_head(&playback->requests);
	oq_playback_unlock(playback);
	if (request != NULL)
		oq_playback_renew_stop(playback);
	return request;
}

/* FALSE: the thread is to end. */
static gboolean
do_requests(OqPlayback *playback)
{
	for (;;) {
		g_autofree OqPlaybackRequest *request = take_request(playback);
		if (request == NULL)
			return TRUE;
		oq_pool_forget(playback->pool);
		if (request->kind == OQ_PLAYBACK_REQUEST_QUIT)
			return FALSE;
		do_request(playback, request);
		oq_playback_lock(playback);
		playback->n_done++;
		pthread_cond_broadcast(&playback->done);
		oq_playback_unlock(playback);
	}
}

static void
wait_for_work(OqPlayback *playback)
{
	oq_playback_lock(playback);
	while (g_queue_is_empty(&playback->requests) && !may_produce(playback))
		pthread_cond_wait(&playback->work, &playback->lock);
	oq_playback_unlock(playback);
}

void *
oq_playback_run(void *data)
{
	OqPlayback *playback = data;

	while (do_requests(playback)) {
		if (playback->aside == NULL && !g_queue_is_empty(&playback->trail))
			oq_playback_do_jumps(playback);
		else if (can_produce(playback))
			produce(playback);
		else
			wait_for_work(playback);
	}
	return NULL;
}
