/* session_keys.c - from the bytes of a terminal to what a key does. */
#include "home/session-private.h"

#include <glib/gi18n.h>

/* No chatter: who types on, or whose cat does, has been told. */
#define UNKNOWN_S 10

static const OqAct acts[OQ_N_ACTIONS] = {
	[OQ_ACTION_PAUSE] = oq_act_pause,
	[OQ_ACTION_SENTENCE_BACK] = oq_act_sentence_back,
	[OQ_ACTION_SENTENCE_ON] = oq_act_sentence_on,
	[OQ_ACTION_PARAGRAPH_BACK] = oq_act_paragraph_back,
	[OQ_ACTION_PARAGRAPH_ON] = oq_act_paragraph_on,
	[OQ_ACTION_HEADING_BACK] = oq_act_heading_back,
	[OQ_ACTION_HEADING_ON] = oq_act_heading_on,
	[OQ_ACTION_WORD_BACK] = oq_act_word_back,
	[OQ_ACTION_WORD_ON] = oq_act_word_on,
	[OQ_ACTION_START] = oq_act_start,
	[OQ_ACTION_END] = oq_act_end,
	[OQ_ACTION_SECONDS_BACK] = oq_act_seconds_back,
	[OQ_ACTION_SECONDS_ON] = oq_act_seconds_on,
	[OQ_ACTION_REPEAT] = oq_act_repeat,
	[OQ_ACTION_FIND] = oq_act_find,
	[OQ_ACTION_FIND_NEXT] = oq_act_find_next,
	[OQ_ACTION_FIND_PREVIOUS] = oq_act_find_previous,
	[OQ_ACTION_GO] = oq_act_go,
	[OQ_ACTION_OUTLINE] = oq_act_outline,
	[OQ_ACTION_FASTER] = oq_act_faster,
	[OQ_ACTION_SLOWER] = oq_act_slower,
	[OQ_ACTION_PITCH_UP] = oq_act_higher,
	[OQ_ACTION_PITCH_DOWN] = oq_act_lower,
	[OQ_ACTION_LOUDER] = oq_act_louder,
	[OQ_ACTION_SOFTER] = oq_act_softer,
	[OQ_ACTION_VOICE] = oq_act_voice,
	[OQ_ACTION_STUDY_PAUSE] = oq_act_study_pause,
	[OQ_ACTION_WORD] = oq_act_word,
	[OQ_ACTION_WHERE] = oq_act_where,
	[OQ_ACTION_HELP] = oq_act_help,
	[OQ_ACTION_SAY_HELP] = oq_act_say_help,
	[OQ_ACTION_SLEEP] = oq_act_sleep,
	[OQ_ACTION_BOOKMARK] = oq_act_bookmark,
	[OQ_ACTION_BOOKMARKS] = oq_act_bookmarks,
	[OQ_ACTION_CORRECT] = oq_act_correct,
	[OQ_ACTION_QUIT] = oq_act_quit,
	[OQ_ACTION_SUSPEND] = oq_act_suspend,
};

void
oq_session_act(OqSession *session, OqAction action, guint n)
{
	g_return_if_fail(action > OQ_ACTION_NONE && action < OQ_N_ACTIONS);

	acts[action](session, n);
	g_main_context_wakeup(session->context);
}

/* Not for every one. */
static void
tell_paste(OqSession *session)
{
	if (!session->has_told_paste)
		oq_session_answer(session, g_strdup(_("pasted text is not read as keys")));
	session->has_told_paste = TRUE;
}

gboolean
oq_session_may_tell_unknown(OqSession *session, const OqKey *key)
{
	gint64 now_us = g_get_monotonic_time();

	if (key->kind == OQ_KEY_ESCAPE || key->kind == OQ_KEY_PASTE ||
		oq_bindings_knows(session->parts.bindings, key) ||
		(session->unknown_us != 0 &&
			now_us - session->unknown_us < UNKNOWN_S * G_USEC_PER_SEC))
		return FALSE;
	session->unknown_us = now_us;
	return TRUE;
}

static void
tell_unknown(OqSession *session)
{
	OqKey say = {0}, list = {0};

	if (!oq_bindings_key(session->parts.bindings, OQ_ACTION_SAY_HELP, &say) ||
		!oq_bindings_key(session->parts.bindings, OQ_ACTION_HELP, &list)) {
		oq_session_answer(session, g_strdup(_("this key does nothing")));
		return;
	}
	g_autofree char *say_key = oq_key_spoken(&say);
	g_autofree char *list_key = oq_key_spoken(&list);
	oq_session_answer(session,
		g_strdup_printf(_("this key does nothing; %s says the keys, %s lists them"),
			say_key, list_key));
}

static void
take(OqSession *session, const OqKey *key)
{
	guint n = 0;

	if (session->is_over) {
		session->leaves = TRUE;
		return;
	}
	if (session->leave != OQ_LEAVE_NONE) {
		oq_session_leave_now(session);
		return;
	}
	if (session->dialogue != OQ_DIALOGUE_NONE) {
		oq_session_take_key(session, key);
		return;
	}
	if (key->kind == OQ_KEY_PASTE)
		tell_paste(session);
	OqAction action = oq_bindings_take(session->parts.bindings, key, &n);
	if (oq_session_break_search(session, key) && action != OQ_ACTION_QUIT &&
		action != OQ_ACTION_SUSPEND)
		return;
	if (action != OQ_ACTION_NONE)
		oq_session_act(session, action, n);
	else if (oq_session_may_tell_unknown(session, key))
		tell_unknown(session);
}

/* A terminal that is raw sends no signal, but what was meant is the same. */
static gboolean
is_interrupt(const OqKey *key)
{
	return key->kind == OQ_KEY_CHARACTER && key->ctrl && !key->alt && key->character == 'c';
}

void
oq_session_take_any_key(OqSession *session, const OqKey *key)
{
	if (!is_interrupt(key)) {
		take(session, key);
		return;
	}
	session->leaves = TRUE;
	g_cancellable_cancel(session->stop);
}
