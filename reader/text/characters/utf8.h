/* utf8.h - bytes from anywhere to valid UTF-8 without NUL, in a stream. */
#pragma once

#include <glib.h>

typedef struct {
	guint64 n_bad_bytes; /* replaced so far */
	guint n_pending;     /* bytes of a character that the last feed cut */
	gboolean begun;
	char pending[4];
} OqUtf8;

/** oq_utf8_init: the beginning of a text; a BOM there is left out. */
void oq_utf8_init(OqUtf8 *utf8);

/**
 * oq_utf8_feed:
 * @bytes: cut anywhere
 * @out: the decoded text is appended; each maximal part of an ill-formed sequence (Unicode 15, 3.9)
 *   and each NUL becomes one U+FFFD
 */
void oq_utf8_feed(OqUtf8 *utf8, const char *bytes, gsize n_bytes, GString *out);

/** oq_utf8_finish: what is still pending was cut by the end of the text, and is replaced. */
void oq_utf8_finish(OqUtf8 *utf8, GString *out);
