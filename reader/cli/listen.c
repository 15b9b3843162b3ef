/* listen.c - see the header. */
#include "cli/listen.h"

#include "audio/playing/device_portaudio.h"
#include "cli/messages.h"

#include <glib/gi18n.h>

struct _OqListen {
	const OqCall *call;
	GMainContext *context;
	OqPlayback *playback;
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

static OqPlayback *
make_playback(const OqCall *call, OqPool *pool, OqDevice *device, GMainContext *context)
{
	return oq_playback_new(pool, oq_player_new(device), &call->settings->style, context);
}

OqListen *
oq_listen_new(const OqCall *call, const OqReader *reader, GError **error)
{
	guint rate_hz = 0;
	g_autoptr(OqPool) pool = oq_call_pool(call, reader, 1, &rate_hz, error);
	if (pool == NULL)
		return NULL;
	OqDevice *device = oq_device_portaudio_new(
		call->settings->device, rate_hz, g_cancellable_get_fd(call->stop), error);
	if (device == NULL)
		return NULL;
	oq_device_portaudio_set_lead(device, call->settings->lead_ms);
	OqListen *listen = g_new0(OqListen, 1);
	listen->call = call;
	listen->context = g_main_context_new();
	listen->playback = make_playback(call, g_steal_pointer(&pool), device, listen->context);
	oq_playback_on_change(listen->playback, follow, listen);
	return listen;
}

void
oq_listen_free(OqListen *listen)
{
	if (listen == NULL)
		return;
	oq_playback_free(listen->playback);
	g_main_context_unref(listen->context);
	g_free(listen);
}

/* Not by a source of the cancellable, which leaks when it goes while that is being cancelled. */
static void
run_until_ended(OqListen *listen)
{
	GCancellable *stop = listen->call->stop;
	gulong id = g_cancellable_connect(stop, G_CALLBACK(wake), listen->context, NULL);

	while (!listen->has_ended && !g_cancellable_is_cancelled(stop))
		g_main_context_iteration(listen->context, TRUE);
	g_cancellable_disconnect(stop, id);
}

gboolean
oq_listen_to(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	OqListen *listen = data;

	listen->has_ended = FALSE;
	oq_playback_open(listen->playback, cursor);
	run_until_ended(listen);
	OqPlaybackStatus status = oq_playback_status(listen->playback);
	*said = status.n_said > 0;
	g_autoptr(GError) failure = NULL;
	oq_playback_check(listen->playback, &failure);
	oq_playback_close(listen->playback);
	if (g_cancellable_set_error_if_cancelled(listen->call->stop, error))
		return FALSE;
	if (status.state != OQ_PLAYBACK_FAILED)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}
