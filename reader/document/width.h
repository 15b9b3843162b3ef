/* width.h - the width at which a text was wrapped. */
#pragma once

#include <glib.h>

/**
 * oq_width_measure:
 * @text: a block of lines, or the beginning of one
 * @whole: the block ends at @end
 * @wrap_columns: (inout): the width that the blocks before show, or 0; a wider line widens it
 *
 * Looks at what oq_wrapping_judge() says of each line break, as the sentences do.
 */
void oq_width_measure(const char *text, const char *end, gboolean whole, guint *wrap_columns);
