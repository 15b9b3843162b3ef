#include "cursor_case.h"

#include <unistd.h>

static void
go(OqCursor *cursor, guint64 from, OqStep step, gint n)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_cursor_go(cursor, from, step, n, &error));
	g_assert_no_error(error);
}

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

/* Back from the end to the beginning, sentence by sentence, all as they were read forward. */
static void
assert_same_backward(const OqLexicon *lexicon, const char *text)
{
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
	g_autoptr(GArray) all = cursor_case_read(cursor);
	g_autoptr(GArray) spoken = spoken_only(all);
	if (spoken->len == 0)
		return;
	go(cursor, 0, OQ_STEP_DOCUMENT, 1);
	for (guint i = spoken->len; i > 0; i--) {
		cursor_case_assert_next(cursor, at(spoken, i - 1));
		go(cursor, at(spoken, i - 1)->start, OQ_STEP_SENTENCE, -1);
	}
	cursor_case_assert_next(cursor, at(spoken, 0));
}

/* The last sentence that begins at the place or before; -1: none does. */
static gint64
index_of(const GArray *spoken, guint64 place)
{
	gint64 index = -1;
	while (index + 1 < spoken->len && at(spoken, (guint)index + 1)->start <= place)
		index++;
	return index;
}

/* From any place a few sentences on or back, by a cursor that has read nothing before; and on. */
static void
assert_same_from_anywhere(const OqLexicon *lexicon, const char *text, guint n_rounds)
{
	g_autoptr(OqCursor) whole = cursor_case_open(lexicon, text);
	g_autoptr(GArray) all = cursor_case_read(whole);
	g_autoptr(GArray) spoken = spoken_only(all);
	for (guint round = 0; round < n_rounds && spoken->len > 0; round++) {
		g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
		guint64 from = g_test_rand_int_range(0, (gint32)strlen(text) + 1);
		gint n = g_test_rand_int_range(-5, 6);
		gint64 index = MAX(index_of(spoken, from) + n, 0);
		go(cursor, from, OQ_STEP_SENTENCE, n);
		if (index >= spoken->len) {
			cursor_case_assert_next(cursor, NULL);
			continue;
		}
		guint i = 0;
		while (at(all, i)->start < at(spoken, (guint)index)->start)
			i++;
		for (guint last = i + 3; i < MIN(last, all->len); i++)
			cursor_case_assert_next(cursor, at(all, i));
	}
}

static void
test_report(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autofree char *report = NULL;
	g_assert_true(
		g_file_get_contents(OQ_TEST_SAMPLES "/almaty-report.txt", &report, NULL, NULL));
	assert_same_backward(lexicon, report);
	g_autoptr(GString) long_text = g_string_new(NULL);
	for (guint i = 0; i < 12; i++)
		g_string_append(long_text, report);
	assert_same_from_anywhere(lexicon, long_text->str, 20);
}

static void
append_random(GString *text)
{
	static const char *const pieces[] = {"а", "Б", "сөз ", "Сөйлем сөйлеп тұр. ", ".", "!", "…",
		", ", "\n", "\r\n", "\n\n", "»", "«", "(", ")", "- ", "1", "т.б. ", "5 млн. ", "> ",
		"\n>\n", " \n", "* * *\n\n", "\u2028",
		("Мұндай дәрежедегі мәжілістің Алматы облысында өтуі зор мәртебе,\n"
		 "сонымен қатар үлкен жауапкершілік болып табылады және біздің\n")};
	const char *piece = pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))];
	gsize length = text->len;
	if (g_test_rand_int_range(0, 30) == 0)
		length += g_test_rand_int_range(1, 20000);
	do
		g_string_append(text, piece);
	while (text->len < length);
}

static void
test_random(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	for (guint round = 0; round < 40; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (guint i = g_test_rand_int_range(0, 60); i > 0; i--)
			append_random(text);
		if (text->len < 4000)
			assert_same_backward(lexicon, text->str);
		assert_same_from_anywhere(lexicon, text->str, 5);
	}
}

static const char text[] = "* * *\n\n"
			   "Бірінші 23 сөз. Екінші сөйлем.\nҮшінші жол.\n\n"
			   "…\n\n"
			   "Төртінші.\n\n"
			   "«»\n";

/* Where the jump goes, and what is read there. */
static void
assert_goes(OqCursor *cursor, const char *from, OqStep step, gint n, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	const char *place = strstr(text, from);
	go(cursor, (guint64)(place - text), step, n);
	guint64 target = oq_cursor_place(cursor);
	if (!oq_cursor_next(cursor, &utterance, &error)) {
		g_assert_no_error(error);
		g_assert_null(expected);
		return;
	}
	g_assert_cmpuint(utterance.start, <=, target);
	guint first = oq_cursor_first_word(cursor);
	g_autofree char *got = NULL;
	if (first < utterance.words->len)
		got = g_strdup(
			utterance.spoken->str + oq_utterance_word(&utterance, first)->spoken_start);
	g_assert_cmpstr(got, ==, expected);
}

