/* sink_memory.c - see the header. */
#include "audio/files/sink_memory.h"

typedef struct {
	OqSink sink;
	GArray *samples;
	gboolean is_finished;
} MemorySink;

static gboolean
keep(OqSink *sink, const gint16 *samples, gsize n_frames, GError **error)
{
	(void)error;
	MemorySink *self = (MemorySink *)sink;
	g_array_append_vals(self->samples, samples, (guint)n_frames);
	return TRUE;
}

static gboolean
finish(OqSink *sink, GError **error)
{
	(void)error;
	((MemorySink *)sink)->is_finished = TRUE;
	return TRUE;
}

static void
free_sink(OqSink *sink)
{
	MemorySink *self = (MemorySink *)sink;
	g_array_unref(self->samples);
	g_free(self);
}

static const OqSinkClass memory_class = {.write = keep, .finish = finish, .free = free_sink};

OqSink *
oq_sink_memory_new(guint rate_hz)
{
	MemorySink *self = g_new0(MemorySink, 1);
	self->sink = (OqSink){.klass = &memory_class, .rate_hz = rate_hz};
	self->samples = g_array_new(FALSE, FALSE, sizeof(gint16));
	return &self->sink;
}

const GArray *
oq_sink_memory_samples(const OqSink *sink)
{
	return ((const MemorySink *)sink)->samples;
}

gboolean
oq_sink_memory_is_finished(const OqSink *sink)
{
	return ((const MemorySink *)sink)->is_finished;
}
