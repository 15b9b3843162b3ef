/* highpass.c - see the header. */
#include "audio/chain/highpass.h"

#include "audio/chain/biquad.h"
#include "audio/chain/runs.h"

/* So many periods after the last sound nothing is left of it: -190 dB. */
#define PERIODS_TO_REST 5

enum { MAX_CHANNELS = 2 };

typedef struct {
	OqStage stage;
	OqBiquad filter;
	OqBiquadState states[MAX_CHANNELS];
	guint n_channels;
	guint rest_frames;
	guint n_silent; /* since the last sound, at most rest_frames */
} Highpass;

static void
filter(Highpass *self, const gfloat *frames, gsize n_frames, gfloat *out)
{
	for (guint k = 0; k < self->n_channels; k++) {
		OqBiquadState state = self->states[k];
		for (gsize i = k; i < n_frames * self->n_channels; i += self->n_channels)
			out[i] = (gfloat)oq_biquad_step(&self->filter, &state, (double)frames[i]);
		self->states[k] = state;
	}
}

static void
filter_silence(Highpass *self, const gfloat *frames, gsize n_frames, gfloat *out)
{
	gsize n_ringing = MIN(n_frames, self->rest_frames - self->n_silent);
	filter(self, frames, n_ringing, out);
	self->n_silent += (guint)n_ringing;
	if (self->n_silent < self->rest_frames)
		return;
	for (guint k = 0; k < self->n_channels; k++)
		self->states[k] = (OqBiquadState){0};
	for (gsize i = n_ringing * self->n_channels; i < n_frames * self->n_channels; i++)
		out[i] = 0;
}

static void
add(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out)
{
	Highpass *self = (Highpass *)stage;
	guint before = out->len;
	g_array_set_size(out, before + (guint)n_frames * self->n_channels);
	gfloat *given = &g_array_index(out, gfloat, before);
	for (gsize n; n_frames > 0; n_frames -= n) {
		n = oq_runs_silence(frames, n_frames, self->n_channels);
		if (n > 0) {
			filter_silence(self, frames, n, given);
		} else {
			n = oq_runs_sound(frames, n_frames, self->n_channels);
			filter(self, frames, n, given);
			self->n_silent = 0;
		}
		frames += n * self->n_channels;
		given += n * self->n_channels;
	}
}

static void
free_stage(OqStage *stage)
{
	g_free(stage);
}

static const OqStageClass highpass_class = {.add = add, .free = free_stage};

OqStage *
oq_highpass_new(guint rate_hz, guint n_channels, guint cut_hz)
{
	g_return_val_if_fail(n_channels >= 1 && n_channels <= MAX_CHANNELS, NULL);
	g_return_val_if_fail(cut_hz > 0 && cut_hz * 2 < rate_hz, NULL);
	Highpass *self = g_new0(Highpass, 1);
	self->stage.klass = &highpass_class;
	self->filter = oq_biquad_highpass(rate_hz, cut_hz);
	self->n_channels = n_channels;
	self->rest_frames = PERIODS_TO_REST * rate_hz / cut_hz;
	return &self->stage;
}
