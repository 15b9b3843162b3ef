/* biquad.c - see the header. */
#include "audio/chain/biquad.h"

#include <complex.h>
#include <math.h>

#define LEAST_POWER 1e-9 /* of a filter that lets something through at 0 Hz */

OqBiquad
oq_biquad_highpass(double rate_hz, double cut_hz)
{
	double k = tan(G_PI * cut_hz / rate_hz);
	double scale = 1 / (1 + G_SQRT2 * k + k * k);
	return (OqBiquad){scale, -2 * scale, scale, 2 * (k * k - 1) * scale,
		(1 - G_SQRT2 * k + k * k) * scale};
}

double
oq_biquad_power(const OqBiquad *filter, double rate_hz, double hz)
{
	double complex delay = cexp(-I * 2 * G_PI * hz / rate_hz);
	double complex zeros = filter->b0 + (filter->b1 + filter->b2 * delay) * delay;
	double complex poles = 1 + (filter->a1 + filter->a2 * delay) * delay;
	return creal(zeros * conj(zeros)) / creal(poles * conj(poles));
}

/* A pole p at one rate is p to the power of the ratio of the rates at the other. */
static void
carry_poles(const OqBiquad *model, double ratio, OqBiquad *filter)
{
	double complex root = csqrt(model->a1 * model->a1 - 4 * model->a2);
	double complex p = cpow((-model->a1 + root) / 2, ratio);
	double complex q = cpow((-model->a1 - root) / 2, ratio);
	filter->a1 = -creal(p + q);
	filter->a2 = creal(p * q);
}

/* The power of b0, b1, b2 is n[0] (1 - s) + n[1] s + n[2] 4 s (1 - s), where s is the squared sine
 * of half the angle. */
static void
set_zeros(OqBiquad *filter, const double n[3])
{
	double at_0 = sqrt(MAX(n[0], 0));
	double at_pi = sqrt(MAX(n[1], 0));
	double mean = (at_0 + at_pi) / 2;
	filter->b0 = (mean + sqrt(MAX(mean * mean + n[2], 0))) / 2;
	filter->b1 = (at_0 - at_pi) / 2;
	filter->b2 = -n[2] / (4 * filter->b0);
}

/* Of the zeros alone, at @hz. */
static double
wanted_power(
	const OqBiquad *model, double model_hz, const OqBiquad *filter, double rate_hz, double hz)
{
	const OqBiquad poles = {1, 0, 0, filter->a1, filter->a2};
	return oq_biquad_power(model, model_hz, hz) / oq_biquad_power(&poles, rate_hz, hz);
}

/* Both zeros at 0: then nothing but the scale is left to choose. */
static void
set_zeros_at_0(OqBiquad *filter, double power, double sine)
{
	filter->b0 = sqrt(power) / (4 * sine);
	filter->b1 = -2 * filter->b0;
	filter->b2 = filter->b0;
}

OqBiquad
oq_biquad_at_rate(const OqBiquad *model, double model_hz, double rate_hz)
{
	double lower_hz = MIN(model_hz, rate_hz);
	const double hz[] = {0, lower_hz / 6, 0.49 * lower_hz};
	double wanted[3], s[3];
	OqBiquad filter = {0};
	carry_poles(model, model_hz / rate_hz, &filter);
	for (guint i = 0; i < G_N_ELEMENTS(hz); i++) {
		s[i] = pow(sin(G_PI * hz[i] / rate_hz), 2);
		wanted[i] = wanted_power(model, model_hz, &filter, rate_hz, hz[i]);
	}
	if (wanted[0] < LEAST_POWER) {
		set_zeros_at_0(&filter, wanted[1], s[1]);
		return filter;
	}
	double rest[] = {wanted[1] - wanted[0] * (1 - s[1]), wanted[2] - wanted[0] * (1 - s[2])};
	double mixed[] = {4 * s[1] * (1 - s[1]), 4 * s[2] * (1 - s[2])};
	double determinant = s[1] * mixed[1] - s[2] * mixed[0];
	const double n[] = {wanted[0], (rest[0] * mixed[1] - rest[1] * mixed[0]) / determinant,
		(s[1] * rest[1] - s[2] * rest[0]) / determinant};
	set_zeros(&filter, n);
	return filter;
}
