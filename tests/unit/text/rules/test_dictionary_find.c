#include "steps.h"
#include "text/normalizer.h"
#include "text/rules/entry.h"

#include <glib/gstdio.h>
#include <string.h>

/* Adds @n nested rows, а б, а а б, а а а б. Returns how many were refused. */
static guint
add_nested(OqDictionary *dictionary, guint n)
{
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) rows = g_string_new(NULL);
	g_autofree char *path = NULL;
	for (guint i = 1; i <= n; i++) {
		for (guint word = 0; word < i; word++)
			g_string_append(rows, "а ");
		g_string_append(rows, "б\tауыс\n");
	}
	g_close(g_file_open_tmp("dictionary-XXXXXX.tsv", &path, NULL), NULL);
	g_assert_true(g_file_set_contents(path, rows->str, -1, NULL));
	g_assert_true(oq_dictionary_add_file(dictionary, path, complaints, NULL));
	g_remove(path);
	return complaints->len;
}

/* Beside a text that begins all of the rows and ends none. */
static guint64
steps_to_say(const OqLexicon *lexicon, const OqDictionary *dictionary, gsize n_words)
{
	g_autoptr(OqNormalizer) normalizer =
		oq_normalizer_new(lexicon, dictionary, &OQ_TASTE_DEFAULT);
	g_autoptr(GString) text = g_string_new(NULL);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	for (gsize i = 0; i < n_words; i++)
		g_string_append(text, "а ");
	guint64 before = steps_taken();
	oq_normalizer_feed(normalizer, text->str, text->len);
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance))
		;
	return steps_taken() - before;
}

/* A word costs the same however deep rows are nested beyond what a phrase may have: those are
 * refused. */
static void
test_nested(gconstpointer lexicon)
{
	guint most = OQ_ENTRY_MAX_PARTS - 1;
	g_autoptr(OqDictionary) some = oq_dictionary_new(lexicon);
	g_autoptr(OqDictionary) many = oq_dictionary_new(lexicon);
	g_assert_cmpuint(add_nested(some, most), ==, 0);
	g_assert_cmpuint(add_nested(many, 4 * most), ==, 3 * most);
	guint64 n_steps = steps_to_say(lexicon, some, 1000);
	g_assert_cmpuint(steps_to_say(lexicon, many, 1000), ==, n_steps);
	steps_assert_linear("words", n_steps, steps_to_say(lexicon, many, 2000));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	g_test_add_data_func("/dictionary-find/nested", lexicon, test_nested);
	return g_test_run();
}
