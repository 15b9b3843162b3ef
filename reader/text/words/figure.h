/* figure.h - a number as it is written in a sentence: its digits without what groups them, its
 * fraction, the range that it stands in. Read once, with the sentence (sentence.h). */
#pragma once

#include "base/slice.h"
#include "text/words/numerals.h"

typedef struct _OqSentence OqSentence;

/** Without sign and endings. */
typedef struct {
	OqSlice whole;    /* digits */
	OqSlice fraction; /* digits; empty when there is no decimal sign */
	guint n_tokens;
	gboolean begins_range;                    /* a dash and another number stand behind it */
	gboolean ends_range;                      /* … before it */
	char grouped[OQ_NUMERALS_MAX_DIGITS + 1]; /* what whole is of a grouped number */
} OqFigure;

/**
 * oq_figure_read:
 * @at: a number
 * @figure: (out caller-allocates): must stay where it is
 */
void oq_figure_read(const OqSentence *sentence, guint at, OqFigure *figure);
