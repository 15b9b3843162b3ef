/* times.h - how the time verb prints what a text takes. */
#pragma once

#include "radio/measure.h"

/** What belongs to a printed measure. */
typedef struct {
	const OqMeasure *measure;
	guint64 silent_ms; /* before and behind what is said */
	gboolean paragraphs;
} OqTimes;

/** oq_times_text: (transfer full): lines: the paragraphs, if they are wanted, the files, if there
 * are several, and the whole. */
char *oq_times_text(const OqTimes *times);

/** oq_times_json: (transfer full): one object, in a line, with all of it. */
char *oq_times_json(const OqTimes *times);
