/* arrangement.h - a programme as pieces on one axis of time: what is said, jingles, and beds that
 * are under a voice. It is made in blocks, so memory does not grow with its length. One thread at a
 * time. */
#pragma once

#include "radio/bulletin/ducking.h"
#include "radio/bulletin/piece.h"

/** A recording that goes on, over and over, from a frame to another. */
typedef struct {
	OqSpool *spool; /* outlives the arrangement; at its rate and with its channels */
	guint64 start;
	guint64 end;
	guint cross_ms; /* where its end meets its beginning: it has more than twice as much */
	guint fade_in_ms;
	guint fade_out_ms;
	OqDuckingLevels levels; /* gains; of what oq_arrangement_add_speech() tells */
} OqBed;

typedef struct _OqArrangement OqArrangement;

OqArrangement *oq_arrangement_new(guint rate_hz, guint n_channels);
void oq_arrangement_free(OqArrangement *arrangement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqArrangement, oq_arrangement_free)

/** oq_arrangement_add: @frame: where its first one is. Returns: the one behind its last. */
guint64 oq_arrangement_add(OqArrangement *arrangement, guint64 frame, const OqPieceCut *cut);

/** oq_arrangement_add_bed: in any order; they do not overlap. */
void oq_arrangement_add_bed(OqArrangement *arrangement, const OqBed *bed);

/** oq_arrangement_add_speech: where beds are low; ascending, without overlaps. */
void oq_arrangement_add_speech(OqArrangement *arrangement, guint64 start, guint64 end);

/** oq_arrangement_n_frames: up to the end of all that is in it. */
guint64 oq_arrangement_n_frames(const OqArrangement *arrangement);

/**
 * oq_arrangement_render: once.
 * @sink: of its rate and channels; it is not finished
 *
 * Returns: FALSE and an error of the sink or of a spool, or G_IO_ERROR_CANCELLED
 */
gboolean oq_arrangement_render(
	OqArrangement *arrangement, OqSink *sink, GCancellable *stop, GError **error);
