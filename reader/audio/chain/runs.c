/* runs.c - see the header. */
#include "audio/chain/runs.h"

/* Inline, so that there is a loop of its own where the channels are told as a constant. */
static inline gsize
run(const gfloat *frames, gsize n_frames, guint n_channels, gboolean is_silence)
{
	gsize n = 0;
	for (; n < n_frames; n++, frames += n_channels) {
		gboolean is_silent = frames[0] == 0;
		for (guint k = 1; k < n_channels; k++)
			is_silent = is_silent && frames[k] == 0;
		if (is_silent != is_silence)
			break;
	}
	return n;
}

gsize
oq_runs_silence(const gfloat *frames, gsize n_frames, guint n_channels)
{
	return n_channels == 1 ? run(frames, n_frames, 1, TRUE)
			       : run(frames, n_frames, n_channels, TRUE);
}

gsize
oq_runs_sound(const gfloat *frames, gsize n_frames, guint n_channels)
{
	return n_channels == 1 ? run(frames, n_frames, 1, FALSE)
			       : run(frames, n_frames, n_channels, FALSE);
}
