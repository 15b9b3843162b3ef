/* nearest.h - what was meant by a name that nothing has: "raed" by "read". */
#pragma once

#include <glib.h>

/**
 * oq_nearest_find:
 * @word: as it was typed, in whatever bytes
 * @names: (array zero-terminated=1): UTF-8
 *
 * Capitals do not matter. A name is near when it takes few changes for its length to become the
 * other, where a letter is missing, too many, wrong or has changed places with its neighbour; or
 * when the word is how it begins.
 *
 * Returns: the index of the nearest name, the first of several; -1 when none is near
 */
gint oq_nearest_find(const char *word, const char *const *names);
