/* playback_thread.c - the thread of a playback: takes sentences from the cursor, has them spoken,
 * queues them, and follows what is heard of them. */
#include "reading/playback-private.h"

#include <poll.h>
#include <unistd.h>

enum {
	RETRY_MS = 1000, /* between looks for a device that was lost */
	MAX_RETRIES = 5, /* without a word heard in between */
};

/* With the lock held, but for tell(). */

/* On the context's thread. */
static gboolean
tell(gpointer data)
{
	OqPlayback *playback = data;

	oq_playback_lock(playback);
	OqPlaybackStatus status = playback->told;
	g_clear_pointer(&playback->telling, g_source_unref);
	oq_playback_unlock(playback);
	playback->changed(&status, playback->changed_data);
	return G_SOURCE_REMOVE;
}

static void
tell_later(OqPlayback *playback, const OqPlaybackStatus *status)
{
	gboolean is_news = status->state != playback->told.state ||
			   status->word_start != playback->told.word_start ||
			   status->word_end != playback->told.word_end ||
			   status->sentence_start != playback->told.sentence_start;

	playback->told = *status;
	if (!is_news || playback->telling != NULL || playback->changed == NULL)
		return;
	playback->telling = g_idle_source_new();
	g_source_set_priority(playback->telling, G_PRIORITY_DEFAULT);
	g_source_set_callback(playback->telling, tell, playback, NULL);
	g_source_attach(playback->telling, playback->context);
}

static void
fail(OqPlayback *playback, GError *failure)
{
	if (playback->failure == NULL)
		playback->failure = failure;
	else
		g_error_free(failure);
}

/* A device that never played has its error told at once; one that did may come back. */
static void
give_up_device(OqPlayback *playback)
{
	g_autoptr(GError) failure = NULL;

	if (playback->is_heard && playback->n_retries < MAX_RETRIES)
		return;
	if (!oq_player_check(playback->player, &failure))
		fail(playback, g_steal_pointer(&failure));
}

/* Wakes for other reasons do not put it off. The player is not asked: what it would tell here, no
 * one would follow. Returns how long to wait for it, -1: for ever. */
static int
retry_device(OqPlayback *playback)
{
	gint64 now_us = g_get_monotonic_time();

	if (!playback->is_lost || playback->failure != NULL || playback->is_paused) {
		playback->retry_at_us = 0;
		return -1;
	}
	if (playback->retry_at_us == 0)
		playback->retry_at_us = now_us + RETRY_MS * G_TIME_SPAN_MILLISECOND;
	if (now_us < playback->retry_at_us)
		return (int)((playback->retry_at_us - now_us) / G_TIME_SPAN_MILLISECOND) + 1;
	playback->n_retries++;
	playback->retry_at_us = 0;
	oq_player_resume(playback->player);
	return RETRY_MS;
}

/* Without it. */

/* What was heard, and what follows of it. */
static void
follow(OqPlayback *playback)
{
	oq_playback_lock(playback);
	OqHeard heard = oq_player_heard(playback->player);
	playback->is_heard |= heard.frame > 0;
	if (heard.frame != playback->lost_frame)
		playback->n_retries = 0;
	if (heard.state == OQ_PLAYER_LOST) {
		playback->lost_frame = heard.frame;
		give_up_device(playback);
	}
	/* an answer that was given during a pause is over */
	if (heard.state == OQ_PLAYER_DRAINED && playback->is_paused)
		oq_player_pause(playback->player);
	playback->is_lost = heard.state == OQ_PLAYER_LOST;
	playback->has_room = heard.has_room && !playback->is_lost;
	OqPlaybackStatus status = oq_playback_find_status(playback, &heard);
	tell_later(playback, &status);
	oq_playback_unlock(playback);
}

static void
wait_for_news(OqPlayback *playback)
{
	struct pollfd fds[] = {{.fd = playback->wake_fd, .events = POLLIN},
		{.fd = oq_player_fd(playback->player), .events = POLLIN}};
	guint64 count;

	oq_playback_lock(playback);
	int limit_ms = retry_device(playback);
	oq_playback_unlock(playback);
	poll(fds, G_N_ELEMENTS(fds), limit_ms);
	if (fds[0].revents != 0 && read(playback->wake_fd, &count, sizeof count) < 0)
		g_return_if_reached();
}

static void
take_failure(OqPlayback *playback, GError *failure)
{
	if (!g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
		oq_playback_lock(playback);
		fail(playback, failure);
		oq_playback_unlock(playback);
	} else {
		g_error_free(failure);
	}
}

