/* timing.h - how the time verb prints what a text takes. */
#pragma once

#include "radio/measure.h"

/** What belongs to a printed measure. */
typedef struct {
	const OqMeasure *measure;
	guint64 silent_ms; /* before and behind what is said */
	gboolean paragraphs;
} OqTiming;

/** oq_timing_text: (transfer full): lines: the paragraphs, if they are wanted, the files, if there
 * are several, and the whole. */
char *oq_timing_text(const OqTiming *timing);

/** oq_timing_json: (transfer full): one object, in a line, with all of it. */
char *oq_timing_json(const OqTiming *timing);
