/* measuring.h - the files of a command said, and nothing written: how long they take. */
#pragma once

#include "cli/inputs.h"
#include "radio/measure.h"

/**
 * oq_measuring_inputs:
 * @style: must be valid
 *
 * As much of them as --start and --end leave. Shows how far it is, as render does.
 *
 * Returns: (transfer full): NULL and an error of oq_inputs_each() or oq_render_add()
 */
OqMeasure *oq_measuring_inputs(
	OqInputs *inputs, OqPool *pool, guint rate_hz, const OqStyle *style, GError **error);
