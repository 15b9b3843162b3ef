#include "text/normalizer.h"
#include "text/rules/omissions.h"

#include "text_case.h"

#include <locale.h>

/* What is said of a text, and behind a slash what was left out: "Ол келді. / (кеше)". */
static char *
read_text(const OqLexicon *lexicon, OqSkips skips, const char *text)
{
	OqTaste taste = {.languages = OQ_LANGUAGES_ALL, .skips = skips};
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &taste);
	g_auto(OqUtterance) utterance;
	GString *out = g_string_new(NULL);
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance)) {
		g_string_append(out, utterance.spoken->str);
		for (guint i = 0; i < utterance.left_out->len; i++) {
			const OqLeftOut *range = &g_array_index(utterance.left_out, OqLeftOut, i);
			g_string_append_printf(out, " / %.*s", (int)(range->end - range->start),
				text + range->start);
			g_assert_cmpstr(range->rule, ==, "left out");
		}
	}
	return g_string_free(out, FALSE);
}

static void
test_take(void)
{
	static const struct {
		OqSkips skips;
		const char *text, *expected;
	} cases[] = {
		{OQ_SKIP_BRACKETS, "Ол (кеше) келді.", "Ол келді. / (кеше)"},
		{OQ_SKIP_BRACKETS, "Ол(кеше)келді.", "Ол келді. / (кеше)"},
		{OQ_SKIP_BRACKETS, "Ол (кеше), сонда.", "Ол, сонда. / (кеше)"},
		{OQ_SKIP_BRACKETS, "Ол (кеше)«келді».", "Ол «келді». / (кеше)"},
		{OQ_SKIP_BRACKETS, "(кеше [1])", " / (кеше [1])"},
		{OQ_SKIP_NOTES, "Ол (кеше [1]).", "Ол (кеше). / [1]"},
		{OQ_SKIP_NOTES, "са\u00ADлық[1] өcтi[2].", "салық өсті. / [1] / [2]"},
		{OQ_SKIP_NOTES | OQ_SKIP_EMOJI, "Ол¹ өзен¹² 😀.", "Ол бір өзен. / ¹² / 😀"},
		{OQ_SKIP_REFERENCES, "Ол [1] (Абай, 1890).", "Ол. / (Абай, 1890)"},
		{OQ_SKIP_ADDRESSES, "(a.kz/b/c?d=1) ол", "(a нүкте kz) ол / /b/c?d=1"},
		{OQ_SKIP_HEADS, "Ол [1] (Абай).", "Ол (Абай)."},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *said = read_text(lexicon, cases[i].skips, cases[i].text);
		g_assert_cmpstr(said, ==, cases[i].expected);
	}
}

/* A rule that needs words of both sides has a range that ends before the gap. */
static void
test_ranges(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	OqTaste taste = {.languages = OQ_LANGUAGES_ALL, .skips = OQ_SKIP_NOTES};
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &taste);
	g_auto(OqUtterance) utterance;
	const char *text = "$[1] 5 алды";
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	g_assert_true(oq_normalizer_next(normalizer, &utterance));
	g_assert_cmpstr(utterance.spoken->str, ==, "бес доллар алды");
	g_assert_cmpuint(oq_utterance_word(&utterance, 1)->start, ==, 0);
	g_assert_cmpuint(oq_utterance_word(&utterance, 1)->end, ==, 1);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/omissions/take", test_take);
	g_test_add_func("/omissions/ranges", test_ranges);
	return g_test_run();
}
