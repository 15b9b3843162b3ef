/* agent_deeds.c - what a key, a method or a command does. */
#include "desktop/agent-private.h"
#include "reading/answers.h"
#include "reading/pace.h"

#include <glib/gi18n.h>

enum { SPEED_STEP_WPM = 10 };

/* ---- what is selected ---- */

static void
free_question(OqAgentQuestion *question)
{
	oq_reader_wish_free(question->wish);
	g_object_unref(question->stop);
	g_free(question);
}

static void
answer_wish(OqReaderWish *wish, guint number)
{
	if (wish != NULL)
		oq_reader_wish_answer(wish, number);
}

void
oq_agent_drop_question(OqAgent *agent)
{
	OqAgentQuestion *question = g_steal_pointer(&agent->question);

	if (question == NULL)
		return;
	g_cancellable_cancel(question->stop);
	answer_wish(question->wish, FALSE);
	free_question(question);
}

static const char *
too_much(void)
{
	return _("too much waits to be read");
}

/* A word may have been taught since. */
static void
refresh_words(OqAgent *agent)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);

	oq_reader_refresh(agent->parts.reader, notices);
	for (guint i = 0; i < notices->len; i++)
		agent->parts.tell(g_ptr_array_index(notices, i), agent->parts.data);
}

/* Nothing waits for the end of a pause. */
static void
read_text(OqAgent *agent, OqDeed deed, GBytes *bytes)
{
	gsize n_bytes;
	const char *start = g_bytes_get_data(bytes, &n_bytes);
	g_autofree char *text = g_strndup(start, n_bytes);
	gboolean reads = oq_service_status(agent->service).state == OQ_SERVICE_READING;
	const OqServiceWish wish = {.queues = agent->parts.queues && reads,
		.spells = deed == OQ_DEED_SPELL_SELECTION,
		.source = (gint)deed,
		.lang = OQ_N_LANGS};

	refresh_words(agent);
	if (oq_service_say(agent->service, text, &wish) == 0)
		oq_agent_complain(agent, too_much());
}

static void
take_text(GBytes *text, const GError *error, gpointer data)
{
	OqAgent *agent = data;
	OqAgentQuestion *question = g_steal_pointer(&agent->question);

	g_return_if_fail(question != NULL);
	if (text != NULL) {
		answer_wish(question->wish, TRUE);
		read_text(agent, question->deed, text);
	} else {
		gboolean is_nothing =
			g_error_matches(error, OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_NOTHING);
		if (question->wish != NULL)
			oq_reader_wish_fail(
				question->wish, is_nothing ? "Nothing" : "Failed", error->message);
		oq_agent_complain(agent, error->message);
	}
	free_question(question);
}

static void
ask(OqAgent *agent, OqDeed deed, OqReaderWish *wish)
{
	OqSelectionWanted wanted =
		deed == OQ_DEED_READ_CLIPBOARD ? OQ_SELECTION_CLIPBOARD : OQ_SELECTION_SELECTED;
	OqAgentQuestion *question = g_new0(OqAgentQuestion, 1);

	*question = (OqAgentQuestion){deed, wish, g_cancellable_new()};
	agent->question = question;
	agent->parts.ask(wanted, question->stop, take_text, agent, agent->parts.data);
}

/* @wish: (nullable) (transfer full). Whatever is read, or about to be: the key for what is selected
 * stops it, and so does the one by which it was begun. */
static void
read_or_stop(OqAgent *agent, OqDeed deed, OqReaderWish *wish)
{
	OqServiceStatus status = oq_service_status(agent->service);
	gboolean reads = status.state == OQ_SERVICE_READING;
	gboolean asks = agent->question != NULL;
	gboolean is_own =
		(reads && status.source == (gint)deed) || (asks && agent->question->deed == deed);

	oq_agent_drop_question(agent);
	if (!is_own && !(deed == OQ_DEED_READ_SELECTION && (reads || asks))) {
		ask(agent, deed, wish);
		return;
	}
	oq_service_stop(agent->service);
	answer_wish(wish, FALSE);
	oq_reader_wish_free(wish);
}

/* ---- all else ---- */

static void
tell_nothing(OqAgent *agent)
{
	oq_service_answer(agent->service, _("nothing is being read"));
}

static void
go(OqAgent *agent, gint n_sentences)
{
	if (!oq_service_go(agent->service, OQ_STEP_SENTENCE, n_sentences))
		tell_nothing(agent);
}

