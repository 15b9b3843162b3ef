/* playback_jumps.c - jumps of a playback, on its thread: see playback.h. */
#include "reading/playback/playback-private.h"

void
oq_playback_free_jump(gpointer data)
{
	OqPlaybackJump *jump = data;

	g_free(jump->text);
	g_free(jump);
}

void
oq_playback_clear_jumps(OqPlayback *playback)
{
	g_queue_clear_full(&playback->trail, oq_playback_free_jump);
}

/* It does not matter where the reading was. */
static gboolean
is_absolute(const OqPlaybackJump *jump)
{
	return jump->kind == OQ_PLAYBACK_JUMP_PLACE ||
	       (jump->kind == OQ_PLAYBACK_JUMP_STEP && jump->step == OQ_STEP_DOCUMENT &&
		       jump->n != 0);
}

/* What a pipe holds up is not waited for by those who turn back. */
static gboolean
is_vain(const OqPlaybackJump *first, const OqPlaybackJump *jump)
{
	return first->has_waited && jump->n != 0 && (first->n < 0) != (jump->n < 0);
}

static gboolean
is_same_search(const OqPlaybackJump *last, const OqPlaybackJump *jump)
{
	return jump->kind == OQ_PLAYBACK_JUMP_FIND && g_strcmp0(last->text, jump->text) == 0;
}

static gboolean
adds_up(const OqPlaybackJump *last, const OqPlaybackJump *jump)
{
	return last->kind == jump->kind &&
	       (jump->kind == OQ_PLAYBACK_JUMP_RESUME || jump->kind == OQ_PLAYBACK_JUMP_SKIP ||
		       is_same_search(last, jump) ||
		       (jump->kind == OQ_PLAYBACK_JUMP_STEP && last->step == jump->step)) &&
	       (last->has_waited || (last->n < 0) == (jump->n < 0));
}

/* Counts of their own limits, typed again and again, come to more than there is in any text. */
static gint
sum(gint a, gint b)
{
	return (gint)CLAMP((gint64)a + b, -G_MAXINT, G_MAXINT);
}

void
oq_playback_add_jump(OqPlayback *playback, OqPlaybackJump *jump)
{
	OqPlaybackJump *first = g_queue_peek_head(&playback->trail);
	OqPlaybackJump *last = g_queue_peek_tail(&playback->trail);

	if (last != NULL && !is_absolute(jump) && adds_up(last, jump)) {
		last->n = sum(last->n, jump->n);
		oq_playback_free_jump(jump);
		return;
	}
	if (is_absolute(jump) || (first != NULL && is_vain(first, jump)))
		oq_playback_clear_jumps(playback);
	g_queue_push_tail(&playback->trail, jump);
}

void
oq_playback_refuse(OqPlayback *playback, OqPlaybackRefusal refusal)
{
	playback->n_refused++;
	playback->refusal = refusal;
}

gboolean
oq_playback_go_to_last(OqPlayback *playback, guint64 place, OqStep step, GError **error)
{
	return oq_cursor_go(playback->cursor, G_MAXUINT64, step, 0, error) &&
	       (oq_cursor_place(playback->cursor) > place ||
		       oq_cursor_go(playback->cursor, place, OQ_STEP_WORD, 0, error));
}

static gboolean
go(OqPlayback *playback, guint64 place, const OqPlaybackJump *jump, OqPlaybackRefusal *refusal,
	GError **error)
{
	if (!oq_cursor_go(playback->cursor, place, jump->step, jump->n, error))
		return FALSE;
	if (jump->n == 0 || jump->step == OQ_STEP_DOCUMENT)
		return TRUE;
	switch (oq_cursor_reach(playback->cursor)) {
	case OQ_REACH_START:
		*refusal = OQ_PLAYBACK_REFUSAL_AT_START;
		return TRUE;
	case OQ_REACH_END:
		*refusal = OQ_PLAYBACK_REFUSAL_AT_END;
		return oq_playback_go_to_last(playback, place, jump->step, error);
	case OQ_REACH_NOTHING:
		*refusal = OQ_PLAYBACK_REFUSAL_NOT_FOUND;
		return TRUE;
	default:
		return TRUE;
	}
}

