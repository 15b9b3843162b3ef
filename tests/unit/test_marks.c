#include "text/marks.h"

#include "text_case.h"

#include <string.h>

/* The text before the mark, the text from the mark on, and what it is then: how much of it belongs
 * to the sentence, or is passed over. */
static const struct {
	const char *before, *from;
	gboolean final;
	OqVerdict verdict;
	const char *taken;
} cases[] = {
	/* what is not known yet */
	{"Сөз", ".", FALSE, OQ_VERDICT_UNKNOWN, "."},
	{"Сөз", ".»", FALSE, OQ_VERDICT_UNKNOWN, ".»"},
	{"Сөз", ". ", FALSE, OQ_VERDICT_UNKNOWN, "."},
	{"Сөз", ". – «", FALSE, OQ_VERDICT_UNKNOWN, "."},
	{"Сөз", ".", TRUE, OQ_VERDICT_ENDS, "."},
	{"Сөз", ".)»", TRUE, OQ_VERDICT_ENDS, ".)»"},
	{"5 млн", ".", TRUE, OQ_VERDICT_ENDS, "."},
	/* what follows decides */
	{"Сөз", ". Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөз", ". е", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Сөз", ". 5", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөз", ". – Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөз", "! – деді", FALSE, OQ_VERDICT_GOES_ON, "!"},
	{"Сөз", "?.. Е", FALSE, OQ_VERDICT_ENDS, "?.."},
	{"Сөз", "?!», деді", FALSE, OQ_VERDICT_GOES_ON, "?!»"},
	{"Сөз", "…» Е", FALSE, OQ_VERDICT_ENDS, "…»"},
	{"Сөз", ". «Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөз", ". «е", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Сөз", ".)\u00A0Е", FALSE, OQ_VERDICT_ENDS, ".)"},
	{"Сөз", "!, Е", FALSE, OQ_VERDICT_GOES_ON, "!"},
	/* the line break decides, and is not passed over */
	{"Сөз", ".\n", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Сөз", ".» \r\n", FALSE, OQ_VERDICT_GOES_ON, ".» "},
	/* a space was forgotten */
	{"Сөзі", ".Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөзі", "!Е", FALSE, OQ_VERDICT_ENDS, "!"},
	{"Сөзі", ".е", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"а", ".Е", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"млрд", ".Теңге", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"www.example", ".Kz", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"3", ".5", FALSE, OQ_VERDICT_GOES_ON, "."},
	/* the point belongs to the word */
	{"Н", ".Ә.", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Н", ". Назарбаев", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Н.Ә", ". Назарбаев", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"АҚШ", ". Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"12", ". Е", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Ол 12", ". Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"5 млн", ". Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"5 МЛН", ". 5", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Проф", ". Ахметов", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Проф", ".. Ахметов", FALSE, OQ_VERDICT_ENDS, ".."},
};

static void
test_judge(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strconcat(cases[i].before, cases[i].from, NULL);
		OqScan scan = {lexicon, oq_lexicon_letters(lexicon), text, text + strlen(text), 0,
			cases[i].final};
		const char *mark = text + strlen(cases[i].before), *after;
		g_test_message("%s|%s", cases[i].before, cases[i].from);
		g_assert_cmpint(oq_marks_judge(&scan, mark, &after), ==, cases[i].verdict);
		g_autofree char *taken = g_strndup(mark, after - mark);
		g_assert_cmpstr(taken, ==, cases[i].taken);
	}
}

static void
test_end_line(void)
{
	static const struct {
		const char *line;
		gboolean ends;
	} lines[] = {
		{"", FALSE},
		{"сөз", FALSE},
		{"сөз,", FALSE},
		{"сөз:", FALSE},
		{"сөз.", TRUE},
		{"сөз?!", TRUE},
		{"сөз…", TRUE},
		{"сөз.»)", TRUE},
		{"сөз»)", FALSE},
		{"»", FALSE},
		{".", TRUE},
		{"5 млн.", FALSE},
		{"5 млн...", TRUE},
		{"Назарбаев Н.Ә.", FALSE},
		{"12.", FALSE},
		{"Ол 12.", TRUE},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
		const char *line = lines[i].line, *end = line + strlen(line);
		OqScan scan = {lexicon, oq_lexicon_letters(lexicon), line, end, 0, FALSE};
		g_test_message("%s", line);
		g_assert_cmpint(oq_marks_end_line(&scan, end), ==, lines[i].ends);
	}
}

/* Points in a row, or one behind each letter, take time in proportion to the text. */
static void
test_long_rows(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GString) text = g_string_new(NULL);
	while (text->len < 200000)
		g_string_append(text, "А.");
	OqScan scan = {
		lexicon, oq_lexicon_letters(lexicon), text->str, text->str + text->len, 0, TRUE};
	for (const char *p = text->str + 2, *after; p + 3 < scan.end; p += 3) {
		g_assert_cmpint(oq_marks_judge(&scan, p, &after), ==, OQ_VERDICT_GOES_ON);
		g_assert_true(after == p + 1);
	}
	memset(text->str, '.', text->len);
	const char *after;
	g_assert_cmpint(oq_marks_judge(&scan, text->str, &after), ==, OQ_VERDICT_ENDS);
	g_assert_true(after == scan.end);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/marks/judge", test_judge);
	g_test_add_func("/marks/end-line", test_end_line);
	g_test_add_func("/marks/long-rows", test_long_rows);
	return g_test_run();
}
