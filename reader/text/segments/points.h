/* points.h - whether a point belongs to the word before it: an initial, an abbreviation, the number
 * of an item. What follows decides where the word alone does not. */
#pragma once

#include "text/segments/scan.h"

/**
 * oq_points_judge:
 * @point: a single point
 * @ahead: what stands behind it, and is no small letter
 *
 * Returns: OQ_VERDICT_GOES_ON when the point is no more than a part of the word before it
 */
OqVerdict oq_points_judge(const OqScan *scan, const char *point, const OqAhead *ahead);

/** oq_points_is_of_word: the same where nothing follows in the line. */
gboolean oq_points_is_of_word(const OqScan *scan, const char *point);

/** oq_points_ends_word: a whole word stands before the point, so that a space may be missing. */
gboolean oq_points_ends_word(const OqScan *scan, const char *point);
