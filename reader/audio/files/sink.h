/* sink.h - the output contract: a file or a pipe for sound that is ready to be heard.
 *
 * Frames are interleaved floats of full scale 1 (audio/chain/chain.h makes them). Call order: write
 * any number of times, marks among them, then finish once, then free; free without finish discards:
 * no file is left. One thread at a time. Whoever cancels what a write or finish was given makes it
 * return FALSE with G_IO_ERROR_CANCELLED, also when it waits for a slow reader.
 */
#pragma once

#include <gio/gio.h>

#include "audio/labels/tags.h"

#define OQ_AUDIO_ERROR (oq_audio_error_quark())
GQuark oq_audio_error_quark(void);

/** What cannot be written is OQ_BESIDE_ERROR (base/files/beside.h). */
typedef enum {
	OQ_AUDIO_ERROR_FORMAT, /* no such file format, or not like this */
	OQ_AUDIO_ERROR_SOURCE, /* an audio file cannot be read */
} OqAudioError;

/** What a sink is asked for. */
typedef struct {
	guint rate_hz;
	guint n_channels;     /* 1 or 2 */
	guint n_bits;         /* of a sample: 16 or 24 */
	guint bitrate_kbps;   /* of an MP3 file, constant; 0: the encoder's own, as it likes */
	const OqTags *tags;   /* (nullable): told by formats that can */
	gboolean keeps_taken; /* a file of that name is not replaced */
} OqSinkFormat;

/** OQ_SINK_FORMAT_SPEECH: as speech is: mono, 16 bits, without tags. */
#define OQ_SINK_FORMAT_SPEECH(hz) ((OqSinkFormat){.rate_hz = (hz), .n_channels = 1, .n_bits = 16})

typedef struct _OqSink OqSink;

/** What a kind of sink implements; the functions below call it. */
typedef struct {
	gboolean (*write)(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop,
		GError **error);
	void (*mark)(OqSink *sink, guint64 frame, const char *label);         /* (nullable) */
	void (*set_tags)(OqSink *sink, const OqTags *tags);                   /* (nullable) */
	gboolean (*settle)(OqSink *sink, GCancellable *stop, GError **error); /* (nullable) */
	gboolean (*rename)(OqSink *sink, const char *path, GError **error);   /* (nullable) */
	gboolean (*finish)(OqSink *sink, GCancellable *stop, GError **error);
	void (*free)(OqSink *sink);
} OqSinkClass;

/** The head of every sink's own struct. */
struct _OqSink {
	const OqSinkClass *klass;
	guint rate_hz; /* what it takes, which may be another rate than it was asked for */
	guint n_channels;
};

/**
 * oq_sink_write:
 * @stop: (nullable)
 *
 * Blocks until the frames are taken. After an error only free is allowed.
 */
gboolean oq_sink_write(
	OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error);

/** oq_sink_mark: a cue with a name, where the format has them; else nothing. In any order. */
void oq_sink_mark(OqSink *sink, guint64 frame, const char *label);

/**
 * oq_sink_set_tags:
 * @tags: (nullable): copied
 *
 * What is known of the sound at its end takes the place of what the format told; before finish.
 */
void oq_sink_set_tags(OqSink *sink, const OqTags *tags);

/** oq_sink_settle: blocks until the file is whole on the disk, without its name; nothing but finish
 * and free comes behind it. Not needed: finish does so, too. */
gboolean oq_sink_settle(OqSink *sink, GCancellable *stop, GError **error);

/** oq_sink_rename: another name of the same format in the same folder; nothing for what has none.
 */
gboolean oq_sink_rename(OqSink *sink, const char *path, GError **error);

/** oq_sink_finish: blocks until the file is whole under its name. Behind OQ_BESIDE_ERROR_TAKEN it
 * may be renamed and finished again. */
gboolean oq_sink_finish(OqSink *sink, GCancellable *stop, GError **error);

void oq_sink_free(OqSink *sink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSink, oq_sink_free)
