/* soft_end.c - see the header. */
#include "audio/chain/soft_end.h"

#include <math.h>

typedef struct {
	OqStage stage;
	guint n_channels;
	guint n_frames;
	GArray *held; /* of gfloat: the last frames */
} SoftEnd;

/* Most of a portion is given as it comes. */
static void
add(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out)
{
	SoftEnd *self = (SoftEnd *)stage;
	guint n_samples = (guint)n_frames * self->n_channels;
	guint n_kept = self->n_frames * self->n_channels;
	guint n_surplus = self->held->len + n_samples;
	n_surplus -= MIN(n_surplus, n_kept);
	guint n_held_given = MIN(n_surplus, self->held->len);
	guint n_given = n_surplus - n_held_given;
	g_array_append_vals(out, self->held->data, n_held_given);
	g_array_remove_range(self->held, 0, n_held_given);
	g_array_append_vals(out, frames, n_given);
	g_array_append_vals(self->held, frames + n_given, n_samples - n_given);
}

/* Half a period of a cosine, from the full level to the silence behind. */
static void
finish(OqStage *stage, GArray *out)
{
	SoftEnd *self = (SoftEnd *)stage;
	guint n_held = self->held->len / self->n_channels;
	for (guint i = 0; i < self->held->len; i++) {
		guint n_left = n_held - i / self->n_channels;
		double part = (double)n_left / (self->n_frames + 1);
		g_array_index(self->held, gfloat, i) *= (gfloat)(0.5 - 0.5 * cos(G_PI * part));
	}
	g_array_append_vals(out, self->held->data, self->held->len);
}

static void
free_stage(OqStage *stage)
{
	SoftEnd *self = (SoftEnd *)stage;
	g_array_unref(self->held);
	g_free(self);
}

static const OqStageClass soft_end_class = {.add = add, .finish = finish, .free = free_stage};

OqStage *
oq_soft_end_new(guint n_channels, guint n_frames)
{
	SoftEnd *self = g_new0(SoftEnd, 1);
	self->stage.klass = &soft_end_class;
	self->n_channels = n_channels;
	self->n_frames = n_frames;
	self->held = g_array_new(FALSE, FALSE, sizeof(gfloat));
	return &self->stage;
}
