#include "text/block.h"
#include "text/normalizer.h"

#include "text_case.h"

#include <locale.h>
#include <string.h>

/* A line for each utterance that is there, with all that it holds. */
static void
take(OqNormalizer *normalizer, GString *out)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	while (oq_normalizer_next(normalizer, &utterance)) {
		g_string_append_printf(out,
			"%" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT " %u %d %s %s:", utterance.start,
			utterance.end, utterance.paragraph, utterance.follows, utterance.text->str,
			utterance.spoken->str);
		for (guint i = 0; i < utterance.words->len; i++) {
			const OqWord *word = oq_utterance_word(&utterance, i);
			g_string_append_printf(out,
				" %" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT "=%u-%u", word->start,
				word->end, word->spoken_start, word->spoken_end);
		}
		g_string_append_c(out, '\n');
	}
}

/* What a block gives alone: a line for each utterance. */
static char *
read_block(OqNormalizer *normalizer, const OqBlock *block, const char *text)
{
	GString *out = g_string_new(NULL);
	oq_normalizer_begin(normalizer, block);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	take(normalizer, out);
	return g_string_free(out, FALSE);
}

/* Nothing of a block that was read before, or left in the middle, is in the next one. */
static void
test_blocks(void)
{
	static const char text[] = "Бір.\nЕкі";
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_autofree char *alone = read_block(normalizer, &OQ_BLOCK_TEXT, text);
	g_assert_cmpstr(alone, ==, "0-7 1 3 Бір. Бір.: 0-6=0-6\n8-14 2 3 Екі Екі: 8-14=0-6\n");
	OqBlock block = OQ_BLOCK_TEXT;
	oq_normalizer_begin(normalizer, &block);
	oq_normalizer_feed(normalizer, "Ол, сол (бұл", 21);
	block.start = 100;
	block.number = 0;
	g_autofree char *behind = read_block(normalizer, &block, text);
	g_assert_cmpstr(behind, ==,
		"100-107 0 3 Бір. Бір.: 100-106=0-6\n108-114 0 3 Екі Екі: 108-114=0-6\n");
}

/* A block that has begun has not ended, whatever the one before it has. */
static void
test_begun(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_autofree char *before = read_block(normalizer, &OQ_BLOCK_TEXT, "Бір");
	g_autoptr(GString) got = g_string_new(NULL);
	oq_normalizer_begin(normalizer, &OQ_BLOCK_TEXT);
	oq_normalizer_feed(normalizer, "Екі", 6);
	take(normalizer, got);
	g_assert_cmpstr(got->str, ==, "");
	oq_normalizer_cut(normalizer);
	g_autofree char *behind = read_block(normalizer, &OQ_BLOCK_TEXT, "Бір");
	g_assert_cmpstr(behind, ==, before);
}

/* A block that is no lines is one paragraph: its last sentence ends it, and no other does. */
static void
test_kinds(void)
{
	OqBlock block = OQ_BLOCK_TEXT;
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_autofree char *lines = read_block(normalizer, &block, "Бір. Екі. ");
	g_assert_cmpstr(lines, ==, "0-7 1 2 Бір. Бір.: 0-6=0-6\n8-15 1 2 Екі. Екі.: 8-14=0-6\n");
	block.kind = OQ_BLOCK_PARAGRAPH;
	g_autofree char *paragraph = read_block(normalizer, &block, "Бір. Екі. ");
	g_assert_cmpstr(
		paragraph, ==, "0-7 1 2 Бір. Бір.: 0-6=0-6\n8-15 1 3 Екі. Екі.: 8-14=0-6\n");
}

/* The width that the block comes with: two full lines are enough then, and a point ends no line. */
static void
test_wrap_columns(void)
{
	static const char text[] =
		"Ертең сол жерде Мұхтар Әуезовтің шығармашылығы айтылады\nАкадемияда.";
	OqBlock block = OQ_BLOCK_TEXT;
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_autofree char *alone = read_block(normalizer, &block, text);
	g_assert_nonnull(strstr(alone, " 2 2 Академияда."));
	block.wrap_columns = 60;
	g_autofree char *wrapped = read_block(normalizer, &block, text);
	g_assert_null(strstr(wrapped, " 2 2 "));
}

/* A sentence that is cut for its length ends no paragraph, one that ends there ends as ever. */
static void
test_cut(void)
{
	static const char *const cases[][2] = {
		{"Бір екі", "0-13 1 0 Бір екі Бір екі: 0-6=0-6 7-13=7-13\n"},
		{"Бір. ", "0-7 1 2 Бір. Бір.: 0-6=0-6\n"},
		{"Бір,\n", "0-7 1 0 Бір, Бір,: 0-6=0-6\n"},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) got = g_string_new(NULL);
		oq_normalizer_begin(normalizer, &OQ_BLOCK_TEXT);
		oq_normalizer_feed(normalizer, cases[i][0], strlen(cases[i][0]));
		oq_normalizer_cut(normalizer);
		take(normalizer, got);
		g_assert_cmpstr(got->str, ==, cases[i][1]);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/block/alone", test_blocks);
	g_test_add_func("/block/begun", test_begun);
	g_test_add_func("/block/kinds", test_kinds);
	g_test_add_func("/block/wrap-columns", test_wrap_columns);
	g_test_add_func("/block/cut", test_cut);
	return g_test_run();
}
