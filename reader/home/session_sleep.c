/* session_sleep.c - the sleep timer of a session. */
#include "home/session-private.h"
#include "reading/answers.h"

#include <glib/gi18n.h>

static gboolean
ring(gpointer data)
{
	OqSession *session = data;
	gint64 now_us = g_get_monotonic_time();

	oq_session_clear_source(&session->alarm);
	switch (oq_sleep_timer_step(&session->sleep, now_us)) {
	case OQ_SLEEP_TIMER_WARN:
		if (session->status.state == OQ_PLAYBACK_PLAYING)
			oq_session_answer(session, oq_answers_sleep(1));
		break;
	case OQ_SLEEP_TIMER_FADE:
		session->sleep_wish = 0;
		oq_playback_fade(session->parts.playback, OQ_SLEEP_TIMER_FADE_MS);
		break;
	default:
		break;
	}
	gint wait_ms = oq_sleep_timer_wait_ms(&session->sleep, now_us);
	if (wait_ms >= 0)
		session->alarm = oq_session_call_later(session, (guint)wait_ms, ring);
	return G_SOURCE_REMOVE;
}

/* Whoever falls asleep before the end will look for what was heard awake. */
static void
note_place(OqSession *session)
{
	if (session->parts.place != NULL)
		session->parts.place->sleep_place =
			oq_session_kept_place(session, session->status.sentence_start);
	oq_session_keep_place(session);
}

static void
set_timer(OqSession *session, guint n_minutes)
{
	gint64 now_us = g_get_monotonic_time();

	oq_sleep_timer_set(&session->sleep, n_minutes, now_us);
	oq_session_clear_source(&session->alarm);
	gint wait_ms = oq_sleep_timer_wait_ms(&session->sleep, now_us);
	if (wait_ms >= 0)
		session->alarm = oq_session_call_later(session, (guint)wait_ms, ring);
}

static void
set_minutes(OqSession *session, guint n_minutes)
{
	set_timer(session, n_minutes);
	if (n_minutes > 0)
		note_place(session);
	oq_session_answer(session, oq_answers_sleep(n_minutes));
}

/* The last is no step to stop behind. */
static OqStep
step_of(guint64 wish)
{
	switch (wish) {
	case OQ_SLEEP_SENTENCE:
		return OQ_STEP_SENTENCE;
	case OQ_SLEEP_PARAGRAPH:
		return OQ_STEP_BLOCK;
	case OQ_SLEEP_CHAPTER:
		return OQ_STEP_HEADING;
	default:
		return OQ_STEP_DOCUMENT;
	}
}

static void
stop_after(OqSession *session, OqStep step, const char *phrase)
{
	set_timer(session, 0);
	note_place(session);
	oq_playback_stop_after(session->parts.playback, step);
	oq_session_answer(session, g_strdup(phrase));
}

void
oq_session_drop_sleep(OqSession *session)
{
	if (step_of(session->sleep_wish) != OQ_STEP_DOCUMENT)
		session->sleep_wish = 0;
}

void
oq_session_go_on(OqSession *session)
{
	OqStep step = step_of(session->sleep_wish);

	oq_playback_play(session->parts.playback);
	if (step != OQ_STEP_DOCUMENT)
		oq_playback_stop_after(session->parts.playback, step);
}

void
oq_session_take_sleep(OqSession *session, guint64 value)
{
	session->sleep_wish = value;
	switch (value) {
	case OQ_SLEEP_SENTENCE:
		stop_after(session, OQ_STEP_SENTENCE, _("the reading ends with the sentence"));
		break;
	case OQ_SLEEP_PARAGRAPH:
		stop_after(session, OQ_STEP_BLOCK, _("the reading ends with the paragraph"));
		break;
	case OQ_SLEEP_CHAPTER:
		stop_after(session, OQ_STEP_HEADING, _("the reading ends with the chapter"));
		break;
	default:
		set_minutes(session, (guint)value);
		break;
	}
}
