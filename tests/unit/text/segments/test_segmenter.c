#include "text/segments/segmenter.h"

#include "text_case.h"

#include <locale.h>
#include <string.h>

/* The next segment of a text of which only some is there, in memory that ends with it. */
static gboolean
next(OqSegmenter *segmenter, OqSlice text, gboolean final, OqSegment *segment)
{
	g_autofree char *copy = g_memdup2(text.data, text.length);
	return oq_segmenter_next(segmenter, (OqSlice){copy, text.length}, final, segment);
}

/* "start-end/follows …" of the sentences, when the text comes in pieces of n_chars. */
static char *
split(const OqLexicon *lexicon, const char *text, gsize n_chars)
{
	OqSegmenter segmenter;
	oq_segmenter_init(&segmenter, lexicon, 0);
	GString *out = g_string_new(NULL);
	gsize length = strlen(text), there = 0, done = 0;
	while (done < length) {
		OqSegment segment;
		gboolean final = there == length;
		if (!next(&segmenter, (OqSlice){text + done, there - done}, final, &segment)) {
			g_assert_false(final);
			for (gsize i = 0; i < n_chars && there < length; i++)
				there = g_utf8_next_char(text + there) - text;
			continue;
		}
		g_assert_cmpuint(segment.n_taken, >, 0);
		g_assert_cmpuint(segment.start, <=, segment.end);
		g_assert_cmpuint(segment.end, <=, segment.n_taken);
		g_assert_cmpuint(segment.end - segment.start, <=, OQ_SEGMENTER_MAX_BYTES);
		if (segment.end > segment.start)
			g_string_append_printf(out, "%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "/%d ",
				done + segment.start, done + segment.end, segment.follows);
		else
			g_assert_cmpint(segment.follows, ==, OQ_BREAK_NONE);
		done += segment.n_taken;
	}
	return g_string_free(out, FALSE);
}

static void
assert_same_in_pieces(const OqLexicon *lexicon, const char *text)
{
	static const gsize n_chars[] = {1, 2, 5, 80, 4096};
	g_autofree char *whole = split(lexicon, text, strlen(text));
	for (guint i = 0; i < G_N_ELEMENTS(n_chars); i++) {
		g_autofree char *pieces = split(lexicon, text, n_chars[i]);
		if (strcmp(pieces, whole) != 0)
			g_error("%s by %" G_GSIZE_FORMAT " characters, not %s of:\n%s", pieces,
				n_chars[i], whole, text);
	}
}

static void
test_report(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autofree char *report = NULL;
	g_assert_true(
		g_file_get_contents(OQ_TEST_SAMPLES "/almaty-report.txt", &report, NULL, NULL));
	assert_same_in_pieces(lexicon, report);
}

/* Texts that were once cut in other places when they came in pieces. */
static void
test_once_wrong(void)
{
	static const char *const texts[] = {
		"бір\n1) екі",
		"бұл сөйлем қырық таңбадан ұзын жолда тұр – \n1) екі\nүш\nтөрт\nбес",
		"Мұндай дәрежедегі мәжілістің Алматы облысында өтуі зор мәртебе,\n"
		"сонымен қатар үлкен жауапкершілік болып табылады және біздің\n. «\n",
		"Мұндай дәрежедегі мәжілістің Алматы облысында өтуі зор мәртебе,\n"
		"сонымен қатар үлкен жауапкершілік болып табылады және біздің\n"
		"Мұндай дәрежедегі мәжілістің Алматы облысында өтуі зор мәртебе,\n"
		"сонымен қатар үлкен жауапкершілік болып табылады және біздің\n. «",
		"Мұндай дәрежедегі мәжілістің Алматы облысында өтуі зор мәртебе,\n"
		"сонымен қатар үлкен жауапкершілік болып табылады және біздің\n"
		"байтақ мекенімізде баршамызды біріктіре түсетін құндылық мол.\n"
		"Ұлтаралық достық пен татулық бір мақсат, бір мүддеге ұйысқан\n"
		"халқымыздың басты жетістіктерінің бірі болып отыр.",
		"\n\nбір екі\n\nүш",
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		assert_same_in_pieces(lexicon, texts[i]);
}

static void
test_random(void)
{
	static const char *const pieces[] = {"а", "Б", "сөз", " ", " ", ".", "!", "?", "…", ",",
		"\n", "\r\n", "\n\n", "»", "«", "(", ")", "- ", "–", "1", "т.б.", "\u2028", "Ол ",
		"Ә. ", "1917 ж. ", "5 млн. ", "т. б. ", "деп ", "АҚШ", "\t", ": ", "> ", "ә)",
		("Мұндай дәрежедегі мәжілістің Алматы облысында өтуі зор мәртебе,\n"
		 "сонымен қатар үлкен жауапкершілік болып табылады және біздің\n")};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint round = 0; round < 400; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (guint i = g_test_rand_int_range(0, 40); i > 0; i--)
			g_string_append(
				text, pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))]);
		assert_same_in_pieces(lexicon, text->str);
	}
}

