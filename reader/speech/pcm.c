/* pcm.c - see the header. */
#include "speech/pcm.h"

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
oq_pcm_trim(OqPcm *pcm, gint16 threshold)
{
	const gint16 *samples = (const gint16 *)(gpointer)pcm->samples->data;
	guint end = pcm->samples->len;
	guint start = 0;

	while (end > 0 && ABS((int)samples[end - 1]) <= threshold)
		end--;
	g_array_set_size(pcm->samples, end);
	while (start < end && ABS((int)samples[start]) <= threshold)
		start++;
	if (start > 0)
		g_array_remove_range(pcm->samples, 0, start);
	return start;
}
