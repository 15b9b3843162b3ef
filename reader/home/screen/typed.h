/* typed.h - a line that is being typed, as much of it as one row of the terminal shows. Pure. */
#pragma once

#include <glib.h>

/**
 * oq_typed_append:
 * @line: with what stands before the typed text
 * @cursor: the byte of @line at which the cursor stands
 * @columns: that the row may take up
 *
 * Writes the part around the cursor and leaves the cursor there.
 */
void oq_typed_append(const char *line, gsize cursor, guint columns, GString *out);
