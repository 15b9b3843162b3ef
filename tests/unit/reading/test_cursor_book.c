#include "reading/cursor-private.h"

#include "book_cursor.h"

static const CursorCase *
at(const GArray *all, guint i)
{
	return &g_array_index(all, CursorCase, i);
}

/* Those with a word. */
static GArray *
spoken_only(const GArray *all)
{
	GArray *spoken = g_array_new(FALSE, FALSE, sizeof(CursorCase));
	for (guint i = 0; i < all->len; i++)
		if (at(all, i)->n_words > 0)
			g_array_append_vals(spoken, at(all, i), 1);
	return spoken;
}

static void
go(OqCursor *cursor, guint64 from, OqStep step, gint n)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_cursor_go(cursor, from, step, n, &error));
	g_assert_no_error(error);
}

static void
write_number(const BookCase *book, guint number, const char *text)
{
	g_autofree char *name = g_strdup_printf("%u", number);
	book_case_write(book, name, text, -1);
}

/* Blank beginnings and ends, silent files, sentences that only their end parts. */
static guint
write_random_book(const BookCase *book)
{
	static const char *const pieces[] = {"\n", "\n\n", " ", "Бір сөз. ", "екі", "Үш!",
		"* * *\n\n", "…", "«", "1", "> ", "т.б. "};
	guint n_files = (guint)g_test_rand_int_range(1, 7);
	for (guint i = 0; i < n_files; i++) {
		g_autoptr(GString) text = g_string_new("\n" + g_test_rand_bit());
		for (gint n = g_test_rand_int_range(0, 12); n > 0; n--)
			g_string_append(
				text, pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))]);
		g_string_append_c(text, ' ');
		write_number(book, i, text->str);
	}
	return n_files;
}

/* The last sentence that begins at the place or before: -1: none; at the beginning of a file, which
 * is one place with what is read first there, the first one. */
static gint64
index_of(const GArray *spoken, guint64 place)
{
	gint64 index = -1;
	while (index + 1 < spoken->len && at(spoken, (guint)index + 1)->start <= place)
		index++;
	return index;
}

static void
assert_book_from_anywhere(const BookCase *book, const OqLexicon *lexicon, const GArray *spoken)
{
	for (guint round = 0; round < 10; round++) {
		g_autoptr(OqCursor) cursor = book_cursor_open(book, lexicon);
		guint of = (guint)g_test_rand_int_range(0, (gint32)spoken->len);
		gint n = g_test_rand_int_range(-5, 6);
		guint64 from = at(spoken, of)->start +
			       (guint64)g_test_rand_int_range(
				       0, (gint32)(at(spoken, of)->end - at(spoken, of)->start));
		gint64 index = MAX(index_of(spoken, from) + n, 0);
		go(cursor, from, OQ_STEP_SENTENCE, n);
		cursor_case_assert_next(
			cursor, index < spoken->len ? at(spoken, (guint)index) : NULL);
	}
}

/* Forward it is what its files give one after the other; backward, and from anywhere, the same. */
static void
test_random(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	for (guint round = 0; round < 30; round++) {
		BookCase book;
		book_case_set_up(&book, NULL);
		guint n_files = write_random_book(&book);
		g_autoptr(GArray) all = book_cursor_read_files(&book, lexicon, n_files);
		g_autoptr(GArray) spoken = spoken_only(all);
		g_autoptr(OqCursor) cursor = book_cursor_open(&book, lexicon);
		for (guint i = 0; i < all->len; i++)
			cursor_case_assert_next(cursor, at(all, i));
		cursor_case_assert_next(cursor, NULL);
		if (spoken->len > 0) {
			go(cursor, 0, OQ_STEP_DOCUMENT, 1);
			for (guint i = spoken->len; i > 0; i--) {
				cursor_case_assert_next(cursor, at(spoken, i - 1));
				go(cursor, at(spoken, i - 1)->start, OQ_STEP_SENTENCE, -1);
			}
			cursor_case_assert_next(cursor, at(spoken, 0));
			assert_book_from_anywhere(&book, lexicon, spoken);
		}
		book_case_tear_down(&book, NULL);
	}
}

static void
assert_jumps(OqCursor *cursor, guint64 from, OqStep step, gint n, const char *expected)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	go(cursor, from, step, n);
	do
		g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
	while (utterance.words->len == 0);
	guint first = oq_cursor_first_word(cursor);
	g_assert_cmpstr(utterance.spoken->str + oq_utterance_word(&utterance, first)->spoken_start,
		==, expected);
}

