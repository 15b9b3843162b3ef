/* loop.c - see the header. */
#include "radio/bulletin/loop.h"

#include <math.h>

void
oq_loop_init(OqLoop *loop, OqSpool *spool, guint64 n_cross)
{
	guint64 n_frames = oq_spool_n_frames(spool);

	g_return_if_fail(n_frames > 2 * n_cross);
	*loop = (OqLoop){.spool = spool, .n_period = n_frames - n_cross, .n_cross = n_cross};
	loop->ending = g_new(gfloat, n_cross * oq_spool_n_channels(spool));
}

void
oq_loop_clear(OqLoop *loop)
{
	g_clear_pointer(&loop->ending, g_free);
}

static gboolean
read_all(OqSpool *spool, guint64 frame, gfloat *frames, gsize n_frames, GError **error)
{
	while (n_frames > 0) {
		gsize n = oq_spool_read(spool, frame, frames, n_frames, error);
		if (n == 0)
			return FALSE;
		frame += n;
		frames += n * oq_spool_n_channels(spool);
		n_frames -= n;
	}
	return TRUE;
}

/* @at: of the crossing, where the first of the @frames is */
static gboolean
cross(OqLoop *loop, guint64 at, gfloat *frames, gsize n_frames, GError **error)
{
	guint n_channels = oq_spool_n_channels(loop->spool);

	if (!read_all(loop->spool, loop->n_period + at, loop->ending, n_frames, error))
		return FALSE;
	for (gsize i = 0; i < n_frames; i++) {
		double angle = ((double)(at + i) + 0.5) / (double)loop->n_cross * G_PI_2;
		gfloat rise = (gfloat)sin(angle), fall = (gfloat)cos(angle);
		for (guint k = 0; k < n_channels; k++) {
			gsize sample = i * n_channels + k;
			frames[sample] = rise * frames[sample] + fall * loop->ending[sample];
		}
	}
	return TRUE;
}

gboolean
oq_loop_read(OqLoop *loop, guint64 frame, gfloat *frames, gsize n_frames, GError **error)
{
	while (n_frames > 0) {
		guint64 at = frame % loop->n_period;
		gboolean crosses = frame >= loop->n_period && at < loop->n_cross;
		guint64 end = at < loop->n_cross ? loop->n_cross : loop->n_period;
		gsize n = MIN(n_frames, end - at);
		if (!read_all(loop->spool, at, frames, n, error) ||
			(crosses && !cross(loop, at, frames, n, error)))
			return FALSE;
		frame += n;
		frames += n * oq_spool_n_channels(loop->spool);
		n_frames -= n;
	}
	return TRUE;
}
