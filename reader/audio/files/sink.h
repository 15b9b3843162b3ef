/* sink.h - the output contract: where mono 16-bit PCM goes.
 *
 * Call order: write any number of times, then finish or drop once, then free. One thread writes and
 * finishes; drop may be called from any thread at any time, returns at once, and makes a write or
 * finish under way return FALSE with OQ_AUDIO_ERROR_CANCELLED, as does every later one. free
 * without finish discards: a file is removed, a device goes silent.
 */
#pragma once

#include <glib.h>

#define OQ_AUDIO_ERROR (oq_audio_error_quark())
GQuark oq_audio_error_quark(void);

/** What cannot be written is OQ_BESIDE_ERROR (base/beside.h). */
typedef enum {
	OQ_AUDIO_ERROR_NO_DEVICE,   /* there is no sound device, or none of that name */
	OQ_AUDIO_ERROR_DEVICE_LOST, /* the device failed or no longer answers */
	OQ_AUDIO_ERROR_FORMAT,      /* no such file format, or not at this rate */
	OQ_AUDIO_ERROR_CANCELLED,   /* dropped */
} OqAudioError;

typedef struct _OqSink OqSink;

/** What a kind of sink implements; the functions below call it. */
typedef struct {
	gboolean (*write)(OqSink *sink, const gint16 *samples, gsize n_frames, GError **error);
	gboolean (*finish)(OqSink *sink, GError **error);
	void (*drop)(
		OqSink *sink); /* (nullable): wakes a write or finish that waits for something */
	void (*free)(OqSink *sink);
} OqSinkClass;

/** The head of every sink's own struct. */
struct _OqSink {
	const OqSinkClass *klass;
	guint rate_hz;
	gint dropped; /* atomic; 0 at first, then only oq_sink_drop() touches it */
};

/** oq_sink_write: blocks until the frames are taken. After an error only free is allowed. */
gboolean oq_sink_write(OqSink *sink, const gint16 *samples, gsize n_frames, GError **error);

/** oq_sink_finish: blocks until the last frame was heard, or the file is whole under its name. */
gboolean oq_sink_finish(OqSink *sink, GError **error);

void oq_sink_drop(OqSink *sink);
void oq_sink_free(OqSink *sink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSink, oq_sink_free)

/**
 * oq_sink_check: for the sinks themselves, wherever work takes long.
 *
 * Returns: FALSE and OQ_AUDIO_ERROR_CANCELLED once the sink is dropped
 */
gboolean oq_sink_check(OqSink *sink, GError **error);