/* All steps cross the files; a heading is the first word of its file. */
static void
test_jumps(void)
{
	BookCase book;
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	book_case_set_up(&book, NULL);
	write_number(&book, 0, "Бір сөз. Екі.\n");
	write_number(&book, 1, " \n");
	write_number(&book, 2, "\n\n* * *\n\nҮш сөз.\n\nТөрт.");
	write_number(&book, 3, "Бес сөз.");
	g_autoptr(OqCursor) cursor = book_cursor_open(&book, lexicon);
	guint64 third = oq_document_place(2, 0), last = oq_document_place(3, 0);
	assert_jumps(cursor, last, OQ_STEP_WORD, -1, "Төрт.");
	assert_jumps(cursor, last, OQ_STEP_SENTENCE, -2, "Үш сөз.");
	assert_jumps(cursor, last, OQ_STEP_SENTENCE, -3, "Екі.");
	assert_jumps(cursor, last, OQ_STEP_BLOCK, -3, "Бір сөз.");
	assert_jumps(cursor, 0, OQ_STEP_BLOCK, 1, "Үш сөз.");
	assert_jumps(cursor, 0, OQ_STEP_WORD, 3, "Үш сөз.");
	assert_jumps(cursor, 0, OQ_STEP_HEADING, 2, "Үш сөз.");
	assert_jumps(cursor, third + 20, OQ_STEP_HEADING, 0, "Үш сөз.");
	assert_jumps(cursor, third + 20, OQ_STEP_HEADING, 1, "Бес сөз.");
	assert_jumps(cursor, third, OQ_STEP_WORD, 0, "Үш сөз.");
	assert_jumps(cursor, third, OQ_STEP_SENTENCE, 0, "Үш сөз.");
	assert_jumps(cursor, third, OQ_STEP_SENTENCE, 1, "Төрт.");
	assert_jumps(cursor, third, OQ_STEP_SENTENCE, -1, "Екі.");
	assert_jumps(cursor, last, OQ_STEP_DOCUMENT, -1, "Бір сөз.");
	assert_jumps(cursor, 0, OQ_STEP_DOCUMENT, 1, "Бес сөз.");
	g_assert_true(oq_cursor_find(cursor, 0, "төрт", 1, NULL));
	g_assert_cmpuint(oq_document_file_of(oq_cursor_place(cursor)), ==, 2);
	g_assert_true(oq_cursor_find(cursor, last, "екі", -1, NULL));
	g_assert_cmpuint(oq_cursor_place(cursor), ==, 15);
	book_case_tear_down(&book, NULL);
}

/* Paragraphs are counted on, and where a file ends one does. */
static void
test_paragraphs(void)
{
	BookCase book;
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	book_case_set_up(&book, NULL);
	write_number(&book, 0, "Бір");
	write_number(&book, 1, "\n");
	write_number(&book, 2, "екі,");
	write_number(&book, 3, "үш");
	g_autoptr(OqCursor) cursor = book_cursor_open(&book, lexicon);
	for (guint i = 1; i <= 3; i++) {
		g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
		g_assert_cmpuint(utterance.paragraph, ==, i);
		g_assert_cmpint(utterance.follows, ==, OQ_BREAK_PARAGRAPH);
	}
	book_case_tear_down(&book, NULL);
}

static void
cancel(gpointer data)
{
	g_cancellable_cancel(data);
}

typedef struct {
	BookCase book;
	gboolean has_written;
} Log;

static void
write_line(gpointer data)
{
	Log *log = data;
	if (!log->has_written)
		book_case_append(&log->book, "0", "Қатар екі\n");
	log->has_written = TRUE;
}

/* A line is given when nothing follows it; a jump does not wait for what is not there yet. */
static void
test_follow(void)
{
	Log log = {.has_written = FALSE};
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	const OqDocumentWish wish = {.follows = TRUE};
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	book_case_set_up(&log.book, NULL);
	write_number(&log.book, 0, "Қатар бір\n");
	OqDocument *document = book_case_open(&log.book, &wish, stop);
	g_autoptr(OqCursor) cursor = book_cursor_new(lexicon, document);
	g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
	g_assert_cmpstr(utterance.text->str, ==, "Қатар бір");
	oq_document_on_wait(document, write_line, &log);
	g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
	g_assert_cmpstr(utterance.text->str, ==, "Қатар екі");
	oq_document_on_wait(document, NULL, NULL);
	assert_jumps(cursor, utterance.start, OQ_STEP_SENTENCE, -1, "Қатар бір");
	assert_jumps(cursor, 0, OQ_STEP_DOCUMENT, 1, "Қатар екі");
	go(cursor, 0, OQ_STEP_SENTENCE, 99);
	g_assert_false(oq_cursor_find(cursor, 0, "үш", 1, NULL));
	oq_document_on_wait(document, cancel, stop);
	g_assert_false(oq_cursor_next(cursor, &utterance, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	book_case_tear_down(&log.book, NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/cursor-book/random", test_random);
	g_test_add_func("/cursor-book/jumps", test_jumps);
	g_test_add_func("/cursor-book/paragraphs", test_paragraphs);
	g_test_add_func("/cursor-book/follow", test_follow);
	return g_test_run();
}
