/* production.h - one programme: texts in, the finished audio file out.
 *
 * The output takes its name when it is whole, and so does what stands beside it; a production that
 * is freed before leaves nothing. One thread. */
#pragma once

#include "radio/bulletin/bulletin.h"
#include "radio/profile.h"
#include "radio/sidecars/sidecars.h"
#include "radio/tagging.h"

/** What becomes of a name that is taken. */
typedef enum {
	OQ_TAKEN_REPLACED, /* the new file gets it */
	OQ_TAKEN_REFUSED,  /* it stays: OQ_BESIDE_ERROR_TAKEN */
	OQ_TAKEN_NUMBERED, /* the new file gets the next one that is free: "a-2.wav" */
} OqTaken;

/** What is to be made. */
typedef struct {
	const char *output;       /* as in oq_sink_file_new() */
	const OqProfile *profile; /* (nullable): plain */
	guint sidecars;           /* bits of OqSidecar; 0 for a pipe */
	const OqTags *tags;       /* (nullable): what the file tells besides what the texts show and
				     how loud they are; NULL: nothing */
	OqMarks marks;            /* what its chapters begin with, if there are tags */
	const OqBulletinSounds *sounds; /* (nullable): none; with some the output has 48000 Hz and
					   a limiter, where the profile does not tell */
	OqTaken taken;
	const char *key;   /* (nullable): of the journal (reading/journal.h) that it resumes */
	guint *n_chapters; /* (nullable) (out): that the file tells of */
	gboolean is_one_of_many; /* the journal stays, and tells that this one is done */
} OqOrder;

typedef struct _OqProduction OqProduction;

/**
 * oq_production_new:
 * @pool: must outlive the production, as @style and what @order names
 * @speech_hz: of the pool
 *
 * Returns: NULL and OQ_AUDIO_ERROR, OQ_BESIDE_ERROR or OQ_JOURNAL_ERROR_BUSY
 */
OqProduction *oq_production_new(
	OqPool *pool, guint speech_hz, const OqStyle *style, const OqOrder *order, GError **error);
void oq_production_free(OqProduction *production);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqProduction, oq_production_free)

/** oq_production_on_progress: as oq_render_on_progress(). */
void oq_production_on_progress(OqProduction *production, OqRenderProgress progress, gpointer data);

/** oq_production_set_spread: as oq_render_set_spread(). */
void oq_production_set_spread(OqProduction *production, gint64 n_frames, guint n_pauses);

/**
 * oq_production_add: a text, which is an item of its own.
 *
 * Returns: as oq_render_add()
 */
gboolean oq_production_add(
	OqProduction *production, OqCursor *cursor, GCancellable *stop, GError **error);

/** oq_production_begin_item: what is said from now on is a text of its own. @title: (nullable);
 * @gap_ms: silence before it; below 0: as long as is usual. */
void oq_production_begin_item(OqProduction *production, const char *title, gint gap_ms);

/** oq_production_set_style: as oq_render_set_style(). */
void oq_production_set_style(OqProduction *production, const OqStyle *style);

/** oq_production_set_pause: that which comes next. */
void oq_production_set_pause(OqProduction *production, guint pause_ms);

/** oq_production_say: goes on with the item. Returns: as oq_render_add() */
gboolean oq_production_say(
	OqProduction *production, OqCursor *cursor, GCancellable *stop, GError **error);

/** oq_production_finish: blocks until the output is whole under its name. */
gboolean oq_production_finish(OqProduction *production, GCancellable *stop, GError **error);

/** oq_production_output: (transfer none): the name that the output has, or is to have. */
const char *oq_production_output(const OqProduction *production);

/** oq_production_loudness: (transfer none): of the output, when that is finished; not known where
 * nothing had to be measured. */
const OqLoudness *oq_production_loudness(const OqProduction *production);

/** oq_production_count: what was said so far. */
OqRenderCount oq_production_count(const OqProduction *production);
