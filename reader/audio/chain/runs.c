/* runs.c - see the header. */
#include "audio/chain/runs.h"

/* So many samples the compiler looks at at once. */
enum { PORTION = OQ_RUNS_SHORT / 2 };

static gboolean
is_silent(const gfloat *samples)
{
	guint n_sounding = 0;
	for (guint i = 0; i < PORTION; i++)
		n_sounding += samples[i] != 0;
	return n_sounding == 0;
}

gsize
oq_runs_silence(const gfloat *frames, gsize n_frames, guint n_channels)
{
	gsize n_samples = n_frames * n_channels, n = 0;
	while (n + PORTION <= n_samples && is_silent(frames + n))
		n += PORTION;
	while (n < n_samples && frames[n] == 0)
		n++;
	return n / n_channels;
}

gsize
oq_runs_sound(const gfloat *frames, gsize n_frames, guint n_channels)
{
	gsize n_samples = n_frames * n_channels, n = 0;
	while (n + PORTION <= n_samples && !is_silent(frames + n))
		n += PORTION;
	if (n + PORTION > n_samples)
		n = n_samples;
	while (n > 0 && frames[n - 1] == 0)
		n--;
	return (n + n_channels - 1) / n_channels;
}
