/* listen.c - see the header. */
#include "cli/listen.h"

#include "audio/playing/device_portaudio.h"
#include "cli/messages.h"

#include <glib/gi18n.h>

struct _OqListen {
	const OqCall *call;
	GMainContext *context;
	OqTurn *turn; /* nullable */
	OqPlayback *playback;
	gboolean is_asked;  /* by another reader, for the turn */
	gboolean is_lost;   /* and that was told */
	gboolean has_ended; /* the text, or it failed */
};

/* What is lost may come back; until then silence without a word would be a riddle. */
static void
tell_lost(OqListen *listen, gboolean is_lost)
{
	if (is_lost && !listen->is_lost)
		oq_messages_say(_("the sound device no longer answers; waiting for it"));
	listen->is_lost = is_lost;
}

static void
follow(const OqPlaybackStatus *status, gpointer data)
{
	OqListen *listen = data;

	tell_lost(listen, status->state == OQ_PLAYBACK_LOST);
	listen->has_ended |=
		status->state == OQ_PLAYBACK_ENDED || status->state == OQ_PLAYBACK_FAILED;
}

/* On the thread that cancels. */
static void
wake(GCancellable *stop G_GNUC_UNUSED, gpointer data)
{
	g_main_context_wakeup(data);
}

static void
note_asked(gpointer data)
{
	((OqListen *)data)->is_asked = TRUE;
}

static OqPlayback *
make_playback(const OqCall *call, OqPool *pool, OqDevice *device, GMainContext *context)
{
	return oq_playback_new(pool, oq_player_new(device), &call->settings->style, context);
}

/* Of what belongs to it, @turn (nullable) and @pool are (transfer full). */
static OqListen *
make(const OqCall *call, OqTurn *turn, OqPool *pool, OqDevice *device)
{
	OqListen *listen = g_new0(OqListen, 1);

	listen->call = call;
	listen->turn = turn;
	listen->context = g_main_context_new();
	listen->playback = make_playback(call, pool, device, listen->context);
	return listen;
}

static gboolean
is_only_configured(const OqCall *call)
{
	return call->options->device == NULL && call->settings->device != NULL;
}

/* What is always wanted may be unplugged today: then the default device plays, and that is told. */
static OqDevice *
open_device(const OqCall *call, guint rate_hz, GError **error)
{
	int stop_fd = g_cancellable_get_fd(call->stop);
	g_autoptr(GError) failure = NULL;
	OqDevice *device =
		oq_device_portaudio_new(call->settings->device, rate_hz, stop_fd, &failure);
	if (device != NULL)
		return device;
	if (!is_only_configured(call) ||
		!g_error_matches(failure, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE)) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return NULL;
	}
	device = oq_device_portaudio_new(NULL, rate_hz, stop_fd, error);
	if (device != NULL && !call->options->quiet)
		oq_messages_say(failure->message);
	return device;
}

/* @taken: (nullable) (transfer full). */
static OqListen *
listen_with(const OqCall *call, const OqReader *reader, OqTurn *taken, GError **error)
{
	guint rate_hz = 0;
	g_autoptr(OqTurn) turn = taken;
	g_autoptr(OqPool) pool = oq_call_pool(call, reader, 1, &rate_hz, error);
	if (pool == NULL)
		return NULL;
	OqDevice *device = open_device(call, rate_hz, error);
	if (device == NULL)
		return NULL;
	oq_device_portaudio_set_lead(device, call->settings->lead_ms);
	return make(call, g_steal_pointer(&turn), g_steal_pointer(&pool), device);
}

OqListen *
oq_listen_new(const OqCall *call, const OqReader *reader, const char *title, GError **error)
{
	OqTurn *turn = oq_call_turn(call, title, error);

	return turn != NULL ? listen_with(call, reader, turn, error) : NULL;
}

OqListen *
oq_listen_new_aside(const OqCall *call, const OqReader *reader, GError **error)
{
	return listen_with(call, reader, NULL, error);
}

/* The turn goes last: then all is silent. */
void
oq_listen_free(OqListen *listen)
{
	if (listen == NULL)
		return;
	oq_playback_free(listen->playback);
	oq_turn_free(listen->turn);
	g_main_context_unref(listen->context);
	g_free(listen);
}

OqPlayback *
oq_listen_playback(OqListen *listen)
{
	return listen->playback;
}

GMainContext *
oq_listen_context(OqListen *listen)
{
	return listen->context;
}

OqTurn *
oq_listen_turn(OqListen *listen)
{
	return listen->turn;
}

/* Not by a source of the cancellable, which leaks when it goes while that is being cancelled. */
static void
run_until_ended(OqListen *listen)
{
	GCancellable *stop = listen->call->stop;
	gulong id = g_cancellable_connect(stop, G_CALLBACK(wake), listen->context, NULL);

	while (!listen->has_ended && !listen->is_asked && !g_cancellable_is_cancelled(stop))
		g_main_context_iteration(listen->context, TRUE);
	g_cancellable_disconnect(stop, id);
}

static void
follow_all(OqListen *listen)
{
	g_main_context_push_thread_default(listen->context);
	if (listen->turn != NULL)
		oq_turn_on_asked(listen->turn, note_asked, listen);
	g_main_context_pop_thread_default(listen->context);
	oq_playback_on_change(listen->playback, follow, listen);
}

gboolean
oq_listen_to(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	OqListen *listen = data;

	listen->has_ended = FALSE;
	follow_all(listen);
	oq_playback_open(listen->playback, cursor);
	run_until_ended(listen);
	OqPlaybackStatus status = oq_playback_status(listen->playback);
	*said = status.n_said > 0;
	g_autoptr(GError) failure = NULL;
	oq_playback_check(listen->playback, &failure);
	oq_playback_close(listen->playback);
	if (g_cancellable_set_error_if_cancelled(listen->call->stop, error))
		return FALSE;
	if (listen->is_asked) {
		g_set_error_literal(error, OQ_TURN_ERROR, OQ_TURN_ERROR_ASKED,
			_("another reader has the turn now"));
		return FALSE;
	}
	if (status.state != OQ_PLAYBACK_FAILED)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}
