/* playback.c - see the header; what moves the reading is in playback_requests.c. */
#include "reading/playback/playback-private.h"

#include <sys/eventfd.h>
#include <unistd.h>

void
oq_playback_lock(OqPlayback *playback)
{
	pthread_mutex_lock(&playback->lock);
}

void
oq_playback_unlock(OqPlayback *playback)
{
	pthread_mutex_unlock(&playback->lock);
}

static OqPlaybackState
find_state(const OqPlayback *playback, const OqHeard *heard)
{
	if (playback->failure != NULL)
		return OQ_PLAYBACK_FAILED;
	if (!playback->is_open)
		return OQ_PLAYBACK_EMPTY;
	if (playback->is_paused)
		return OQ_PLAYBACK_PAUSED;
	if (playback->has_ended && heard->state == OQ_PLAYER_DRAINED)
		return OQ_PLAYBACK_ENDED;
	if (playback->is_lost || heard->state == OQ_PLAYER_LOST)
		return OQ_PLAYBACK_LOST;
	return OQ_PLAYBACK_PLAYING;
}

/* When all of the answer was heard, or something else is. */
gboolean
oq_playback_is_answer_over(const OqPlayback *playback, const OqHeard *heard)
{
	gboolean is_text = heard->has_speech && heard->speech_end > heard->speech_start;

	return playback->is_answer_queued &&
	       (is_text || heard->is_idle || heard->state == OQ_PLAYER_DRAINED);
}

OqPlaybackStatus
oq_playback_find_status(const OqPlayback *playback, const OqHeard *heard)
{
	OqPlaybackStatus status = {.state = find_state(playback, heard),
		.word_start = playback->place,
		.word_end = playback->place,
		.sentence_start = playback->place,
		.sentence_end = playback->place,
		.n_said = playback->n_said,
		.style = playback->style,
		.in_answer = playback->is_answering && !oq_playback_is_answer_over(playback, heard),
		.n_jumps = playback->n_jumps,
		.n_refused = playback->n_refused,
		.refusal = playback->refusal,
		.n_returns = playback->n_returns};

	if (heard->has_speech) {
		status.word_start = heard->word_start;
		status.word_end = heard->word_end;
		status.sentence_start = heard->speech_start;
		status.sentence_end = heard->speech_end;
	} else {
		oq_playback_next_sentence(playback, &status.sentence_start, &status.sentence_end);
	}
	return status;
}

void
oq_playback_wake(OqPlayback *playback)
{
	guint64 one = 1;

	pthread_cond_broadcast(&playback->work);
	if (write(playback->wake_fd, &one, sizeof one) != sizeof one)
		g_return_if_reached();
}

OqPlayback *
oq_playback_new(OqPool *pool, OqPlayer *player, const OqStyle *style, GMainContext *context)
{
	OqPlayback *playback = g_new0(OqPlayback, 1);

	playback->pool = pool;
	playback->player = player;
	playback->style = *style;
	playback->has_room = TRUE;
	playback->context = context != NULL ? g_main_context_ref(context) : NULL;
	playback->stop = g_cancellable_new();
	playback->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	oq_utterance_init(&playback->utterance);
	oq_tape_init(&playback->tape);
	playback->at_start = G_MAXUINT64;
	pthread_mutex_init(&playback->lock, NULL);
	pthread_cond_init(&playback->work, NULL);
	pthread_cond_init(&playback->done, NULL);
	if (playback->wake_fd < 0 ||
		pthread_create(&playback->thread, NULL, oq_playback_run, playback) != 0 ||
		pthread_create(&playback->follower, NULL, oq_playback_follow, playback) != 0)
		g_error("no thread to be had"); /* as g_thread_new() does */
	return playback;
}

static void
end_threads(OqPlayback *playback)
{
	oq_playback_lock(playback);
	oq_player_drop(playback->player);
	playback->is_leaving = TRUE;
	oq_playback_ask(playback, (OqPlaybackRequest){.kind = OQ_PLAYBACK_REQUEST_QUIT});
	oq_playback_unlock(playback);
	pthread_join(playback->thread, NULL);
	pthread_join(playback->follower, NULL);
}