/* The time begins when a pipe is waited for: a file is looked through to its end. */
static void
set_limited(OqPlayback *playback, gboolean is_limited)
{
	oq_playback_lock(playback);
	playback->is_limited = is_limited;
	playback->give_up_us = 0;
	oq_playback_unlock(playback);
}

static void
set_not_found(GError **error)
{
	g_clear_error(error);
	g_set_error_literal(error, OQ_CURSOR_ERROR, OQ_CURSOR_ERROR_NOT_FOUND, "not found");
}

/* Nobody else breaks off a search that is still wanted. */
static gboolean
was_given_up(OqPlayback *playback)
{
	oq_playback_lock(playback);
	gboolean was = g_queue_is_empty(&playback->requests);
	oq_playback_unlock(playback);
	return was;
}

/* Why it was refused; NONE: it was not, but failed. */
static OqPlaybackRefusal
refusal_of(const GError *failure)
{
	if (g_error_matches(failure, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_GONE))
		return OQ_PLAYBACK_REFUSAL_GONE;
	if (g_error_matches(failure, OQ_CURSOR_ERROR, OQ_CURSOR_ERROR_NOT_FOUND))
		return OQ_PLAYBACK_REFUSAL_NOT_FOUND;
	return OQ_PLAYBACK_REFUSAL_NONE;
}

/* TRUE and CANCELLED: something else is wanted by now. A long search that was not broken off may
 * have come to its limit. */
static gboolean
is_disturbed(OqPlayback *playback, GError **error)
{
	if (!g_cancellable_is_cancelled(playback->stop))
		return FALSE;
	if (!was_given_up(playback))
		return g_cancellable_set_error_if_cancelled(playback->stop, error);
	oq_playback_renew_stop(playback);
	return FALSE;
}

/* Returns: how many places were found, at the last of which the cursor stands. */
static gint
find_all(OqPlayback *playback, guint64 from, const OqPlaybackJump *jump, GError **error)
{
	gint n_found = 0, n_wanted = ABS(jump->n);
	gint direction = jump->n < 0 ? -1 : 1;

	while (n_found < n_wanted && (n_found == 0 || !is_disturbed(playback, error))) {
		set_limited(playback, TRUE);
		if (!oq_cursor_find(playback->cursor, from, jump->text, direction, error))
			break;
		from = playback->found = oq_cursor_place(playback->cursor);
		n_found++;
	}
	set_limited(playback, FALSE);
	return n_found;
}

/* What was found may begin within the word that is heard. */
static gboolean
find(OqPlayback *playback, guint64 place, guint64 place_end, const OqPlaybackJump *jump,
	OqPlaybackRefusal *refusal, GError **error)
{
	gboolean is_here = playback->found >= place && playback->found < place_end;
	g_autoptr(GError) failure = NULL;

	if (oq_cursor_document(playback->cursor) == NULL) {
		set_not_found(error);
		return FALSE;
	}
	gint n_found = find_all(playback, is_here ? playback->found : place, jump, &failure);
	if (g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) && was_given_up(playback))
		set_not_found(&failure);
	oq_playback_renew_stop(playback);
	if (failure == NULL)
		return TRUE;
	if (n_found > 0 && refusal_of(failure) == OQ_PLAYBACK_REFUSAL_NOT_FOUND) {
		*refusal = OQ_PLAYBACK_REFUSAL_NOT_FOUND;
		return TRUE;
	}
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
jump_from(OqPlayback *playback, guint64 place, guint64 place_end, const OqPlaybackJump *jump,
	OqPlaybackRefusal *refusal, GError **error)
{
	switch (jump->kind) {
	case OQ_PLAYBACK_JUMP_RESUME:
		return oq_cursor_go(playback->cursor, place, OQ_STEP_WORD, jump->n, error);
	case OQ_PLAYBACK_JUMP_PLACE:
		return oq_cursor_go(playback->cursor, jump->place, OQ_STEP_WORD, 0, error);
	case OQ_PLAYBACK_JUMP_FIND:
		return find(playback, place, place_end, jump, refusal, error);
	case OQ_PLAYBACK_JUMP_SKIP:
		return oq_playback_skip_sound(playback, place, jump->n, refusal, error);
	default: /* OQ_PLAYBACK_JUMP_STEP */
		return go(playback, place, jump, refusal, error);
	}
}

