/* encoding.h - bytes of a named encoding to UTF-8, in a stream. */
#pragma once

#include "document/encodings/mojibake.h"

typedef struct _OqEncoding OqEncoding;

/**
 * oq_encoding_new:
 * @name: as iconv, the IANA or charset.h has it: "KZ-1048", "windows-1251", "UTF-16LE"
 *
 * Returns: NULL and OQ_DOCUMENT_ERROR_ENCODING when iconv does not know it
 */
OqEncoding *oq_encoding_new(const char *name, GError **error);
void oq_encoding_free(OqEncoding *encoding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqEncoding, oq_encoding_free)

/** oq_encoding_new_mojibake: UTF-8 whose text was misread before; @kind: not NONE. */
OqEncoding *oq_encoding_new_mojibake(OqMojibake kind);

/**
 * oq_encoding_is_stateless: what a character means does not depend on what stood before it:
 * decoding may begin at any character; FALSE where that is not known.
 */
gboolean oq_encoding_is_stateless(const OqEncoding *encoding);

/** oq_encoding_reset: what comes next is the beginning of a character, of the text if @encoding has
 * a state. */
void oq_encoding_reset(OqEncoding *encoding);

/** oq_encoding_n_pending: bytes that were given and are not decoded yet. */
gsize oq_encoding_n_pending(const OqEncoding *encoding);

/**
 * oq_encoding_decode:
 * @bytes: cut anywhere
 * @out: the text is appended, U+FFFD for what is none; a BOM becomes U+FEFF where iconv leaves it
 */
void oq_encoding_decode(OqEncoding *encoding, const char *bytes, gsize n_bytes, GString *out);

/** oq_encoding_finish: a character that the end has cut becomes U+FFFD. */
void oq_encoding_finish(OqEncoding *encoding, GString *out);
