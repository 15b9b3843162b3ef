/* tap.c - see the header. */
#include "radio/sidecars/tap.h"

#include "audio/files/sink_file.h"

typedef struct {
	OqSink sink;
	OqSink *file;
	guint sidecars;
	char *output;
	gboolean keeps_taken;
	OqTranscript *transcript;
	OqWaveform *waveform; /* nullable: no picture is wanted */
	OqLoudness loudness;
	OqLoudnessMeter *meter; /* nullable: it need not be measured */
	guint64 n_frames;
	GPtrArray *written; /* nullable: it is not settled */
} Tap;

static void
measure(Tap *tap, const gfloat *frames, gsize n_frames)
{
	const guint asks = OQ_SIDECAR_LOUDNESS | OQ_SIDECAR_LOUDNESS_JSON;

	if (tap->n_frames == 0 && tap->meter == NULL && (tap->sidecars & asks) != 0 &&
		!tap->loudness.is_known)
		tap->meter = oq_loudness_meter_new(tap->sink.rate_hz, tap->sink.n_channels);
	if (tap->meter != NULL)
		oq_loudness_meter_add(tap->meter, frames, n_frames);
}

static gboolean
tap_write(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	Tap *tap = (Tap *)sink;

	measure(tap, frames, n_frames);
	tap->n_frames += n_frames;
	if (tap->waveform != NULL)
		oq_waveform_add(tap->waveform, frames, n_frames);
	return oq_sink_write(tap->file, frames, n_frames, stop, error);
}

static void
tap_mark(OqSink *sink, guint64 frame, const char *label)
{
	oq_sink_mark(((Tap *)sink)->file, frame, label);
}

static void
tap_set_tags(OqSink *sink, const OqTags *tags)
{
	Tap *tap = (Tap *)sink;

	if (tags != NULL && tags->loudness.is_known)
		tap->loudness = tags->loudness;
	oq_sink_set_tags(tap->file, tags);
}

/* Whatever takes room is done before anything gets its name. */
static gboolean
tap_settle(OqSink *sink, GCancellable *stop, GError **error)
{
	Tap *tap = (Tap *)sink;
	const OqSidecarMatter matter = {
		tap->output, tap->transcript, tap->waveform, &tap->loudness, tap->keeps_taken};

	if (tap->meter != NULL && !tap->loudness.is_known)
		tap->loudness = oq_loudness_meter_get(tap->meter, 0);
	oq_transcript_end(tap->transcript, tap->n_frames);
	tap->written = oq_sidecars_write(tap->sidecars, &matter, error);
	return tap->written != NULL && oq_sink_settle(tap->file, stop, error);
}

/* What stands beside it tells the name, too. */
static gboolean
tap_rename(OqSink *sink, const char *path, GError **error)
{
	Tap *tap = (Tap *)sink;

	if (!oq_sink_rename(tap->file, path, error))
		return FALSE;
	g_free(tap->output);
	tap->output = g_strdup(oq_sink_file_path(path));
	g_clear_pointer(&tap->written, g_ptr_array_unref);
	return TRUE;
}

static gboolean
tap_finish(OqSink *sink, GCancellable *stop, GError **error)
{
	Tap *tap = (Tap *)sink;

	if ((tap->written == NULL && !tap_settle(sink, stop, error)) ||
		g_cancellable_set_error_if_cancelled(stop, error) ||
		!oq_sidecars_commit(tap->written, error))
		return FALSE;
	if (oq_sink_finish(tap->file, stop, error))
		return TRUE;
	oq_sidecars_take_back(tap->written);
	return FALSE;
}

static void
tap_free(OqSink *sink)
{
	Tap *tap = (Tap *)sink;

	oq_sink_free(tap->file);
	oq_waveform_free(tap->waveform);
	oq_loudness_meter_free(tap->meter);
	g_clear_pointer(&tap->written, g_ptr_array_unref);
	g_free(tap->output);
	g_free(tap);
}

OqSink *
oq_tap_new(OqSink *sink, guint sidecars, const char *output, OqTranscript *transcript)
{
	static const OqSinkClass klass = {
		.write = tap_write,
		.mark = tap_mark,
		.set_tags = tap_set_tags,
		.rename = tap_rename,
		.settle = tap_settle,
		.finish = tap_finish,
		.free = tap_free,
	};
	Tap *tap = g_new0(Tap, 1);

	tap->sink = (OqSink){&klass, sink->rate_hz, sink->n_channels};
	tap->file = sink;
	tap->sidecars = sidecars;
	tap->output = g_strdup(oq_sink_file_path(output));
	tap->transcript = transcript;
	tap->loudness = OQ_LOUDNESS_UNKNOWN;
	if ((sidecars & OQ_SIDECAR_PNG) != 0)
		tap->waveform = oq_waveform_new(sink->rate_hz, sink->n_channels);
	return &tap->sink;
}

void
oq_tap_keep_taken(OqSink *tap)
{
	((Tap *)tap)->keeps_taken = TRUE;
}
