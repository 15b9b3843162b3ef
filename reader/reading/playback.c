/* playback.c - see the header. */
#include "reading/playback-private.h"

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
	if (heard->state == OQ_PLAYER_LOST)
		return OQ_PLAYBACK_LOST;
	if (playback->is_paused)
		return OQ_PLAYBACK_PAUSED;
	if (playback->has_ended && heard->state == OQ_PLAYER_DRAINED)
		return OQ_PLAYBACK_ENDED;
	return OQ_PLAYBACK_PLAYING;
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
		.style = playback->style};

	if (heard->speech_end > 0) {
		status.word_start = heard->word_start;
		status.word_end = heard->word_end;
		status.sentence_start = heard->speech_start;
		status.sentence_end = heard->speech_end;
	}
	return status;
}

/* With the lock held, as those that follow up to oq_playback_new(). */
static void
wake(OqPlayback *playback)
{
	guint64 one = 1;

	if (write(playback->wake_fd, &one, sizeof one) != sizeof one)
		g_return_if_reached();
}

static void
ask(OqPlayback *playback, OqPlaybackRequest request)
{
	g_queue_push_tail(&playback->requests, g_memdup2(&request, sizeof request));
	playback->n_asked++;
	g_cancellable_cancel(playback->stop);
	wake(playback);
}

/* Silent at once; the place is kept. What was queued to the end of the text is not heard now. */
static void
fall_silent(OqPlayback *playback)
{
	OqHeard heard = oq_player_heard(playback->player);

	if (heard.speech_end > 0)
		playback->place = heard.word_start;
	if (heard.state != OQ_PLAYER_DRAINED)
		playback->has_ended = FALSE;
	oq_player_drop(playback->player);
}

static void
ask_to_go(OqPlayback *playback, OqStep step, gint n)
{
	playback->is_stale = FALSE;
	ask(playback, (OqPlaybackRequest){.kind = OQ_PLAYBACK_REQUEST_GO, .step = step, .n = n});
}

OqPlayback *
oq_playback_new(OqPool *pool, OqPlayer *player, const OqStyle *style, GMainContext *context)
{
	OqPlayback *playback = g_new0(OqPlayback, 1);

	playback->pool = pool;
	playback->player = player;
	playback->style = *style;
	playback->context = context != NULL ? g_main_context_ref(context) : NULL;
	playback->stop = g_cancellable_new();
	playback->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	oq_utterance_init(&playback->utterance);
	pthread_mutex_init(&playback->lock, NULL);
	pthread_cond_init(&playback->done, NULL);
	if (playback->wake_fd < 0 ||
		pthread_create(&playback->thread, NULL, oq_playback_run, playback) != 0)
		g_error("no thread to be had"); /* as g_thread_new() does */
	return playback;
}

static void
free_request(gpointer data)
{
	OqPlaybackRequest *request = data;

	if (request->kind == OQ_PLAYBACK_REQUEST_INTERJECT)
		oq_cursor_free(request->cursor);
	g_free(request);
}

