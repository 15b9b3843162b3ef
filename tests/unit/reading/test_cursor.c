#include "cursor_case.h"

#include <glib/gstdio.h>
#include <unistd.h>

static OqCursor *
open_file(const OqLexicon *lexicon, const char *text, gssize n_bytes)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = NULL;
	int file = g_file_open_tmp(NULL, &path, &error);
	g_assert_no_error(error);
	close(file);
	g_file_set_contents(path, text, n_bytes, &error);
	g_assert_no_error(error);
	OqDocument *document = oq_document_open(path, NULL, NULL, &error);
	g_assert_no_error(error);
	g_unlink(path);
	return oq_cursor_new(document, oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT));
}

/* The sentences with " | " between them. */
static char *
read_all(OqCursor *cursor)
{
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	GString *all = g_string_new(NULL);
	while (oq_cursor_next(cursor, &utterance, &error)) {
		if (all->len > 0)
			g_string_append(all, " | ");
		g_string_append_printf(all, "%u %s", utterance.paragraph, utterance.text->str);
		g_assert_cmpuint(oq_cursor_place(cursor), ==, utterance.end);
		g_assert_cmpuint(oq_cursor_first_word(cursor), ==, 0);
	}
	g_assert_no_error(error);
	return g_string_free(all, FALSE);
}

/* Paragraphs are counted on from block to block, and within them. */
static void
test_blocks(void)
{
	static const char text[] =
		"\nБірінші сөйлем. Екінші сөйлем.\nҮшінші.\n\n\nТөртінші\nсөйлем\n\nБесінші";
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = open_file(lexicon, text, -1);
	g_autofree char *all = read_all(cursor);
	g_assert_cmpstr(all, ==,
		"1 Бірінші сөйлем. | 1 Екінші сөйлем. | 2 Үшінші. | 3 Төртінші\nсөйлем | "
		"4 Бесінші");
	g_assert_nonnull(oq_cursor_document(cursor));
	g_assert_cmpuint(oq_document_n_bad_bytes(oq_cursor_document(cursor)), ==, 0);
}

static void
test_text(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, "Сәлем, әлем");
	g_autofree char *all = read_all(cursor);
	g_assert_cmpstr(all, ==, "1 Сәлем, әлем");
	g_autoptr(OqCursor) empty = cursor_case_open(lexicon, "");
	g_autofree char *nothing = read_all(empty);
	g_assert_cmpstr(nothing, ==, "");
	oq_cursor_free(NULL);
}

static void
test_spelled(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = oq_cursor_new_spelled(lexicon, "\nСә 5");
	g_assert_null(oq_cursor_document(cursor));
	g_autofree char *all = read_all(cursor);
	g_assert_cmpstr(all, ==, "1 \n | 1 Сә  | 1 5");
}

static void
test_bad_bytes_are_counted(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = open_file(lexicon, "Бір\xC3 сөз. Екі\xFF\n", -1);
	g_autofree char *all = read_all(cursor);
	g_assert_nonnull(strstr(all, "сөз."));
	g_assert_cmpuint(oq_document_n_bad_bytes(oq_cursor_document(cursor)), ==, 2);
}

/* Characters lie across the limits of what is read at once; not one may be lost. */
static void
test_many_pieces(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < 10000; i++)
		g_string_append(text, i % 2 != 0 ? "Мынау – сөйлем.\n" : "Ал мынау да.\n");
	g_autoptr(OqCursor) cursor = open_file(lexicon, text->str, (gssize)text->len);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	guint n_sentences = 0;
	while (oq_cursor_next(cursor, &utterance, NULL)) {
		const char *expected = n_sentences % 2 != 0 ? "Мынау – сөйлем." : "Ал мынау да.";
		g_assert_cmpstr(utterance.text->str, ==, expected);
		n_sentences++;
		g_assert_cmpuint(utterance.paragraph, ==, n_sentences);
	}
	g_assert_cmpuint(n_sentences, ==, 10000);
	g_assert_cmpuint(oq_document_n_bad_bytes(oq_cursor_document(cursor)), ==, 0);
}

