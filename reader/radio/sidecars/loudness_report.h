/* loudness_report.h - how loud a file is, for people and for programs. */
#pragma once

#include "audio/chain/loudness.h"

/** What is told. */
typedef struct {
	const char *file; /* the audio's, as the system spells it */
	guint64 n_frames;
	guint rate_hz;
	OqLoudness loudness;
} OqLoudnessReport;

/** oq_loudness_report_text: a line each, in the user's language; a dash for what is not known. */
char *oq_loudness_report_text(const OqLoudnessReport *report);

/** oq_loudness_report_json: one object; null for what is not known. */
char *oq_loudness_report_json(const OqLoudnessReport *report);