static void
test_sentences(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
	assert_goes(cursor, "сөйлем", OQ_STEP_SENTENCE, 0, "Екінші сөйлем.");
	assert_goes(cursor, "сөйлем", OQ_STEP_SENTENCE, -1, "Бірінші жиырма үш сөз.");
	assert_goes(cursor, "сөйлем", OQ_STEP_SENTENCE, -9, "Бірінші жиырма үш сөз.");
	assert_goes(cursor, "сөйлем", OQ_STEP_SENTENCE, 1, "Үшінші жол.");
	assert_goes(cursor, "сөйлем", OQ_STEP_SENTENCE, 2, "Төртінші.");
	assert_goes(cursor, "сөйлем", OQ_STEP_SENTENCE, 3, NULL);
	assert_goes(cursor, "…", OQ_STEP_SENTENCE, 0, "Үшінші жол.");
	assert_goes(cursor, "* *", OQ_STEP_SENTENCE, 0, "Бірінші жиырма үш сөз.");
	assert_goes(cursor, "* *", OQ_STEP_SENTENCE, 1, "Бірінші жиырма үш сөз.");
	assert_goes(cursor, "«»", OQ_STEP_SENTENCE, 0, "Төртінші.");
	assert_goes(cursor, "«»", OQ_STEP_SENTENCE, -1, "Үшінші жол.");
}

/* Figures are one word; what comes before the word is not said. */
static void
test_words(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
	assert_goes(cursor, "23", OQ_STEP_WORD, 0, "жиырма үш сөз.");
	assert_goes(cursor, "3 сөз", OQ_STEP_WORD, 0, "жиырма үш сөз.");
	assert_goes(cursor, "23", OQ_STEP_WORD, 1, "сөз.");
	assert_goes(cursor, "23", OQ_STEP_WORD, 2, "Екінші сөйлем.");
	assert_goes(cursor, "23", OQ_STEP_WORD, 3, "сөйлем.");
	assert_goes(cursor, "23", OQ_STEP_WORD, -1, "Бірінші жиырма үш сөз.");
	assert_goes(cursor, "23", OQ_STEP_WORD, -7, "Бірінші жиырма үш сөз.");
	assert_goes(cursor, "Төртінші", OQ_STEP_WORD, -1, "жол.");
	assert_goes(cursor, "Төртінші", OQ_STEP_WORD, 1, NULL);
}

/* What somebody says begins with a dash, or in quotes: its first word, not the one before, holds
 * them. */
static void
test_signs_before_a_word(void)
{
	static const char said[] = "Бір екі.\n\n— Үш. «Төрт» бес.\n";
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, said);
	guint64 dash = (guint64)(strstr(said, "—") - said);
	guint64 quote = (guint64)(strstr(said, "«") - said);
	go(cursor, dash, OQ_STEP_WORD, 0);
	g_assert_cmpuint(oq_cursor_place(cursor), ==, strstr(said, "Үш") - said);
	go(cursor, dash, OQ_STEP_WORD, 1);
	g_assert_cmpuint(oq_cursor_place(cursor), ==, strstr(said, "Төрт") - said);
	go(cursor, dash, OQ_STEP_WORD, -1);
	g_assert_cmpuint(oq_cursor_place(cursor), ==, strstr(said, "екі") - said);
	go(cursor, quote, OQ_STEP_WORD, 0);
	g_assert_cmpuint(oq_cursor_place(cursor), ==, strstr(said, "Төрт") - said);
}

static void
test_paragraphs(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
	assert_goes(cursor, "сөйлем", OQ_STEP_BLOCK, 0, "Бірінші жиырма үш сөз.");
	assert_goes(cursor, "сөйлем", OQ_STEP_BLOCK, 1, "Үшінші жол.");
	assert_goes(cursor, "сөйлем", OQ_STEP_BLOCK, 2, "Төртінші.");
	assert_goes(cursor, "жол", OQ_STEP_BLOCK, -1, "Бірінші жиырма үш сөз.");
	assert_goes(cursor, "Төртінші", OQ_STEP_BLOCK, -2, "Бірінші жиырма үш сөз.");
	assert_goes(cursor, "Төртінші", OQ_STEP_BLOCK, 1, NULL);
}

/* What is silent at its beginning is passed over. */
static void
test_silent_beginning(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autofree char *stars = g_strnfill(5000, '*');
	g_autofree char *starred = g_strconcat("Бір.\n\n", stars, " Екі сөз. Үш.", NULL);
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, starred);
	g_autoptr(GArray) all = cursor_case_read(cursor);
	g_autoptr(GArray) spoken = spoken_only(all);
	g_assert_cmpuint(at(all, 1)->n_words, ==, 0);
	g_assert_cmpuint(spoken->len, ==, 3);
	go(cursor, at(spoken, 2)->start, OQ_STEP_BLOCK, 0);
	cursor_case_assert_next(cursor, at(spoken, 1));
}

