#include "text/words/figure.h"

#include "text_case.h"

typedef struct {
	OqLexicon *lexicon;
	OqSentence sentence;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	fixture->lexicon = text_case_lexicon();
	oq_sentence_init(&fixture->sentence, fixture->lexicon);
}

static void
tear_down(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	oq_sentence_clear(&fixture->sentence);
	oq_lexicon_free(fixture->lexicon);
}

/* The whole is the digits without what groups them. */
static void
test_parts(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	static const struct {
		const char *sentence, *whole, *fraction;
		guint n_tokens;
	} cases[] = {
		{"5", "5", "", 1},
		{"5,75 кг", "5", "75", 3},
		{"12 990,5", "12990", "5", 4},
		{"12\u00A0990", "12990", "", 2},
		{"12\n990", "12", "", 1},
		{"012 990", "012", "", 1},
		{"1.234.567", "1234567", "", 5},
		{"1.234", "1", "234", 3},
		{"1,234,56", "1", "", 1},
		{"12.03.2015", "12", "", 1},
		{"3,7-еуі", "3", "", 1},
		{"3,7-сі", "3", "7", 3},
		{"12 9900", "12", "", 1},
		{"1 000 000 000 000 000 000 000 000", "1", "", 1},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		oq_sentence_read(&fixture->sentence, oq_slice(cases[i].sentence));
		const OqFigure *figure = oq_sentence_figure(&fixture->sentence, 0);
		g_test_message("%s", cases[i].sentence);
		g_assert_true(oq_slice_equals(figure->whole, cases[i].whole));
		g_assert_cmpmem(figure->fraction.data, figure->fraction.length, cases[i].fraction,
			strlen(cases[i].fraction));
		g_assert_cmpuint(figure->n_tokens, ==, cases[i].n_tokens);
		g_assert_null(oq_sentence_figure(&fixture->sentence, fixture->sentence.n_tokens));
	}
}

/* Each number has one of its own, also within another. */
static void
test_every_number(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	oq_sentence_read(&fixture->sentence, oq_slice("12 990,5 және 7"));
	g_assert_true(oq_slice_equals(oq_sentence_figure(&fixture->sentence, 0)->whole, "12990"));
	g_assert_true(oq_slice_equals(oq_sentence_figure(&fixture->sentence, 1)->whole, "990"));
	g_assert_null(oq_sentence_figure(&fixture->sentence, 2));
	g_assert_true(oq_slice_equals(oq_sentence_figure(&fixture->sentence, 3)->whole, "5"));
	g_assert_null(oq_sentence_figure(&fixture->sentence, 4));
	g_assert_true(oq_slice_equals(oq_sentence_figure(&fixture->sentence, 5)->whole, "7"));
}

static void
test_ranges(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	static const struct {
		const char *sentence;
		guint at;
		gboolean begins, ends;
		guint behind;
	} cases[] = {
		{"5–6 ақпан", 0, TRUE, FALSE, 3},
		{"5–6 ақпан", 2, FALSE, TRUE, 3},
		{"5 - 6 ақпан", 0, TRUE, FALSE, 3},
		{"12 990,5—13 000 теңге", 0, TRUE, FALSE, 7},
		{"5–6–7", 2, TRUE, TRUE, 5},
		{"5-ші", 0, FALSE, FALSE, 1},
		{"-5", 1, FALSE, FALSE, 2},
		{"5 6", 0, FALSE, FALSE, 1},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		oq_sentence_read(&fixture->sentence, oq_slice(cases[i].sentence));
		const OqFigure *figure = oq_sentence_figure(&fixture->sentence, cases[i].at);
		g_test_message("%s", cases[i].sentence);
		g_assert_cmpint(figure->begins_range, ==, cases[i].begins);
		g_assert_cmpint(figure->ends_range, ==, cases[i].ends);
		g_assert_cmpuint(oq_sentence_behind_range(&fixture->sentence, cases[i].at), ==,
			cases[i].behind);
	}
	oq_sentence_read(&fixture->sentence, oq_slice("ақпан"));
	g_assert_cmpuint(oq_sentence_behind_range(&fixture->sentence, 0), ==, 0);
}

static void
add(const char *path, void (*test)(Fixture *, gconstpointer))
{
	g_test_add(path, Fixture, NULL, set_up, test, tear_down);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	add("/figure/parts", test_parts);
	add("/figure/every-number", test_every_number);
	add("/figure/ranges", test_ranges);
	return g_test_run();
}
