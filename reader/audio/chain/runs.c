/* runs.c - see the header. */
#include "audio/chain/runs.h"

static gboolean
is_silent(const gfloat *frame, guint n_channels)
{
	for (guint k = 0; k < n_channels; k++) {
		if (frame[k] != 0)
			return FALSE;
	}
	return TRUE;
}

gsize
oq_runs_silence(const gfloat *frames, gsize n_frames, guint n_channels)
{
	gsize n = 0;
	while (n < n_frames && is_silent(frames + n * n_channels, n_channels))
		n++;
	return n;
}

gsize
oq_runs_sound(const gfloat *frames, gsize n_frames, guint n_channels)
{
	gsize n = 0;
	while (n < n_frames && !is_silent(frames + n * n_channels, n_channels))
		n++;
	return n;
}
