/* playback_follower.c - the thread of a playback that follows what is heard: tells of it, says when
 * there is room for more, and looks for a device that was lost. It waits for nothing else, so a
 * text that is slow to come holds up no news. */
#include "reading/playback/playback-private.h"

#include "base/last_words.h"

#include <poll.h>
#include <unistd.h>

enum {
	LOOK_MS = 1000, /* between looks for a device that was lost */
	MAX_LOOKS = 5,  /* without a word heard in between, where it is given up */
};

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

static gboolean
is_news(const OqPlaybackStatus *status, const OqPlaybackStatus *told)
{
	return status->state != told->state || status->word_start != told->word_start ||
	       status->word_end != told->word_end ||
	       status->sentence_start != told->sentence_start ||
	       status->sentence_end != told->sentence_end || status->in_answer != told->in_answer ||
	       status->n_jumps != told->n_jumps || status->n_refused != told->n_refused ||
	       status->n_returns != told->n_returns;
}

static void
tell_later(OqPlayback *playback, const OqPlaybackStatus *status)
{
	gboolean is_new = is_news(status, &playback->told);

	playback->told = *status;
	if (!is_new || playback->telling != NULL || playback->changed == NULL)
		return;
	playback->telling = g_idle_source_new();
	g_source_set_priority(playback->telling, G_PRIORITY_DEFAULT);
	g_source_set_callback(playback->telling, tell, playback, NULL);
	g_source_attach(playback->telling, playback->context);
}

static void
come_back(OqPlayback *playback)
{
	playback->is_lost = FALSE;
	playback->n_returns++;
	g_clear_error(&playback->loss_error);
}

/* A device that never played has its error told at once where it may be given up. */
static void
lose(OqPlayback *playback, guint n_runs)
{
	if (!playback->is_lost)
		playback->n_looks = 0;
	playback->is_lost = TRUE;
	playback->n_runs = n_runs;
	g_clear_error(&playback->loss_error);
	oq_player_check(playback->player, &playback->loss_error);
	if (playback->loss == OQ_PLAYBACK_LOSS_GIVE_UP && playback->is_open &&
		(!playback->is_heard || playback->n_looks >= MAX_LOOKS))
		oq_playback_fail(playback, g_error_copy(playback->loss_error));
}

static void
follow_device(OqPlayback *playback, const OqHeard *heard)
{
	playback->is_heard |= heard->frame > 0;
	if (playback->is_lost && heard->n_runs != playback->n_runs)
		come_back(playback); /* and perhaps all was heard since the last time */
	playback->must_look = heard->state == OQ_PLAYER_LOST;
	if (playback->must_look)
		lose(playback, heard->n_runs);
}

static void
follow_answer(OqPlayback *playback, const OqHeard *heard)
{
	if (oq_playback_is_answer_over(playback, heard))
		playback->is_answering = FALSE;
	/* it was given during a pause */
	if (heard->state == OQ_PLAYER_DRAINED && playback->is_paused)
		oq_player_pause(playback->player);
}

/* What the listener chose was heard to its end. */
static void
stop_there(OqPlayback *playback, OqHeard *heard)
{
	oq_playback_fall_silent(playback);
	oq_player_pause(playback->player);
	playback->has_stop = FALSE;
	playback->is_paused = playback->is_stale = playback->is_passed = TRUE;
	*heard = oq_player_heard(playback->player);
}

static void
follow(OqPlayback *playback)
{
	OqHeard heard = oq_player_heard(playback->player);

	follow_device(playback, &heard);
	follow_answer(playback, &heard);
	if (playback->is_fading && heard.state == OQ_PLAYER_PAUSED) {
		playback->is_fading = FALSE;
		playback->is_paused = TRUE;
	}
	if (playback->is_stopping && heard.state == OQ_PLAYER_DRAINED)
		stop_there(playback, &heard);
	oq_playback_pass_sentences(playback, &heard);
	gboolean has_room = heard.has_room && heard.state != OQ_PLAYER_LOST;
	if (has_room && !playback->has_room)
		pthread_cond_broadcast(&playback->work);
	playback->has_room = has_room;
	OqPlaybackStatus status = oq_playback_find_status(playback, &heard);
	tell_later(playback, &status);
}

/* How long it is until then. */
static int
ms_until(gint64 time_us)
{
	gint64 left_us = time_us - g_get_monotonic_time();

	return left_us > 0 ? (int)(left_us / G_TIME_SPAN_MILLISECOND) + 1 : 0;
}

/* A search that waits for a pipe; -1: there is none. */
static int
give_up_search(OqPlayback *playback)
{
	if (playback->give_up_us == 0)
		return -1;
	int limit_ms = ms_until(playback->give_up_us);
	if (limit_ms > 0)
		return limit_ms;
	g_cancellable_cancel(playback->stop);
	playback->give_up_us = 0;
	return -1;
}

/* Wakes for other reasons do not put it off. Returns how long to wait for it, -1: for ever. */
static int
look_for_device(OqPlayback *playback)
{
	if (!playback->must_look || playback->failure != NULL || playback->is_paused) {
		playback->look_at_us = 0;
		return -1;
	}
	if (playback->look_at_us == 0)
		playback->look_at_us = g_get_monotonic_time() + LOOK_MS * G_TIME_SPAN_MILLISECOND;
	int limit_ms = ms_until(playback->look_at_us);
	if (limit_ms > 0)
		return limit_ms;
	playback->n_looks++;
	playback->look_at_us = 0;
	oq_player_resume(playback->player);
	return 0;
}

void *
oq_playback_follow(void *data)
{
	OqPlayback *playback = data;
	struct pollfd fds[] = {{.fd = playback->wake_fd, .events = POLLIN},
		{.fd = oq_player_fd(playback->player), .events = POLLIN}};
	guint64 count;

	oq_last_words_in_thread();
	for (;;) {
		oq_playback_lock(playback);
		follow(playback);
		int look_ms = look_for_device(playback), give_up_ms = give_up_search(playback);
		gboolean is_leaving = playback->is_leaving;
		oq_playback_unlock(playback);
		if (is_leaving)
			return NULL;
		poll(fds, G_N_ELEMENTS(fds), (int)MIN((guint)look_ms, (guint)give_up_ms));
		if (fds[0].revents != 0 && read(playback->wake_fd, &count, sizeof count) < 0)
			g_return_val_if_reached(NULL);
	}
}
