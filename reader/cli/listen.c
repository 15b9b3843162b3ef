/* listen.c - see the header. */
#include "cli/listen.h"

#include "audio/playing/device_portaudio.h"
#include "cli/messages.h"

#include <glib/gi18n.h>

struct _OqListen {
	const OqCall *call;
	GMainContext *context;
	GMainLoop *loop;
	OqPlayback *playback;
	gboolean is_lost; /* and that was told */
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
	if (status->state == OQ_PLAYBACK_ENDED || status->state == OQ_PLAYBACK_FAILED)
		g_main_loop_quit(listen->loop);
}

static gboolean
quit(GCancellable *stop G_GNUC_UNUSED, gpointer data)
{
	g_main_loop_quit(data);
	return G_SOURCE_REMOVE;
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
	OqListen *listen = g_new0(OqListen, 1);
	listen->call = call;
	listen->context = g_main_context_new();
	listen->loop = g_main_loop_new(listen->context, FALSE);
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
	g_main_loop_unref(listen->loop);
	g_main_context_unref(listen->context);
	g_free(listen);
}

static void
run_until_ended(OqListen *listen)
{
	g_autoptr(GSource) stop = g_cancellable_source_new(listen->call->stop);

	g_source_set_callback(stop, G_SOURCE_FUNC(quit), listen->loop, NULL);
	g_source_attach(stop, listen->context);
	g_main_loop_run(listen->loop);
	g_source_destroy(stop);
}

gboolean
oq_listen_to(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	OqListen *listen = data;

	oq_playback_open(listen->playback, cursor);
	run_until_ended(listen);
	OqPlaybackStatus status = oq_playback_status(listen->playback);
	*said = status.n_said > 0;
	oq_playback_close(listen->playback);
	if (g_cancellable_set_error_if_cancelled(listen->call->stop, error))
		return FALSE;
	return status.state == OQ_PLAYBACK_ENDED || oq_playback_check(listen->playback, error);
}
