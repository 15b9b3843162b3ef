/* pcm.c - see the header. */
#include "speech/pcm.h"

#include <math.h>

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

void
oq_pcm_amplify(GArray *samples, double factor)
{
	for (guint i = 0; i < samples->len; i++) {
		gint16 *sample = &g_array_index(samples, gint16, i);
		double loud = rint(*sample * factor);
		*sample = (gint16)CLAMP(loud, G_MININT16, G_MAXINT16);
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
