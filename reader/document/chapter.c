/* chapter.c - see the header. */
#include "document/chapter.h"

#include "document/opening/whole.h"
#include "document/sniff.h"
#include "document/title.h"

#include <glib/gi18n.h>
#include <string.h>

enum { PATIENCE_MS = 200 }; /* in a pipe that says too little */

struct _OqChapter {
	OqPlainText *text; /* nullable, and then: */
	OqOpened *opened;
	OqMojibake mojibake;  /* of the text, that is undone */
	const char *encoding; /* (nullable): of the text, as it was judged */
};

static OqChapter *
new_chapter(OqSource *source, OqEncoding *encoding, gsize n_bom)
{
	OqChapter *chapter = g_new0(OqChapter, 1);
	chapter->text = oq_plain_text_new(oq_decoder_new(source, encoding, n_bom));
	return chapter;
}

void
oq_chapter_free(OqChapter *chapter)
{
	if (chapter == NULL)
		return;
	oq_plain_text_free(chapter->text);
	oq_opened_free(chapter->opened);
	g_free(chapter);
}

/* What one read gives: a pipe may have no more to say for a while. */
static gssize
read_some(OqSource *source, char *bytes, gsize size, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gssize n_read = oq_source_read(source, bytes, size, &failure);
	if (g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
		return 0;
	if (failure != NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	return n_read;
}

/* All of it in a file; of a pipe, as long as it is worth the time. The half of a BOM is worth any.
 */
static gboolean
is_worth_more(const OqSource *source, const char *bytes, gsize n_bytes, gint64 until_us)
{
	if (oq_source_size(source) > 0)
		return TRUE;
	if (n_bytes == 1 && ((guchar)*bytes == 0xFF || (guchar)*bytes == 0xFE))
		return TRUE;
	gint64 left_ms = (until_us - g_get_monotonic_time()) / 1000;
	return !oq_sniff_is_sure(bytes, n_bytes) && left_ms > 0 &&
	       oq_source_is_ready(source, (int)left_ms);
}

static gssize
read_beginning(OqSource *source, char *bytes, gsize size, GError **error)
{
	gssize n_read = read_some(source, bytes, size, error), n_bytes = MAX(n_read, 0);
	gint64 until_us = g_get_monotonic_time() + PATIENCE_MS * 1000;
	while (n_read > 0 && (gsize)n_bytes < size &&
		is_worth_more(source, bytes, (gsize)n_bytes, until_us)) {
		n_read = read_some(source, bytes + n_bytes, size - (gsize)n_bytes, error);
		n_bytes += MAX(n_read, 0);
	}
	return n_read < 0 ? -1 : n_bytes;
}

static OqEncoding *
encoding_of(const OqSniffed *found, GError **error)
{
	if (found->encoding != NULL)
		return oq_encoding_new(found->encoding, error);
	return found->mojibake != OQ_MOJIBAKE_NONE ? oq_encoding_new_mojibake(found->mojibake)
						   : NULL;
}

/* What the beginning tells of plain text. */
static gboolean
judge(OqSource *source, const char *bytes, gsize n_bytes, OqEncoding **encoding, OqSniffed *found,
	GError **error)
{
	if (!oq_sniff_text(bytes, n_bytes, oq_source_name(source), found, error))
		return FALSE;
	*encoding = encoding_of(found, error);
	return *encoding != NULL || found->encoding == NULL;
}

/* What is followed may begin later. */
static void
follow(OqSource *source, gboolean has_lines)
{
	oq_source_follow(source, has_lines);
	oq_source_set_hasty(source, TRUE);
}

static OqChapter *
open_document(OqSource *source, const char *extension, const OqDocumentWish *asked,
	GCancellable *stop, GError **error)
{
	const OqOpenerWish wish = {
		.extension = extension, .encoding = asked->encoding, .notes = asked->notes};
	int fd = oq_whole_file(source, error);
	OqOpened *opened =
		fd >= 0 ? oq_opened_new(fd, oq_source_name(source), &wish, stop, error) : NULL;
	if (opened == NULL)
		return NULL;
	OqChapter *chapter = g_new0(OqChapter, 1);
	chapter->opened = opened;
	return chapter;
}

static OqChapter *
open_text(OqSource **source, const char *bytes, gsize n_bytes, OqEncoding **named, GError **error)
{
	g_autoptr(OqEncoding) decoding = g_steal_pointer(named);
	OqSniffed found = {0};
	if (decoding == NULL && !judge(*source, bytes, n_bytes, &decoding, &found, error))
		return NULL;
	oq_source_set_hasty(*source, FALSE);
	if (!oq_source_seek(*source, found.n_bom, error))
		return NULL;
	OqChapter *chapter =
		new_chapter(g_steal_pointer(source), g_steal_pointer(&decoding), found.n_bom);
	chapter->mojibake = found.mojibake;
	chapter->encoding = found.encoding;
	return chapter;
}

OqChapter *
oq_chapter_open(const char *path, const OqDocumentWish *wish, GCancellable *stop, GError **error)
{
	const char *encoding = wish->encoding;
	g_autofree char *bytes = g_malloc(OQ_SNIFF_BYTES);
	gssize n_bytes = 0;
	g_autoptr(OqEncoding) decoding = NULL;
	if (encoding != NULL && (decoding = oq_encoding_new(encoding, error)) == NULL)
		return NULL;
	g_autoptr(OqSource) source = oq_source_open(path, stop, error);
	g_autofree char *extension = oq_title_extension(path);
	if (source == NULL)
		return NULL;
	if (wish->follows)
		follow(source, encoding == NULL);
	/* where the encoding is named, nothing of a pipe is waited for */
	if (encoding == NULL || oq_source_size(source) > 0)
		n_bytes = read_beginning(source, bytes, OQ_SNIFF_BYTES, error);
	if (n_bytes < 0)
		return NULL;
	if (!wish->follows && oq_sniff_is_document(bytes, (gsize)n_bytes, extension) &&
		(oq_sniff_is_binary(bytes, (gsize)n_bytes) || oq_opener_is_installed()))
		return open_document(source, extension, wish, stop, error);
	return open_text(&source, bytes, (gsize)n_bytes, &decoding, error);
}

OqChapter *
oq_chapter_new_text(const char *text, gsize n_bytes)
{
	return new_chapter(oq_source_new_text(text, n_bytes), NULL, 0);
}

char *
oq_chapter_notice(OqChapter *chapter)
{
	const char *was, *read_as;
	if (chapter->mojibake == OQ_MOJIBAKE_NONE)
		return NULL;
	oq_mojibake_names(chapter->mojibake, &was, &read_as);
	return g_strdup_printf(_("%s was saved with wrong letters, as %s was read as %s: they are "
				 "put right; “--encoding UTF-8” leaves them as they are"),
		oq_source_name(oq_chapter_source(chapter)), was, read_as);
}

const char *
oq_chapter_encoding(const OqChapter *chapter)
{
	return chapter->encoding;
}

static OqDecoder *
decoder(const OqChapter *chapter)
{
	return oq_plain_text_decoder(chapter->text);
}

static OqSource *
source(const OqChapter *chapter)
{
	return oq_decoder_source(decoder(chapter));
}

gboolean
oq_chapter_next(OqChapter *chapter, OqBlock *block, GError **error)
{
	return chapter->text != NULL ? oq_plain_text_next(chapter->text, block, error)
				     : oq_opened_next(chapter->opened, block, error);
}

gssize
oq_chapter_read(OqChapter *chapter, char *buffer, gsize size, GError **error)
{
	return chapter->text != NULL ? oq_plain_text_read(chapter->text, buffer, size, error)
				     : oq_opened_read(chapter->opened, buffer, size, error);
}

gboolean
oq_chapter_is_cut(const OqChapter *chapter)
{
	return chapter->text != NULL ? oq_plain_text_is_cut(chapter->text)
				     : oq_opened_is_cut(chapter->opened);
}

gboolean
oq_chapter_seek(OqChapter *chapter, guint64 position, GError **error)
{
	return chapter->text != NULL ? oq_plain_text_seek(chapter->text, position, error)
				     : oq_opened_seek(chapter->opened, position, error);
}

guint64
oq_chapter_n_bytes(const OqChapter *chapter)
{
	return chapter->text != NULL ? oq_decoder_n_bytes(decoder(chapter))
				     : oq_opened_n_bytes(chapter->opened);
}

guint64
oq_chapter_guess_bytes(const OqChapter *chapter)
{
	return chapter->text != NULL ? oq_decoder_guess_bytes(decoder(chapter))
				     : oq_opened_guess_bytes(chapter->opened);
}

guint64
oq_chapter_n_bad_bytes(const OqChapter *chapter)
{
	return chapter->text != NULL ? oq_decoder_n_bad_bytes(decoder(chapter)) : 0;
}

OqOpened *
oq_chapter_opened(OqChapter *chapter)
{
	return chapter->opened;
}

OqSource *
oq_chapter_source(OqChapter *chapter)
{
	return chapter->text != NULL ? source(chapter) : NULL;
}

void
oq_chapter_set_stop(OqChapter *chapter, GCancellable *stop)
{
	if (chapter->text != NULL)
		oq_source_set_stop(source(chapter), stop);
	else
		oq_opened_set_stop(chapter->opened, stop);
}

void
oq_chapter_on_wait(OqChapter *chapter, OqSourceWait wait, gpointer data)
{
	if (chapter->text != NULL)
		oq_source_on_wait(source(chapter), wait, data);
	else
		oq_opened_on_wait(chapter->opened, wait, data);
}

void
oq_chapter_set_hasty(OqChapter *chapter, gboolean is_hasty)
{
	if (chapter->text != NULL)
		oq_source_set_hasty(source(chapter), is_hasty);
}

OqLineCount *
oq_chapter_count_lines(OqChapter *chapter)
{
	return chapter->text != NULL ? oq_decoder_count_lines(decoder(chapter)) : NULL;
}

gboolean
oq_chapter_is_seekable(const OqChapter *chapter)
{
	return chapter->text == NULL || oq_source_is_seekable(source(chapter));
}

void
oq_chapter_remember(OqChapter *chapter, OqChapterMemory *memory)
{
	oq_chapter_forget(memory);
	if (chapter->text == NULL)
		return;
	memory->stamp = oq_source_stamp(source(chapter));
	memory->learnt = oq_decoder_learnt(decoder(chapter));
}

void
oq_chapter_recall(OqChapter *chapter, OqChapterMemory *memory)
{
	if (chapter->text == NULL)
		return;
	OqSourceStamp stamp = oq_source_stamp(source(chapter));
	if (memory->learnt != NULL && memcmp(&stamp, &memory->stamp, sizeof stamp) == 0)
		oq_decoder_learn(decoder(chapter), memory->learnt);
	else
		oq_chapter_forget(memory);
}

void
oq_chapter_forget(OqChapterMemory *memory)
{
	g_clear_pointer(&memory->learnt, g_array_unref);
	memory->stamp = (OqSourceStamp){0};
}
