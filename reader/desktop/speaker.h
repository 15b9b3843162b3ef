/* speaker.h - a voice on a sound device, made ready while nobody waits for it, and made anew after
 * a failure. */
#pragma once

#include "reading/playback/playback.h"
#include "reading/reader.h"

/** OqSpeakerOpen: on a thread of its own, where it may wait, but not for long once @stop is
 * cancelled. NULL and OQ_DEVICE_ERROR. */
typedef OqDevice *(*OqSpeakerOpen)(
	guint rate_hz, gpointer data, GCancellable *stop, GError **error);

typedef struct {
	const OqReader *reader;
	OqSpeakerOpen open;
	gpointer open_data;
	OqPlaybackChanged changed; /* of the playback … */
	/* … which is ready, or, with an error, is not; not from within oq_speaker_prepare() */
	void (*ready)(const GError *error, gpointer data);
	gpointer data; /* of both */
} OqSpeakerParts;

typedef struct _OqSpeaker OqSpeaker;

/** oq_speaker_new: all is told in the thread's default context. */
OqSpeaker *oq_speaker_new(const OqSpeakerParts *parts);
void oq_speaker_free(OqSpeaker *speaker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSpeaker, oq_speaker_free)

/** oq_speaker_prepare: makes the playback, unless there is one or it is being made. */
void oq_speaker_prepare(OqSpeaker *speaker);

/** oq_speaker_playback: (transfer none) (nullable): NULL: it is not ready. */
OqPlayback *oq_speaker_playback(const OqSpeaker *speaker);

/** oq_speaker_break: after a failure: the next one is another one. May take a moment. */
void oq_speaker_break(OqSpeaker *speaker);
