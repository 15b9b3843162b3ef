/* marks.h - where each word of a clause begins to sound, by what the engine tells of it.
 *
 * Engines tell of most words once, of some twice or not at all, and now and then of a place between
 * words or before the last one. Only what leads to a further word counts; a word that was passed
 * over begins where it would if all words up to the next known one were equally long, and a silent
 * one at the end with the last frame. */
#pragma once

#include "speech/engine.h"

/**
 * oq_marks_find:
 * @places: (element-type OqPlace): of the clause that was said
 * @trimmed: frames that were taken away at its beginning
 * @n_frames: that are left; not 0
 * @frames: (element-type guint32): overwritten: one for each word of the clause, not descending
 */
void oq_marks_find(const OqUtterance *utterance, const OqClause *clause, const GArray *places,
	gsize trimmed, gsize n_frames, GArray *frames);
