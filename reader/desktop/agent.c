/* agent.c - see the header; what is done is in agent_deeds.c. */
#include "desktop/agent-private.h"

#include <glib/gi18n.h>

/* ---- what the service tells ---- */

static void
note_changed(gpointer data)
{
	OqAgent *agent = data;
	OqServiceStatus status = oq_service_status(agent->service);

	oq_reader_object_update(agent->object, &status, agent->own_wpm);
	oq_awake_hold(agent->awake, status.state == OQ_SERVICE_READING);
	oq_agent_tell_players(agent, &status);
	if (agent->leaves && status.state != OQ_SERVICE_READING)
		agent->parts.left(agent->parts.data);
}

static void
note_sentence(guint id, guint64 start, guint64 end, const char *sentence, gpointer data)
{
	OqAgent *agent = data;
	OqServiceStatus status = oq_service_status(agent->service);

	oq_reader_object_sentence(agent->object, id, start, end, sentence);
	oq_agent_tell_players(agent, &status);
}

static void
note_word(guint id, guint64 start, guint64 end, gpointer data)
{
	oq_reader_object_word(((OqAgent *)data)->object, id, start, end);
}

static gboolean
say_nothing_was_said(gpointer data)
{
	OqAgent *agent = data;

	agent->nothing = 0;
	oq_agent_complain(agent, _("there is not a word in this that can be said"));
	return G_SOURCE_REMOVE;
}

/* What has failed cannot be said: the voice or the device has. Silence without a word would be
 * taken for a failure, too. */
static void
note_finished(guint id, OqServiceOutcome outcome, const char *why, gpointer data)
{
	OqAgent *agent = data;

	if (id != 0)
		oq_reader_object_finished(agent->object, id, outcome, why);
	if (outcome == OQ_SERVICE_NOTHING && agent->nothing == 0)
		agent->nothing = g_idle_add(say_nothing_was_said, agent);
	if (why == NULL)
		return;
	agent->parts.tell(why, agent->parts.data);
	oq_reader_object_notify(agent->object, why);
}

static void
note_lost(gpointer data)
{
	OqAgent *agent = data;

	agent->parts.tell(
		_("the sound device no longer answers; waiting for it"), agent->parts.data);
}

static const OqServiceCalls service_calls = {
	note_changed, note_sentence, note_word, note_finished, note_lost};

/* ---- what the bus and the machine tell ---- */

static void
meet(OqReaderMeeting meeting, gpointer data)
{
	OqAgent *agent = data;

	agent->parts.met(meeting, agent->parts.data);
}

static const OqReaderCalls reader_calls = {meet, oq_agent_fulfil};

static void
fall_asleep(gpointer data)
{
	OqAgent *agent = data;

	agent->was_asleep |= oq_service_status(agent->service).state == OQ_SERVICE_READING;
	oq_service_pause(agent->service);
}

static void
wake_up(gpointer data)
{
	OqAgent *agent = data;

	if (agent->was_asleep)
		agent->parts.tell(
			_("the machine has slept, and the reading pauses"), agent->parts.data);
	agent->was_asleep = FALSE;
}

static const OqAwakeCalls awake_calls = {fall_asleep, wake_up};

static guint
find_own_speed(const OqAgentParts *parts)
{
	guint speed_wpm = oq_reader_speed(parts->reader);

	return speed_wpm > 0 ? speed_wpm : OQ_SPEED_NORMAL_WPM;
}

OqAgent *
oq_agent_new(const OqAgentParts *parts)
{
	OqAgent *agent = g_new0(OqAgent, 1);

	agent->parts = *parts;
	agent->own_wpm = find_own_speed(parts);
	agent->object = oq_reader_object_new(&reader_calls, agent);
	agent->awake = oq_awake_new(&awake_calls, agent);
	agent->service = oq_service_new(&(OqServiceParts){.reader = parts->reader,
		.style = parts->style,
		.open = parts->open,
		.open_data = parts->data,
		.calls = &service_calls,
		.data = agent});
	note_changed(agent);
	return agent;
}

void
oq_agent_free(OqAgent *agent)
{
	if (agent == NULL)
		return;
	oq_agent_drop_question(agent);
	g_clear_handle_id(&agent->nothing, g_source_remove);
	oq_service_free(agent->service);
	oq_mpris_free(agent->mpris);
	oq_awake_free(agent->awake);
	oq_reader_object_free(agent->object);
	g_free(agent);
}

void
oq_agent_complain(OqAgent *agent, const char *message)
{
	agent->parts.tell(message, agent->parts.data);
	oq_service_answer(agent->service, message);
	oq_reader_object_notify(agent->object, message);
}

void
oq_agent_leave(OqAgent *agent)
{
	agent->leaves = TRUE;
	note_changed(agent);
}

void
oq_agent_yield(OqAgent *agent)
{
	oq_reader_object_yield(agent->object);
}
