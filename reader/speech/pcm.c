/* pcm.c - see the header. */
#include "speech/pcm.h"

void
oq_pcm_append_silence(GArray *samples, gsize n_frames)
{
	g_return_if_fail(n_frames <= G_MAXUINT - samples->len);
	guint before = samples->len;
	g_array_set_size(samples, before + (guint)n_frames);
	for (guint i = before; i < samples->len; i++)
		g_array_index(samples, gint16, i) = 0;
}

gsize
oq_pcm_trim(GArray *samples, gint16 threshold)
{
	guint end = samples->len, first = 0;

	while (end > 0 && ABS((int)g_array_index(samples, gint16, end - 1)) <= threshold)
		end--;
	g_array_set_size(samples, end);
	while (first < end && ABS((int)g_array_index(samples, gint16, first)) <= threshold)
		first++;
	if (first > 0)
		g_array_remove_range(samples, 0, first);
	return first;
}

/* Added and taken away again it rounds as rint() does, and the compiler takes several at once. */
#define ROUNDING 0x1.8p52

void
oq_pcm_amplify(GArray *samples, double factor)
{
	gint16 *sample = (gint16 *)(gpointer)samples->data;

	for (guint i = 0; i < samples->len; i++) {
		double loud = sample[i] * factor;
		loud = CLAMP(loud, G_MININT16, G_MAXINT16) + ROUNDING - ROUNDING;
		sample[i] = (gint16)(gint32)loud;
	}
}

/* Rounded away from zero. */
static void
weaken(gint16 *sample, gsize part, gsize whole)
{
	gint64 loud = (gint64)ABS((int)*sample) * (gint64)part;
	gint64 weak = (loud + (gint64)whole - 1) / (gint64)whole;

	*sample = (gint16)(*sample < 0 ? -weak : weak);
}

void
oq_pcm_fade(GArray *samples, gsize n_frames)
{
	guint length = (guint)MIN(n_frames, samples->len);
	guint last = samples->len - 1;

	for (guint i = 0; i < length; i++) {
		weaken(&g_array_index(samples, gint16, i), i + 1, n_frames + 1);
		weaken(&g_array_index(samples, gint16, last - i), i + 1, n_frames + 1);
	}
}
