/* clean.h - dirty text made clean for the ear, with the way back to the source.
 *
 * A sentence at a time, between the segmenter and the tokens. Clean text is only looked at, once.
 * What is repaired: letters of the wrong alphabet (scripts.h), divided words (joins.h), composed
 * letters, invisible characters, digits that are not ASCII (glyphs.h), headings in capitals
 * (capitals.h). */
#pragma once

#include "text/lexicon/lexicon.h"

typedef struct _OqClean OqClean;

/** oq_clean_new: @lexicon must outlive it. */
OqClean *oq_clean_new(const OqLexicon *lexicon);
void oq_clean_free(OqClean *clean);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqClean, oq_clean_free)

/** oq_clean_keep_capitals: headings in capitals stay as they are. */
void oq_clean_keep_capitals(OqClean *clean);

/**
 * oq_clean_repair:
 * @sentence: valid UTF-8, less than 4 GB
 *
 * Returns: the repaired text, valid until the next call; @sentence itself when it is clean
 */
OqSlice oq_clean_repair(OqClean *clean, OqSlice sentence);

/**
 * oq_clean_source_start, oq_clean_source_end: where the characters from byte @start on, or up to
 * byte @end, of the text that oq_clean_repair() gave last stood in the sentence, in bytes.
 */
guint32 oq_clean_source_start(const OqClean *clean, guint32 start);
guint32 oq_clean_source_end(const OqClean *clean, guint32 end);
