/* loop.h - a spool that goes on for ever: its end fades into its beginning, so that no seam is
 * heard. Both keep their power together. */
#pragma once

#include "audio/files/spool.h"

typedef struct {
	OqSpool *spool;
	guint64 n_period; /* frames from one beginning to the next */
	guint64 n_cross;  /* in which the end still sounds */
	gfloat *ending;   /* of n_cross frames */
} OqLoop;

/** oq_loop_init: @spool: outlives the loop; has more than twice @n_cross frames, and some. */
void oq_loop_init(OqLoop *loop, OqSpool *spool, guint64 n_cross);
void oq_loop_clear(OqLoop *loop);

/**
 * oq_loop_read: all of @n_frames from @frame on.
 *
 * Returns: FALSE and an error of oq_spool_read()
 */
gboolean oq_loop_read(OqLoop *loop, guint64 frame, gfloat *frames, gsize n_frames, GError **error);
