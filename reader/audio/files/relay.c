/* relay.c - see the header. */
#include "audio/files/relay.h"

enum { BLOCKS = 4 };

/** What one write was given. */
typedef struct {
	GArray *samples;    /* of gfloat */
	GCancellable *stop; /* (nullable) */
	gboolean is_end;    /* nothing follows */
} Block;

typedef struct {
	OqSink sink;
	OqSink *to;
	Block blocks[BLOCKS];
	GAsyncQueue *spare; /* of Block: to be filled */
	GAsyncQueue *given; /* of Block: to be written */
	GThread *thread;    /* (nullable): it has ended */
	gint is_broken;  /* atomic: blocks come back as they went; @failure tells why, if not freed
			  */
	GError *failure; /* of the thread until it has ended */
} Relay;

static void
pass_on(Relay *self, const Block *block)
{
	gsize n_frames = block->samples->len / self->sink.n_channels;
	const gfloat *frames = (const gfloat *)(gconstpointer)block->samples->data;

	if (!g_atomic_int_get(&self->is_broken) &&
		!oq_sink_write(self->to, frames, n_frames, block->stop, &self->failure))
		g_atomic_int_set(&self->is_broken, TRUE);
}

static gpointer
work(gpointer data)
{
	Relay *self = data;

	for (gboolean is_end = FALSE; !is_end;) {
		Block *block = g_async_queue_pop(self->given);
		is_end = block->is_end;
		if (block->samples->len > 0)
			pass_on(self, block);
		g_async_queue_push(self->spare, block);
	}
	return NULL;
}

static void
give(Relay *self, const gfloat *frames, gsize n_frames, GCancellable *stop, gboolean is_end)
{
	Block *block = g_async_queue_pop(self->spare);

	g_array_set_size(block->samples, 0);
	if (n_frames > 0)
		g_array_append_vals(
			block->samples, frames, (guint)(n_frames * self->sink.n_channels));
	block->stop = stop;
	block->is_end = is_end;
	g_async_queue_push(self->given, block);
}

static void
end(Relay *self)
{
	if (self->thread == NULL)
		return;
	give(self, NULL, 0, NULL, TRUE);
	g_thread_join(g_steal_pointer(&self->thread));
}

/* FALSE with what the other sink failed at. */
static gboolean
finish(OqSink *sink, GCancellable *stop, GError **error)
{
	Relay *self = (Relay *)sink;

	(void)stop;
	end(self);
	if (self->failure != NULL)
		g_propagate_error(error, g_steal_pointer(&self->failure));
	return !g_atomic_int_get(&self->is_broken);
}

static gboolean
write_frames(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	Relay *self = (Relay *)sink;

	if (g_atomic_int_get(&self->is_broken))
		return finish(sink, stop, error);
	give(self, frames, n_frames, stop, FALSE);
	return TRUE;
}

static void
free_sink(OqSink *sink)
{
	Relay *self = (Relay *)sink;

	g_atomic_int_set(&self->is_broken, TRUE);
	end(self);
	for (guint i = 0; i < BLOCKS; i++)
		g_array_unref(self->blocks[i].samples);
	g_async_queue_unref(self->spare);
	g_async_queue_unref(self->given);
	g_clear_error(&self->failure);
	g_free(self);
}

static const OqSinkClass relay_class = {.write = write_frames, .finish = finish, .free = free_sink};

OqSink *
oq_relay_new(OqSink *to)
{
	Relay *self = g_new0(Relay, 1);

	self->sink = (OqSink){&relay_class, to->rate_hz, to->n_channels};
	self->to = to;
	self->spare = g_async_queue_new();
	self->given = g_async_queue_new();
	for (guint i = 0; i < BLOCKS; i++) {
		self->blocks[i].samples = g_array_new(FALSE, FALSE, sizeof(gfloat));
		g_async_queue_push(self->spare, &self->blocks[i]);
	}
	self->thread = g_thread_new("relay", work, self);
	return &self->sink;
}
