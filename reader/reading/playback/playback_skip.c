/* playback_skip.c - so many seconds of sound on or back: see playback.h.
 *
 * What is on the tape sounds as it did, or would, and is found by its samples. What lies before the
 * tape is spoken, without being heard, unless it was not long ago, so the word is the one that
 * sounds then, at any speed and wherever the reading came from. */
#include "reading/playback/playback-private.h"
#include "reading/timeline.h"

enum { SPOKEN_S = 60 }; /* that are kept: some megabytes */

/** The sound between two places. */
typedef struct {
	OqPlayback *playback;
	OqTimeline timeline;
	guint64 n_frames;
	guint64 n_pause; /* of these, behind the last sound */
	OqStyle style;
} Tape;

static void
init(Tape *tape, OqPlayback *playback)
{
	*tape = (Tape){.playback = playback};
	oq_timeline_init(&tape->timeline);
	oq_playback_lock(playback);
	tape->style = playback->style;
	oq_playback_unlock(playback);
}

static void
clear(Tape *tape)
{
	oq_timeline_clear(&tape->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Tape, clear)

static void
empty(Tape *tape)
{
	oq_timeline_clear(&tape->timeline);
	oq_timeline_init(&tape->timeline);
	tape->n_frames = tape->n_pause = 0;
}

static void
add(Tape *tape, const OqSpeech *speech)
{
	guint64 n_pause = speech->n_frames - speech->n_voiced;

	if (speech->n_voiced > 0) {
		oq_timeline_add(&tape->timeline, speech, tape->n_frames);
		tape->n_frames += speech->n_frames;
		tape->n_pause = n_pause;
	} else if (n_pause > tape->n_pause) {
		tape->n_frames += n_pause - tape->n_pause;
		tape->n_pause = n_pause;
	}
	tape->timeline.rate_hz = speech->rate_hz;
}

void
oq_playback_forget_spoken(OqPlayback *playback)
{
	g_queue_clear_full(&playback->spoken, (GDestroyNotify)oq_speech_unref);
	playback->n_spoken = 0;
}

void
oq_playback_keep_spoken(OqPlayback *playback, OqSpeech *speech, const OqStyle *style)
{
	if (!oq_style_equal(style, &playback->spoken_style))
		oq_playback_forget_spoken(playback);
	playback->spoken_style = *style;
	g_queue_push_tail(&playback->spoken, oq_speech_ref(speech));
	playback->n_spoken += speech->n_frames;
	while (playback->n_spoken > (guint64)speech->rate_hz * SPOKEN_S) {
		g_autoptr(OqSpeech) oldest = g_queue_pop_head(&playback->spoken);
		playback->n_spoken -= oldest->n_frames;
	}
}

/* (transfer full) (nullable): the sentence, if it was spoken not long ago. */
static OqSpeech *
find_spoken(const OqPlayback *playback, const OqStyle *style)
{
	if (!oq_style_equal(style, &playback->spoken_style))
		return NULL;
	for (const GList *l = playback->spoken.tail; l != NULL; l = l->prev) {
		OqSpeech *speech = l->data;
		if (speech->start == playback->utterance.start)
			return oq_speech_ref(speech);
	}
	return NULL;
}

static OqSpeech *
speak(Tape *tape, GError **error)
{
	OqPlayback *playback = tape->playback;
	OqSpeech *speech = find_spoken(playback, &tape->style);

	if (speech != NULL)
		return speech;
	oq_pool_push(playback->pool, &playback->utterance, 0, &tape->style);
	speech = oq_pool_take(playback->pool, playback->stop, error);
	if (speech != NULL)
		oq_playback_keep_spoken(playback, speech, &tape->style);
	return speech;
}

/* The next sentence. FALSE: there is none before @end, or with @error. */
static gboolean
record(Tape *tape, guint64 end, GError **error)
{
	OqPlayback *playback = tape->playback;

	if (!oq_cursor_next(playback->cursor, &playback->utterance, error) ||
		playback->utterance.start >= end)
		return FALSE;
	g_autoptr(OqSpeech) speech = speak(tape, error);
	if (speech == NULL)
		return FALSE;
	add(tape, speech);
	return TRUE;
}

/* Where the word at @place begins; the end, if it is none of these. */
static guint64
frame_of(const Tape *tape, guint64 place)
{
	const GArray *words = tape->timeline.words;

	for (guint i = 0; i < words->len; i++) {
		const OqTimelineMark *mark = &g_array_index(words, OqTimelineMark, i);
		if (mark->start >= place)
			return mark->frame;
	}
	return tape->n_frames;
}

/* Up to where the word at @place begins. */
static gboolean
record_up_to(Tape *tape, guint64 place, GError **error)
{
	g_autoptr(GError) failure = NULL;

	empty(tape);
	while (record(tape, place, &failure))
		continue;
	tape->n_frames = frame_of(tape, place);
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

/* The sentence before @place, or that which it is in, up to there; @place is then where this
 * begins. FALSE: there is none, or with @error. */
static gboolean
record_before(Tape *tape, guint64 *place, GError **error)
{
	OqCursor *cursor = tape->playback->cursor;

	if (!oq_cursor_go(cursor, *place, OQ_STEP_SENTENCE, 0, error))
		return FALSE;
	if (oq_cursor_place(cursor) >= *place &&
		!oq_cursor_go(cursor, *place, OQ_STEP_SENTENCE, -1, error))
		return FALSE;
	guint64 start = oq_cursor_place(cursor);
	if (start >= *place || !record_up_to(tape, *place, error))
		return FALSE;
	*place = start;
	return TRUE;
}

static gboolean
measure_back(Tape *tape, guint64 place, guint n_seconds, OqPlaybackRefusal *refusal, GError **error)
{
	g_autoptr(GError) failure = NULL;
	guint64 n_behind = 0, wanted = G_MAXUINT64; /* frames from the tape's end to @place */

	for (;;) {
		if (!record_before(tape, &place, &failure))
			break;
		wanted = (guint64)n_seconds * tape->timeline.rate_hz;
		if (n_behind + tape->n_frames >= wanted)
			break;
		n_behind += tape->n_frames;
	}
	if (failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	if (n_behind + tape->n_frames < wanted) {
		*refusal = OQ_PLAYBACK_REFUSAL_AT_START;
	} else {
		const OqTimelineMark *mark =
			oq_timeline_word_at(&tape->timeline, n_behind + tape->n_frames - wanted);
		place = mark != NULL ? mark->start : place;
	}
	return oq_cursor_go(tape->playback->cursor, place, OQ_STEP_WORD, 0, error);
}

/* To the word, from which on all is spoken anew. */
static gboolean
speak_back(OqPlayback *playback, guint64 place, guint n_seconds, OqPlaybackRefusal *refusal,
	GError **error)
{
	g_auto(Tape) tape;

	oq_playback_forget_tape(playback);
	init(&tape, playback);
	gboolean is_done = measure_back(&tape, place, n_seconds, refusal, error);
	oq_pool_forget(playback->pool); /* the passage that is heard begins there */
	return is_done;
}

/* Where it was heard last. FALSE: it is not on the tape, which is then empty. */
static gboolean
find_position(OqPlayback *playback, guint64 *position)
{
	oq_playback_lock(playback);
	guint64 start = playback->at_start;
	gsize frame = playback->at_frame;
	gboolean is_of_style = oq_style_equal(&playback->style, &playback->tape_style);
	oq_playback_unlock(playback);
	*position = oq_tape_begin(&playback->tape);
	if (is_of_style &&
		(start == G_MAXUINT64 ? !oq_tape_is_empty(&playback->tape)
				      : oq_tape_find(&playback->tape, start, frame, position)))
		return TRUE;
	oq_playback_forget_tape(playback);
	return FALSE;
}

static guint64
frames_of(const OqPlayback *playback, guint n_seconds)
{
	const OqTake *take = playback->tape.takes.head->data;

	return (guint64)n_seconds * take->speech->rate_hz;
}

/* What comes next is made, which need not be heard. */
static gboolean
make_some(OqPlayback *playback, GError **error)
{
	if (playback->made_failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&playback->made_failure));
		return FALSE;
	}
	return playback->is_made || oq_playback_make(playback, error);
}

/* Behind the end of the text nothing comes. */
static gboolean
go_along(OqPlayback *playback, guint64 position, GError **error)
{
	while (!oq_tape_move(&playback->tape, position)) {
		if (!make_some(playback, error))
			return FALSE;
		if (playback->is_made && !oq_tape_move(&playback->tape, position)) {
			oq_tape_move_to_end(&playback->tape);
			break;
		}
	}
	return TRUE;
}

/* What is there already is not spoken anew, nor what comes behind it. */
static gboolean
skip_on(OqPlayback *playback, guint64 place, guint n_seconds, GError **error)
{
	guint64 position;

	if (!find_position(playback, &position)) {
		if (!oq_cursor_go(playback->cursor, place, OQ_STEP_WORD, 0, error))
			return FALSE;
		while (oq_tape_is_empty(&playback->tape) && !playback->is_made)
			if (!make_some(playback, error))
				return FALSE;
		position = 0;
	}
	return oq_tape_is_empty(&playback->tape) ||
	       go_along(playback, position + frames_of(playback, n_seconds), error);
}

static gboolean
skip_back(OqPlayback *playback, guint64 place, guint n_seconds, OqPlaybackRefusal *refusal,
	GError **error)
{
	guint64 position;

	if (find_position(playback, &position)) {
		guint64 n_frames = frames_of(playback, n_seconds);
		if (position >= oq_tape_begin(&playback->tape) + n_frames)
			return go_along(playback, position - n_frames, error);
	}
	return speak_back(playback, place, n_seconds, refusal, error);
}

gboolean
oq_playback_skip_sound(OqPlayback *playback, guint64 place, gint n_seconds,
	OqPlaybackRefusal *refusal, GError **error)
{
	if (n_seconds < 0)
		return skip_back(playback, place, (guint)-n_seconds, refusal, error);
	return skip_on(playback, place, (guint)n_seconds, error);
}
