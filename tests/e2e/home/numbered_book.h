/* numbered_book.h - a text of which every sentence is another one: it has its number. */
#pragma once

#include <glib.h>

#include <string.h>

#define NUMBERED_BOOK_BEFORE "Бұл жерде "
#define NUMBERED_BOOK_BEHIND " сөйлем тұр."

/** numbered_book_write: three sentences a paragraph. */
static inline void
numbered_book_write(const char *path, guint n_sentences)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	for (guint i = 1; i <= n_sentences; i++)
		g_string_append_printf(text, "%s%u%s%s", NUMBERED_BOOK_BEFORE, i,
			NUMBERED_BOOK_BEHIND, i % 3 == 0 ? "\n\n" : " ");
	g_file_set_contents(path, text->str, (gssize)text->len, &error);
	g_assert_no_error(error);
}

/** numbered_book_number: of the sentence that stands there; 0: none does. */
static inline guint
numbered_book_number(const char *text)
{
	char *end;

	if (!g_str_has_prefix(text, NUMBERED_BOOK_BEFORE))
		return 0;
	guint64 number = g_ascii_strtoull(text + strlen(NUMBERED_BOOK_BEFORE), &end, 10);
	return g_str_has_prefix(end, NUMBERED_BOOK_BEHIND) ? (guint)number : 0;
}

/** numbered_book_last: the number of the last sentence but @n_before that was printed whole, or 0.
 * Keys that came before the terminal was taken over stand before it in its line. */
static inline guint
numbered_book_last(const char *shown, guint n_before)
{
	g_auto(GStrv) lines = g_strsplit(shown, "\n", -1);

	for (guint i = g_strv_length(lines); i > 0; i--) {
		const char *sentence = strstr(lines[i - 1], NUMBERED_BOOK_BEFORE);
		guint number = sentence != NULL ? numbered_book_number(sentence) : 0;
		if (number > 0 && n_before-- == 0)
			return number;
	}
	return 0;
}
