/* progress.h - how far a long render is, in sparse lines: a screen reader speaks each of them. */
#pragma once

#include "reading/render.h"

typedef struct {
	guint rate_hz;
	gint64 begun_us;
	gint64 next_us; /* no line before this */
} OqProgress;

/** oq_progress_init: @now_us: monotonic, as in all calls; the first line is due two seconds later.
 */
void oq_progress_init(OqProgress *progress, guint rate_hz, gint64 now_us);

/** oq_progress_step: (nullable) (transfer full): a line, when one is due: after the first every ten
 * seconds. */
char *oq_progress_step(OqProgress *progress, const OqRenderCount *count, gint64 now_us);

/** oq_progress_line: (transfer full): sentences, audio, times faster than real time. */
char *oq_progress_line(const OqProgress *progress, const OqRenderCount *count, gint64 now_us);