static void
test_ends(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
	assert_goes(cursor, "сөйлем", OQ_STEP_DOCUMENT, -1, NULL); /* * * * */
	g_assert_cmpuint(oq_cursor_place(cursor), ==, 5);
	assert_goes(cursor, "сөйлем", OQ_STEP_DOCUMENT, 1, "Төртінші.");
	assert_goes(cursor, "сөйлем", OQ_STEP_SENTENCE, 99, NULL);
	g_assert_cmpuint(oq_cursor_place(cursor), ==, strlen(text) - 1);
	assert_goes(cursor, "сөйлем", OQ_STEP_HEADING, 1, "сөйлем.");
	assert_goes(cursor, "сөйлем", OQ_STEP_HEADING, -1, "сөйлем.");
	g_autoptr(OqCursor) empty = cursor_case_open(lexicon, "\n \n");
	for (OqStep step = OQ_STEP_WORD; step <= OQ_STEP_DOCUMENT; step++)
		for (gint n = -1; n <= 1; n++) {
			go(empty, 1, step, n);
			cursor_case_assert_next(empty, NULL);
		}
	g_autoptr(OqCursor) silent = cursor_case_open(lexicon, "«»\n\n…\n");
	for (OqStep step = OQ_STEP_WORD; step <= OQ_STEP_BLOCK; step++)
		for (gint n = -1; n <= 1; n++) {
			go(silent, 5, step, n);
			cursor_case_assert_next(silent, NULL);
		}
}

static void
test_spelled(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = oq_cursor_new_spelled(lexicon, "аб вг де");
	g_autoptr(GArray) all = cursor_case_read(cursor);
	g_assert_cmpuint(all->len, ==, 3);
	go(cursor, 10, OQ_STEP_SENTENCE, -1);
	cursor_case_assert_next(cursor, at(all, 1));
	go(cursor, 0, OQ_STEP_SENTENCE, -1);
	cursor_case_assert_next(cursor, at(all, 0));
	go(cursor, 0, OQ_STEP_WORD, 4);
	g_assert_cmpuint(oq_cursor_place(cursor), ==, 7);
	cursor_case_assert_next(cursor, at(all, 1));
	g_assert_cmpuint(oq_cursor_first_word(cursor), ==, 1);
	go(cursor, 0, OQ_STEP_DOCUMENT, 1);
	cursor_case_assert_next(cursor, at(all, 2));
	go(cursor, 3, OQ_STEP_HEADING, 1);
	cursor_case_assert_next(cursor, at(all, 0));
}

/* A paragraph is counted where those before it are known. */
static void
test_numbers(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	for (guint i = 0; i < 2; i++) {
		g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
		g_assert_cmpuint(utterance.paragraph, ==, i == 0 ? 1 : 0);
		go(cursor, strlen(text), OQ_STEP_SENTENCE, -1);
		g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
		g_assert_cmpuint(utterance.paragraph, ==, 0);
	}
	go(cursor, 0, OQ_STEP_DOCUMENT, -1);
	for (guint i = 0; i < 3; i++)
		g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
	g_assert_cmpstr(utterance.text->str, ==, "Екінші сөйлем.");
	g_assert_cmpuint(utterance.paragraph, ==, 2);
}

static void
cancel(gpointer data)
{
	g_cancellable_cancel(data);
}

/* A jump that fails moves nothing. */
static void
test_failure(void)
{
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_assert_cmpint(write(ends[1], "Бір.\n\nЕкі.\n\nҮш", 22), ==, 22);
	OqDocument *document = oq_document_open(path, NULL, stop, &error);
	g_assert_no_error(error);
	oq_document_on_wait(document, cancel, stop);
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor =
		oq_cursor_new(document, oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT));
	g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
	g_assert_false(oq_cursor_go(cursor, 0, OQ_STEP_SENTENCE, 9, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_cancellable_reset(stop);
	g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
	g_assert_cmpstr(utterance.text->str, ==, "Екі.");
	close(ends[0]);
	close(ends[1]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/cursor-go/report", test_report);
	g_test_add_func("/cursor-go/random", test_random);
	g_test_add_func("/cursor-go/sentences", test_sentences);
	g_test_add_func("/cursor-go/words", test_words);
	g_test_add_func("/cursor-go/signs-before-a-word", test_signs_before_a_word);
	g_test_add_func("/cursor-go/paragraphs", test_paragraphs);
	g_test_add_func("/cursor-go/silent-beginning", test_silent_beginning);
	g_test_add_func("/cursor-go/ends", test_ends);
	g_test_add_func("/cursor-go/spelled", test_spelled);
	g_test_add_func("/cursor-go/numbers", test_numbers);
	g_test_add_func("/cursor-go/failure", test_failure);
	return g_test_run();
}
