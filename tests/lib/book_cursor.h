/* book_cursor.h - a cursor over the texts of a folder, and what reading them one after the other
 * gives. */
#pragma once

#include "book_case.h"
#include "cursor_case.h"

static inline OqCursor *
book_cursor_new(const OqLexicon *lexicon, OqDocument *document)
{
	return oq_cursor_new(document, oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT));
}

static inline OqCursor *
book_cursor_open(const BookCase *book, const OqLexicon *lexicon)
{
	const OqDocumentWish wish = {.follows = FALSE};
	return book_cursor_new(lexicon, book_case_open(book, &wish, NULL));
}

/** The places of a file's utterance, in the book. */
static inline void
book_cursor_shift(OqUtterance *utterance, guint file)
{
	guint64 base = oq_document_place(file, 0);
	utterance->start += base;
	utterance->end += base;
	for (guint i = 0; i < utterance->words->len; i++) {
		OqWord *word = &g_array_index(utterance->words, OqWord, i);
		word->start += base;
		word->end += base;
	}
}

/** Files by the numbers of their names, from 0, each by a cursor of its own: CursorCase. */
static inline GArray *
book_cursor_read_files(const BookCase *book, const OqLexicon *lexicon, guint n_files)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(CursorCase));
	g_array_set_clear_func(all, cursor_case_clear);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	for (guint i = 0; i < n_files; i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *name = g_strdup_printf("%u", i);
		g_autofree char *path = book_case_path(book, name);
		OqDocument *document = oq_document_open(path, NULL, NULL, &error);
		g_assert_no_error(error);
		g_autoptr(OqCursor) cursor = book_cursor_new(lexicon, document);
		while (oq_cursor_next(cursor, &utterance, &error)) {
			book_cursor_shift(&utterance, i);
			CursorCase shown = cursor_case_show(&utterance);
			g_array_append_val(all, shown);
		}
		g_assert_no_error(error);
	}
	return all;
}
