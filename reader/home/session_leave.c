/* session_leave.c - a word before the listener is left alone, by q or to the shell: by ear nothing
 * else tells that from a pause. */
#include "home/session-private.h"
#include "reading/answers.h"

#include <glib/gi18n.h>

/* Longer than the phrases, of which that of q is a short one: a device may have stopped, and
 * whoever leaves is not held up by it. */
enum { QUIT_MS = 800, SUSPEND_MS = 4000 };

/* The terminal is the shell's meanwhile. */
static void
suspend(OqSession *session)
{
	oq_screen_rest(session->parts.screen);
	oq_terminal_suspend(session->parts.terminal);
}

void
oq_session_leave_now(OqSession *session)
{
	OqLeave leave = session->leave;

	session->leave = OQ_LEAVE_NONE;
	oq_session_clear_source(&session->patience);
	if (leave == OQ_LEAVE_QUIT)
		session->leaves = TRUE;
	else if (leave == OQ_LEAVE_SUSPEND)
		suspend(session);
}

static gboolean
lose_patience(gpointer data)
{
	oq_session_leave_now(data);
	return G_SOURCE_REMOVE;
}

/* When the phrase was heard, or at once where nothing can be. */
static void
leave_later(OqSession *session, OqLeave leave, OqPlaybackState state)
{
	session->leave = leave;
	if (state == OQ_PLAYBACK_PLAYING || state == OQ_PLAYBACK_PAUSED)
		session->patience = oq_session_call_later(
			session, leave == OQ_LEAVE_QUIT ? QUIT_MS : SUSPEND_MS, lose_patience);
	else
		oq_session_leave_now(session);
}

void
oq_session_follow_leave(OqSession *session)
{
	if (session->leave != OQ_LEAVE_NONE &&
		!oq_playback_status(session->parts.playback).in_answer)
		oq_session_leave_now(session);
}

/* What is printed of a place that is kept says how to come back, which is too long to hear. */
void
oq_act_quit(OqSession *session, guint n G_GNUC_UNUSED)
{
	OqPlayback *playback = session->parts.playback;
	OqPlaybackState state = oq_playback_status(playback).state;

	oq_playback_pause(playback);
	oq_session_keep_place(session);
	if (session->parts.place != NULL && !oq_places_is_failing(session->parts.places))
		oq_session_say(session, _("kept"));
	else
		oq_session_answer(session, g_strdup(_("ended")));
	leave_later(session, OQ_LEAVE_QUIT, state);
}

void
oq_act_suspend(OqSession *session, guint n G_GNUC_UNUSED)
{
	OqPlayback *playback = session->parts.playback;
	OqPlaybackState state = oq_playback_status(playback).state;

	if (session->parts.terminal == NULL)
		return;
	session->is_away = TRUE;
	session->is_suspended = state == OQ_PLAYBACK_PLAYING;
	oq_playback_pause(playback);
	oq_session_keep_place(session);
	oq_session_answer(session, g_strdup(_("paused; fg goes on")));
	leave_later(session, OQ_LEAVE_SUSPEND, state);
}

/* Others have written on the screen meanwhile. */
void
oq_session_come_back(OqSession *session)
{
	gboolean goes_on = session->is_suspended;

	oq_screen_rest(session->parts.screen);
	if (goes_on) {
		oq_session_go_on(session);
		oq_session_answer(
			session, oq_answers_resume(session->parts.title,
					 oq_session_percent(session, session->status.word_start)));
	} else if (session->is_away) {
		oq_act_where(session, 1);
	}
	session->is_away = session->is_suspended = FALSE;
}
