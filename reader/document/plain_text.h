/* plain_text.h - plain text as blocks of lines (cuts.h), forward and back.
 * Where the source is followed, a block ends, too, when nothing comes for a while: what was written
 * is not held back. Memory holds a chunk of the text, however long a block is. The width at which
 * the text was wrapped is measured in its first OQ_PLAIN_TEXT_HEAD_BYTES: a block comes with the
 * width that the ones before it show there. */
#pragma once

#include "document/decoder.h"
#include "text/block.h"

#define OQ_PLAIN_TEXT_HEAD_BYTES 65536

typedef struct _OqPlainText OqPlainText;

/** oq_plain_text_new: @decoder: (transfer full): at its beginning. */
OqPlainText *oq_plain_text_new(OqDecoder *decoder);
void oq_plain_text_free(OqPlainText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPlainText, oq_plain_text_free)

OqDecoder *oq_plain_text_decoder(OqPlainText *text);

/* These as in document.h, with the errors of oq_decoder_read() and oq_decoder_seek(). */
gboolean oq_plain_text_next(OqPlainText *text, OqBlock *block, GError **error);
gssize oq_plain_text_read(OqPlainText *text, char *buffer, gsize size, GError **error);
gboolean oq_plain_text_is_cut(const OqPlainText *text);
gboolean oq_plain_text_seek(OqPlainText *text, guint64 position, GError **error);
