/* acts_voice.c - keys that change how the voice speaks. */
#include "home/session-private.h"
#include "reading/answers.h"
#include "speech/voice.h"

#include <glib/gi18n.h>

enum { SPEED_STEP_WPM = 10, PERCENT_STEP = 5 };

static const OqVoice *
find_voice(const OqSession *session)
{
	const char *id = session->style.voice;
	const GPtrArray *voices = session->parts.voices;

	for (guint i = 0; voices != NULL && i < voices->len; i++) {
		const OqVoice *voice = g_ptr_array_index(voices, i);
		if (*id == '\0' ? g_str_equal(voice->id, OQ_VOICE_DEFAULT)
				: g_str_equal(voice->id, id) || g_str_equal(voice->name, id))
			return voice;
	}
	return NULL;
}

guint
oq_session_own_speed(const OqSession *session)
{
	const OqVoice *voice = find_voice(session);

	return voice != NULL ? voice->speed_wpm : OQ_SPEED_NORMAL_WPM;
}

guint
oq_session_speed(const OqSession *session)
{
	guint speed_wpm = session->style.speed_wpm;

	return speed_wpm > 0 ? speed_wpm : oq_session_own_speed(session);
}

void
oq_session_speak_like(OqSession *session, const OqStyle *style, OqPlaceStyle chosen, char *phrase)
{
	session->style = *style;
	if (session->parts.place != NULL)
		oq_place_set_style(session->parts.place, chosen, style);
	oq_playback_set_style(session->parts.playback, style);
	oq_session_answer(session, phrase);
	oq_session_keep_place(session);
}

static void
change_speed(OqSession *session, gint change_wpm)
{
	OqStyle style = session->style;
	gint speed_wpm = (gint)oq_session_speed(session) + change_wpm;

	style.speed_wpm = (guint16)CLAMP(speed_wpm, OQ_SPEED_MIN_WPM, OQ_SPEED_MAX_WPM);
	oq_session_speak_like(session, &style, OQ_PLACE_SPEED, oq_answers_speed(style.speed_wpm));
}

void
oq_act_faster(OqSession *session, guint n)
{
	change_speed(session, SPEED_STEP_WPM * (gint)n);
}

void
oq_act_slower(OqSession *session, guint n)
{
	change_speed(session, -SPEED_STEP_WPM * (gint)n);
}

static void
change_pitch(OqSession *session, gint change)
{
	OqStyle style = session->style;

	style.pitch_percent = (guint8)CLAMP((gint)style.pitch_percent + change, 0, 100);
	oq_session_speak_like(
		session, &style, OQ_PLACE_PITCH, oq_answers_pitch(style.pitch_percent));
}

void
oq_act_higher(OqSession *session, guint n)
{
	change_pitch(session, PERCENT_STEP * (gint)n);
}

void
oq_act_lower(OqSession *session, guint n)
{
	change_pitch(session, -PERCENT_STEP * (gint)n);
}

static void
change_volume(OqSession *session, gint change)
{
	OqStyle style = session->style;

	style.volume_percent = (guint8)CLAMP((gint)style.volume_percent + change, 0, 100);
	oq_session_speak_like(
		session, &style, OQ_PLACE_VOLUME, oq_answers_volume(style.volume_percent));
}

void
oq_act_louder(OqSession *session, guint n)
{
	change_volume(session, PERCENT_STEP * (gint)n);
}

void
oq_act_softer(OqSession *session, guint n)
{
	change_volume(session, -PERCENT_STEP * (gint)n);
}

void
oq_act_voice(OqSession *session, guint n)
{
	GPtrArray *voices = session->parts.voices;
	const OqVoice *voice = find_voice(session);
	OqStyle style = session->style;
	guint index = 0;

	if (voices == NULL || voices->len == 0)
		return;
	if (voice != NULL && g_ptr_array_find(voices, voice, &index))
		index = (index + n) % voices->len;
	voice = g_ptr_array_index(voices, index);
	oq_style_set_voice(&style, voice->id);
	oq_session_speak_like(session, &style, OQ_PLACE_VOICE, g_strdup(voice->name));
}

/* A number before the key is the length in seconds; without one, the pause is switched on or off.
 */
void
oq_act_study_pause(OqSession *session, guint n)
{
	if (n > 1)
		session->parts.study_pause_ms = MIN(n, 600) * 1000;
	gboolean switches_on = n > 1 || session->study_pause_ms == 0;

	session->study_pause_ms = switches_on ? session->parts.study_pause_ms : 0;
	oq_playback_set_gap(session->parts.playback, session->study_pause_ms);
	oq_session_answer(session, oq_answers_study_pause(session->study_pause_ms));
}
