/* recording.c - see the header. */
#include "radio/bulletin/recording.h"

#include "audio/chain/chain.h"
#include "audio/chain/resample.h"
#include "audio/files/source_file.h"

#include <glib/gi18n.h>

/* What makes 5.1 to stereo: centre and surround at half their power. */
#define HALF ((gfloat)G_SQRT2 / 2)

enum { PORTION_FRAMES = 8192, SURROUND_CHANNELS = 6 };

/** What is being loaded, and on its way to the spool. */
typedef struct {
	OqSourceFile *source;
	OqChain *chain;
	OqSink *sink;
	OqLoudnessMeter *meter;
	GArray *mixed; /* of gfloat, as the next ones: in the wanted channels */
	GArray *frames;
} Loading;

static void
loading_clear(Loading *loading)
{
	oq_source_file_free(loading->source);
	oq_chain_free(loading->chain);
	oq_sink_free(loading->sink);
	oq_loudness_meter_free(loading->meter);
	g_array_unref(loading->mixed);
	g_array_unref(loading->frames);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Loading, loading_clear)

/* In the order of WAV: left, right, centre, bass, left and right surround. */
static void
fold_surround(const gfloat *frame, gfloat sides[2])
{
	sides[0] = frame[0] + HALF * frame[2] + HALF * frame[4];
	sides[1] = frame[1] + HALF * frame[2] + HALF * frame[5];
}

static void
fold(const gfloat *frame, guint n_taken, gfloat sides[2])
{
	gfloat sum = 0;

	if (n_taken == SURROUND_CHANNELS) {
		fold_surround(frame, sides);
		return;
	}
	for (guint i = 0; i < n_taken; i++)
		sum += frame[i];
	sides[0] = sides[1] = sum / (gfloat)n_taken;
	if (n_taken == 2) {
		sides[0] = frame[0];
		sides[1] = frame[1];
	}
}

static void
mix(const gfloat *frames, gsize n_frames, guint n_taken, guint n_channels, GArray *out)
{
	g_array_set_size(out, (guint)n_frames * n_channels);
	gfloat *mixed = (gfloat *)(gpointer)out->data;

	for (gsize i = 0; i < n_frames; i++) {
		gfloat sides[2];
		fold(frames + i * n_taken, n_taken, sides);
		if (n_channels == 1) {
			mixed[i] = (sides[0] + sides[1]) / 2;
			continue;
		}
		mixed[2 * i] = sides[0];
		mixed[2 * i + 1] = sides[1];
	}
}

static gboolean
keep(Loading *loading, GCancellable *stop, GError **error)
{
	gsize n_frames = loading->frames->len / loading->sink->n_channels;
	const gfloat *frames = (const gfloat *)(gpointer)loading->frames->data;

	if (n_frames == 0)
		return TRUE;
	oq_loudness_meter_add(loading->meter, frames, n_frames);
	gboolean is_kept = oq_sink_write(loading->sink, frames, n_frames, stop, error);
	g_array_set_size(loading->frames, 0);
	return is_kept;
}

static gboolean G_GNUC_PRINTF(3, 4)
	refuse(const char *path, GError **error, const char *format, ...)
{
	g_autofree char *name = g_filename_display_name(path);
	va_list arguments;

	va_start(arguments, format);
	g_autofree char *why = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_SOURCE, "%s: %s", name, why);
	return FALSE;
}

static gboolean
check_long(const char *path, const OqRecordingWish *wish, guint64 n_frames, guint rate_hz,
	GError **error)
{
	if (wish->max_ms == 0 || n_frames * 1000 <= (guint64)wish->max_ms * rate_hz)
		return TRUE;
	return refuse(path, error, _("the recording is longer than %u seconds; give a shorter one"),
		wish->max_ms / 1000);
}

static gboolean
read_all(Loading *loading, const char *path, const OqRecordingWish *wish, GCancellable *stop,
	GError **error)
{
	guint n_taken = oq_source_file_n_channels(loading->source);
	guint rate_hz = oq_source_file_rate_hz(loading->source);
	g_autofree gfloat *taken = g_new(gfloat, (gsize)PORTION_FRAMES * n_taken);
	guint64 n_frames = 0;
	gssize n;

	while ((n = oq_source_file_read(loading->source, taken, PORTION_FRAMES, error)) > 0) {
		n_frames += (guint64)n;
		mix(taken, (gsize)n, n_taken, wish->n_channels, loading->mixed);
		oq_chain_add_frames(loading->chain, (const gfloat *)(gpointer)loading->mixed->data,
			(gsize)n, loading->frames);
		if (!check_long(path, wish, n_frames, rate_hz, error) ||
			!keep(loading, stop, error))
			return FALSE;
	}
	if (n < 0)
		return FALSE;
	oq_chain_finish(loading->chain, loading->frames);
	return keep(loading, stop, error) && oq_sink_finish(loading->sink, stop, error);
}

static gboolean
check_short(const OqRecording *recording, const OqRecordingWish *wish, GError **error)
{
	guint64 n_frames = oq_spool_n_frames(recording->spool);

	if (n_frames == 0)
		return refuse(recording->path, error,
			_("there is no sound in the recording; give another one"));
	if (n_frames * 1000 < (guint64)wish->min_ms * wish->rate_hz)
		return refuse(recording->path, error,
			_("the recording is shorter than %u ms; give a longer one"), wish->min_ms);
	return TRUE;
}

static gboolean
load(OqRecording *recording, const OqRecordingWish *wish, GCancellable *stop, GError **error)
{
	g_auto(Loading) loading = {
		.mixed = g_array_new(FALSE, FALSE, sizeof(gfloat)),
		.frames = g_array_new(FALSE, FALSE, sizeof(gfloat)),
	};

	loading.source = oq_source_file_new(recording->path, error);
	if (loading.source == NULL)
		return FALSE;
	recording->spool = oq_spool_new(wish->folder, wish->rate_hz, wish->n_channels, error);
	if (recording->spool == NULL)
		return FALSE;
	guint from_hz = oq_source_file_rate_hz(loading.source);
	loading.sink = oq_spool_sink(recording->spool);
	loading.meter = oq_loudness_meter_new(wish->rate_hz, wish->n_channels);
	loading.chain = oq_chain_new_empty(wish->n_channels, wish->n_channels);
	if (from_hz != wish->rate_hz)
		oq_chain_append(
			loading.chain, oq_resample_new(from_hz, wish->rate_hz, wish->n_channels));
	if (!read_all(&loading, recording->path, wish, stop, error))
		return FALSE;
	recording->loudness = oq_loudness_meter_get(loading.meter, 0);
	return check_short(recording, wish, error);
}

OqRecording *
oq_recording_load(const char *path, const OqRecordingWish *wish, GCancellable *stop, GError **error)
{
	g_autoptr(OqRecording) recording = g_new0(OqRecording, 1);

	recording->path = g_strdup(path);
	return load(recording, wish, stop, error) ? g_steal_pointer(&recording) : NULL;
}

void
oq_recording_free(OqRecording *recording)
{
	if (recording == NULL)
		return;
	oq_spool_free(recording->spool);
	g_free(recording->path);
	g_free(recording);
}

double
oq_recording_gain_db(const OqRecording *recording, double loudness_lufs)
{
	return recording->loudness.is_known ? loudness_lufs - recording->loudness.integrated_lufs
					    : 0;
}
