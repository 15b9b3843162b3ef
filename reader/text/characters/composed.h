/* composed.h - a text with its letters composed, as sentences are looked for in it: й may be
 * written as и and a mark (macOS, PDF).
 *
 * Only the marks of Latin, Greek and Cyrillic letters are joined to the letter right before them.
 */
#pragma once

#include "base/slice.h"

typedef struct {
	GString *text;
	GArray *places; /* of a place in both texts, behind each letter that was composed */
} OqComposed;

void oq_composed_init(OqComposed *composed);
void oq_composed_clear(OqComposed *composed);

/** oq_composed_is_needed: whether there is such a mark. */
gboolean oq_composed_is_needed(OqSlice text);

/** oq_composed_make: @text: valid UTF-8, less than 4 GB. */
void oq_composed_make(OqComposed *composed, OqSlice text);

/** oq_composed_source: the byte of the text that it was made of for byte @at of a character, or
 * for the end. */
gsize oq_composed_source(const OqComposed *composed, gsize at);
