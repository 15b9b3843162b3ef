/* sniff.h - what the first bytes of a file say about it. */
#pragma once

#include <glib.h>

/**
 * oq_sniff_bom:
 * @size: (out): the length of the BOM, 0 when there is none
 *
 * Returns: (nullable): iconv's name of the encoding; NULL: no BOM, or that of UTF-8, which counts
 *   as none
 */
const char *oq_sniff_bom(const char *bytes, gsize n_bytes, gsize *size);

/**
 * oq_sniff_is_document: whether this is for oqyrman-open: no plain text, or one with markup.
 * @bytes: the beginning of a file
 * @extension: of its name, in small letters; "": none. It counts where the bytes say nothing
 */
gboolean oq_sniff_is_document(const char *bytes, gsize n_bytes, const char *extension);

/** oq_sniff_is_binary: @bytes: the beginning of a file: they are no text in any encoding. */
gboolean oq_sniff_is_binary(const char *bytes, gsize n_bytes);

/**
 * oq_sniff_check:
 * @bytes: the beginning of a file, however short
 * @name: the file, for the error
 *
 * Returns: FALSE and OQ_DOCUMENT_ERROR_NOT_TEXT when this is not UTF-8 with at most a few faults
 */
gboolean oq_sniff_check(const char *bytes, gsize n_bytes, const char *name, GError **error);