/* The sentence that holds the place is the next one. */
static void
go(OqPlayback *playback, const OqPlaybackRequest *request)
{
	g_autoptr(GError) failure = NULL;
	guint64 place;

	if (playback->cursor == NULL)
		return;
	oq_playback_lock(playback);
	place = request->is_placed ? request->place : playback->place;
	playback->has_ended = FALSE;
	oq_playback_unlock(playback);
	if (oq_cursor_go(playback->cursor, place, request->step, request->n, &failure)) {
		place = oq_cursor_place(playback->cursor);
		oq_playback_lock(playback);
		playback->place = place;
		oq_playback_unlock(playback);
	} else {
		take_failure(playback, g_steal_pointer(&failure));
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
	oq_playback_unlock(playback);
	if (!rests)
		go(playback, &(OqPlaybackRequest){.step = OQ_STEP_WORD});
}

static void
end_text(OqPlayback *playback)
{
	oq_playback_lock(playback);
	if (g_queue_is_empty(&playback->requests)) {
		playback->has_ended = TRUE;
		oq_player_end(playback->player);
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

static void
queue_speech(OqPlayback *playback, OqSpeech *speech, gboolean is_aside)
{
	oq_playback_lock(playback);
	if (g_queue_is_empty(&playback->requests)) {
		playback->has_room = oq_player_push(playback->player, speech);
		playback->n_said += !is_aside && speech->n_voiced > 0;
	}
	oq_playback_unlock(playback);
}

/* FALSE: there is none, or an error. */
static gboolean
next_utterance(OqPlayback *playback, OqStyle *style)
{
	g_autoptr(GError) failure = NULL;
	OqCursor *cursor = playback->aside != NULL ? playback->aside : playback->cursor;

	gboolean found = oq_cursor_next(cursor, &playback->utterance, &failure);
	if (!found && failure != NULL)
		take_failure(playback, g_steal_pointer(&failure));
	else if (!found && playback->aside != NULL)
		end_aside(playback);
	else if (!found)
		end_text(playback);
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

	if (!next_utterance(playback, &style))
		return;
	oq_pool_push(playback->pool, &playback->utterance,
		is_aside ? 0 : oq_cursor_first_word(playback->cursor), &style);
	g_autoptr(OqSpeech) speech = oq_pool_take(playback->pool, playback->stop, &failure);
	if (speech != NULL)
		queue_speech(playback, speech, is_aside);
	else if (failure != NULL)
		take_failure(playback, g_steal_pointer(&failure));
}

static gboolean
can_produce(OqPlayback *playback)
{
	oq_playback_lock(playback);
	gboolean may =
		playback->failure == NULL && playback->has_room &&
		(playback->aside != NULL ||
			(playback->cursor != NULL && !playback->has_ended && !playback->is_stale));
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

static void
open_cursor(OqPlayback *playback, OqCursor *cursor)
{
	g_clear_pointer(&playback->aside, oq_cursor_free);
	playback->cursor = cursor;
	stop_by(cursor, playback->stop);
	oq_playback_lock(playback);
	playback->place = oq_cursor_place(cursor);
	playback->has_ended = FALSE;
	playback->n_said = 0;
	oq_playback_unlock(playback);
}

static void
interject(OqPlayback *playback, OqCursor *cursor)
{
	oq_cursor_free(playback->aside);
	playback->aside = cursor;
}

static void
do_request(OqPlayback *playback, const OqPlaybackRequest *request)
{
	switch (request->kind) {
	case OQ_PLAYBACK_REQUEST_OPEN:
		open_cursor(playback, request->cursor);
		break;
	case OQ_PLAYBACK_REQUEST_GO:
		g_clear_pointer(&playback->aside, oq_cursor_free);
		go(playback, request);
		break;
	case OQ_PLAYBACK_REQUEST_CLOSE:
		g_clear_pointer(&playback->aside, oq_cursor_free);
		playback->cursor = NULL;
		break;
	default: /* OQ_PLAYBACK_REQUEST_INTERJECT */
		interject(playback, request->cursor);
		break;
	}
}

/* (nullable): the next one. What it asks for waits for nothing but a pipe, and is then cancelled by
 * the one behind it, which may be there already. */
static OqPlaybackRequest *
take_request(OqPlayback *playback)
{
	oq_playback_lock(playback);
	OqPlaybackRequest *request = g_queue_pop_head(&playback->requests);
	if (request != NULL) {
		g_object_unref(playback->stop);
		playback->stop = g_cancellable_new();
		if (!g_queue_is_empty(&playback->requests))
			g_cancellable_cancel(playback->stop);
		stop_by(playback->cursor, playback->stop);
	}
	oq_playback_unlock(playback);
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

void *
oq_playback_run(void *data)
{
	OqPlayback *playback = data;

	while (do_requests(playback)) {
		follow(playback);
		if (can_produce(playback))
			produce(playback);
		else
			wait_for_news(playback);
	}
	return NULL;
}
