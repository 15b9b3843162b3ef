/* showing.h - how far the work is, on standard error. */
#pragma once

#include "cli/inputs.h"
#include "cli/progress.h"

typedef struct {
	OqProgress progress;
	const OqCall *call;
	gsize n_open; /* columns of a line behind which the cursor stands */
} OqShowing;

/** oq_showing_init: nothing is shown with --quiet, or where nobody would see it. */
void oq_showing_init(OqShowing *showing, const OqInputs *inputs);

/** oq_showing_begin_text: @file: (nullable): where it comes from, unless that is not known. */
void oq_showing_begin_text(OqShowing *showing, const char *file, OqCursor *cursor);

/** oq_showing_step: an OqRenderProgress; @showing: an OqShowing. */
void oq_showing_step(const OqRenderCount *count, gpointer showing);

/** oq_showing_sum: what it was, at a terminal, or with --verbose. */
void oq_showing_sum(OqShowing *showing);

/** oq_showing_end: what comes now begins on a line of its own. */
void oq_showing_end(OqShowing *showing);
