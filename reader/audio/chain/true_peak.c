/* true_peak.c - see the header. */
#include "audio/chain/true_peak.h"

#include <math.h>
#include <string.h>

enum {
	MAX_TAPS = 2 * OQ_TRUE_PEAK_REACH,
	MAX_PHASES = 7,
	PORTION = 16, /* samples, whose sums fit into the processor's registers */
};

/* At a low rate sound reaches up to the end of the band, so more samples tell what is between. */
#define LOW_HZ  32000
#define HIGH_HZ 64000

/* Of the window: the sinc is cut where it has become small. */
#define KAISER_BETA 6.0

/* What one instruction of the processor adds, where it has such. */
typedef gfloat Four __attribute__((vector_size(4 * sizeof(gfloat))));

struct _OqTruePeak {
	guint n_phases;
	guint n_taps; /* half of them before the place between two samples */
	gfloat most;
	gfloat taps[MAX_PHASES][MAX_TAPS];
};

static double
bessel_0(double x)
{
	double sum = 1, term = 1;
	for (guint i = 1; i < 30; i++) {
		term *= (x / 2 / i) * (x / 2 / i);
		sum += term;
	}
	return sum;
}

static double
windowed_sinc(double t, double reach)
{
	double edge = t / reach;
	double window =
		bessel_0(KAISER_BETA * sqrt(MAX(1 - edge * edge, 0))) / bessel_0(KAISER_BETA);
	return window * sin(G_PI * t) / (G_PI * t);
}

/* A constant stays what it is. */
static void
set_phase(OqTruePeak *peaks, guint phase, double t)
{
	double values[MAX_TAPS], sum = 0, most = 0;
	double reach = peaks->n_taps / 2.0;
	for (guint k = 0; k < peaks->n_taps; k++) {
		values[k] = windowed_sinc(t + reach - 1 - k, reach);
		sum += values[k];
	}
	for (guint k = 0; k < peaks->n_taps; k++) {
		peaks->taps[phase][k] = (gfloat)(values[k] / sum);
		most += fabs(values[k] / sum);
	}
	peaks->most = MAX(peaks->most, (gfloat)most);
}

OqTruePeak *
oq_true_peak_new(guint rate_hz)
{
	guint factor = rate_hz < LOW_HZ ? 8 : rate_hz < HIGH_HZ ? 4 : 2;
	OqTruePeak *peaks = g_new0(OqTruePeak, 1);
	peaks->n_taps = rate_hz < LOW_HZ ? MAX_TAPS : MAX_TAPS / 2;
	peaks->n_phases = factor - 1;
	for (guint i = 0; i < peaks->n_phases; i++)
		set_phase(peaks, i, (i + 1.0) / factor);
	return peaks;
}

void
oq_true_peak_free(OqTruePeak *peaks)
{
	g_free(peaks);
}

gfloat
oq_true_peak_most(const OqTruePeak *peaks)
{
	return peaks->most;
}

static inline void
keep_greater(gfloat *restrict greatest, const gfloat *restrict values, gsize n)
{
	for (gsize i = 0; i < n; i++) {
		gfloat value = fabsf(values[i]);
		greatest[i] = value > greatest[i] ? value : greatest[i];
	}
}

/* Sixteen samples between others at once. */
static void
add_phase(const gfloat *taps, guint n_taps, const gfloat *first, gfloat *greatest)
{
	gfloat values[PORTION];
	Four sums[PORTION / 4] = {{0}};
	for (guint k = 0; k < n_taps; k++) {
		for (guint i = 0; i < PORTION / 4; i++) {
			Four delayed;
			memcpy(&delayed, first + k + 4 * i, sizeof delayed);
			sums[i] += taps[k] * delayed;
		}
	}
	memcpy(values, sums, sizeof values);
	keep_greater(greatest, values, PORTION);
}

static void
add_portion(const OqTruePeak *peaks, const gfloat *samples, gfloat *greatest)
{
	const gfloat *first = samples + 1 - peaks->n_taps / 2;
	keep_greater(greatest, samples, PORTION);
	for (guint i = 0; i < peaks->n_phases; i++)
		add_phase(peaks->taps[i], peaks->n_taps, first, greatest);
}

/* Fewer samples than a portion has, with silence for the others. */
static void
add_rest(const OqTruePeak *peaks, const gfloat *samples, gsize n, gfloat *greatest)
{
	gfloat padded[PORTION + 2 * OQ_TRUE_PEAK_REACH] = {0}, found[PORTION] = {0};
	memcpy(padded, samples - OQ_TRUE_PEAK_REACH,
		(n + 2 * OQ_TRUE_PEAK_REACH) * sizeof *samples);
	add_portion(peaks, padded + OQ_TRUE_PEAK_REACH, found);
	keep_greater(greatest, found, n);
}

void
oq_true_peak_add(const OqTruePeak *peaks, const gfloat *samples, gsize n_samples, gfloat *greatest)
{
	for (; n_samples >= PORTION; n_samples -= PORTION) {
		add_portion(peaks, samples, greatest);
		samples += PORTION;
		greatest += PORTION;
	}
	if (n_samples > 0)
		add_rest(peaks, samples, n_samples, greatest);
}

/* As whole numbers, which floats without a sign are in the same order as: so the compiler takes
 * several at once. */
gfloat
oq_true_peak_of_samples(const gfloat *samples, gsize n_samples)
{
	gint32 greatest = 0;
	gfloat value;
	for (gsize i = 0; i < n_samples; i++) {
		gint32 bits;
		memcpy(&bits, &samples[i], sizeof bits);
		bits &= G_MAXINT32;
		greatest = bits > greatest ? bits : greatest;
	}
	memcpy(&value, &greatest, sizeof value);
	return value;
}
