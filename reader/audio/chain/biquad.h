/* biquad.h - filters of the second order, in double precision. */
#pragma once

#include <glib.h>

/** Of which a0 is 1. */
typedef struct {
	double b0, b1, b2;
	double a1, a2;
} OqBiquad;

/** What such a filter remembers: the last two frames that it took, and that it gave. */
typedef struct {
	double x1, x2;
	double y1, y2;
} OqBiquadState;

static inline double
oq_biquad_step(const OqBiquad *filter, OqBiquadState *state, double x)
{
	double fed = filter->b0 * x + filter->b1 * state->x1 + filter->b2 * state->x2;
	double y = fed - filter->a2 * state->y2 - filter->a1 * state->y1;
	*state = (OqBiquadState){x, state->x1, y, state->y1};
	return y;
}

/** oq_biquad_highpass: of Butterworth: -3 dB at @cut_hz, 12 dB an octave below. */
OqBiquad oq_biquad_highpass(double rate_hz, double cut_hz);

/** oq_biquad_power: how much stronger what has @hz becomes, as a ratio of powers. */
double oq_biquad_power(const OqBiquad *filter, double rate_hz, double hz);

/**
 * oq_biquad_at_rate: the filter that does at @rate_hz what @model does at @model_hz.
 *
 * The poles are carried over, and the zeros are those with which both are equally strong at 0, 1/6
 * and nearly 1/2 of the lower one of the rates; in between they differ by hundredths of a decibel.
 */
OqBiquad oq_biquad_at_rate(const OqBiquad *model, double model_hz, double rate_hz);
