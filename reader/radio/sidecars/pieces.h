/* pieces.h - what a transcript is cut into to be shown: words as written, each with the time in
 * which it is said.
 *
 * What is said as one stays one: "20 000", or "$5" whose sign is said last. A piece is never longer
 * than a line, and never lasts longer than a subtitle: what is longer is cut, where other words of
 * it begin to sound, or else by how much of it there is. What is not said by itself, as a dash,
 * goes with what is. */
#pragma once

#include "radio/transcript.h"

enum {
	OQ_PIECES_LINE = 42, /* characters */
	OQ_PIECES_MAX_MS = 7000,
};

/** How well a text is divided before a piece, the best last. */
typedef enum {
	OQ_PIECE_INSIDE, /* it goes on with what is said as one */
	OQ_PIECE_WORD,
	OQ_PIECE_CLAUSE,
	OQ_PIECE_SENTENCE,
	OQ_PIECE_PARAGRAPH,
	OQ_PIECE_APART, /* must be divided: another item, or the same piece once more */
} OqPieceBreak;

typedef struct {
	guint64 frame;
	guint64 end_frame; /* of what sounds */
	char *text;        /* one line of harmless characters, never empty */
	guint width;       /* oq_shown_width() */
	OqPieceBreak before;
	gboolean is_spaced; /* from the piece before it */
} OqPiece;

/** oq_pieces_make: (transfer full) (element-type OqPiece): ascending. */
GArray *oq_pieces_make(const OqTranscript *transcript);
