/* cursor_case.h - what the tests of cursors share: a cursor over a text, and all that it gives. */
#pragma once

#include "reading/cursor.h"

#include <string.h>

static inline OqLexicon *
cursor_case_lexicon(void)
{
	g_autoptr(GError) error = NULL;
	OqLexicon *lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	return lexicon;
}

static inline OqCursor *
cursor_case_open(const OqLexicon *lexicon, const char *text)
{
	return oq_cursor_new(oq_document_new_text(text, strlen(text)),
		oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT));
}

/** An utterance with all that it holds but its paragraph. */
typedef struct {
	guint64 start, end;
	guint n_words;
	char *shown;
} CursorCase;

static inline void
cursor_case_clear(gpointer data)
{
	g_free(((CursorCase *)data)->shown);
}

static inline CursorCase
cursor_case_show(const OqUtterance *utterance)
{
	GString *out = g_string_new(NULL);
	g_string_append_printf(out,
		"%" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT " %d %s: %s:", utterance->start,
		utterance->end, utterance->follows, utterance->text->str, utterance->spoken->str);
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		g_string_append_printf(out, " %" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT "=%u-%u",
			word->start, word->end, word->spoken_start, word->spoken_end);
	}
	return (CursorCase){
		utterance->start, utterance->end, utterance->words->len, g_string_free(out, FALSE)};
}

/** What the cursor gives from here on to the end: CursorCase. */
static inline GArray *
cursor_case_read(OqCursor *cursor)
{
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	GArray *all = g_array_new(FALSE, FALSE, sizeof(CursorCase));
	g_array_set_clear_func(all, cursor_case_clear);
	while (oq_cursor_next(cursor, &utterance, &error)) {
		CursorCase shown = cursor_case_show(&utterance);
		g_array_append_val(all, shown);
	}
	g_assert_no_error(error);
	return all;
}

/** The next utterance is that one. */
static inline void
cursor_case_assert_next(OqCursor *cursor, const CursorCase *expected)
{
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	gboolean found = oq_cursor_next(cursor, &utterance, &error);
	g_assert_no_error(error);
	g_assert_cmpint(found, ==, expected != NULL);
	if (!found)
		return;
	CursorCase got = cursor_case_show(&utterance);
	g_assert_cmpstr(got.shown, ==, expected->shown);
	cursor_case_clear(&got);
}
