/* run.h - the characters that most text is made of, many at once. Pure. */
#pragma once

#include <glib.h>

typedef struct {
	gsize n_bytes;
	gboolean has_letters;
	gboolean has_digits;
} OqRun;

/** oq_run_of: letters, digits and signs of ASCII and Cyrillic letters with which @text begins, with
 * single spaces between them, and which need no closer look; perhaps not all of them. */
OqRun oq_run_of(const char *text, gsize n_bytes);
