/* playback_requests.c - what the caller wants of the two threads: see playback.h. */
#include "reading/playback/playback-private.h"

enum { LONGEST_SKIP_S = 3600 };

void
oq_playback_ask(OqPlayback *playback, OqPlaybackRequest request)
{
	g_queue_push_tail(&playback->requests, g_memdup2(&request, sizeof request));
	playback->n_asked++;
	g_cancellable_cancel(playback->stop);
	oq_playback_wake(playback);
}

void
oq_playback_free_request(gpointer data)
{
	OqPlaybackRequest *request = data;

	if (request->kind == OQ_PLAYBACK_REQUEST_INTERJECT)
		oq_cursor_free(request->cursor);
	if (request->jump != NULL)
		oq_playback_free_jump(request->jump);
	g_free(request);
}

/* What was queued to the end of the text is not heard now. */
void
oq_playback_fall_silent(OqPlayback *playback)
{
	OqHeard heard = oq_player_heard(playback->player);

	oq_playback_leave_sentences(playback, &heard);
	playback->part = playback->cut_part = 0;
	if (heard.has_speech) {
		gboolean is_text = heard.speech_end > heard.speech_start;
		playback->place = heard.word_start;
		playback->place_end = heard.word_end;
		playback->at_start = is_text ? heard.speech_start : G_MAXUINT64;
		playback->at_frame = heard.frame;
	}
	if (heard.state != OQ_PLAYER_DRAINED)
		playback->has_ended = FALSE;
	oq_player_drop(playback->player);
	playback->is_fading = playback->is_stopping = FALSE;
	playback->has_room = TRUE;
}

static void
ask_to_jump(OqPlayback *playback, OqPlaybackJump jump)
{
	playback->is_stale = playback->is_passed = playback->is_answering = FALSE;
	if (playback->is_paused)
		oq_player_pause(playback->player); /* an answer may have been heard in the pause */
	oq_playback_ask(playback, (OqPlaybackRequest){.kind = OQ_PLAYBACK_REQUEST_JUMP,
					  .jump = g_memdup2(&jump, sizeof jump)});
}

void
oq_playback_resume(OqPlayback *playback, gboolean is_behind)
{
	ask_to_jump(playback,
		(OqPlaybackJump){.kind = OQ_PLAYBACK_JUMP_RESUME, .n = is_behind ? 1 : 0});
}

/* What was queued up to a stop is all there is in the queue. */
static void
forget_stop(OqPlayback *playback)
{
	playback->is_stale |= playback->is_stopping;
	playback->has_stop = playback->is_stopping = FALSE;
}

void
oq_playback_play(OqPlayback *playback)
{
	oq_playback_lock(playback);
	playback->is_paused = playback->is_fading = FALSE;
	forget_stop(playback);
	playback->n_looks = 0;
	if (playback->is_stale && !playback->has_ended) {
		oq_playback_fall_silent(playback);
		oq_playback_resume(playback, playback->is_passed);
	}
	oq_player_resume(playback->player);
	oq_playback_wake(playback);
	oq_playback_unlock(playback);
}

void
oq_playback_pause(OqPlayback *playback)
{
	oq_playback_lock(playback);
	playback->is_paused = TRUE;
	playback->is_fading = FALSE;
	forget_stop(playback);
	oq_player_pause(playback->player);
	oq_playback_wake(playback);
	oq_playback_unlock(playback);
}

void
oq_playback_fade(OqPlayback *playback, guint fade_ms)
{
	oq_playback_lock(playback);
	playback->is_fading = !playback->is_paused;
	if (playback->is_fading)
		oq_player_fade(playback->player, fade_ms);
	oq_playback_wake(playback);
	oq_playback_unlock(playback);
}

static void
jump(OqPlayback *playback, OqPlaybackJump jump)
{
	oq_playback_lock(playback);
	oq_playback_fall_silent(playback);
	ask_to_jump(playback, jump);
	oq_playback_unlock(playback);
}

void
oq_playback_go(OqPlayback *playback, OqStep step, gint n)
{
	jump(playback, (OqPlaybackJump){.kind = OQ_PLAYBACK_JUMP_STEP, .step = step, .n = n});
}

void
oq_playback_go_to(OqPlayback *playback, guint64 place)
{
	jump(playback, (OqPlaybackJump){.kind = OQ_PLAYBACK_JUMP_PLACE, .place = place});
}

void
oq_playback_find(OqPlayback *playback, const char *text, gint n)
{
	jump(playback,
		(OqPlaybackJump){.kind = OQ_PLAYBACK_JUMP_FIND, .text = g_strdup(text), .n = n});
}

void
oq_playback_skip(OqPlayback *playback, gint n_seconds)
{
	jump(playback, (OqPlaybackJump){.kind = OQ_PLAYBACK_JUMP_SKIP,
			       .n = CLAMP(n_seconds, -LONGEST_SKIP_S, LONGEST_SKIP_S)});
}

/* How much of the word was heard, the part included that its sound lacks. */
static gdouble
part_heard(const OqPlayback *playback, const OqHeard *heard)
{
	if (!heard->has_speech)
		return playback->part; /* nothing more of it */
	if (heard->word_frames == 0 || heard->speech_start == heard->speech_end)
		return 0;
	gdouble part = MIN(1, (gdouble)heard->word_frame / (gdouble)heard->word_frames);
	gboolean is_cut = playback->cut_part > 0 && heard->word_start == playback->place;
	return is_cut ? playback->cut_part + (1 - playback->cut_part) * part : part;
}

/* What is queued already was made before. It goes on within the word, so that none is said again.
 */
static void
make_anew(OqPlayback *playback)
{
	OqHeard heard = oq_player_heard(playback->player);

	if (!playback->is_stale &&
		oq_playback_find_status(playback, &heard).state != OQ_PLAYBACK_ENDED) {
		gdouble part = part_heard(playback, &heard);
		oq_playback_fall_silent(playback);
		playback->part = part < 1 ? part : 0;
		oq_playback_resume(playback, part >= 1);
	}
	oq_playback_wake(playback); /* what was heard is news to the follower */
}

void
oq_playback_stop_after(OqPlayback *playback, OqStep step)
{
	oq_playback_lock(playback);
	playback->has_stop = !playback->is_paused;
	playback->stop_step = step;
	if (playback->has_stop)
		make_anew(playback);
	playback->stop_heading = oq_playback_next_heading(playback, playback->place);
	oq_playback_unlock(playback);
}

void
oq_playback_set_style(OqPlayback *playback, const OqStyle *style)
{
	oq_playback_lock(playback);
	playback->style = *style;
	make_anew(playback);
	oq_playback_unlock(playback);
}

void
oq_playback_set_gap(OqPlayback *playback, guint gap_ms)
{
	oq_playback_lock(playback);
	if (gap_ms != playback->gap_ms) {
		playback->gap_ms = gap_ms;
		make_anew(playback);
	}
	oq_playback_unlock(playback);
}

void
oq_playback_interject(OqPlayback *playback, OqCursor *cursor)
{
	oq_playback_lock(playback);
	oq_playback_fall_silent(playback);
	playback->is_stale = FALSE;
	playback->is_answering = TRUE;
	playback->is_answer_queued = FALSE;
	/* an answer is heard during a pause, too; the follower pauses again when it is over */
	oq_player_resume(playback->player);
	oq_playback_ask(playback,
		(OqPlaybackRequest){.kind = OQ_PLAYBACK_REQUEST_INTERJECT, .cursor = cursor});
	oq_playback_unlock(playback);
}
