/* stage_case.h - for tests of what stands in a chain: sound that is made, and stages that are fed
 * with it in portions. */
#pragma once

#include "audio/chain/stage.h"

#include <math.h>

/** Frames of a tone, full scale 1, in each of the channels. */
static inline gfloat *
stage_case_tone(gsize n_frames, guint n_channels, double rate_hz, double hz, double level)
{
	gfloat *frames = g_new(gfloat, n_frames * n_channels);
	for (gsize i = 0; i < n_frames * n_channels; i++)
		frames[i] =
			(gfloat)(level * sin(2 * G_PI * hz * (double)(i / n_channels) / rate_hz));
	return frames;
}

/** Even noise, the same each time, with a silence of a third in its middle. */
static inline gfloat *
stage_case_noise(gsize n_frames, guint n_channels, double level)
{
	guint32 random = 1;
	gfloat *frames = g_new0(gfloat, n_frames * n_channels);
	for (gsize i = 0; i < n_frames * n_channels; i++) {
		random = random * 1664525 + 1013904223;
		if (i / n_channels < n_frames / 3 || i / n_channels >= n_frames * 2 / 3)
			frames[i] = (gfloat)(level * ((random >> 8) / 8388608.0 - 1));
	}
	return frames;
}

/** What the stage gives for portions of @portion frames; it is freed. */
static inline GArray *
stage_case_run(
	OqStage *stage, const gfloat *frames, gsize n_frames, guint n_channels, gsize portion)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(gfloat));
	for (gsize at = 0; at < n_frames; at += portion)
		stage->klass->add(
			stage, frames + at * n_channels, MIN(portion, n_frames - at), out);
	stage->klass->add(stage, NULL, 0, out);
	if (stage->klass->finish != NULL)
		stage->klass->finish(stage, out);
	oq_stage_free(stage);
	return out;
}

/** The stage that @make makes gives the same, in whatever portions. */
static inline void
stage_case_portions(OqStage *(*make)(void), const gfloat *frames, gsize n_frames, guint n_channels)
{
	const gsize portions[] = {1, 7, 100, 4096};
	g_autoptr(GArray) whole = stage_case_run(make(), frames, n_frames, n_channels, n_frames);
	for (guint i = 0; i < G_N_ELEMENTS(portions); i++) {
		g_autoptr(GArray) out =
			stage_case_run(make(), frames, n_frames, n_channels, portions[i]);
		g_assert_cmpmem(out->data, out->len * sizeof(gfloat), whole->data,
			whole->len * sizeof(gfloat));
	}
}

/** The root of the mean power of a channel, from @first to the end. */
static inline double
stage_case_level(const GArray *frames, guint n_channels, guint channel, guint first)
{
	double power = 0;
	guint n = 0;
	for (guint i = first * n_channels + channel; i < frames->len; i += n_channels, n++) {
		double value = (double)g_array_index(frames, gfloat, i);
		power += value * value;
	}
	return sqrt(power / n);
}
