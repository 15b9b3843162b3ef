/* gain.c - see the header. */
#include "audio/chain/gain.h"

#include <math.h>

typedef struct {
	OqStage stage;
	guint n_channels;
	gfloat factor;
} Gain;

static void
add(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out)
{
	const Gain *self = (const Gain *)stage;
	gsize n_samples = n_frames * self->n_channels;
	guint before = out->len;
	g_array_set_size(out, before + (guint)n_samples);
	gfloat *given = &g_array_index(out, gfloat, before);
	for (gsize i = 0; i < n_samples; i++)
		given[i] = frames[i] * self->factor;
}

static void
free_stage(OqStage *stage)
{
	g_free(stage);
}

static const OqStageClass gain_class = {.add = add, .free = free_stage};

double
oq_gain_factor(double gain_db)
{
	return pow(10, gain_db / 20);
}

OqStage *
oq_gain_new(guint n_channels, double gain_db)
{
	Gain *self = g_new0(Gain, 1);
	self->stage.klass = &gain_class;
	self->n_channels = n_channels;
	self->factor = (gfloat)oq_gain_factor(gain_db);
	return &self->stage;
}
