/* portion.h - the begin or the end of a text, as another program tells it: of a selection over
 * several paragraphs accessibility may tell the one with the caret alone. Pure. */
#pragma once

#include <glib.h>

/**
 * oq_portion_is_of:
 * @part: UTF-8
 * @whole: UTF-8
 *
 * Returns: whether @part is the first lines of @whole or its last ones, and there are more. White
 * space, objects in the text and what is not seen, such as soft hyphens, may be other ones, and
 * @part lacks the number of an item in a list.
 */
gboolean oq_portion_is_of(GBytes *part, GBytes *whole);
