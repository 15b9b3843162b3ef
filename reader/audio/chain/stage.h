/* stage.h - what may stand in a chain: something that takes frames and gives others, of as many
 * channels.
 *
 * A stage may hold frames back, and give more or fewer than it took; what it gives must not depend
 * on the portions in which it is fed. Full scale is ±1; more is allowed between stages. */
#pragma once

#include <glib.h>

typedef struct _OqStage OqStage;

typedef struct {
	/** Appends to @out, of gfloat, interleaved, what can be told already; @frames is not NULL
	 * unless there are none. */
	void (*add)(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out);
	/** (nullable): appends what was held back; then only free is allowed. */
	void (*finish)(OqStage *stage, GArray *out);
	void (*free)(OqStage *stage);
} OqStageClass;

/** The head of every stage's own struct. */
struct _OqStage {
	const OqStageClass *klass;
};

static inline void
oq_stage_free(OqStage *stage)
{
	if (stage != NULL)
		stage->klass->free(stage);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqStage, oq_stage_free)
