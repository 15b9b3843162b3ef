/* runs.h - digital silence within frames: filters have nothing to do there. */
#pragma once

#include <glib.h>

/** A run of so many samples of silence ends what sounds; a shorter one may belong to it. */
#define OQ_RUNS_SHORT 64

/** oq_runs_silence: how many of the @n_frames are nothing but 0, from the first one on. */
gsize oq_runs_silence(const gfloat *frames, gsize n_frames, guint n_channels);

/** oq_runs_sound: how many come before a run of silence that is long or goes on to the end. */
gsize oq_runs_sound(const gfloat *frames, gsize n_frames, guint n_channels);
