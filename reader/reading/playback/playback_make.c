/* playback_make.c - the sentences of the text, one behind the other, as they go on the tape
 * and from there to the player. */
#include "reading/playback/playback-private.h"

void
oq_playback_forget_tape(OqPlayback *playback)
{
	oq_pool_forget(playback->pool);
	oq_tape_clear(&playback->tape);
	g_clear_error(&playback->made_failure);
	playback->is_pushed = playback->is_made = playback->is_held_up = FALSE;
}

/* FALSE: there is none, or with @error. */
static gboolean
push_next(OqPlayback *playback, GError **error)
{
	gboolean found = oq_cursor_next(playback->cursor, &playback->utterance, error);

	oq_playback_note_document(playback);
	if (!found)
		return FALSE;
	oq_playback_lock(playback);
	playback->tape_style = playback->style;
	oq_playback_unlock(playback);
	oq_pool_push(playback->pool, &playback->utterance, oq_cursor_first_word(playback->cursor),
		&playback->tape_style);
	return TRUE;
}

/* Of the word that comes first a part may have been heard in another style. @speech: (transfer
 * full) */
static OqSpeech *
cut_first(OqPlayback *playback, OqSpeech *speech)
{
	oq_playback_lock(playback);
	gdouble part = playback->is_first ? playback->part : 0;
	if (playback->is_first)
		playback->cut_part = part;
	playback->is_first = FALSE;
	oq_playback_unlock(playback);
	return oq_playback_cut_word(speech, part);
}

gboolean
oq_playback_make(OqPlayback *playback, GError **error)
{
	g_autoptr(GError) failure = NULL;

	playback->is_held_up = FALSE;
	if (!playback->is_pushed && !push_next(playback, &failure)) {
		playback->is_made = failure == NULL;
		if (failure != NULL)
			g_propagate_error(error, g_steal_pointer(&failure));
		return playback->is_made;
	}
	playback->is_pushed = TRUE;
	OqSpeech *whole = oq_pool_take(playback->pool, playback->stop, error);
	if (whole == NULL)
		return FALSE;
	playback->is_pushed = FALSE;
	if (oq_cursor_first_word(playback->cursor) == 0)
		oq_playback_keep_spoken(playback, whole, &playback->tape_style);
	g_autoptr(OqSpeech) speech = cut_first(playback, whole);
	oq_tape_add(&playback->tape, &playback->utterance, speech);
	return TRUE;
}

/* With the lock held. */
static void
stop_here(OqPlayback *playback)
{
	playback->is_stopping = TRUE;
	oq_player_end(playback->player);
	oq_playback_wake(playback);
}

/* It is the first one behind what the listener chose. With the lock held. */
static gboolean
is_beyond_stop(const OqPlayback *playback, const OqTake *take)
{
	return playback->has_stop && playback->stop_step == OQ_STEP_HEADING &&
	       take->start >= playback->stop_heading;
}

/* It is the last one before what the listener chose. With the lock held. */
static gboolean
is_last(const OqPlayback *playback, const OqTake *take)
{
	switch (playback->has_stop ? playback->stop_step : OQ_STEP_DOCUMENT) {
	case OQ_STEP_SENTENCE:
		return take->follows >= OQ_BREAK_SENTENCE;
	case OQ_STEP_BLOCK:
		return take->follows == OQ_BREAK_PARAGRAPH;
	default:
		return FALSE;
	}
}

void
oq_playback_push(OqPlayback *playback, OqSpeech *speech)
{
	oq_player_push(playback->player, speech);
	OqHeard heard = oq_player_heard(playback->player);
	playback->has_room = heard.has_room && heard.state != OQ_PLAYER_LOST;
}

/* With the lock held. */
static void
push_take(OqPlayback *playback, const OqTake *take)
{
	guint gap_ms = take->follows >= OQ_BREAK_SENTENCE ? playback->gap_ms : 0;
	g_autoptr(OqSpeech) speech =
		oq_playback_shape(oq_speech_ref(take->speech), take->n_cut, gap_ms);

	oq_playback_push(playback, speech);
	oq_playback_add_sentence(playback, take);
	playback->n_said += speech->n_voiced > 0;
	if (is_last(playback, take))
		stop_here(playback);
}

void
oq_playback_queue_take(OqPlayback *playback)
{
	const OqTake *take = oq_tape_next(&playback->tape);

	oq_playback_lock(playback);
	if (g_queue_is_empty(&playback->requests)) {
		if (is_beyond_stop(playback, take)) {
			stop_here(playback);
		} else {
			push_take(playback, take);
			oq_tape_pass(&playback->tape);
		}
		oq_playback_wake(playback);
	}
	oq_playback_unlock(playback);
}
