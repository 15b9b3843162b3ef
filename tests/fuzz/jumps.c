#include "jumps.h"

#include "checks.h"
#include "cursor_case.h"

#include "document/cuts.h"

#define LONG_BYTES (2 * OQ_CUTS_LOOK_BACK)

static OqCursor *
open_cursor(const OqLexicon *lexicon, const GString *bytes)
{
	return oq_cursor_new(oq_document_new_text(bytes->str, bytes->len),
		oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT));
}

static const CursorCase *
at(const GArray *all, guint i)
{
	return &g_array_index(all, CursorCase, i);
}

/* Some sentences back or on from the place, the silent ones not counted; NULL: the end. */
static const CursorCase *
target(const GArray *all, guint64 from, gint n)
{
	g_autoptr(GArray) spoken = g_array_new(FALSE, FALSE, sizeof(guint));
	gint64 index = -1;
	for (guint i = 0; i < all->len; i++) {
		if (at(all, i)->n_words == 0)
			continue;
		g_array_append_val(spoken, i);
		index += at(all, i)->start <= from;
	}
	index = MAX(index + n, 0);
	return index < spoken->len ? at(all, g_array_index(spoken, guint, (guint)index)) : NULL;
}

void
jumps_check(const OqLexicon *lexicon, const char *bytes, gsize n_bytes)
{
	guint32 hash = checks_hash(bytes, n_bytes);
	g_autoptr(GString) text = g_string_new_len(bytes, (gssize)n_bytes);
	while ((hash >> 10) % 64 == 0 && n_bytes > 0 && text->len < LONG_BYTES)
		g_string_append_len(text, bytes, (gssize)n_bytes);
	g_autoptr(OqCursor) cursor = open_cursor(lexicon, text);
	g_autoptr(GArray) all = cursor_case_read(cursor);
	for (guint i = 0; i < 3; i++) {
		g_autoptr(GError) error = NULL;
		hash = hash * 1664525 + 1013904223;
		guint64 from = (hash >> 4) % (text->len + 5);
		gint n = (gint)(hash >> 20) % 9 - 4;
		g_assert_true(oq_cursor_go(cursor, from, OQ_STEP_SENTENCE, n, &error));
		const CursorCase *expected = target(all, from, n);
		cursor_case_assert_next(cursor, expected);
		if (expected != NULL)
			cursor_case_assert_next(
				cursor, expected + 1 < at(all, all->len) ? expected + 1 : NULL);
	}
}
