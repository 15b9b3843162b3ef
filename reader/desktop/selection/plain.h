/* plain.h - bytes of a selection as the text that is handed out. Pure. */
#pragma once

#include <glib.h>

typedef enum {
	OQ_PLAIN_UTF8,
	OQ_PLAIN_LATIN1, /* unless it happens to be UTF-8 */
} OqPlainEncoding;

/**
 * oq_plain_text:
 * @bytes: (transfer full): of any owner, and any kind
 *
 * NUL is left out, what is not in the encoding becomes U+FFFD.
 *
 * Returns: (nullable): UTF-8; NULL: nothing is left
 */
GBytes *oq_plain_text(GByteArray *bytes, OqPlainEncoding encoding);
