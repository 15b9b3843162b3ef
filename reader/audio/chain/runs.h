/* runs.h - digital silence within frames: filters have nothing to do there. */
#pragma once

#include <glib.h>

/** oq_runs_silence: how many of the @n_frames are nothing but 0, from the first one on. */
gsize oq_runs_silence(const gfloat *frames, gsize n_frames, guint n_channels);

/** oq_runs_sound: how many come before the first one that is nothing but 0. */
gsize oq_runs_sound(const gfloat *frames, gsize n_frames, guint n_channels);
