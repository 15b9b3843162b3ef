/* pcm.c - see the header. */
#include "speech/pcm.h"

#include <math.h>

void
oq_pcm_init(OqPcm *pcm, guint rate_hz)
{
	pcm->rate_hz = rate_hz;
	pcm->samples = g_array_new(FALSE, TRUE, sizeof(gint16));
}

void
oq_pcm_clear(OqPcm *pcm)
{
	g_clear_pointer(&pcm->samples, g_array_unref);
}

gsize
oq_pcm_n_frames(const OqPcm *pcm)
{
	return pcm->samples->len;
}

void
oq_pcm_append_silence(OqPcm *pcm, gsize n_frames)
{
	g_return_if_fail(n_frames <= G_MAXUINT - pcm->samples->len);
	g_array_set_size(pcm->samples, pcm->samples->len + (guint)n_frames);
}

gsize
oq_pcm_trim(OqPcm *pcm, gsize start, gint16 threshold)
{
	const gint16 *samples = (const gint16 *)(gpointer)pcm->samples->data;
	gsize end = pcm->samples->len;
	gsize first = start;

	while (end > start && ABS((int)samples[end - 1]) <= threshold)
		end--;
	g_array_set_size(pcm->samples, (guint)end);
	while (first < end && ABS((int)samples[first]) <= threshold)
		first++;
	if (first > start)
		g_array_remove_range(pcm->samples, (guint)start, (guint)(first - start));
	return first - start;
}

void
oq_pcm_amplify(OqPcm *pcm, gsize start, double factor)
{
	for (gsize i = start; i < pcm->samples->len; i++) {
		gint16 *sample = &g_array_index(pcm->samples, gint16, i);
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
oq_pcm_fade(OqPcm *pcm, gsize start, gsize n_frames)
{
	gsize length = MIN(n_frames, pcm->samples->len - start);
	guint last = pcm->samples->len - 1;

	for (guint i = 0; i < length; i++) {
		weaken(&g_array_index(pcm->samples, gint16, start + i), i + 1, n_frames + 1);
		weaken(&g_array_index(pcm->samples, gint16, last - i), i + 1, n_frames + 1);
	}
}
