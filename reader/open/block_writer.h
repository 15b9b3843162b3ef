/* block_writer.h - what a loader finds, as items of document/opening/wire.h, a record at a time.
 *
 * White space within a block becomes one space, and none at its ends; a block without a character
 * that is seen is not written, and a heading without a letter or digit is a paragraph. What is
 * longer than OQ_WIRE_MAX_BLOCK_BYTES is cut. When nobody reads any more, all calls do nothing
 * (oq_block_writer_is_closed()). */
#pragma once

#include "document/opening/wire.h"
#include "text/block.h"

typedef struct _OqBlockWriter OqBlockWriter;

/** oq_block_writer_new: @fd: a pipe, which stays the caller's. */
OqBlockWriter *oq_block_writer_new(int fd);
void oq_block_writer_free(OqBlockWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqBlockWriter, oq_block_writer_free)

/** oq_block_writer_tell: @type: OQ_WIRE_TITLE, _AUTHOR, _LANGUAGE or _PAGE; an empty text is not
 * written. @text: any bytes; a page's belongs before the next block. */
void oq_block_writer_tell(OqBlockWriter *writer, OqWireType type, const char *text);

/** oq_block_writer_put_title: where nothing but a title was written, that is all that there is to
 * read: it becomes a heading. */
void oq_block_writer_put_title(OqBlockWriter *writer);

/**
 * oq_block_writer_begin: ends the block before, if there is one.
 * @level: of a heading or item, from 1; 0
 * @lang: (nullable): a BCP 47 tag such as "ru-RU", as the document says it
 */
void oq_block_writer_begin(OqBlockWriter *writer, OqBlockKind kind, guint level, const char *lang);

/** oq_block_writer_lang: what comes next in the block is in that language (nullable), as the
 * document says it. A block whose letters are in several has none. */
void oq_block_writer_lang(OqBlockWriter *writer, const char *lang);

/** oq_block_writer_text: of the block that was begun, else of a new paragraph.
 * @n_bytes: -1: up to the NUL. What is not UTF-8 becomes U+FFFD. */
void oq_block_writer_text(OqBlockWriter *writer, const char *text, gssize n_bytes);

/** oq_block_writer_raise: likewise; the text is raised, and may be a power (powers.h). */
void oq_block_writer_raise(OqBlockWriter *writer, const char *text);

/** oq_block_writer_break: the line ends here, as with HTML's br. A paragraph or quotation in which
 * lines end is written as OQ_BLOCK_LINES, whose breaks are judged; elsewhere it is a space. */
void oq_block_writer_break(OqBlockWriter *writer);

/** oq_block_writer_end: nothing happens if none was begun. */
void oq_block_writer_end(OqBlockWriter *writer);

/** oq_block_writer_image: a block of its own: what is said in place of an image. It and its
 * neighbours, where they say the same, are written once. */
void oq_block_writer_image(OqBlockWriter *writer, const char *text);

/** oq_block_writer_is_open: a block was begun and not ended. _is_closed: nobody reads. */
gboolean oq_block_writer_is_open(const OqBlockWriter *writer);
gboolean oq_block_writer_is_closed(const OqBlockWriter *writer);

/** oq_block_writer_share: so much of the file was read: @done of @all. What was written goes on
 * its way. */
void oq_block_writer_share(OqBlockWriter *writer, guint64 done, guint64 all);

/** oq_block_writer_flush: what was written goes on its way. */
void oq_block_writer_flush(OqBlockWriter *writer);

/** oq_block_writer_finish: the last call: all is told, or why not. @failure (nullable): of
 * OQ_OPEN_ERROR. */
void oq_block_writer_finish(OqBlockWriter *writer, const GError *failure);
