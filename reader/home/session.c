/* session.c - see the header. */
#include "home/session-private.h"
#include "reading/answers.h"

#include <glib/gi18n.h>

void
oq_session_answer(OqSession *session, char *phrase)
{
	g_autofree char *said = phrase;

	if (!session->parts.is_quiet)
		oq_screen_answer(session->parts.screen, said);
	oq_session_say(session, said);
}

void
oq_session_say(OqSession *session, const char *phrase)
{
	oq_playback_interject(
		session->parts.playback, oq_reader_text(session->parts.reader, phrase));
}

void
oq_session_tell(OqSession *session, const char *line)
{
	if (session->parts.tell != NULL)
		session->parts.tell(line);
	else
		oq_screen_answer(session->parts.screen, line);
}

void
oq_session_spell(OqSession *session, const char *text)
{
	oq_playback_interject(
		session->parts.playback, oq_reader_spell(session->parts.reader, text));
}

void
oq_session_clear_source(GSource **source)
{
	if (*source != NULL)
		g_source_destroy(*source);
	g_clear_pointer(source, g_source_unref);
}

GSource *
oq_session_call_later(OqSession *session, guint wait_ms, GSourceFunc call)
{
	GSource *source = g_timeout_source_new(wait_ms);

	g_source_set_callback(source, call, session, NULL);
	g_source_attach(source, session->context);
	return source;
}

static void
take_key(const OqKey *key, gpointer data)
{
	OqSession *session = data;

	if (session->is_over || !session->leaves)
		oq_session_take_any_key(session, key);
}

static void
take_size(guint n_columns, guint n_rows, gpointer data)
{
	OqSession *session = data;

	oq_screen_resize(session->parts.screen, n_columns, n_rows);
}

static void
take_back(gpointer data)
{
	oq_session_come_back(data);
}

/* The place is kept; there is nobody left to tell. */
static void
take_hangup(gpointer data)
{
	OqSession *session = data;

	session->leaves = TRUE;
}

/* Another reader wants the turn. */
static void
take_request(gpointer data)
{
	OqSession *session = data;

	session->is_asked = session->leaves = TRUE;
}

static const OqTerminalWatch watch = {take_key, take_size, take_back, take_hangup};

void
oq_act_pause(OqSession *session, guint n G_GNUC_UNUSED)
{
	if (oq_playback_status(session->parts.playback).state == OQ_PLAYBACK_PAUSED)
		oq_session_go_on(session);
	else
		oq_playback_pause(session->parts.playback);
}

OqSession *
oq_session_new(const OqSessionParts *parts, GMainContext *context)
{
	OqSession *session = g_new0(OqSession, 1);

	session->parts = *parts;
	session->context = context;
	session->word_asked = session->shown_start = G_MAXUINT64;
	oq_playback_on_change(parts->playback, oq_session_follow, session);
	return session;
}

void
oq_session_free(OqSession *session)
{
	if (session == NULL)
		return;
	oq_session_clear_source(&session->alarm);
	oq_session_clear_source(&session->searches);
	oq_session_clear_source(&session->patience);
	oq_prompt_free(session->prompt);
	oq_chooser_free(session->chooser);
	oq_session_leave_desktop(session);
	g_free(session->subject);
	g_free(session->question);
	g_free(session->wanted);
	g_free(session);
}

static char *
say_resumed(OqSession *session)
{
	g_autofree char *resumed = oq_answers_resume(
		session->parts.title, oq_session_percent(session, session->status.word_start));

	if (!session->is_place_lost)
		return g_steal_pointer(&resumed);
	return g_strdup_printf(
		"%s: %s", _("the text has changed, and the place was not found in it"), resumed);
}

static void
begin(OqSession *session, OqCursor *cursor)
{
	OqPlayback *playback = session->parts.playback;

	oq_playback_open(playback, cursor);
	session->status = oq_playback_status(playback);
	session->style = session->status.style;
	if (session->resumed)
		oq_session_answer(session, say_resumed(session));
}

