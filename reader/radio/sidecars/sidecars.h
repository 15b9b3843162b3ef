/* sidecars.h - files that stand beside an audio file, under its name with another extension. */
#pragma once

#include "audio/chain/loudness.h"
#include "audio/files/sink.h"
#include "radio/sidecars/waveform.h"

/** As bits: what is asked for. */
typedef enum {
	OQ_SIDECAR_SRT = 1 << 0,
	OQ_SIDECAR_VTT = 1 << 1,
	OQ_SIDECAR_JSON = 1 << 2,
	OQ_SIDECAR_CHAPTERS = 1 << 3,
	OQ_SIDECAR_CHAPTERS_JSON = 1 << 4,
	OQ_SIDECAR_FFMETADATA = 1 << 5,
	OQ_SIDECAR_SCRIPT = 1 << 6,
	OQ_SIDECAR_PNG = 1 << 7,
	OQ_SIDECAR_LOUDNESS = 1 << 8,
	OQ_SIDECAR_LOUDNESS_JSON = 1 << 9,
} OqSidecar;

/** Of all there are, in the order of the bits. */
#define OQ_SIDECARS_NAMES                                                                          \
	"srt vtt json chapters chapters-json ffmetadata script png loudness loudness-json"

/** oq_sidecars_read_list: names with commas between them, such as "srt,png". @sidecars: (out): bits
 * of OqSidecar. FALSE: one of them is none; then @sidecars is left alone. */
gboolean oq_sidecars_read_list(const char *text, guint *sidecars);

/** oq_sidecars_paths: (transfer full): of the files that stand beside @output: for "a.wav" "a.srt"
 * and so on. */
char **oq_sidecars_paths(guint sidecars, const char *output);

/** What they tell of. */
typedef struct {
	const char *output; /* the audio file */
	const OqTranscript *transcript;
	const OqWaveform *waveform;
	const OqLoudness *loudness;
	gboolean keeps_taken; /* files of their names are not replaced */
} OqSidecarMatter;

/** oq_sidecars_write: (transfer full) (element-type OqBeside): all of them, on the disk and without
 * their names; NULL and OQ_BESIDE_ERROR. */
GPtrArray *oq_sidecars_write(guint sidecars, const OqSidecarMatter *matter, GError **error);

/** oq_sidecars_commit: gives them their names; FALSE and OQ_BESIDE_ERROR when one of them cannot
 * have it. */
gboolean oq_sidecars_commit(GPtrArray *written, GError **error);

/** oq_sidecars_take_back: takes their names from them, as oq_beside_take_back(). */
void oq_sidecars_take_back(GPtrArray *written);
