/* ducking.c - see the header. */
#include "radio/bulletin/ducking.h"

#include "audio/chain/gain.h"

typedef struct {
	guint64 frame;
	double db;
} Point;

OqDucking *
oq_ducking_new(const OqDuckingLevels *levels, guint64 start)
{
	OqDucking *ducking = g_new0(OqDucking, 1);

	ducking->levels = *levels;
	ducking->points = g_array_new(FALSE, FALSE, sizeof(Point));
	ducking->end = start;
	return ducking;
}

void
oq_ducking_free(OqDucking *ducking)
{
	if (ducking == NULL)
		return;
	g_array_unref(ducking->points);
	g_free(ducking);
}

static void
add_point(OqDucking *ducking, guint64 frame, double db)
{
	const Point point = {frame, db};

	g_array_append_val(ducking->points, point);
}

/* Up in the pause between the last speech and @start; at its ends it need not come up or down. */
static void
add_pause(OqDucking *ducking, guint64 start, gboolean begins, gboolean ends)
{
	const OqDuckingLevels *levels = &ducking->levels;

	if (start <= ducking->end + levels->n_pause) {
		if (begins)
			add_point(ducking, ducking->end, levels->low_db);
		return;
	}
	if (!begins)
		add_point(ducking, ducking->end, levels->low_db);
	add_point(ducking, ducking->end + (begins ? 0 : levels->n_ramp), levels->high_db);
	if (ends)
		return;
	add_point(ducking, start - levels->n_ramp, levels->high_db);
	add_point(ducking, start, levels->low_db);
}

void
oq_ducking_add(OqDucking *ducking, guint64 start, guint64 end)
{
	g_return_if_fail(start >= ducking->end && end >= start);
	add_pause(ducking, start, ducking->points->len == 0, FALSE);
	ducking->end = end;
}

void
oq_ducking_finish(OqDucking *ducking, guint64 end)
{
	add_pause(ducking, MAX(end, ducking->end), ducking->points->len == 0, TRUE);
}

static const Point *
get_point(const OqDucking *ducking, guint i)
{
	return &g_array_index(ducking->points, Point, i);
}

static void
fill_flat(double db, gfloat *gains, gsize n_frames)
{
	gfloat gain = (gfloat)oq_gain_factor(db);

	for (gsize i = 0; i < n_frames; i++)
		gains[i] = gain;
}

/* Straight in decibels. */
static void
fill_ramp(const Point *from, const Point *to, guint64 frame, gfloat *gains, gsize n_frames)
{
	double slope = (to->db - from->db) / (double)(to->frame - from->frame);

	if (slope == 0) {
		fill_flat(to->db, gains, n_frames);
		return;
	}
	for (gsize i = 0; i < n_frames; i++)
		gains[i] = (gfloat)oq_gain_factor(
			from->db + slope * (double)(frame + i - from->frame));
}

void
oq_ducking_gains(OqDucking *ducking, guint64 frame, gfloat *gains, gsize n_frames)
{
	guint n_points = ducking->points->len;

	while (n_frames > 0) {
		while (ducking->at < n_points && get_point(ducking, ducking->at)->frame <= frame)
			ducking->at++;
		const Point *to = ducking->at < n_points ? get_point(ducking, ducking->at) : NULL;
		const Point *from = ducking->at > 0 ? get_point(ducking, ducking->at - 1) : to;
		gsize n = to != NULL ? MIN(n_frames, to->frame - frame) : n_frames;
		if (to != NULL && from != to)
			fill_ramp(from, to, frame, gains, n);
		else
			fill_flat(from != NULL ? from->db : ducking->levels.high_db, gains, n);
		frame += n;
		gains += n;
		n_frames -= n;
	}
}
