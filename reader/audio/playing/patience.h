/* patience.h - a time limit for which only the time counts in which this process was running.
 *
 * A process that was stopped (Ctrl+Z) and a machine that was asleep find more time gone than they
 * could use. So one waits in slices, and no slice counts for more than its length. On the stack;
 * one thread's. */
#pragma once

#include <glib.h>

enum { OQ_PATIENCE_SLICE_US = 250000 };

typedef struct {
	gint64 left_us;
	gint64 seen_us;
} OqPatience;

/** oq_patience_init: @now_us: here and below g_get_monotonic_time(). */
void oq_patience_init(OqPatience *patience, guint limit_ms, gint64 now_us);

/** oq_patience_lasts: counts the time since the last call; FALSE when the limit is reached. */
gboolean oq_patience_lasts(OqPatience *patience, gint64 now_us);

/** oq_patience_slice_us: how long to wait at most until oq_patience_lasts() is called again. */
gint64 oq_patience_slice_us(const OqPatience *patience);
