/* relay.c - see the header. */
#include "audio/files/relay.h"

#include "base/last_words.h"

#include <pthread.h>

enum { BLOCKS = 4 };

/** What one write was given. */
typedef struct {
	GArray *samples;    /* of gfloat */
	GCancellable *stop; /* (nullable) */
} Block;

typedef struct {
	OqSink sink;
	OqSink *to;
	pthread_t thread;
	gboolean is_joined;

	/* Of what follows; not a GMutex, whose workings the thread sanitizer cannot see. */
	pthread_mutex_t lock;
	pthread_cond_t changed;
	Block blocks[BLOCKS]; /* a ring; the lock is not held while one is filled or written */
	guint n_given;
	guint n_written;
	gboolean is_ended;  /* nothing follows */
	gboolean is_broken; /* nothing is written any more; @failure tells why, if not dropped */
	GError *failure;
} Relay;

/* (nullable): there is none, and none will come. */
static Block *
next_given(Relay *self)
{
	pthread_mutex_lock(&self->lock);
	while (self->n_written == self->n_given && !self->is_ended && !self->is_broken)
		pthread_cond_wait(&self->changed, &self->lock);
	gboolean is_there = self->n_written < self->n_given && !self->is_broken;
	pthread_mutex_unlock(&self->lock);
	return is_there ? &self->blocks[self->n_written % BLOCKS] : NULL;
}

static void
end_writing(Relay *self, GError *failure)
{
	pthread_mutex_lock(&self->lock);
	self->n_written++;
	self->failure = failure;
	self->is_broken = self->is_broken || failure != NULL;
	pthread_cond_signal(&self->changed);
	pthread_mutex_unlock(&self->lock);
}

static gpointer
work(gpointer data)
{
	Relay *self = data;

	oq_last_words_in_thread();
	for (Block *block; (block = next_given(self)) != NULL;) {
		GError *failure = NULL;
		oq_sink_write(self->to, (const gfloat *)(gconstpointer)block->samples->data,
			block->samples->len / self->sink.n_channels, block->stop, &failure);
		end_writing(self, failure);
	}
	return NULL;
}

/* (nullable): nothing is written any more. */
static Block *
next_spare(Relay *self)
{
	pthread_mutex_lock(&self->lock);
	while (self->n_given - self->n_written == BLOCKS && !self->is_broken)
		pthread_cond_wait(&self->changed, &self->lock);
	gboolean is_broken = self->is_broken;
	pthread_mutex_unlock(&self->lock);
	return is_broken ? NULL : &self->blocks[self->n_given % BLOCKS];
}

static void
give(Relay *self)
{
	pthread_mutex_lock(&self->lock);
	self->n_given++;
	pthread_cond_signal(&self->changed);
	pthread_mutex_unlock(&self->lock);
}

static void
end(Relay *self, gboolean drops)
{
	if (self->is_joined)
		return;
	pthread_mutex_lock(&self->lock);
	self->is_ended = TRUE;
	self->is_broken = self->is_broken || drops;
	pthread_cond_signal(&self->changed);
	pthread_mutex_unlock(&self->lock);
	pthread_join(self->thread, NULL);
	self->is_joined = TRUE;
}

/* FALSE with what the other sink failed at. */
static gboolean
finish(OqSink *sink, GCancellable *stop, GError **error)
{
	Relay *self = (Relay *)sink;

	(void)stop;
	end(self, FALSE);
	if (self->failure != NULL)
		g_propagate_error(error, g_steal_pointer(&self->failure));
	return !self->is_broken;
}

static gboolean
write_frames(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	Relay *self = (Relay *)sink;
	Block *block = n_frames > 0 ? next_spare(self) : NULL;

	if (block == NULL)
		return n_frames == 0 || finish(sink, stop, error);
	g_array_set_size(block->samples, 0);
	g_array_append_vals(block->samples, frames, (guint)(n_frames * sink->n_channels));
	block->stop = stop;
	give(self);
	return TRUE;
}

static void
free_sink(OqSink *sink)
{
	Relay *self = (Relay *)sink;

	end(self, TRUE);
	for (guint i = 0; i < BLOCKS; i++)
		g_array_unref(self->blocks[i].samples);
	pthread_mutex_destroy(&self->lock);
	pthread_cond_destroy(&self->changed);
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
	for (guint i = 0; i < BLOCKS; i++)
		self->blocks[i].samples = g_array_new(FALSE, FALSE, sizeof(gfloat));
	pthread_mutex_init(&self->lock, NULL);
	pthread_cond_init(&self->changed, NULL);
	if (pthread_create(&self->thread, NULL, work, self) != 0)
		g_error("no thread to be had"); /* as g_thread_new() does */
	return &self->sink;
}
