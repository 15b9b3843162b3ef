/* text_input.h - a file of a textual format, decoded. */
#pragma once

#include "document/encoding.h"
#include "open/loader.h"

/** oq_text_input_prepare: before the rights are given up: the encodings that documents are in, and
 * @named (nullable), which the user names. */
void oq_text_input_prepare(const char *named);

/**
 * oq_text_input_decode:
 * @bytes: of a file or a member of an archive
 * @named: (nullable): the encoding that the user names
 * @declared: (nullable): the encoding that the format itself names, in a header or an element; a
 *   BOM goes before it, and so does being valid UTF-8
 *
 * Returns: (transfer full): valid UTF-8 without a BOM and without NUL; NULL and
 *   OQ_OPEN_ERROR_ENCODING: @named is not known. What is not declared is judged as plain text is.
 */
GString *oq_text_input_decode(
	const char *bytes, gsize n_bytes, const char *named, const char *declared, GError **error);

/** oq_text_input_choose: (transfer full) (nullable): the encoding of a text, without a BOM, that
 * begins so; NULL: UTF-8. @declared: as above. */
OqEncoding *oq_text_input_choose(const char *bytes, gsize n_bytes, const char *declared);

/** oq_text_input_whole: how many bytes it has without the character of UTF-8 that its end cuts. */
gsize oq_text_input_whole(const char *bytes, gsize n_bytes);

void oq_text_input_drop_nuls(GString *text);

/** oq_text_input_read: the whole file (job->fd), undecoded, of at most OQ_LIMIT_TREE_MB.
 * Returns: (transfer full): NULL and OQ_OPEN_ERROR_LIMIT or _FAILED */
GBytes *oq_text_input_read(const OqOpenJob *job, GError **error);

/** oq_text_input_load: the same, decoded: of a format that declares no encoding. */
GString *oq_text_input_load(const OqOpenJob *job, GError **error);
