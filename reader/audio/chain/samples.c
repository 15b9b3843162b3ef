/* samples.c - see the header. */
#include "audio/chain/samples.h"

#include <math.h>
#include <string.h>

enum { PORTION = 1024 };

#define SCALE_16 32768.0f
#define SCALE_24 8388608.0f

/* Added to what has at most 22 bits and taken away again it rounds as lrintf() does, and the
 * compiler takes several at once. */
#define ROUNDING 0x1.8p23f

/* The same for what has 24 bits, as doubles. */
#define ROUNDING_24 0x1.8p52

void
oq_samples_to_float(const gint16 *samples, gsize n_samples, gfloat *out)
{
	for (gsize i = 0; i < n_samples; i++)
		out[i] = (gfloat)samples[i] / SCALE_16;
}

static inline gfloat
to_scale(gfloat sample, gfloat scale)
{
	return CLAMP(sample * scale, -scale, scale - 1);
}

void
oq_samples_to_16(const gfloat *samples, gsize n_samples, gint16 *out)
{
	for (gsize i = 0; i < n_samples; i++)
		out[i] = (gint16)(gint32)(to_scale(samples[i], SCALE_16) + ROUNDING - ROUNDING);
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
		out[i] = (gint32)((double)to_scale(samples[i], SCALE_24) + ROUNDING_24 -
				  ROUNDING_24) *
			 256;
}

/* Each in one piece of four bytes, the last of which is that of the next one. */
void
oq_samples_to_bytes_24(const gfloat *samples, gsize n_samples, gboolean is_big_endian, guint8 *out)
{
	gint32 whole[PORTION];
	for (gsize n; n_samples > 0; n_samples -= n, samples += n) {
		n = MIN(n_samples, PORTION);
		oq_samples_to_24(samples, n, whole);
		for (gsize i = 0; i < n; i++, out += 3) {
			guint32 upper = (guint32)whole[i];
			guint32 bytes =
				is_big_endian ? GUINT32_TO_BE(upper) : GUINT32_TO_LE(upper >> 8);
			memcpy(out, &bytes, sizeof bytes);
		}
	}
}
