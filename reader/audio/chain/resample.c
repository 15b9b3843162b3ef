/* resample.c - see the header. */
#include "audio/chain/resample.h"

#include <soxr.h>

enum { BLOCK_FRAMES = 8192 };

typedef struct {
	OqStage stage;
	soxr_t soxr;
} Resample;

/* @frames NULL is the end of the stream. Returns the frames taken; *@n_made are the frames made. */
static gsize
process(Resample *self, const gfloat *frames, gsize n_frames, GArray *out, gsize *n_made)
{
	gsize n_taken = 0;
	guint before = out->len;
	g_array_set_size(out, before + BLOCK_FRAMES);
	soxr_process(self->soxr, frames, n_frames, &n_taken, &g_array_index(out, gfloat, before),
		BLOCK_FRAMES, n_made);
	g_array_set_size(out, before + (guint)*n_made);
	return n_taken;
}

static void
add(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out)
{
	gsize n_made = 0;
	while (n_frames > 0 || n_made == BLOCK_FRAMES) {
		gsize n_taken = process((Resample *)stage, frames, n_frames, out, &n_made);
		frames += n_taken;
		n_frames -= n_taken;
	}
}

static void
finish(OqStage *stage, GArray *out)
{
	gsize n_made;
	do
		process((Resample *)stage, NULL, 0, out, &n_made);
	while (n_made > 0);
}

static void
free_stage(OqStage *stage)
{
	soxr_delete(((Resample *)stage)->soxr);
	g_free(stage);
}

static const OqStageClass resample_class = {.add = add, .finish = finish, .free = free_stage};

OqStage *
oq_resample_new(guint from_hz, guint to_hz)
{
	soxr_error_t failed;
	soxr_io_spec_t io = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
	soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
	soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
	Resample *self = g_new0(Resample, 1);
	self->stage.klass = &resample_class;
	self->soxr = soxr_create(from_hz, to_hz, 1, &failed, &io, &quality, &runtime);
	if (failed != NULL)
		g_error("soxr_create: %s", failed); /* like g_malloc(): it is memory alone */
	return &self->stage;
}
