#include "text/segments/lines.h"
#include "text/segments/segmenter.h"

#include "text_case.h"

#include <string.h>

/* About the line break between before and behind, which begins with it. */
static OqVerdict
judge(const OqLexicon *lexicon, const char *before, const char *behind, gboolean final,
	guint column, guint *wrap_columns, char **rest, OqBreak *follows)
{
	g_autofree char *text = g_strconcat(before, behind, NULL);
	OqScan scan = {lexicon, oq_lexicon_letters(lexicon), text, text + strlen(text), column,
		final, NULL};
	const char *after = NULL;
	OqVerdict verdict =
		oq_lines_judge(&scan, text + strlen(before), wrap_columns, &after, follows);
	*rest = verdict == OQ_VERDICT_GOES_ON ? g_strdup(after) : NULL;
	return verdict;
}

static const struct {
	const char *before, *behind;
	gboolean final;
	OqVerdict verdict;
} cases[] = {
	{"бір", "\n", FALSE, OQ_VERDICT_UNKNOWN},
	{"бір", "\n  ", FALSE, OQ_VERDICT_UNKNOWN},
	{"бір", "\r", FALSE, OQ_VERDICT_UNKNOWN},
	{"бір", "\r\n", FALSE, OQ_VERDICT_UNKNOWN},
	{"бір", "\n", TRUE, OQ_VERDICT_ENDS},
	{"бір", "\nекі", FALSE, OQ_VERDICT_GOES_ON},
	{"бір", "\r\n \tекі", FALSE, OQ_VERDICT_GOES_ON},
	{"бір", "\rекі", FALSE, OQ_VERDICT_GOES_ON},
	{"бір", "\u2028екі", FALSE, OQ_VERDICT_GOES_ON},
	{"бір", "\nЕкі", FALSE, OQ_VERDICT_ENDS},
	{"бір", "\n2", FALSE, OQ_VERDICT_UNKNOWN},
	{"бір", "\n2 ", FALSE, OQ_VERDICT_ENDS},
	/* marks */
	{"бір.", "\n", FALSE, OQ_VERDICT_ENDS},
	{"бір!»  ", "\n", FALSE, OQ_VERDICT_ENDS},
	{"бір…", "\nекі", FALSE, OQ_VERDICT_ENDS},
	{"5 млн.", "\nтеңге", FALSE, OQ_VERDICT_GOES_ON},
	{"5 млн.", "\nТеңге", FALSE, OQ_VERDICT_ENDS},
	/* empty lines */
	{"бір", "\n\n", FALSE, OQ_VERDICT_ENDS},
	{"бір,", "\n \n", FALSE, OQ_VERDICT_ENDS},
	{"бір,", "\r\n\r\nекі", FALSE, OQ_VERDICT_ENDS},
	{"бір,", "\r\rекі", FALSE, OQ_VERDICT_ENDS},
	/* what wants more */
	{"бір,", "\nЕкі", FALSE, OQ_VERDICT_GOES_ON},
	{"бір, \t", "\nЕкі", FALSE, OQ_VERDICT_GOES_ON},
	{"бір –", "\nЕкі", FALSE, OQ_VERDICT_GOES_ON},
	{"бір (", "\nЕкі", FALSE, OQ_VERDICT_GOES_ON},
	{"бір «", "\nЕкі", FALSE, OQ_VERDICT_GOES_ON},
	{"бір-", "\nЕкі", FALSE, OQ_VERDICT_ENDS},
	/* items */
	{"бір,", "\n- екі", FALSE, OQ_VERDICT_ENDS},
	{"бір,", "\n— екі", FALSE, OQ_VERDICT_ENDS},
	{"бір,", "\n• екі", FALSE, OQ_VERDICT_ENDS},
	{"бір,", "\n* екі", FALSE, OQ_VERDICT_ENDS},
	{"бір,", "\n2) екі", FALSE, OQ_VERDICT_ENDS},
	{"бір,", "\n12. екі", FALSE, OQ_VERDICT_ENDS},
	{"бір,", "\n1.2. екі", FALSE, OQ_VERDICT_ENDS},
	{"бір,", "\n1.2 екі", FALSE, OQ_VERDICT_GOES_ON},
	{"бір;", "\nә) екі", FALSE, OQ_VERDICT_ENDS},
	{"бір;", "\nә", FALSE, OQ_VERDICT_UNKNOWN},
	{"бір,", "\n▪ екі", FALSE, OQ_VERDICT_ENDS},
	/* rows of a table */
	{"алма\t12", "\nалмұрт\t7", FALSE, OQ_VERDICT_ENDS},
	{"алма\t12,", "\nалмұрт\t7", FALSE, OQ_VERDICT_ENDS},
	{"\tалма", "\nалмұрт", FALSE, OQ_VERDICT_GOES_ON},
	{"бір\tекі\nүш", "\nтөрт", FALSE, OQ_VERDICT_GOES_ON},
	{"бір\n\tекі", "\nүш", FALSE, OQ_VERDICT_GOES_ON},
	{"бір,", "\n12", FALSE, OQ_VERDICT_UNKNOWN},
	{"бір,", "\n12", TRUE, OQ_VERDICT_GOES_ON},
	{"бір,", "\n12 жыл", FALSE, OQ_VERDICT_GOES_ON},
};

