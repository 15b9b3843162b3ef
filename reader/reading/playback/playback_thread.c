/* playback_thread.c - the thread of a playback that takes sentences from the cursor, has them
 * spoken and queues them. */
#include "reading/playback/playback-private.h"

#include "base/last_words.h"

enum {
	AHEAD_S = 12,         /* beyond what is queued: more than a skip */
	FIND_LIMIT_MS = 1000, /* to wait for a pipe that may never give what is looked for */
};

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

/* FALSE: there is none, or an error. */
static gboolean
next_of_answer(OqPlayback *playback, OqStyle *style)
{
	g_autoptr(GError) failure = NULL;

	gboolean found = oq_cursor_next(playback->aside, &playback->utterance, &failure);
	if (!found && failure != NULL)
		oq_playback_take_failure(playback, g_steal_pointer(&failure));
	else if (!found)
		end_aside(playback);
	oq_playback_lock(playback);
	if (found)
		pin_to_place(&playback->utterance, playback->place);
	*style = playback->style;
	oq_playback_unlock(playback);
	return found;
}

/* One sentence. */
static void
answer(OqPlayback *playback)
{
	g_autoptr(GError) failure = NULL;
	OqStyle style;

	if (!next_of_answer(playback, &style))
		return;
	oq_pool_push(playback->pool, &playback->utterance, 0, &style);
	g_autoptr(OqSpeech) speech = oq_pool_take(playback->pool, playback->stop, &failure);
	if (failure != NULL)
		oq_playback_take_failure(playback, g_steal_pointer(&failure));
	if (speech == NULL)
		return;
	oq_playback_lock(playback);
	if (g_queue_is_empty(&playback->requests)) {
		oq_playback_push(playback, speech);
		oq_playback_wake(playback);
	}
	oq_playback_unlock(playback);
}

/* So that a skip finds it there. What was broken off is begun again. */
static void
make_ahead(OqPlayback *playback)
{
	g_autoptr(GError) failure = NULL;

	playback->is_ahead = oq_tape_next(&playback->tape) != NULL;
	if (!oq_playback_make(playback, &failure) &&
		!g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		playback->made_failure = g_steal_pointer(&failure);
	playback->is_ahead = FALSE;
	if (playback->is_held_up)
		oq_playback_renew_stop(playback);
}

/* All that can be had is queued. */
static void
finish(OqPlayback *playback)
{
	if (playback->made_failure != NULL)
		oq_playback_take_failure(playback, g_steal_pointer(&playback->made_failure));
	else
		end_text(playback);
}

static gboolean
is_done(const OqPlayback *playback)
{
	return playback->is_made || playback->made_failure != NULL;
}

static gboolean
wants_more(const OqPlayback *playback)
{
	const OqTape *tape = &playback->tape;

	return !is_done(playback) && !oq_tape_has_enough(tape, AHEAD_S) &&
	       (!playback->is_held_up || oq_tape_next(tape) == NULL);
}

/* One sentence. */
static void
produce(OqPlayback *playback, gboolean has_room)
{
	if (playback->aside != NULL)
		answer(playback);
	else if (has_room && oq_tape_next(&playback->tape) != NULL)
		oq_playback_queue_take(playback);
	else if (is_done(playback) && oq_tape_next(&playback->tape) == NULL)
		finish(playback);
	else
		make_ahead(playback);
}

/* With the lock held. */
static gboolean
may_produce(const OqPlayback *playback)
{
	if (playback->failure != NULL || playback->is_stopping)
		return FALSE;
	if (playback->aside != NULL)
		return playback->has_room;
	return playback->cursor != NULL && !playback->has_ended && !playback->is_stale &&
	       (playback->has_room || wants_more(playback));
}

static gboolean
can_produce(OqPlayback *playback, gboolean *has_room)
{
	oq_playback_lock(playback);
	gboolean may = may_produce(playback);
	*has_room = playback->has_room;
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

/* Of a search, which waits no longer then. With the lock held. */
static void
begin_limit(OqPlayback *playback)
{
	if (!playback->is_limited || playback->give_up_us != 0)
		return;
	playback->give_up_us = g_get_monotonic_time() + FIND_LIMIT_MS * G_TIME_SPAN_MILLISECOND;
	oq_playback_wake(playback);
}

/* Nobody knows for how long: the sound device is for others meanwhile. */
static void
rest_while_waiting(gpointer data)
{
	OqPlayback *playback = data;

	oq_playback_lock(playback);
	if (playback->is_ahead) {
		playback->is_held_up = TRUE;
		g_cancellable_cancel(playback->stop);
	} else if (playback->aside == NULL) {
		oq_player_rest(playback->player);
	}
	begin_limit(playback);
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
	playback->at_start = G_MAXUINT64;
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

static gboolean
goes_along_tape(const OqPlayback *playback, const OqPlaybackRequest *request)
{
	return request->kind == OQ_PLAYBACK_REQUEST_JUMP && playback->aside == NULL &&
	       request->jump->kind == OQ_PLAYBACK_JUMP_SKIP;
}

/* FALSE: the thread is to end. */
static gboolean
do_requests(OqPlayback *playback)
{
	for (;;) {
		g_autofree OqPlaybackRequest *request = take_request(playback);
		if (request == NULL)
			return TRUE;
		if (request->kind == OQ_PLAYBACK_REQUEST_QUIT)
			return FALSE;
		if (!goes_along_tape(playback, request))
			oq_playback_forget_tape(playback);
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
	gboolean has_room;

	oq_last_words_in_thread();
	while (do_requests(playback)) {
		if (playback->aside == NULL && !g_queue_is_empty(&playback->trail))
			oq_playback_do_jumps(playback);
		else if (can_produce(playback, &has_room))
			produce(playback, has_room);
		else
			wait_for_work(playback);
	}
	return NULL;
}