/* On the thread that cancels. */
static void
wake(GCancellable *stop G_GNUC_UNUSED, gpointer data)
{
	g_main_context_wakeup(data);
}

/* Not by a source of the cancellable, which leaks when it goes while that is being cancelled. */
static void
run_until_ended(OqSession *session, GCancellable *stop)
{
	gulong id = g_cancellable_connect(stop, G_CALLBACK(wake), session->context, NULL);

	while (!session->has_ended && !session->leaves && !g_cancellable_is_cancelled(stop))
		g_main_context_iteration(session->context, TRUE);
	g_cancellable_disconnect(stop, id);
}

/* By ear, the end is no different from a program that has died. */
static void
tell_end(OqSession *session, GCancellable *stop)
{
	OqPlayback *playback = session->parts.playback;

	session->was_read = session->status.state == OQ_PLAYBACK_ENDED;
	if (session->parts.terminal == NULL || session->leaves || !session->was_read ||
		session->status.n_said == 0)
		return;
	guint n_jumps = session->status.n_jumps;
	oq_session_answer(session, g_strdup(_("the end")));
	session->has_ended = FALSE;
	run_until_ended(session, stop);
	session->status = oq_playback_status(playback);
	session->was_read =
		session->status.state == OQ_PLAYBACK_ENDED || session->status.n_jumps == n_jumps;
}

static void
keep_end(OqSession *session)
{
	OqPlace *place = session->parts.place;

	if (place != NULL)
		place->has_ended = session->was_read;
	oq_session_keep_place(session);
	if (session->leaves && place != NULL && !session->parts.is_quiet &&
		!oq_places_is_failing(session->parts.places))
		oq_screen_answer(session->parts.screen,
			_("the place is kept: oqyrman continue goes on there"));
}

/* Whoever reads the text may stand still, as a pager does: any key ends that. */
static void
finish_screen(OqSession *session, GCancellable *stop)
{
	OqScreen *screen = session->parts.screen;
	gulong id = g_cancellable_connect(stop, G_CALLBACK(wake), session->context, NULL);

	session->is_over = TRUE;
	while (session->parts.terminal != NULL && oq_screen_is_held_up(screen) &&
		!session->leaves && !g_cancellable_is_cancelled(stop))
		g_main_context_iteration(session->context, TRUE);
	g_cancellable_disconnect(stop, id);
	oq_screen_finish(screen, session->leaves, stop);
}

gboolean
oq_session_run(
	OqSession *session, OqCursor *cursor, gboolean *said, GCancellable *stop, GError **error)
{
	OqPlayback *playback = session->parts.playback;
	g_autoptr(GError) failure = NULL;

	session->cursor = cursor;
	if (!oq_session_go_to_place(session, error))
		return FALSE;
	session->stop = stop;
	begin(session, cursor);
	oq_session_join_desktop(session);
	if (session->parts.turn != NULL)
		oq_turn_on_asked(session->parts.turn, take_request, session);
	if (session->parts.terminal != NULL)
		oq_terminal_attach(session->parts.terminal, session->context, &watch, session);
	run_until_ended(session, stop);
	session->status = oq_playback_status(playback);
	*said = session->status.n_said > 0 || session->leaves;
	if (session->status.state == OQ_PLAYBACK_FAILED)
		oq_playback_check(playback, &failure);
	tell_end(session, stop);
	oq_session_leave_desktop(session);
	if (*said)
		keep_end(session);
	oq_playback_close(playback); /* it is silent while the screen is waited for */
	finish_screen(session, stop);
	if (session->parts.terminal != NULL)
		oq_terminal_detach(session->parts.terminal);
	if (g_cancellable_set_error_if_cancelled(stop, error))
		return FALSE;
	if (session->is_asked) {
		g_set_error_literal(error, OQ_TURN_ERROR, OQ_TURN_ERROR_ASKED,
			_("another reader has the turn now"));
		return FALSE;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}
