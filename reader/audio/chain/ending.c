/* ending.c - see the header. */
#include "audio/chain/ending.h"

typedef struct {
	OqStage stage;
	guint n_channels;
	guint n_faded;
	GArray *held; /* of gfloat: the last frames so far */
} Ending;

static void
add(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out)
{
	Ending *self = (Ending *)stage;
	guint n_held = self->n_faded * self->n_channels;

	g_array_append_vals(self->held, frames, (guint)n_frames * self->n_channels);
	if (self->held->len <= n_held)
		return;
	guint n_given = self->held->len - n_held;
	g_array_append_vals(out, self->held->data, n_given);
	g_array_remove_range(self->held, 0, n_given);
}

/* That which would come next is the first that is silent. */
static void
finish(OqStage *stage, GArray *out)
{
	Ending *self = (Ending *)stage;
	guint n_frames = self->held->len / self->n_channels;

	for (guint i = 0; i < self->held->len; i++) {
		gfloat left = (gfloat)(n_frames - i / self->n_channels) / (gfloat)(n_frames + 1);
		g_array_index(self->held, gfloat, i) *= left;
	}
	g_array_append_vals(out, self->held->data, self->held->len);
	g_array_set_size(self->held, 0);
}

static void
free_stage(OqStage *stage)
{
	g_array_unref(((Ending *)stage)->held);
	g_free(stage);
}

static const OqStageClass ending_class = {.add = add, .finish = finish, .free = free_stage};

OqStage *
oq_ending_new(guint n_channels, guint n_faded)
{
	g_return_val_if_fail(n_channels > 0, NULL);
	Ending *self = g_new0(Ending, 1);

	self->stage.klass = &ending_class;
	self->n_channels = n_channels;
	self->n_faded = n_faded;
	self->held = g_array_new(FALSE, FALSE, sizeof(gfloat));
	return &self->stage;
}
