/* json.h - writes JSON (RFC 8259). */
#pragma once

#include <glib.h>

/**
 * oq_json_append_string:
 * @text: valid UTF-8 of @n_bytes bytes
 *
 * Appends it in quotes. Line separators of Unicode are escaped as well as control characters, so
 * that the result is one line for everybody.
 */
void oq_json_append_string(GString *out, const char *text, gsize n_bytes);
