/* view.h - a text as its sentences are found in it: without what steers a terminal (escapes.h),
 * and the way back to what is written. */
#pragma once

#include "base/slice.h"

typedef struct {
	GString *written;
	GString *seen;  /* the same without sequences, as far as they are known */
	GArray *gaps;   /* of those that were left out, ascending */
	gsize n_looked; /* bytes of what is written that are seen or left out */
} OqView;

void oq_view_init(OqView *view);
void oq_view_clear(OqView *view);

/** oq_view_reset: nothing is written. */
void oq_view_reset(OqView *view);

/** oq_view_feed: what comes next; a sequence that it may cut is not seen yet. */
void oq_view_feed(OqView *view, const char *text, gsize n_bytes);

/** oq_view_end: nothing comes behind what was fed. */
void oq_view_end(OqView *view);

/** oq_view_drop: forgets the first bytes of both texts, which must be the same ones. */
void oq_view_drop(OqView *view, gsize n_written, gsize n_seen);

/** oq_view_start: where the character stands in what is written that is seen at a byte; at the end
 * of what is seen, behind what was left out there. */
gsize oq_view_start(const OqView *view, gsize seen);

/** oq_view_end_of: where it ends what is seen before a byte. */
gsize oq_view_end_of(const OqView *view, gsize seen);
