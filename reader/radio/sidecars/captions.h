/* captions.h - a transcript as what is shown at a time: one or two lines of at most
 * OQ_PIECES_LINE characters.
 *
 * A caption begins with its first word and ends with its last one, but for two limits: it stays
 * for OQ_CAPTIONS_MIN_MS if that does not reach into the next one or beyond the file, and there is
 * always OQ_CAPTIONS_GAP_MS between two. Of all ways to divide the text the best is taken: between
 * sentences, then at the end of a clause, then between words, with lines as full as each other. */
#pragma once

#include "radio/sidecars/pieces.h"

enum {
	OQ_CAPTIONS_MIN_MS = 800,
	OQ_CAPTIONS_MAX_MS = OQ_PIECES_MAX_MS,
	OQ_CAPTIONS_GAP_MS = 84, /* two frames of a film */
};

typedef struct {
	guint64 start_ms;
	guint64 end_ms;
	char *text; /* of one line, or of two with a line feed between them */
} OqCaption;

/** oq_captions_make: (transfer full) (element-type OqCaption): ascending. */
GArray *oq_captions_make(const OqTranscript *transcript);
