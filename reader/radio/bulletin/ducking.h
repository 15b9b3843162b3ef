/* ducking.h - how loud a bed is under a voice that is known: low as long as it speaks, and up in
 * the pauses that are long. It is down when the voice begins, and comes up when it has ended. */
#pragma once

#include <glib.h>

typedef struct {
	double low_db;
	double high_db;
	guint64 n_ramp;  /* frames from one to the other */
	guint64 n_pause; /* a pause that is longer is long; at least twice the ramp */
} OqDuckingLevels;

typedef struct {
	OqDuckingLevels levels;
	GArray *points; /* of where the level turns, ascending */
	guint64 end;    /* of the last speech */
	guint at;       /* the point behind what was asked for last */
} OqDucking;

/** oq_ducking_new: @start: where the bed begins. */
OqDucking *oq_ducking_new(const OqDuckingLevels *levels, guint64 start);
void oq_ducking_free(OqDucking *ducking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDucking, oq_ducking_free)

/** oq_ducking_add: from @start to @end it speaks; ascending, and all before the next one. */
void oq_ducking_add(OqDucking *ducking, guint64 start, guint64 end);

/** oq_ducking_finish: @end: of the bed. */
void oq_ducking_finish(OqDucking *ducking, guint64 end);

/** oq_ducking_gains: what each of the frames from @frame on is multiplied by; ascending. */
void oq_ducking_gains(OqDucking *ducking, guint64 frame, gfloat *gains, gsize n_frames);
