/* sniff.h - what the first bytes of a file say about it. */
#pragma once

#include "document/encodings/mojibake.h"

#define OQ_SNIFF_BYTES 65536 /* of the beginning of a file: what is looked at */

/** What a text is written in. */
typedef struct {
	const char *encoding; /* as iconv or the IANA has it; NULL: UTF-8 */
	gsize n_bom;          /* bytes before the text */
	OqMojibake mojibake;  /* of UTF-8 */
} OqSniffed;

/**
 * oq_sniff_bom:
 * @size: (out): the length of the BOM, 0 when there is none
 *
 * Returns: (nullable): iconv's name of the encoding; NULL: no BOM, or that of UTF-8, which counts
 *   as none
 */
const char *oq_sniff_bom(const char *bytes, gsize n_bytes, gsize *size);

/** oq_sniff_utf8_bom: how many bytes it has: 0: there is none. */
gsize oq_sniff_utf8_bom(const char *bytes, gsize n_bytes);

/**
 * oq_sniff_is_document: whether this is for oqyrman-open: no plain text, or one with markup.
 * @bytes: the beginning of a file
 * @extension: of its name, in small letters; "": none. It counts where the bytes say nothing
 */
gboolean oq_sniff_is_document(const char *bytes, gsize n_bytes, const char *extension);

/** oq_sniff_mail_fields: (nullable): where the fields of a letter begin, before which a line of a
 * mailbox may stand; NULL: the first line is no field. Other texts may begin so, too. */
const char *oq_sniff_mail_fields(const char *bytes, gsize n_bytes);

/** oq_sniff_is_picture: its text would have to be recognised; it is a document all the same. */
gboolean oq_sniff_is_picture(const char *bytes, gsize n_bytes);

/** oq_sniff_is_zip, oq_sniff_is_ole, oq_sniff_is_pdf, oq_sniff_is_rtf: @bytes: the beginning of a
 * file; OLE is what old office programs write, and new ones where they encrypt. */
gboolean oq_sniff_is_zip(const char *bytes, gsize n_bytes);
gboolean oq_sniff_is_ole(const char *bytes, gsize n_bytes);
gboolean oq_sniff_is_pdf(const char *bytes, gsize n_bytes);
gboolean oq_sniff_is_rtf(const char *bytes, gsize n_bytes);

/** oq_sniff_is_binary: @bytes: the beginning of a file: they are no text in any encoding. */
gboolean oq_sniff_is_binary(const char *bytes, gsize n_bytes);

#define OQ_SNIFF_BLOCK 4096

/** oq_sniff_has_turned: @bytes: a block from within UTF-8, which is no text. Zeros alone, which a
 * lost power leaves in a log, are none. */
gboolean oq_sniff_has_turned(const char *bytes, gsize n_bytes);

/**
 * oq_sniff_text:
 * @bytes: the beginning of a file, however short
 * @name: the file, for the error
 * @found: (out)
 *
 * Returns: FALSE and OQ_DOCUMENT_ERROR_NOT_TEXT: this is neither UTF-8 with at most a few faults,
 *   nor UTF-16 or UTF-32, nor Kazakh or Russian in a code page
 */
gboolean oq_sniff_text(
	const char *bytes, gsize n_bytes, const char *name, OqSniffed *found, GError **error);

/** oq_sniff_is_sure: more of the text would tell no more about it; where it comes from a pipe, more
 * is worth a while of waiting otherwise. */
gboolean oq_sniff_is_sure(const char *bytes, gsize n_bytes);
