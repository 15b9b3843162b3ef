/* samples.c - see the header. */
#include "audio/chain/samples.h"

#include <math.h>

#define SCALE_16 32768.0f
#define SCALE_24 8388608.0f

void
oq_samples_to_float(const gint16 *samples, gsize n_samples, gfloat *out)
{
	for (gsize i = 0; i < n_samples; i++)
		out[i] = (gfloat)samples[i] / SCALE_16;
}

static glong
to_whole(gfloat sample, gfloat scale)
{
	return lrintf(CLAMP(sample * scale, -scale, scale - 1));
}

void
oq_samples_to_16(const gfloat *samples, gsize n_samples, gint16 *out)
{
	for (gsize i = 0; i < n_samples; i++)
		out[i] = (gint16)to_whole(samples[i], SCALE_16);
}

gboolean
oq_samples_are_16(const gfloat *samples, gsize n_samples, const gint16 *whole)
{
	guint n_others = 0;
	for (gsize i = 0; i < n_samples; i++)
		n_others += samples[i] != (gfloat)whole[i] / SCALE_16;
	return n_others == 0;
}

void
oq_samples_to_24(const gfloat *samples, gsize n_samples, gint32 *out)
{
	for (gsize i = 0; i < n_samples; i++)
		out[i] = (gint32)to_whole(samples[i], SCALE_24) * 256;
}
