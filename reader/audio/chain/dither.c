/* dither.c - see the header. */
#include "audio/chain/dither.h"

/* Any number but 0. */
#define SEED 2463534242u

typedef struct {
	OqStage stage;
	guint n_channels;
	gfloat step; /* of a number that is made of 16 random bits */
	guint32 random;
} Dither;

/* Marsaglia's xorshift. */
static inline guint32
next(guint32 random)
{
	random ^= random << 13;
	random ^= random >> 17;
	return random ^ (random << 5);
}

/* The difference of two even distributions is the triangular one. */
static void
add(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out)
{
	Dither *self = (Dither *)stage;
	gsize n_samples = n_frames * self->n_channels;
	guint32 random = self->random;
	guint before = out->len;
	g_array_set_size(out, before + (guint)n_samples);
	gfloat *given = &g_array_index(out, gfloat, before);
	for (gsize i = 0; i < n_samples; i++) {
		random = next(random);
		gint32 noise = (gint32)(random & 0xffff) - (gint32)(random >> 16);
		given[i] = frames[i] + (gfloat)noise * self->step;
	}
	self->random = random;
}

static void
free_stage(OqStage *stage)
{
	g_free(stage);
}

static const OqStageClass dither_class = {.add = add, .free = free_stage};

OqStage *
oq_dither_new(guint n_bits, guint n_channels)
{
	g_return_val_if_fail(n_bits >= 2 && n_bits <= 24, NULL);
	Dither *self = g_new0(Dither, 1);
	self->stage.klass = &dither_class;
	self->n_channels = n_channels;
	self->step = 1.0f / (gfloat)(1u << (n_bits - 1)) / 65536;
	self->random = SEED;
	return &self->stage;
}
