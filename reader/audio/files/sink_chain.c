/* sink_chain.c - see the header. */
#include "audio/files/sink_chain.h"

typedef struct {
	OqSink sink;
	OqChain *chain;
	OqSink *to;
	GArray *given; /* of gfloat: what came out of the chain */
} ChainSink;

static gboolean
pass_on(ChainSink *self, GCancellable *stop, GError **error)
{
	gsize n_frames = self->given->len / self->to->n_channels;
	const gfloat *frames = (const gfloat *)(gconstpointer)self->given->data;
	gboolean is_written =
		n_frames == 0 || oq_sink_write(self->to, frames, n_frames, stop, error);

	g_array_set_size(self->given, 0);
	return is_written;
}

static gboolean
write_frames(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	ChainSink *self = (ChainSink *)sink;

	oq_chain_add_frames(self->chain, frames, n_frames, self->given);
	return pass_on(self, stop, error);
}

static gboolean
finish(OqSink *sink, GCancellable *stop, GError **error)
{
	ChainSink *self = (ChainSink *)sink;

	oq_chain_finish(self->chain, self->given);
	return pass_on(self, stop, error);
}

static void
free_sink(OqSink *sink)
{
	g_array_unref(((ChainSink *)sink)->given);
	g_free(sink);
}

static const OqSinkClass chain_class = {.write = write_frames, .finish = finish, .free = free_sink};

OqSink *
oq_sink_chain_new(OqChain *chain, guint rate_hz, guint n_channels, OqSink *to)
{
	ChainSink *self = g_new0(ChainSink, 1);

	self->sink = (OqSink){&chain_class, rate_hz, n_channels};
	self->chain = chain;
	self->to = to;
	self->given = g_array_new(FALSE, FALSE, sizeof(gfloat));
	return &self->sink;
}
