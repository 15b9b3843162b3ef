/* showing.h - how far the work is, on standard error. */
#pragma once

#include "cli/inputs.h"
#include "cli/progress.h"

#include <pthread.h>

/** Of all audio files, which may be made in several threads. */
typedef struct {
	pthread_mutex_t lock;
	OqProgress progress;
	const OqCall *call;
	GPtrArray *names; /* of the files that are whole */
	gsize n_open;     /* columns of a line behind which the cursor stands */
} OqShowing;

/** What shows how far one of them is. */
typedef struct {
	OqShowing *all; /* (nullable): it is not shown */
	OqProgressFile file;
} OqShown;

/** oq_showing_init: nothing is shown with --quiet, or where nobody would see it. */
void oq_showing_init(OqShowing *showing, const OqInputs *inputs);

/** oq_showing_begin: an audio file, or the same one again; @rate_hz: of the speech. */
void oq_showing_begin(OqShown *shown, guint rate_hz);

/** oq_showing_begin_text: @file: (nullable): where it comes from, unless that is not known. */
void oq_showing_begin_text(OqShown *shown, const char *file, OqCursor *cursor);

/** oq_showing_step: an OqRenderProgress; @shown: an OqShown. */
void oq_showing_step(const OqRenderCount *count, gpointer shown);

/** oq_showing_count: the audio file is whole. */
void oq_showing_count(OqShown *shown, const OqRenderCount *count);

/** oq_showing_name: @output: it is the audio file's name. */
void oq_showing_name(OqShown *shown, const char *output);

/** oq_showing_sum: what it was, and what it is called where that is not printed, at a terminal, or
 * with --verbose. */
void oq_showing_sum(OqShowing *showing);

/** oq_showing_end: what comes now begins on a line of its own; it is not to be used any more. */
void oq_showing_end(OqShowing *showing);