static void
test_judge(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *rest = NULL;
		guint wrap_columns = 0;
		OqBreak follows = OQ_BREAK_NONE;
		g_test_message("%s%s", cases[i].before, cases[i].behind);
		g_assert_cmpint(judge(lexicon, cases[i].before, cases[i].behind, cases[i].final, 0,
					&wrap_columns, &rest, &follows),
			==, cases[i].verdict);
		if (cases[i].verdict == OQ_VERDICT_ENDS)
			g_assert_cmpint(follows, ==, OQ_BREAK_PARAGRAPH);
		else if (rest != NULL)
			g_assert_false(g_ascii_isspace(rest[0]));
		g_assert_cmpuint(wrap_columns, ==, 0);
	}
}

/* A sentence that begins within a line: what stands before it counts for the width. */
static void
test_column(void)
{
	static const char before[] = "Ертең сол жерде кездесу болады", behind[] = "\nАкадемияда";
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autofree char *rest = NULL, *none = NULL;
	guint wrap_columns = 60;
	OqBreak follows;
	g_assert_cmpint(judge(lexicon, before, behind, TRUE, 26, &wrap_columns, &rest, &follows),
		==, OQ_VERDICT_GOES_ON);
	g_assert_cmpstr(rest, ==, "Академияда");
	g_assert_cmpint(judge(lexicon, before, behind, TRUE, 12, &wrap_columns, &none, &follows),
		==, OQ_VERDICT_ENDS);
}

/* In wrapped text the end of a line is no end of a paragraph. */
static void
test_break_in_wrapped_text(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autofree char *rest = NULL;
	guint wrap_columns = 60;
	OqBreak follows;
	static const char line[] = "Ертең сол жерде Мұхтар Әуезовтің шығармашылығы айтылады.";
	g_assert_cmpint(
		judge(lexicon, line, "\nАкадемия", FALSE, 0, &wrap_columns, &rest, &follows), ==,
		OQ_VERDICT_UNKNOWN);
	g_assert_cmpint(judge(lexicon, line, "\nАкадемия", TRUE, 0, &wrap_columns, &rest, &follows),
		==, OQ_VERDICT_ENDS);
	g_assert_cmpint(follows, ==, OQ_BREAK_SENTENCE);
}

/* The sentences, one a line, whatever line breaks they had inside. */
static char *
split(const OqLexicon *lexicon, const char *text)
{
	OqSegmenter segmenter;
	oq_segmenter_init(&segmenter, lexicon, 0);
	GString *out = g_string_new(NULL);
	OqSegment segment;
	for (OqSlice rest = oq_slice(text); oq_segmenter_next(&segmenter, rest, TRUE, &segment);
		rest = oq_slice_skip(rest, segment.n_taken)) {
		g_autofree char *sentence =
			g_strndup(rest.data + segment.start, segment.end - segment.start);
		g_string_append_printf(out, "%s\n", g_strdelimit(sentence, "\n", ' '));
	}
	return g_string_free(out, FALSE);
}

/* The report as running prose, which gives its sentences again at any width. */
static void
test_wrapped_prose(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autofree char *report = NULL;
	g_assert_true(
		g_file_get_contents(OQ_TEST_SAMPLES "/almaty-report.txt", &report, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(report, "\n", -1);
	g_autoptr(GString) prose = g_string_new(NULL);
	for (guint i = 3; lines[i] != NULL; i++) {
		const char *line = g_strstrip(lines[i]);
		if (line[0] != '\0')
			g_string_append_printf(prose, "%s%s%s", prose->len > 0 ? " " : "", line,
				g_str_has_suffix(line, ".") ? "" : ".");
	}
	g_autofree char *expected = split(lexicon, prose->str);
	for (gsize width = 60; width <= 80; width += 4) {
		g_autofree char *text = text_case_wrap(prose->str, width);
		g_autofree char *got = split(lexicon, text);
		g_assert_cmpstr(got, ==, expected);
	}
}

/* Only its first three lines are one sentence. */
static void
test_report_lines(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autofree char *report = NULL;
	g_assert_true(
		g_file_get_contents(OQ_TEST_SAMPLES "/almaty-report.txt", &report, NULL, NULL));
	OqSegmenter segmenter;
	oq_segmenter_init(&segmenter, lexicon, 0);
	OqSegment segment;
	guint n = 0;
	for (OqSlice rest = oq_slice(report); oq_segmenter_next(&segmenter, rest, TRUE, &segment);
		rest = oq_slice_skip(rest, segment.n_taken), n++) {
		const char *start = rest.data + segment.start;
		g_assert_cmpint(
			memchr(start, '\n', segment.end - segment.start) != NULL, ==, n == 0);
	}
	g_assert_cmpuint(n, >=, 85);
	g_assert_cmpuint(segmenter.wrap_columns, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lines/judge", test_judge);
	g_test_add_func("/lines/column", test_column);
	g_test_add_func("/lines/break-in-wrapped-text", test_break_in_wrapped_text);
	g_test_add_func("/lines/wrapped-prose", test_wrapped_prose);
	g_test_add_func("/lines/report-lines", test_report_lines);
	return g_test_run();
}
