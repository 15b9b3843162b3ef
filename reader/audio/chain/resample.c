/* resample.c - see the header. */
#include "audio/chain/resample.h"

#include <soxr.h>

enum { BLOCK_FRAMES = 8192 };

struct _OqResample {
	soxr_t soxr;
};

OqResample *
oq_resample_new(guint from_hz, guint to_hz)
{
	soxr_error_t failed;
	soxr_io_spec_t io = soxr_io_spec(SOXR_INT16_I, SOXR_FLOAT32_I);
	soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
	soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
	OqResample *resample = g_new0(OqResample, 1);
	resample->soxr = soxr_create(from_hz, to_hz, 1, &failed, &io, &quality, &runtime);
	if (failed != NULL)
		g_error("soxr_create: %s", failed); /* like g_malloc(): it is memory alone */
	return resample;
}

void
oq_resample_free(OqResample *resample)
{
	if (resample == NULL)
		return;
	soxr_delete(resample->soxr);
	g_free(resample);
}

/* @samples NULL is the end of the stream. Returns the frames taken; *@n_made are the frames made.
 */
static gsize
process(OqResample *resample, const gint16 *samples, gsize n_frames, GArray *out, gsize *n_made)
{
	gsize n_taken = 0;
	guint before = out->len;
	g_array_set_size(out, before + BLOCK_FRAMES);
	soxr_process(resample->soxr, samples, n_frames, &n_taken,
		&g_array_index(out, gfloat, before), BLOCK_FRAMES, n_made);
	g_array_set_size(out, before + (guint)*n_made);
	return n_taken;
}

void
oq_resample_add(OqResample *resample, const gint16 *samples, gsize n_frames, GArray *out)
{
	gsize n_made;
	do {
		gsize n_taken = process(resample, samples, n_frames, out, &n_made);
		samples += n_taken;
		n_frames -= n_taken;
	} while (n_frames > 0 || n_made == BLOCK_FRAMES);
}

void
oq_resample_finish(OqResample *resample, GArray *out)
{
	gsize n_made;
	do
		process(resample, NULL, 0, out, &n_made);
	while (n_made > 0);
}
