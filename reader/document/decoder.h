/* decoder.h - the text of a source, forward and back: valid UTF-8 without NUL, whatever the bytes
 * are. Positions are bytes of that text.
 *
 * The source is decoded in chunks, and of each chunk that was decoded to its end it is known how
 * long its text is, so that positions are found again. In UTF-8 a chunk that was not is taken for
 * sound, of one byte of text for each of its own, so that the middle of a long file is there at
 * once; should it prove to be damaged, the positions behind it grow from then on. */
#pragma once

#include "document/encodings/encoding.h"
#include "document/line_count.h"
#include "document/source.h"

#define OQ_DECODER_CHUNK_BYTES 32768

typedef struct _OqDecoder OqDecoder;

/**
 * oq_decoder_new:
 * @source: (transfer full)
 * @encoding: (transfer full) (nullable): NULL: UTF-8
 * @n_bom: bytes at the beginning of the source that are no text
 */
OqDecoder *oq_decoder_new(OqSource *source, OqEncoding *encoding, gsize n_bom);
void oq_decoder_free(OqDecoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDecoder, oq_decoder_free)

OqSource *oq_decoder_source(OqDecoder *decoder);

/** oq_decoder_position: of what is read next. */
guint64 oq_decoder_position(const OqDecoder *decoder);

/**
 * oq_decoder_read:
 * @out: whole characters are appended: what one read of the source gives
 *
 * Returns: FALSE at the end, when @out may have grown for the last time, or with @error, that of
 *   oq_source_read(), or OQ_DOCUMENT_ERROR_NOT_TEXT where the text turns into something else
 */
gboolean oq_decoder_read(OqDecoder *decoder, GString *out, GError **error);

/**
 * oq_decoder_seek: to @position or before; no more before it than a chunk, unless the way from
 * there must be decoded because it never was, or the encoding has a state.
 *
 * Returns: FALSE and an error of oq_source_seek() or oq_source_read()
 */
gboolean oq_decoder_seek(OqDecoder *decoder, guint64 position, GError **error);

/** oq_decoder_count_lines: before anything is read. Returns: (transfer none): the lines, as the
 * text comes. */
OqLineCount *oq_decoder_count_lines(OqDecoder *decoder);

/** oq_decoder_n_bytes: of the text, as far as is known; 0: not yet. */
guint64 oq_decoder_n_bytes(const OqDecoder *decoder);

/** oq_decoder_guess_bytes: the same, judged by what was read where it is not known. */
guint64 oq_decoder_guess_bytes(const OqDecoder *decoder);

/** oq_decoder_learnt: (transfer full): what is known of the chunks. */
GArray *oq_decoder_learnt(OqDecoder *decoder);

/** oq_decoder_learn: @learnt: of another decoder of the same source and encoding, before anything
 * is read. */
void oq_decoder_learn(OqDecoder *decoder, GArray *learnt);

/** oq_decoder_n_bad_bytes: how many bytes were replaced, of those that were read. */
guint64 oq_decoder_n_bad_bytes(const OqDecoder *decoder);
