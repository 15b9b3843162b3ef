/* agent_player.c - the service as a player of the desktop: media keys, headsets, lock screens.
 * There is a player only where there is a text to go back to. */
#include "desktop/agent-private.h"
#include "reading/pace.h"

#include <glib/gi18n.h>

static void
play(gpointer data)
{
	oq_service_resume(((OqAgent *)data)->service);
}

static void
pause_reading(gpointer data)
{
	oq_service_pause(((OqAgent *)data)->service);
}

static void
play_pause(gpointer data)
{
	oq_agent_do(data, OQ_DEED_PAUSE);
}

static void
stop(gpointer data)
{
	oq_service_stop(((OqAgent *)data)->service);
}

static void
next(gpointer data)
{
	oq_agent_do(data, OQ_DEED_NEXT);
}

static void
previous(gpointer data)
{
	oq_agent_do(data, OQ_DEED_PREVIOUS);
}

static void
seek(gint64 offset_us, gpointer data)
{
	oq_service_skip(((OqAgent *)data)->service, (gint)(offset_us / G_USEC_PER_SEC));
}

/* A text is short, and nobody sees where it is. */
static void
go_to(gint64 position_us G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static void
set_rate(double rate, gpointer data)
{
	OqAgent *agent = data;

	oq_service_set_speed(agent->service, (guint)(rate * agent->own_wpm + 0.5));
}

static void
set_volume(double volume, gpointer data)
{
	oq_service_set_volume(((OqAgent *)data)->service, (guint)(volume * 100 + 0.5));
}

static const OqMprisCalls calls = {play, pause_reading, play_pause, stop, next, previous, stop,
	seek, go_to, set_rate, set_volume};

static gint64
time_of(const OqAgent *agent, guint64 n_bytes)
{
	const OqPace pace = {0};

	return (gint64)(oq_pace_words(&pace, n_bytes) * 60 * G_USEC_PER_SEC / agent->own_wpm);
}

static void
tell(OqAgent *agent, const OqServiceStatus *status)
{
	static const OqMprisStatus states[] = {[OQ_SERVICE_IDLE] = OQ_MPRIS_STOPPED,
		[OQ_SERVICE_READING] = OQ_MPRIS_PLAYING,
		[OQ_SERVICE_PAUSED] = OQ_MPRIS_PAUSED};
	double own_wpm = agent->own_wpm;

	oq_mpris_update(agent->mpris,
		&(OqMprisState){.status = states[status->state],
			.text = status->text,
			.title = _("selected text"),
			.position_us = time_of(agent, status->n_bytes - status->left_bytes),
			.length_us = time_of(agent, status->n_bytes),
			.rate = status->speed_wpm / own_wpm,
			.min_rate = OQ_SPEED_MIN_WPM / own_wpm,
			.max_rate = OQ_SPEED_MAX_WPM / own_wpm,
			.volume = status->volume_percent / 100.0});
}

void
oq_agent_tell_players(OqAgent *agent, const OqServiceStatus *status)
{
	if (status->text != 0 && agent->mpris == NULL)
		agent->mpris = oq_mpris_new(&calls, agent);
	else if (status->text == 0)
		g_clear_pointer(&agent->mpris, oq_mpris_free);
	if (agent->mpris != NULL)
		tell(agent, status);
}
