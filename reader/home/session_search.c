/* session_search.c - a search of a session that takes long, and is broken off. */
#include "home/session-private.h"

#include <glib/gi18n.h>

/* Silence of this length would be a riddle. */
#define LONG_MS 500

static gboolean
is_over(const OqSession *session)
{
	OqPlaybackStatus status = oq_playback_status(session->parts.playback);

	return status.n_jumps != session->n_searched || status.state == OQ_PLAYBACK_FAILED;
}

void
oq_session_end_search(OqSession *session)
{
	if (session->searching == OQ_SEARCHING_NOT || !is_over(session))
		return;
	session->searching = OQ_SEARCHING_NOT;
	oq_session_clear_source(&session->searches);
}

/* The search goes on while that is said. */
static gboolean
tell_long(gpointer data)
{
	OqSession *session = data;

	oq_session_clear_source(&session->searches);
	oq_session_end_search(session);
	if (session->searching == OQ_SEARCHING_NOT)
		return G_SOURCE_REMOVE;
	if (session->dialogue != OQ_DIALOGUE_NONE) { /* whose keys are its own */
		session->searches = oq_session_call_later(session, LONG_MS, tell_long);
		return G_SOURCE_REMOVE;
	}
	session->searching = OQ_SEARCHING_LONG;
	oq_session_answer(session, g_strdup(_("still searching; any key breaks it off")));
	return G_SOURCE_REMOVE;
}

void
oq_session_begin_search(OqSession *session, gint n)
{
	session->n_searched = oq_playback_status(session->parts.playback).n_jumps;
	session->searching = OQ_SEARCHING_BEGUN;
	oq_session_clear_source(&session->searches);
	session->searches = oq_session_call_later(session, LONG_MS, tell_long);
	oq_playback_find(session->parts.playback, session->wanted, n);
}

/* Keys that come before the listener knows of a search are meant for what it finds. */
gboolean
oq_session_break_search(OqSession *session, const OqKey *key)
{
	guint64 place = oq_playback_status(session->parts.playback).word_start;

	oq_session_end_search(session);
	if (session->searching == OQ_SEARCHING_NOT ||
		(session->searching == OQ_SEARCHING_BEGUN && key->kind != OQ_KEY_ESCAPE))
		return FALSE;
	session->searching = OQ_SEARCHING_NOT;
	oq_session_clear_source(&session->searches);
	session->says_step = session->says_chapter = FALSE;
	oq_playback_go_to(session->parts.playback, place);
	oq_session_answer(session, g_strdup(_("the search was broken off")));
	return TRUE;
}
