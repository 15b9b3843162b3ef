#include "reading/reading.h"
#include <glib/gstdio.h>
#include <unistd.h>

static OqLexicon *
load_lexicon(void)
{
	g_autoptr(GError) error = NULL;
	OqLexicon *lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	return lexicon;
}

static OqDocument *
open_text(const char *text, gssize n_bytes)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = NULL;
	int file = g_file_open_tmp(NULL, &path, &error);
	g_assert_no_error(error);
	close(file);
	g_file_set_contents(path, text, n_bytes, &error);
	g_assert_no_error(error);
	OqDocument *document = oq_document_open(path, NULL, &error);
	g_assert_no_error(error);
	g_unlink(path);
	return document;
}

/* The spoken sentences with " | " between them. */
static char *
read_all(OqReading *reading)
{
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	GString *all = g_string_new(NULL);
	while (oq_reading_next(reading, &utterance, &error)) {
		if (all->len > 0)
			g_string_append(all, " | ");
		g_string_append(all, utterance.text->str);
	}
	g_assert_no_error(error);
	return g_string_free(all, FALSE);
}

static void
test_document(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_autoptr(OqReading) reading =
		oq_reading_new(open_text("Бірінші сөйлем. Екінші сөйлем.\n", -1), lexicon);
	g_autofree char *all = read_all(reading);
	g_assert_cmpstr(all, ==, "Бірінші сөйлем. | Екінші сөйлем.");
	g_assert_cmpuint(oq_reading_n_bad_bytes(reading), ==, 0);
}

static void
test_text(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_autoptr(OqReading) reading = oq_reading_new_text("Сәлем, әлем", lexicon);
	g_autofree char *all = read_all(reading);
	g_assert_cmpstr(all, ==, "Сәлем, әлем");
}

static void
test_bad_bytes_are_counted(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_autoptr(OqReading) reading =
		oq_reading_new(open_text("Бір\xC3 сөз. Екі\xFF\n", -1), lexicon);
	g_autofree char *all = read_all(reading);
	g_assert_nonnull(strstr(all, "сөз."));
	g_assert_cmpuint(oq_reading_n_bad_bytes(reading), ==, 2);
}

/* Characters lie across the limits of the blocks; not one may be lost. */
static void
test_many_blocks(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < 10000; i++)
		g_string_append(text, i % 2 != 0 ? "Мынау – сөйлем.\n" : "Ал мынау да.\n");
	g_autoptr(OqReading) reading = oq_reading_new(open_text(text->str, text->len), lexicon);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	guint n_sentences = 0;
	while (oq_reading_next(reading, &utterance, NULL)) {
		const char *expected = n_sentences % 2 != 0 ? "Мынау – сөйлем." : "Ал мынау да.";
		g_assert_cmpstr(utterance.text->str, ==, expected);
		n_sentences++;
	}
	g_assert_cmpuint(n_sentences, ==, 10000);
	g_assert_cmpuint(oq_reading_n_bad_bytes(reading), ==, 0);
}

static void
count_waits(gboolean waiting, gpointer data)
{
	int *depth_and_count = data;
	depth_and_count[0] += waiting ? 1 : -1;
	depth_and_count[1] += waiting;
	g_assert_cmpint(depth_and_count[0], >=, 0);
}

/* A sentence from a pipe is there while the writer still holds the pipe open. */
static void
test_pipe(void)
{
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	const char *text = "Бірінші сөйлем.\nЕкінші басталды";
	g_assert_cmpint(write(ends[1], text, strlen(text)), ==, (gssize)strlen(text));
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	g_autoptr(GError) error = NULL;
	OqDocument *document = oq_document_open(path, NULL, &error);
	g_assert_no_error(error);
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_autoptr(OqReading) reading = oq_reading_new(document, lexicon);
	int waits[2] = {0, 0};
	oq_reading_on_wait(reading, count_waits, waits);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_assert_true(oq_reading_next(reading, &utterance, NULL));
	g_assert_cmpstr(utterance.text->str, ==, "Бірінші сөйлем.");
	g_assert_cmpint(waits[0], ==, 0);
	g_assert_cmpint(waits[1], >=, 1);
	close(ends[1]);
	g_assert_true(oq_reading_next(reading, &utterance, NULL));
	g_assert_cmpstr(utterance.text->str, ==, "Екінші басталды");
	g_assert_false(oq_reading_next(reading, &utterance, NULL));
	close(ends[0]);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/reading/document", test_document);
	g_test_add_func("/reading/text", test_text);
	g_test_add_func("/reading/bad-bytes-are-counted", test_bad_bytes_are_counted);
	g_test_add_func("/reading/many-blocks", test_many_blocks);
	g_test_add_func("/reading/pipe", test_pipe);
	return g_test_run();
}