void
oq_playback_free(OqPlayback *playback)
{
	if (playback == NULL)
		return;
	end_threads(playback);
	if (playback->telling != NULL)
		g_source_destroy(playback->telling);
	g_clear_pointer(&playback->telling, g_source_unref);
	g_clear_pointer(&playback->context, g_main_context_unref);
	g_clear_pointer(&playback->outline, g_array_unref);
	oq_player_free(playback->player);
	oq_playback_forget_tape(playback);
	oq_pool_free(playback->pool);
	oq_cursor_free(playback->aside);
	oq_utterance_clear(&playback->utterance);
	oq_playback_clear_jumps(playback);
	oq_playback_forget_spoken(playback);
	oq_playback_clear_sentences(playback);
	g_queue_clear_full(&playback->requests, oq_playback_free_request);
	g_clear_error(&playback->failure);
	g_clear_error(&playback->loss_error);
	g_object_unref(playback->stop);
	close(playback->wake_fd);
	pthread_cond_destroy(&playback->work);
	pthread_cond_destroy(&playback->done);
	pthread_mutex_destroy(&playback->lock);
	g_free(playback);
}

void
oq_playback_on_change(OqPlayback *playback, OqPlaybackChanged changed, gpointer data)
{
	oq_playback_lock(playback);
	playback->changed = changed;
	playback->changed_data = data;
	oq_playback_unlock(playback);
}

void
oq_playback_set_loss(OqPlayback *playback, OqPlaybackLoss loss)
{
	oq_playback_lock(playback);
	playback->loss = loss;
	oq_playback_unlock(playback);
}

/* Nothing of the text before is left, nor of what went wrong with it. */
static void
forget_text(OqPlayback *playback)
{
	oq_player_drop(playback->player);
	oq_playback_clear_sentences(playback);
	g_clear_error(&playback->failure);
	playback->is_stale = playback->is_fading = playback->is_answering = FALSE;
	playback->n_looks = 0;
	playback->has_room = TRUE;
}

void
oq_playback_open(OqPlayback *playback, OqCursor *cursor)
{
	oq_playback_lock(playback);
	forget_text(playback);
	playback->is_open = TRUE;
	playback->place = playback->place_end = oq_cursor_place(cursor);
	oq_playback_ask(
		playback, (OqPlaybackRequest){.kind = OQ_PLAYBACK_REQUEST_OPEN, .cursor = cursor});
	oq_playback_unlock(playback);
}

void
oq_playback_close(OqPlayback *playback)
{
	oq_playback_lock(playback);
	playback->is_open = FALSE;
	oq_playback_ask(playback, (OqPlaybackRequest){.kind = OQ_PLAYBACK_REQUEST_CLOSE});
	forget_text(playback);
	while (playback->n_asked != playback->n_done)
		pthread_cond_wait(&playback->done, &playback->lock);
	g_clear_error(&playback->failure); /* of what was under way */
	oq_playback_unlock(playback);
}

OqPlaybackStatus
oq_playback_status(OqPlayback *playback)
{
	oq_playback_lock(playback);
	OqHeard heard = oq_player_heard(playback->player);
	OqPlaybackStatus status = oq_playback_find_status(playback, &heard);
	oq_playback_wake(playback); /* what was news to us is not to the follower */
	oq_playback_unlock(playback);
	return status;
}

gboolean
oq_playback_check(OqPlayback *playback, GError **error)
{
	oq_playback_lock(playback);
	const GError *why = playback->failure != NULL ? playback->failure : playback->loss_error;
	gboolean is_well = why == NULL && oq_player_check(playback->player, error);
	if (why != NULL)
		g_propagate_error(error, g_error_copy(why));
	oq_playback_unlock(playback);
	return is_well;
}
