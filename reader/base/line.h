/* line.h - text of whatever origin as one line that does no harm. */
#pragma once

#include <glib.h>

/** oq_line_fold: what a line has for a character: itself, ' ' for white space, 0 for what is left
 * out. */
gunichar oq_line_fold(gunichar character);

/** oq_line_shown: (transfer full): @text, any bytes, as one line: what may steer a terminal is "?",
 * bytes that are no UTF-8 are U+FFFD. */
char *oq_line_shown(const char *text);

/**
 * oq_line_new:
 * @text: (nullable): any bytes
 * @n_bytes: of them, or -1
 * @max_characters: what is longer is cut
 *
 * Bytes that are no UTF-8 become U+FFFD; white space, line breaks included, becomes one blank
 * between words and none at the ends; what cannot be seen and may steer a terminal, control
 * characters and those that turn the direction of writing, is left out.
 *
 * Returns: (nullable): NULL when nothing is left
 */
char *oq_line_new(const char *text, gssize n_bytes, gsize max_characters);
