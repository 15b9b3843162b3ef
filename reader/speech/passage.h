/* passage.h - the unit of synthesis: a few consecutive utterances, and how to say them. */
#pragma once

#include "speech/style.h"
#include "text/utterance.h"

#define OQ_PASSAGE_MAX 10

/** Owns its utterances, whose buffers are used again by the next passage. */
typedef struct {
	OqStyle style;
	guint n_utterances; /* of the utterances that are said; the others are spare */
	guint first_word;   /* of the first one: what is before is not said */
	OqUtterance utterances[OQ_PASSAGE_MAX];
} OqPassage;

/** oq_passage_init: a passage without utterances. */
void oq_passage_init(OqPassage *passage, const OqStyle *style);

/** oq_passage_reset: forgets what is said, keeps the style and the memory. */
void oq_passage_reset(OqPassage *passage);

void oq_passage_clear(OqPassage *passage);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqPassage, oq_passage_clear)

/**
 * oq_passage_spare: (nullable) (transfer none): an empty utterance to be filled; it is said once
 * oq_passage_add() was called. NULL: the passage is full.
 */
OqUtterance *oq_passage_spare(OqPassage *passage);

/** oq_passage_add: what oq_passage_spare() gave belongs to the passage. */
void oq_passage_add(OqPassage *passage);
