/* escapes.h - what steers a terminal and is no text: colours, titles, as programs write them into
 * what they print (ECMA-48). Behind ESC, or as one character of C1.
 *
 * A sequence that is broken off is no more than what surely belongs to it: the text behind it
 * stays. A title without an end would reach up to the end of the text; one that does not end in its
 * line, or within OQ_ESCAPES_MAX_BYTES, has none. */
#pragma once

#include <glib.h>

/** No sequence is longer; one that would be is none. */
#define OQ_ESCAPES_MAX_BYTES 4096

/** The text ends before it is known how long the sequence is. */
#define OQ_ESCAPES_CUT G_MAXSIZE

/** oq_escapes_may_begin: of @c a sequence is begun. */
static inline gboolean
oq_escapes_may_begin(gunichar c)
{
	return c == 0x1B || c == 0x9B || c == 0x9D;
}

/** oq_escapes_find: where the first sequence begins; @end: there is none. */
const char *oq_escapes_find(const char *text, const char *end);

/**
 * oq_escapes_length:
 * @final: nothing comes after @end
 *
 * Returns: the bytes of the sequence that begins at @p; 0: none does; OQ_ESCAPES_CUT, if the text
 *   is not final
 */
gsize oq_escapes_length(const char *p, const char *end, gboolean final);

/** oq_escapes_strip: (transfer full): without sequences. */
GString *oq_escapes_strip(const char *text, gsize n_bytes);

/** oq_escapes_blank: (transfer full): the same number of bytes, spaces in place of sequences. */
char *oq_escapes_blank(const char *text, gsize n_bytes);
