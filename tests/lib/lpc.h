/* lpc.h - the lowest two resonances of a stretch of voiced sound, by linear prediction. */
#pragma once

#include <glib.h>

#define LPC_RATE_HZ 11025 /* of what is measured: a man has five resonances below half of it */

typedef struct {
	double f1_hz;
	double f2_hz;
} Formants;

/**
 * lpc_halve:
 * @samples: at twice LPC_RATE_HZ
 *
 * Returns: (transfer full) (element-type double): every second sample, without what lies above half
 *   of LPC_RATE_HZ
 */
GArray *lpc_halve(const gint16 *samples, gsize n_samples);

/**
 * lpc_formants:
 * @samples: at LPC_RATE_HZ, three periods of the voice or more
 *
 * Returns: FALSE when there are no two resonances
 */
gboolean lpc_formants(const double *samples, gsize n_samples, Formants *formants);