/* A long sentence goes on from block to block: only its end is one of a paragraph. */
static void
test_cut_sentence(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(GString) text = g_string_new(NULL);
	while (text->len < 70000)
		g_string_append(text, "сөз ");
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text->str);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	while (oq_cursor_next(cursor, &utterance, NULL)) {
		gboolean is_last = utterance.end == text->len - 1;
		g_assert_cmpint(
			utterance.follows, ==, is_last ? OQ_BREAK_PARAGRAPH : OQ_BREAK_NONE);
		g_assert_cmpuint(utterance.paragraph, ==, 1);
	}
}

/* What is read block by block is what is read as one, if nothing is looked for behind a blank
 * line. */
static void
test_same_as_whole(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autofree char *report = NULL;
	g_assert_true(
		g_file_get_contents(OQ_TEST_SAMPLES "/almaty-report.txt", &report, NULL, NULL));
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < 4; i++)
		g_string_append(text, report);
	g_string_append(text, "\n\n> Бір\n>\n> екі\n\nҮш. \n");
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	oq_normalizer_feed(normalizer, text->str, text->len);
	oq_normalizer_end(normalizer);
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text->str);
	g_auto(OqUtterance) whole;
	g_auto(OqUtterance) part;
	oq_utterance_init(&whole);
	oq_utterance_init(&part);
	while (oq_normalizer_next(normalizer, &whole)) {
		g_assert_true(oq_cursor_next(cursor, &part, NULL));
		g_assert_cmpuint(part.start, ==, whole.start);
		g_assert_cmpuint(part.paragraph, ==, whole.paragraph);
		g_assert_cmpint(part.follows, ==, whole.follows);
		g_assert_cmpstr(part.text->str, ==, whole.text->str);
		g_assert_cmpstr(part.spoken->str, ==, whole.spoken->str);
	}
	g_assert_false(oq_cursor_next(cursor, &part, NULL));
}

static void
cancel(gpointer data)
{
	g_cancellable_cancel(data);
}

/* A sentence from a pipe is there while the writer still holds the pipe open; the wait for the next
 * one can be stopped, and begun again. */
static void
test_pipe(void)
{
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	const char *text = "Бірінші сөйлем.\nЕкінші басталды";
	g_assert_cmpint(write(ends[1], text, strlen(text)), ==, (gssize)strlen(text));
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	OqDocument *document = oq_document_open(path, NULL, stop, &error);
	g_assert_no_error(error);
	oq_document_on_wait(document, cancel, stop);
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor =
		oq_cursor_new(document, oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT));
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
	g_assert_cmpstr(utterance.text->str, ==, "Бірінші сөйлем.");
	g_assert_false(oq_cursor_next(cursor, &utterance, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_cancellable_reset(stop);
	close(ends[1]);
	g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
	g_assert_cmpstr(utterance.text->str, ==, "Екінші басталды");
	g_assert_false(oq_cursor_next(cursor, &utterance, NULL));
	close(ends[0]);
}

/* Within a block, and between two; jumps know nothing of it. */
static void
test_end(void)
{
	static const char text[] = "Бір. Екі. Үш.\n\nТөрт.\n";
	static const struct {
		const char *before;
		const char *expected;
	} cases[] = {{"Бір", ""}, {"Екі", "1 Бір."}, {"і. Үш", "1 Бір. | 1 Екі."},
		{"Төрт", "1 Бір. | 1 Екі. | 1 Үш."}};
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
		oq_cursor_set_end(cursor, (guint64)(strstr(text, cases[i].before) - text));
		g_autofree char *all = read_all(cursor);
		g_assert_cmpstr(all, ==, cases[i].expected);
		g_assert_true(oq_cursor_find(cursor, 0, "төрт", 1, NULL));
		oq_cursor_set_end(cursor, G_MAXUINT64);
		oq_cursor_set_paragraph(cursor, 2);
		g_autofree char *rest = read_all(cursor);
		g_assert_cmpstr(rest, ==, "2 Төрт.");
	}
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/cursor/blocks", test_blocks);
	g_test_add_func("/cursor/text", test_text);
	g_test_add_func("/cursor/spelled", test_spelled);
	g_test_add_func("/cursor/bad-bytes-are-counted", test_bad_bytes_are_counted);
	g_test_add_func("/cursor/many-pieces", test_many_pieces);
	g_test_add_func("/cursor/cut-sentence", test_cut_sentence);
	g_test_add_func("/cursor/same-as-whole", test_same_as_whole);
	g_test_add_func("/cursor/end", test_end);
	g_test_add_func("/cursor/pipe", test_pipe);
	return g_test_run();
}
