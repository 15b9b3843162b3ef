/* batch.h - the audio files of a plan: several at a time, as far as there are jobs for them. */
#pragma once

#include "cli/plan.h"
#include "cli/showing.h"

typedef struct {
	const OqCall *call;
	const OqReader *reader;
	OqInputs *inputs;   /* of all texts */
	GPtrArray *outputs; /* of OqPlanned, at least one */
	OqShowing *showing; /* nullable */
} OqBatch;

/**
 * oq_batch_write: all of them.
 *
 * What is wrong with one is no reason to leave out the others; it is told when its turn comes, as
 * all that is to be told.
 *
 * Returns: FALSE and the error of the last one that failed; those of the others were told
 */
gboolean oq_batch_write(const OqBatch *batch, GError **error);

/** oq_batch_tell_name: prints the name of an audio file (nullable), if the program has chosen it.
 */
gboolean oq_batch_tell_name(const OqCall *call, const char *written, GError **error);
