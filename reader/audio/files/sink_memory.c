/* sink_memory.c - see the header. */
#include "audio/files/sink_memory.h"

typedef struct {
	OqSink sink;
	GArray *frames; /* of gfloat */
	GString *marks;
	gboolean is_finished;
} MemorySink;

static gboolean
keep(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	(void)stop, (void)error;
	MemorySink *self = (MemorySink *)sink;
	g_array_append_vals(self->frames, frames, (guint)n_frames * sink->n_channels);
	return TRUE;
}

static void
mark(OqSink *sink, guint64 frame, const char *label)
{
	g_string_append_printf(
		((MemorySink *)sink)->marks, "%" G_GUINT64_FORMAT " %s\n", frame, label);
}

static gboolean
finish(OqSink *sink, GCancellable *stop, GError **error)
{
	(void)stop, (void)error;
	((MemorySink *)sink)->is_finished = TRUE;
	return TRUE;
}

static void
free_sink(OqSink *sink)
{
	MemorySink *self = (MemorySink *)sink;
	g_array_unref(self->frames);
	g_string_free(self->marks, TRUE);
	g_free(self);
}

static const OqSinkClass memory_class = {
	.write = keep,
	.mark = mark,
	.finish = finish,
	.free = free_sink,
};

OqSink *
oq_sink_memory_new(guint rate_hz, guint n_channels)
{
	MemorySink *self = g_new0(MemorySink, 1);
	self->sink = (OqSink){&memory_class, rate_hz, n_channels};
	self->frames = g_array_new(FALSE, FALSE, sizeof(gfloat));
	self->marks = g_string_new(NULL);
	return &self->sink;
}

const GArray *
oq_sink_memory_frames(const OqSink *sink)
{
	return ((const MemorySink *)sink)->frames;
}

const char *
oq_sink_memory_marks(const OqSink *sink)
{
	return ((const MemorySink *)sink)->marks->str;
}

gboolean
oq_sink_memory_is_finished(const OqSink *sink)
{
	return ((const MemorySink *)sink)->is_finished;
}