void
oq_playback_free(OqPlayback *playback)
{
	if (playback == NULL)
		return;
	oq_playback_lock(playback);
	oq_player_drop(playback->player);
	ask(playback, (OqPlaybackRequest){.kind = OQ_PLAYBACK_REQUEST_QUIT});
	oq_playback_unlock(playback);
	pthread_join(playback->thread, NULL);
	if (playback->telling != NULL)
		g_source_destroy(playback->telling);
	g_clear_pointer(&playback->telling, g_source_unref);
	g_clear_pointer(&playback->context, g_main_context_unref);
	oq_player_free(playback->player);
	oq_pool_free(playback->pool);
	oq_cursor_free(playback->aside);
	oq_utterance_clear(&playback->utterance);
	g_queue_clear_full(&playback->requests, free_request);
	g_clear_error(&playback->failure);
	g_object_unref(playback->stop);
	close(playback->wake_fd);
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
oq_playback_open(OqPlayback *playback, OqCursor *cursor)
{
	oq_playback_lock(playback);
	oq_player_drop(playback->player);
	playback->is_open = TRUE;
	playback->is_stale = FALSE;
	playback->place = oq_cursor_place(cursor);
	g_clear_error(&playback->failure);
	ask(playback, (OqPlaybackRequest){.kind = OQ_PLAYBACK_REQUEST_OPEN, .cursor = cursor});
	oq_playback_unlock(playback);
}

void
oq_playback_close(OqPlayback *playback)
{
	oq_playback_lock(playback);
	oq_player_drop(playback->player);
	playback->is_open = FALSE;
	ask(playback, (OqPlaybackRequest){.kind = OQ_PLAYBACK_REQUEST_CLOSE});
	while (playback->n_asked != playback->n_done)
		pthread_cond_wait(&playback->done, &playback->lock);
	oq_playback_unlock(playback);
}

void
oq_playback_play(OqPlayback *playback)
{
	oq_playback_lock(playback);
	playback->is_paused = FALSE;
	playback->n_retries = 0;
	if (playback->is_stale && !playback->has_ended) {
		fall_silent(playback);
		ask_to_go(playback, OQ_STEP_WORD, 0);
	}
	oq_player_resume(playback->player);
	wake(playback);
	oq_playback_unlock(playback);
}

void
oq_playback_pause(OqPlayback *playback)
{
	oq_playback_lock(playback);
	playback->is_paused = TRUE;
	oq_player_pause(playback->player);
	wake(playback);
	oq_playback_unlock(playback);
}

void
oq_playback_go(OqPlayback *playback, OqStep step, gint n)
{
	oq_playback_lock(playback);
	fall_silent(playback);
	ask_to_go(playback, step, n);
	oq_playback_unlock(playback);
}

void
oq_playback_go_to(OqPlayback *playback, guint64 place)
{
	oq_playback_lock(playback);
	oq_player_drop(playback->player);
	playback->place = place;
	playback->is_stale = FALSE;
	ask(playback, (OqPlaybackRequest){
			      .kind = OQ_PLAYBACK_REQUEST_GO, .is_placed = TRUE, .place = place});
	oq_playback_unlock(playback);
}

void
oq_playback_set_style(OqPlayback *playback, const OqStyle *style)
{
	oq_playback_lock(playback);
	OqHeard heard = oq_player_heard(playback->player);
	playback->style = *style;
	if (!playback->is_stale &&
		oq_playback_find_status(playback, &heard).state != OQ_PLAYBACK_ENDED) {
		fall_silent(playback);
		ask_to_go(playback, OQ_STEP_WORD, 0);
	}
	wake(playback); /* what was heard is news to the thread */
	oq_playback_unlock(playback);
}

void
oq_playback_interject(OqPlayback *playback, OqCursor *cursor)
{
	oq_playback_lock(playback);
	fall_silent(playback);
	playback->is_stale = FALSE;
	/* an answer is heard during a pause, too; the thread pauses again when it is over */
	oq_player_resume(playback->player);
	ask(playback, (OqPlaybackRequest){.kind = OQ_PLAYBACK_REQUEST_INTERJECT, .cursor = cursor});
	oq_playback_unlock(playback);
}

OqPlaybackStatus
oq_playback_status(OqPlayback *playback)
{
	oq_playback_lock(playback);
	OqHeard heard = oq_player_heard(playback->player);
	OqPlaybackStatus status = oq_playback_find_status(playback, &heard);
	wake(playback); /* what was news to us is not to the thread */
	oq_playback_unlock(playback);
	return status;
}

gboolean
oq_playback_check(OqPlayback *playback, GError **error)
{
	gboolean is_well = TRUE;

	oq_playback_lock(playback);
	if (playback->failure != NULL) {
		g_propagate_error(error, g_error_copy(playback->failure));
		is_well = FALSE;
	} else {
		is_well = oq_player_check(playback->player, error);
	}
	oq_playback_unlock(playback);
	return is_well;
}
