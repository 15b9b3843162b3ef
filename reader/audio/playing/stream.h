/* stream.h - PortAudio: its devices, and a stream of mono 16-bit sound to one of them.
 *
 * Any of these calls hangs as long as the sound server does, so a guard's thread makes them, which
 * is the only one that may. One stream at a time: opening initializes PortAudio and closing
 * terminates it, which is when devices that come and go are noticed. JACK is left out, and nothing
 * is printed.
 */
#pragma once

#include <glib.h>

/** What the stream calls, on the realtime thread, between start and abort. */
typedef struct {
	/* Fills @frames; the first one is heard delay_us from now. */
	void (*play)(gint16 *frames, gsize n_frames, gint64 delay_us, gpointer data);
	/* It plays no more: aborted, or it failed. */
	void (*ended)(gpointer data);
} OqStreamUser;

typedef struct _OqStream OqStream;

/**
 * oq_stream_open:
 * @name: (nullable): a device's name, or a part of one name only in any case, or its place in
 *   oq_stream_devices(); NULL: the system's default
 *
 * Returns: NULL and OQ_DEVICE_ERROR_NONE or …_FORMAT
 */
OqStream *oq_stream_open(
	const char *name, guint rate_hz, const OqStreamUser *user, gpointer data, GError **error);
void oq_stream_close(OqStream *stream);

/** oq_stream_start: FALSE and OQ_DEVICE_ERROR. After an abort it can be started again. */
gboolean oq_stream_start(OqStream *stream, GError **error);

/** oq_stream_abort: silent at once; play is no more called when it returns. */
void oq_stream_abort(OqStream *stream);

/** oq_stream_rest: gives the device back until the next start; nothing is woken any more. Not
 * between start and abort. */
void oq_stream_rest(OqStream *stream);

/** oq_stream_devices: (transfer full): of char*, the names of the devices that can play, which may
 * be none; a device's place in it, counted from 0, serves as its name. Not while a stream is open.
 */
GPtrArray *oq_stream_devices(GError **error);
