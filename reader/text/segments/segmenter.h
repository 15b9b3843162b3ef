/* segmenter.h - sentence boundaries in a stream of text.
 *
 * A sentence ends at . ! ? … unless what stands around the mark says that it goes on (an initial,
 * an abbreviation, a small letter behind it), and at the end of a line unless the line goes on in
 * the next one (lines.h). One without an end is cut at OQ_SEGMENTER_MAX_BYTES. */
#pragma once

#include "text/lexicon/lexicon.h"
#include "text/segments/scan.h"
#include "text/utterance.h"

/** A sentence is never longer (of a source with marks for й, up to twice that); a cut is made
 * behind a comma or, failing that, between words. */
#define OQ_SEGMENTER_MAX_BYTES 4096

/** More than this behind a sentence is never looked at. */
#define OQ_SEGMENTER_LOOKAHEAD_BYTES 4096

typedef struct {
	const OqLexicon *lexicon;
	guint column;       /* characters on the line before the text that comes next */
	guint wrap_columns; /* width of hard-wrapped text, which a wider line widens; 0: none was
			       seen */
	OqCuts cuts;        /* has is NULL: there are none */
} OqSegmenter;

/** A sentence as a range of the text that was given; empty when there was only white space. */
typedef struct {
	gsize start;
	gsize end;
	gsize n_taken; /* the next call gets the text from here on */
	OqBreak follows;
} OqSegment;

/** oq_segmenter_init: @wrap_columns: the width at which the text is wrapped, as far as is known; 0:
 * it is not. */
void oq_segmenter_init(OqSegmenter *segmenter, const OqLexicon *lexicon, guint wrap_columns);

/** oq_segmenter_set_cuts: behind one of these a point ends a sentence only where one must begin. */
void oq_segmenter_set_cuts(OqSegmenter *segmenter, OqCuts cuts);

/**
 * oq_segmenter_next:
 * @text: valid UTF-8 from the end of the last segment on
 * @final: nothing comes after @text
 *
 * Returns: FALSE when the end of the sentence is not known without more text, or there is none
 */
gboolean oq_segmenter_next(
	OqSegmenter *segmenter, OqSlice text, gboolean final, OqSegment *segment);