static void
pause_or_go_on(OqAgent *agent)
{
	if (oq_service_status(agent->service).state == OQ_SERVICE_READING)
		oq_service_pause(agent->service);
	else if (!oq_service_resume(agent->service))
		tell_nothing(agent);
}

static void
change_speed(OqAgent *agent, gint change_wpm)
{
	gint speed_wpm = (gint)oq_service_status(agent->service).speed_wpm + change_wpm;

	oq_service_set_speed(agent->service, (guint)MAX(speed_wpm, 0));
	g_autofree char *phrase = oq_answers_speed(oq_service_status(agent->service).speed_wpm);
	oq_service_answer(agent->service, phrase);
}

static void
tell_where(OqAgent *agent)
{
	const OqPace pace = {0};
	OqServiceStatus status = oq_service_status(agent->service);

	if (status.percent < 0) {
		tell_nothing(agent);
		return;
	}
	g_autofree char *phrase = oq_answers_where(&(OqWhere){.percent = status.percent,
		.left_s = (gint64)oq_pace_seconds(&pace, status.left_bytes, status.speed_wpm)});
	oq_service_answer(agent->service, phrase);
}

static void
do_plain(OqAgent *agent, OqDeed deed)
{
	switch (deed) {
	case OQ_DEED_PAUSE:
		pause_or_go_on(agent);
		break;
	case OQ_DEED_REPEAT:
	case OQ_DEED_NEXT:
	case OQ_DEED_PREVIOUS:
		go(agent, deed == OQ_DEED_REPEAT ? 0 : deed == OQ_DEED_NEXT ? 1 : -1);
		break;
	case OQ_DEED_FASTER:
	case OQ_DEED_SLOWER:
		change_speed(agent, deed == OQ_DEED_FASTER ? SPEED_STEP_WPM : -SPEED_STEP_WPM);
		break;
	default:
		tell_where(agent);
		break;
	}
}

static gboolean
is_about_selection(OqDeed deed)
{
	return deed == OQ_DEED_READ_SELECTION || deed == OQ_DEED_READ_CLIPBOARD ||
	       deed == OQ_DEED_SPELL_SELECTION;
}

void
oq_agent_do(OqAgent *agent, OqDeed deed)
{
	if (is_about_selection(deed))
		read_or_stop(agent, deed, NULL);
	else
		do_plain(agent, deed);
}

static guint
say(OqAgent *agent, const OqReaderWish *wish)
{
	gboolean queues = wish->queue == OQ_READER_QUEUE_UNSAID
				  ? agent->parts.queues
				  : wish->queue == OQ_READER_QUEUE_YES;

	oq_agent_drop_question(agent);
	refresh_words(agent);
	return oq_service_say(agent->service, wish->text,
		&(OqServiceWish){.queues = queues,
			.spells = wish->spells,
			.source = -1,
			.lang = wish->lang});
}

static void
stop(OqAgent *agent)
{
	oq_agent_drop_question(agent);
	oq_service_stop(agent->service);
}

void
oq_agent_fulfil(OqReaderWish *given, gpointer data)
{
	OqAgent *agent = data;
	g_autoptr(OqReaderWish) wish = given;
	guint number = 0;

	if (wish->kind == OQ_READER_DO && is_about_selection(wish->deed)) {
		g_steal_pointer(&wish);
		read_or_stop(agent, given->deed, given);
		return;
	}
	switch (wish->kind) {
	case OQ_READER_SAY:
		number = say(agent, wish);
		if (number == 0)
			oq_reader_wish_fail(wish, "Full", too_much());
		break;
	case OQ_READER_CANCEL:
		oq_service_cancel(agent->service, wish->id);
		break;
	case OQ_READER_PAUSE:
		oq_service_pause(agent->service);
		break;
	case OQ_READER_RESUME:
		oq_service_resume(agent->service);
		break;
	case OQ_READER_STOP:
		stop(agent);
		break;
	case OQ_READER_SET_RATE:
		oq_service_set_speed(
			agent->service, (guint)MIN(wish->rate * agent->own_wpm, OQ_SPEED_MAX_WPM));
		break;
	case OQ_READER_DO:
		do_plain(agent, wish->deed);
		break;
	}
	oq_reader_wish_answer(wish, number);
}