/* The chapter that is heard is the last one: after a jump, that which was reached. With the lock
 * held. */
static void
move_stop(OqPlayback *playback, const OqPlaybackJump *jump)
{
	if (jump->kind != OQ_PLAYBACK_JUMP_RESUME)
		playback->stop_heading = oq_playback_next_heading(playback, playback->place);
}

/* Where the jump led. With the lock held. */
static void
note_place(OqPlayback *playback)
{
	const OqTape *tape = &playback->tape;
	const OqTake *next = oq_tape_next(tape);

	playback->at_start = G_MAXUINT64;
	playback->at_frame = 0;
	if (oq_tape_is_empty(tape)) {
		playback->place = oq_cursor_place(playback->cursor);
		return;
	}
	playback->place = oq_tape_place(tape);
	if (next == NULL) {
		next = tape->takes.tail->data;
		playback->at_frame = next->speech->n_frames;
	}
	playback->at_start = next->start;
}

/* FALSE: it was broken off, or something else than the jump went wrong. */
static gboolean
do_jump(OqPlayback *playback, const OqPlaybackJump *jump)
{
	g_autoptr(GError) failure = NULL;
	OqPlaybackRefusal refusal = OQ_PLAYBACK_REFUSAL_NONE;

	if (jump->kind != OQ_PLAYBACK_JUMP_SKIP)
		oq_playback_forget_tape(playback);
	oq_playback_lock(playback);
	guint64 place = playback->place, place_end = playback->place_end;
	oq_playback_unlock(playback);
	if (!jump_from(playback, place, place_end, jump, &refusal, &failure)) {
		refusal = refusal_of(failure);
		if (refusal != OQ_PLAYBACK_REFUSAL_NONE) {
			g_clear_error(&failure);
			oq_cursor_go(playback->cursor, place, OQ_STEP_WORD, 0, &failure);
		}
	}
	if (failure != NULL) {
		oq_playback_take_failure(playback, g_steal_pointer(&failure));
		return FALSE;
	}
	oq_playback_lock(playback);
	note_place(playback);
	if (playback->place != place)
		playback->place_end = playback->place;
	move_stop(playback, jump);
	playback->n_jumps++;
	playback->is_first = TRUE;
	if (refusal != OQ_PLAYBACK_REFUSAL_NONE)
		oq_playback_refuse(playback, refusal);
	oq_playback_unlock(playback);
	return TRUE;
}

/* Of a reading that had ended, and from which nothing led away, nothing is said again. */
static void
go_on(OqPlayback *playback, guint64 place, gboolean is_refused)
{
	oq_playback_lock(playback);
	if (is_refused && playback->has_ended && playback->place == place)
		oq_player_end(playback->player);
	else
		playback->has_ended = FALSE;
	oq_playback_wake(playback);
	oq_playback_unlock(playback);
}

void
oq_playback_do_jumps(OqPlayback *playback)
{
	oq_playback_lock(playback);
	guint64 place = playback->place;
	guint n_refused = playback->n_refused;
	oq_playback_unlock(playback);
	while (playback->cursor != NULL && !g_queue_is_empty(&playback->trail)) {
		OqPlaybackJump *jump = g_queue_peek_head(&playback->trail);
		playback->has_waited = FALSE;
		if (!do_jump(playback, jump)) {
			jump->has_waited |= playback->has_waited;
			break;
		}
		oq_playback_free_jump(g_queue_pop_head(&playback->trail));
	}
	oq_playback_lock(playback);
	gboolean is_broken = playback->failure == NULL && playback->cursor != NULL &&
			     !g_queue_is_empty(&playback->trail);
	n_refused = playback->n_refused - n_refused;
	oq_playback_unlock(playback);
	if (is_broken)
		return;
	oq_playback_clear_jumps(playback);
	go_on(playback, place, n_refused > 0);
}