/* n_before bytes of letters, some text, and letters without end: where the cut is made. */
static void
test_cut(void)
{
	static const struct {
		gsize n_before;
		const char *between;
		gsize end;
		OqBreak follows;
	} cases[] = {
		{3000, ", ", 3001, OQ_BREAK_CLAUSE},
		{3000, ": а а а ", 3001, OQ_BREAK_CLAUSE},
		{3000, " а", 3000, OQ_BREAK_NONE},
		{3000, " а а", 3003, OQ_BREAK_NONE},
		{4095, ", ", 4096, OQ_BREAK_NONE},
		{4094, ", ", 4095, OQ_BREAK_CLAUSE},
		{1000, ", ", 1001, OQ_BREAK_NONE},
		{1000, ",", 1001, OQ_BREAK_NONE},
		{1000, ", а,", 1001, OQ_BREAK_NONE},
		{2000, ",б—", 2006, OQ_BREAK_NONE},
		{1001, "ә", 4096, OQ_BREAK_NONE},
		{4095, "ә", 4095, OQ_BREAK_NONE},
		{4093, "𝄞", 4093, OQ_BREAK_NONE},
		{4092, "𝄞", 4096, OQ_BREAK_NONE},
		{4000,
			"........................................"
			"............................................................",
			4096, OQ_BREAK_NONE},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *before = g_strnfill(cases[i].n_before, 'b');
		g_autofree char *behind = g_strnfill(9000, 'c');
		g_autofree char *text = g_strconcat(before, cases[i].between, behind, NULL);
		OqSegmenter segmenter;
		OqSegment segment;
		oq_segmenter_init(&segmenter, lexicon, 0);
		g_assert_true(next(&segmenter, oq_slice(text), FALSE, &segment));
		g_assert_cmpuint(segment.start, ==, 0);
		g_assert_cmpuint(segment.end, ==, cases[i].end);
		g_assert_cmpint(segment.follows, ==, cases[i].follows);
		assert_same_in_pieces(lexicon, text);
	}
}

/* However much white space comes, what it follows is given. */
static void
test_lookahead(void)
{
	static const char *const texts[] = {"бір.", "бір.»", "бір", "бір,\n", "бір…\n"};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autofree char *space = g_strnfill(9000, ' ');
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *text = g_strconcat(texts[i], space, NULL);
		g_autofree char *expected = g_strchomp(g_strdup(texts[i]));
		OqSegmenter segmenter;
		OqSegment segment;
		oq_segmenter_init(&segmenter, lexicon, 0);
		g_assert_true(next(&segmenter, oq_slice(text), FALSE, &segment));
		g_assert_cmpuint(segment.end, ==, strlen(expected));
	}
}

/* A sentence of 100 000 words: each piece ends behind a comma, or else behind a whole word. */
static void
test_endless(void)
{
	static const struct {
		const char *words;
		guint n;
		OqBreak follows;
		const char *last;
	} cases[] = {
		{"сөйлемнің соңы көрінбейді, бірақ ", 25000, OQ_BREAK_CLAUSE, "көрінбейді,"},
		{"сөйлемнің соңы көрінбейді бірақ ", 25000, OQ_BREAK_NONE, NULL},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (guint n = 0; n < cases[i].n; n++)
			g_string_append(text, cases[i].words);
		OqSegmenter segmenter;
		OqSegment segment;
		oq_segmenter_init(&segmenter, lexicon, 0);
		OqSlice rest = {text->str, text->len};
		while (oq_segmenter_next(&segmenter, rest, TRUE, &segment) &&
			segment.n_taken < rest.length) {
			OqSlice piece = {rest.data, segment.end};
			g_assert_cmpint(segment.follows, ==, cases[i].follows);
			g_assert_cmpint(rest.data[segment.end], ==, ' ');
			if (cases[i].last != NULL)
				g_assert_true(oq_slice_has_suffix(piece, oq_slice(cases[i].last)));
			rest = oq_slice_skip(rest, segment.n_taken);
		}
		g_assert_cmpuint(rest.length, <, OQ_SEGMENTER_MAX_BYTES + 1);
	}
}

/* What is needed to know the end of the first sentence, and its end then. */
static void
test_needs(void)
{
	static const struct {
		const char *text;
		gboolean final;
		gsize end; /* 0: not known */
		OqBreak follows;
	} cases[] = {
		{"", FALSE, 0, 0},
		{"", TRUE, 0, 0},
		{"бір", FALSE, 0, 0},
		{"бір", TRUE, 6, OQ_BREAK_PARAGRAPH},
		{"бір.", FALSE, 0, 0},
		{"бір.", TRUE, 7, OQ_BREAK_SENTENCE},
		{"бір. ", FALSE, 0, 0},
		{"бір. Е", FALSE, 7, OQ_BREAK_SENTENCE},
		{"бір. е", FALSE, 0, 0},
		{"бір. е)", FALSE, 7, OQ_BREAK_SENTENCE},
		{"бір.\n", FALSE, 7, OQ_BREAK_PARAGRAPH},
		{"бір\n", FALSE, 0, 0},
		{"бір\n", TRUE, 6, OQ_BREAK_PARAGRAPH},
		{"бір\nЕ", FALSE, 6, OQ_BREAK_PARAGRAPH},
		{"бір\nе", FALSE, 0, 0},
		{"бір\n\n", FALSE, 6, OQ_BREAK_PARAGRAPH},
		{"бір  \n\n", FALSE, 6, OQ_BREAK_PARAGRAPH},
		{"бір\r\n", FALSE, 0, 0},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_test_message("%s", cases[i].text);
		OqSegmenter segmenter;
		OqSegment segment;
		oq_segmenter_init(&segmenter, lexicon, 0);
		gboolean found =
			next(&segmenter, oq_slice(cases[i].text), cases[i].final, &segment);
		g_assert_cmpint(found, ==, cases[i].end > 0);
		if (!found)
			continue;
		g_assert_cmpuint(segment.end, ==, cases[i].end);
		g_assert_cmpint(segment.follows, ==, cases[i].follows);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/segmenter/report", test_report);
	g_test_add_func("/segmenter/once-wrong", test_once_wrong);
	g_test_add_func("/segmenter/random", test_random);
	g_test_add_func("/segmenter/cut", test_cut);
	g_test_add_func("/segmenter/lookahead", test_lookahead);
	g_test_add_func("/segmenter/endless", test_endless);
	g_test_add_func("/segmenter/needs", test_needs);
	return g_test_run();
}
