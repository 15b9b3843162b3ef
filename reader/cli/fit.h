/* fit.h - texts that shall take as long as --duration says. */
#pragma once

#include "cli/inputs.h"
#include "radio/slot.h"

#define OQ_FIT_ERROR (oq_fit_error_quark())
GQuark oq_fit_error_quark(void);

typedef enum {
	OQ_FIT_ERROR_LONG,
	OQ_FIT_ERROR_SHORT,
} OqFitError;

/**
 * oq_fit_inputs: finds out how they have to be said, and tells it unless --quiet.
 * @inputs: are read several times, and can be read again
 * @pool, @rate_hz: as of oq_call_pool()
 * @silent_ms: of the length, before and behind what is said
 * @slot: (out caller-allocates): style, n_spread and n_between count
 *
 * Returns: FALSE and OQ_FIT_ERROR, with the number of words, or an error as of oq_inputs_each()
 */
gboolean oq_fit_inputs(OqInputs *inputs, OqPool *pool, guint rate_hz, guint silent_ms, OqSlot *slot,
	GError **error);
