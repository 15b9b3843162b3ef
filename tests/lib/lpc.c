#include "lpc.h"

#include <complex.h>
#include <math.h>

#define ORDER       12 /* two for each resonance, two for the slope of the voice */
#define EMPHASIS    0.97
#define LOWEST_HZ   150.0 /* what is below is the voice itself */
#define WIDEST_HZ   500.0 /* what is wider is the slope of the spectrum */
#define N_STEPS     500
#define NEAR        1e-10 /* of a root's last step */
#define HALF_LENGTH 63    /* of the low-pass filter, in samples */
#define CUT         0.45  /* of LPC_RATE_HZ: nothing is left at 0.5 */
#define HAMMING(x)  (0.54 - 0.46 * cos(2 * G_PI * (x)))
#define N_TAPS      (2 * HALF_LENGTH + 1)

GArray *
lpc_halve(const gint16 *samples, gsize n_samples)
{
	GArray *half = g_array_sized_new(FALSE, FALSE, sizeof(double), (guint)n_samples / 2 + 1);
	double filter[N_TAPS];
	for (int i = -HALF_LENGTH; i <= HALF_LENGTH; i++) {
		double sinc = i == 0 ? CUT : sin(G_PI * CUT * i) / (G_PI * i);
		filter[i + HALF_LENGTH] = sinc * HAMMING((double)(i + HALF_LENGTH) / (N_TAPS - 1));
	}
	for (gssize at = 0; at < (gssize)n_samples; at += 2) {
		double sum = 0;
		for (gssize i = MAX(0, at - HALF_LENGTH);
			i <= MIN((gssize)n_samples - 1, at + HALF_LENGTH); i++)
			sum += samples[i] * filter[i - at + HALF_LENGTH];
		g_array_append_val(half, sum);
	}
	return half;
}

static void
autocorrelate(const double *samples, gsize n_samples, double *sums)
{
	g_autofree double *frame = g_new(double, n_samples);
	for (gsize i = 0; i < n_samples; i++)
		frame[i] = (samples[i] - (i > 0 ? EMPHASIS * samples[i - 1] : 0)) *
			   HAMMING((double)i / (double)(n_samples - 1));
	for (gsize lag = 0; lag <= ORDER; lag++) {
		sums[lag] = 0;
		for (gsize i = lag; i < n_samples; i++)
			sums[lag] += frame[i] * frame[i - lag];
	}
}

/* Levinson and Durbin: the polynomial whose roots are the resonances; its first factor is 1. */
static void
predict(const double *sums, double *factors)
{
	double error = sums[0];
	factors[0] = 1;
	for (gsize i = 1; i <= ORDER; i++) {
		double before[ORDER + 1], reflection = 0;
		for (gsize k = 0; k < i; k++) {
			reflection -= factors[k] * sums[i - k] / error;
			before[k] = factors[k];
		}
		before[i] = factors[i] = 0;
		for (gsize k = 1; k <= i; k++)
			factors[k] += reflection * before[i - k];
		error *= 1 - reflection * reflection;
	}
}

/* Weierstrass, Durand and Kerner: all roots at once, from places that are never conjugate. */
static void
find_roots(const double *factors, double complex *roots)
{
	double furthest = 1;
	for (gsize i = 0; i < ORDER; i++)
		roots[i] = cpow(0.4 + 0.9 * I, (double)i);
	for (gsize step = 0; step < N_STEPS && furthest > NEAR; step++) {
		furthest = 0;
		for (gsize i = 0; i < ORDER; i++) {
			double complex value = factors[0], others = 1;
			for (gsize k = 1; k <= ORDER; k++)
				value = value * roots[i] + factors[k];
			for (gsize k = 0; k < ORDER; k++)
				others *= k == i ? 1 : roots[i] - roots[k];
			roots[i] -= value / others;
			furthest = MAX(furthest, cabs(value / others));
		}
	}
}

gboolean
lpc_formants(const double *samples, gsize n_samples, Formants *formants)
{
	double sums[ORDER + 1], factors[ORDER + 1];
	double complex roots[ORDER];
	autocorrelate(samples, n_samples, sums);
	if (sums[0] <= 0)
		return FALSE;
	predict(sums, factors);
	find_roots(factors, roots);
	*formants = (Formants){INFINITY, INFINITY};
	for (gsize i = 0; i < ORDER; i++) {
		double hz = carg(roots[i]) * LPC_RATE_HZ / (2 * G_PI);
		double width_hz = -log(cabs(roots[i])) * LPC_RATE_HZ / G_PI;
		if (hz < LOWEST_HZ || width_hz > WIDEST_HZ)
			continue;
		if (hz < formants->f1_hz)
			*formants = (Formants){hz, formants->f1_hz};
		else if (hz < formants->f2_hz)
			formants->f2_hz = hz;
	}
	return isfinite(formants->f2_hz);
}
