/* cursor.c - see the header. */
#include "reading/cursor-private.h"

G_DEFINE_QUARK(oq_cursor_error, oq_cursor_error)

static OqCursor *
new_cursor(void)
{
	OqCursor *cursor = g_new0(OqCursor, 1);
	oq_utterance_init(&cursor->passed);
	cursor->steps = g_array_new(FALSE, FALSE, sizeof(guint64));
	cursor->buffer = g_malloc(OQ_CURSOR_BUFFER_BYTES);
	cursor->end = G_MAXUINT64;
	cursor->lang = OQ_N_LANGS;
	return cursor;
}

OqCursor *
oq_cursor_new(OqDocument *document, OqNormalizer *normalizer)
{
	g_return_val_if_fail(document != NULL && normalizer != NULL, NULL);
	OqCursor *cursor = new_cursor();
	cursor->document = document;
	cursor->normalizer = normalizer;
	return cursor;
}

OqCursor *
oq_cursor_new_spelled(const OqLexicon *lexicon, const char *text)
{
	g_return_val_if_fail(lexicon != NULL && text != NULL, NULL);
	OqCursor *cursor = new_cursor();
	cursor->spelling = oq_spelling_new(lexicon, text);
	return cursor;
}

void
oq_cursor_free(OqCursor *cursor)
{
	if (cursor == NULL)
		return;
	oq_document_free(cursor->document);
	oq_normalizer_free(cursor->normalizer);
	oq_dictionary_free(cursor->dictionary);
	oq_spelling_free(cursor->spelling);
	oq_utterance_clear(&cursor->passed);
	g_array_unref(cursor->steps);
	g_free(cursor->buffer);
	g_free(cursor);
}

void
oq_cursor_hold(OqCursor *cursor, OqDictionary *dictionary)
{
	oq_dictionary_free(cursor->dictionary);
	cursor->dictionary = dictionary;
}

void
oq_cursor_set_lang(OqCursor *cursor, OqLang lang)
{
	cursor->lang = lang;
}

OqDocument *
oq_cursor_document(OqCursor *cursor)
{
	return cursor->document;
}

guint
oq_cursor_first_word(const OqCursor *cursor)
{
	return cursor->first_word;
}

const OqBlock *
oq_cursor_block(const OqCursor *cursor)
{
	return &cursor->block;
}

void
oq_cursor_set_end(OqCursor *cursor, guint64 end)
{
	cursor->end = end;
}

void
oq_cursor_set_paragraph(OqCursor *cursor, guint number)
{
	cursor->paragraph = number;
}

guint64
oq_cursor_place(const OqCursor *cursor)
{
	return cursor->place;
}

gboolean
oq_cursor_next_block(OqCursor *cursor, GError **error)
{
	cursor->in_block = FALSE;
	if (cursor->spelling != NULL) {
		if (cursor->spelt)
			return FALSE;
		cursor->spelt = TRUE;
		cursor->block = OQ_BLOCK_TEXT;
	} else {
		if (!oq_document_next(cursor->document, &cursor->block, error))
			return FALSE;
		if (cursor->block.number == 0)
			cursor->block.number = cursor->paragraph;
		if (cursor->block.lang == OQ_N_LANGS)
			cursor->block.lang = cursor->lang;
		oq_normalizer_begin(cursor->normalizer, &cursor->block);
	}
	cursor->in_block = TRUE;
	cursor->block_ended = FALSE;
	return TRUE;
}

static gboolean
feed(OqCursor *cursor, GError **error)
{
	gssize n_bytes =
		oq_document_read(cursor->document, cursor->buffer, OQ_CURSOR_BUFFER_BYTES, error);
	if (n_bytes < 0)
		return FALSE;
	if (n_bytes > 0) {
		oq_normalizer_feed(cursor->normalizer, cursor->buffer, (gsize)n_bytes);
	} else {
		if (oq_document_is_cut(cursor->document))
			oq_normalizer_cut(cursor->normalizer);
		else
			oq_normalizer_end(cursor->normalizer);
		cursor->block_ended = TRUE;
	}
	return TRUE;
}

gboolean
oq_cursor_next_in_block(OqCursor *cursor, OqUtterance *utterance, GError **error)
{
	if (cursor->spelling != NULL)
		return oq_spelling_next(cursor->spelling, utterance);
	while (!oq_normalizer_next(cursor->normalizer, utterance)) {
		if (cursor->block_ended || !feed(cursor, error))
			return FALSE;
	}
	cursor->paragraph = utterance->paragraph;
	cursor->paragraph += cursor->paragraph > 0 && utterance->follows == OQ_BREAK_PARAGRAPH;
	return TRUE;
}

static void
find_first_word(OqCursor *cursor, const OqUtterance *utterance)
{
	guint i = 0;
	if (cursor->place > utterance->start)
		while (i < utterance->words->len &&
			oq_utterance_word(utterance, i)->end <= cursor->place)
			i++;
	cursor->first_word = i;
}

gboolean
oq_cursor_next(OqCursor *cursor, OqUtterance *utterance, GError **error)
{
	g_return_val_if_fail(cursor != NULL && utterance != NULL, FALSE);
	g_autoptr(GError) failure = NULL;
	while (cursor->place < cursor->end &&
		(cursor->in_block || oq_cursor_next_block(cursor, &failure))) {
		if (!oq_cursor_next_in_block(cursor, utterance, &failure)) {
			if (failure != NULL)
				break;
			cursor->in_block = FALSE;
		} else if (utterance->start >= cursor->end) {
			break;
		} else if (utterance->end > cursor->place) {
			find_first_word(cursor, utterance);
			cursor->place = utterance->end;
			return TRUE;
		}
	}
	if (failure != NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

gboolean
oq_cursor_seek_block(OqCursor *cursor, guint64 place, GError **error)
{
	cursor->in_block = FALSE;
	cursor->paragraph = 0;
	if (cursor->spelling == NULL)
		return oq_document_seek(cursor->document, place, error);
	cursor->spelt = FALSE;
	oq_spelling_rewind(cursor->spelling);
	return TRUE;
}

gboolean
oq_cursor_put(OqCursor *cursor, guint64 place, GError **error)
{
	cursor->place = place;
	return oq_cursor_seek_block(cursor, place, error);
}
