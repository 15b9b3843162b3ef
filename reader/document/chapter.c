/* chapter.c - see the header. */
#include "document/chapter.h"

#include "document/sniff.h"

#include <string.h>

#define SNIFF_BYTES 4096

struct _OqChapter {
	OqPlainText *text;
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
	g_free(chapter);
}

/* Takes what one read gives: a pipe may have no more to say for a while. */
static gssize
read_beginning(OqSource *source, char *bytes, gsize size, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gssize n_read = oq_source_read(source, bytes, size, &failure);
	if (g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
		return 0;
	if (failure != NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	return n_read;
}

static gboolean
look_at_beginning(OqSource *source, OqEncoding **encoding, gsize *n_bom, GError **error)
{
	char bytes[SNIFF_BYTES];
	gssize n_read = read_beginning(source, bytes, sizeof bytes, error);
	if (n_read < 0)
		return FALSE;
	const char *name = oq_sniff_bom(bytes, (gsize)n_read, n_bom);
	if (name == NULL && !oq_sniff_check(bytes, (gsize)n_read, oq_source_name(source), error))
		return FALSE;
	if (name != NULL && (*encoding = oq_encoding_new(name, error)) == NULL)
		return FALSE;
	return TRUE;
}

/* What is followed may begin later. */
static void
follow(OqSource *source, gboolean has_lines)
{
	oq_source_follow(source, has_lines);
	oq_source_set_hasty(source, TRUE);
}

OqChapter *
oq_chapter_open(const char *path, const char *encoding, gboolean follows, GCancellable *stop,
	GError **error)
{
	g_autoptr(OqEncoding) decoding = NULL;
	gsize n_bom = 0;
	if (encoding != NULL && (decoding = oq_encoding_new(encoding, error)) == NULL)
		return NULL;
	g_autoptr(OqSource) source = oq_source_open(path, stop, error);
	if (source == NULL)
		return NULL;
	if (follows)
		follow(source, encoding == NULL);
	if (encoding == NULL && !look_at_beginning(source, &decoding, &n_bom, error))
		return NULL;
	oq_source_set_hasty(source, FALSE);
	if (!oq_source_seek(source, n_bom, error))
		return NULL;
	return new_chapter(g_steal_pointer(&source), g_steal_pointer(&decoding), n_bom);
}

OqChapter *
oq_chapter_new_text(const char *text, gsize n_bytes)
{
	return new_chapter(oq_source_new_text(text, n_bytes), NULL, 0);
}

OqPlainText *
oq_chapter_text(OqChapter *chapter)
{
	return chapter->text;
}

OqDecoder *
oq_chapter_decoder(OqChapter *chapter)
{
	return oq_plain_text_decoder(chapter->text);
}

OqSource *
oq_chapter_source(OqChapter *chapter)
{
	return oq_decoder_source(oq_chapter_decoder(chapter));
}

void
oq_chapter_remember(OqChapter *chapter, OqChapterMemory *memory)
{
	oq_chapter_forget(memory);
	memory->stamp = oq_source_stamp(oq_chapter_source(chapter));
	memory->learnt = oq_decoder_learnt(oq_chapter_decoder(chapter));
}

void
oq_chapter_recall(OqChapter *chapter, OqChapterMemory *memory)
{
	OqSourceStamp stamp = oq_source_stamp(oq_chapter_source(chapter));
	if (memory->learnt != NULL && memcmp(&stamp, &memory->stamp, sizeof stamp) == 0)
		oq_decoder_learn(oq_chapter_decoder(chapter), memory->learnt);
	else
		oq_chapter_forget(memory);
}

void
oq_chapter_forget(OqChapterMemory *memory)
{
	g_clear_pointer(&memory->learnt, g_array_unref);
	memory->stamp = (OqSourceStamp){0};
}
