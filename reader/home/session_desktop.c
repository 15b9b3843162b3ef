/* session_desktop.c - the session as a player of the desktop: media keys, headsets, lock screens.
 */
#include "bus/mpris.h"
#include "home/session-private.h"
#include "reading/answers.h"

#include <glib/gi18n.h>
#include <string.h>

static gint64
time_of(OqSession *session, gdouble fraction)
{
	guint64 n_bytes = oq_document_info(oq_cursor_document(session->cursor)).n_bytes;
	guint64 n_words = oq_pace_words(&session->pace, (guint64)(fraction * (gdouble)n_bytes));

	return (gint64)(n_words * 60 * G_USEC_PER_SEC / oq_session_own_speed(session));
}

static void
play(gpointer data)
{
	OqSession *session = data;

	if (session->status.state != OQ_PLAYBACK_PLAYING)
		oq_session_act(session, OQ_ACTION_PAUSE, 1);
}

static void
pause_reading(gpointer data)
{
	OqSession *session = data;

	if (session->status.state == OQ_PLAYBACK_PLAYING)
		oq_session_act(session, OQ_ACTION_PAUSE, 1);
}

static void
play_pause(gpointer data)
{
	oq_session_act(data, OQ_ACTION_PAUSE, 1);
}

static void
next(gpointer data)
{
	oq_session_act(data, OQ_ACTION_SENTENCE_ON, 1);
}

static void
previous(gpointer data)
{
	oq_session_act(data, OQ_ACTION_SENTENCE_BACK, 1);
}

static void
quit(gpointer data)
{
	oq_session_act(data, OQ_ACTION_QUIT, 1);
}

static void
seek(gint64 offset_us, gpointer data)
{
	OqSession *session = data;
	gint64 n_seconds = offset_us / G_USEC_PER_SEC;

	oq_playback_skip(session->parts.playback, (gint)CLAMP(n_seconds, -G_MAXINT16, G_MAXINT16));
}

static void
go_to(gint64 position_us, gpointer data)
{
	OqSession *session = data;
	gint64 length_us = time_of(session, 1);

	if (length_us > 0)
		oq_playback_go_to(session->parts.playback,
			oq_document_at(oq_cursor_document(session->cursor),
				(gdouble)position_us / (gdouble)length_us));
}

static void
set_rate(double rate, gpointer data)
{
	OqSession *session = data;
	OqStyle style = session->style;
	double speed_wpm = rate * oq_session_own_speed(session);

	style.speed_wpm = (guint16)CLAMP(speed_wpm, OQ_SPEED_MIN_WPM, OQ_SPEED_MAX_WPM);
	oq_session_speak_like(session, &style, OQ_PLACE_SPEED, oq_answers_speed(style.speed_wpm));
}

static void
set_volume(double volume, gpointer data)
{
	OqSession *session = data;
	OqStyle style = session->style;

	style.volume_percent = (guint8)CLAMP(volume * 100 + 0.5, 0, 100);
	oq_session_speak_like(
		session, &style, OQ_PLACE_VOLUME, oq_answers_volume(style.volume_percent));
}

static const OqMprisCalls calls = {play, pause_reading, play_pause, pause_reading, next, previous,
	quit, seek, go_to, set_rate, set_volume};

/* The place is on the disk before the machine sleeps; whoever opens it again may not be alone. */
static void
fall_asleep(gpointer data)
{
	pause_reading(data);
	oq_session_keep_place(data);
}

static void
wake_up(gpointer data)
{
	OqSession *session = data;

	oq_session_tell(session, _("the machine has slept, and the reading pauses"));
}

static const OqAwakeCalls awake_calls = {fall_asleep, wake_up};

void
oq_session_join_desktop(OqSession *session)
{
	session->awake = oq_awake_new(&awake_calls, session);
	session->mpris = oq_mpris_new(&calls, session);
}

void
oq_session_leave_desktop(OqSession *session)
{
	g_clear_pointer(&session->mpris, oq_mpris_free);
	g_clear_pointer(&session->awake, oq_awake_free);
}

static OqMprisStatus
status_of(const OqSession *session)
{
	switch (session->status.state) {
	case OQ_PLAYBACK_PLAYING:
		return OQ_MPRIS_PLAYING;
	case OQ_PLAYBACK_PAUSED:
	case OQ_PLAYBACK_LOST:
		return OQ_MPRIS_PAUSED;
	default:
		return OQ_MPRIS_STOPPED;
	}
}

void
oq_session_tell_desktop(OqSession *session)
{
	OqDocument *document = oq_cursor_document(session->cursor);
	guint64 place = session->status.word_start;
	double own_wpm = oq_session_own_speed(session);
	const char *path = oq_document_path(document, place);
	g_autofree char *absolute =
		path != NULL && strcmp(path, "-") != 0 ? g_canonicalize_filename(path, NULL) : NULL;
	g_auto(OqHearing) hearing = {0};

	if (session->mpris == NULL)
		return;
	oq_awake_hold(session->awake, session->status.state == OQ_PLAYBACK_PLAYING);
	oq_session_hear(session, &hearing);
	const OqMprisState state = {.status = status_of(session),
		.text = 1,
		.title = session->parts.title,
		.path = absolute,
		.sentence = hearing.sentence,
		.position_us = time_of(session, oq_document_fraction(document, place)),
		.length_us = time_of(session, 1),
		.rate = oq_session_speed(session) / own_wpm,
		.min_rate = OQ_SPEED_MIN_WPM / own_wpm,
		.max_rate = OQ_SPEED_MAX_WPM / own_wpm,
		.volume = session->style.volume_percent / 100.0};

	oq_mpris_update(session->mpris, &state);
}
