/* recording.h - a jingle or a bed: an audio file as frames of a wanted rate and number of channels,
 * measured. It lies in a spool, so that its length costs no memory. Immutable but for its reading.
 *
 * Of several channels one or two are made: 5.1 as ITU-R BS.775 has it, without its bass channel;
 * any others all alike. */
#pragma once

#include "audio/chain/loudness.h"
#include "audio/files/spool.h"

typedef struct {
	char *path;
	OqSpool *spool;
	OqLoudness loudness;
} OqRecording;

/** How it is wanted. */
typedef struct {
	const char *folder; /* as in oq_spool_new() */
	guint rate_hz;
	guint n_channels; /* 1 or 2 */
	guint min_ms;     /* of its length */
	guint max_ms;     /* 0: any */
} OqRecordingWish;

/**
 * oq_recording_load:
 * @stop: (nullable)
 *
 * Returns: NULL and OQ_AUDIO_ERROR_SOURCE, which names the file and tells what to do, or
 *   OQ_BESIDE_ERROR_FILE, or G_IO_ERROR_CANCELLED
 */
OqRecording *oq_recording_load(
	const char *path, const OqRecordingWish *wish, GCancellable *stop, GError **error);
void oq_recording_free(OqRecording *recording);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqRecording, oq_recording_free)

/** oq_recording_gain_db: what brings it to a loudness; 0 when it is too short or silent to have
 * one. */
double oq_recording_gain_db(const OqRecording *recording, double loudness_lufs);
