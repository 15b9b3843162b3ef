#include "text/segments/ends.h"

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
	{"Сөз", ". е", FALSE, OQ_VERDICT_UNKNOWN, "."},
	{"Сөз", ". ек", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Сөз", ". ә) Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөз", ". 5", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөз", ". – Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөз", "! – деді", FALSE, OQ_VERDICT_GOES_ON, "!"},
	{"Сөз", "?.. Е", FALSE, OQ_VERDICT_ENDS, "?.."},
	{"Сөз", "?!», деді", FALSE, OQ_VERDICT_GOES_ON, "?!»"},
	{"Сөз", "…» Е", FALSE, OQ_VERDICT_ENDS, "…»"},
	{"Сөз", ". «Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөз", ". «ек", FALSE, OQ_VERDICT_GOES_ON, "."},
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
	{"Сөзі", ".2015 жылы", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөзі", ".«Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"Сөзі", ".»Е", FALSE, OQ_VERDICT_ENDS, ".»"},
	{"Сөзі", ".\"Е", FALSE, OQ_VERDICT_GOES_ON, ".\""},
	{"С.Сейфуллин", ".Е", FALSE, OQ_VERDICT_ENDS, "."},
	/* the point belongs to the word: test_points.c has more */
	{"Н", ".Ә.", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Н", ". Назарбаев", FALSE, OQ_VERDICT_UNKNOWN, "."},
	{"Н", ". Назарбаев ", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Н.Ә", ". Назарбаев ", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"АҚШ", ". Е", FALSE, OQ_VERDICT_ENDS, "."},
	{"5 млн", ". ЕУ", FALSE, OQ_VERDICT_UNKNOWN, "."},
	{"5 млн", ". Енді ", FALSE, OQ_VERDICT_ENDS, "."},
	{"5 млн", ".» Енді ", FALSE, OQ_VERDICT_ENDS, ".»"},
	{"Проф", ". Ахметов ", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Проф", ".. Ахметов ", FALSE, OQ_VERDICT_ENDS, ".."},
	/* questions and cries before a small letter */
	{"Кім", "? не? ", FALSE, OQ_VERDICT_ENDS, "?"},
	{"Кім", "? не", FALSE, OQ_VERDICT_UNKNOWN, "?"},
	{"Кім", "? деп сұрады", FALSE, OQ_VERDICT_GOES_ON, "?"},
	{"Кім", "? сұрапты ол", FALSE, OQ_VERDICT_GOES_ON, "?"},
	{"Кім", "?!. не ", FALSE, OQ_VERDICT_GOES_ON, "?!."},
	{"Кім", "?» не ", FALSE, OQ_VERDICT_GOES_ON, "?»"},
	{"Кім", "? – не ", FALSE, OQ_VERDICT_GOES_ON, "?"},
	{"Кім", "? «не ", FALSE, OQ_VERDICT_GOES_ON, "?"},
	{"Yahoo", "! компаниясы ", FALSE, OQ_VERDICT_GOES_ON, "!"},
	/* a sentence begins with a word */
	{"", "...Сол", FALSE, OQ_VERDICT_GOES_ON, "..."},
	{"", "… Сол", FALSE, OQ_VERDICT_GOES_ON, "…"},
	{"– ", "!!! Сол", FALSE, OQ_VERDICT_GOES_ON, "!!!"},
	{"Кіріспе ", ". . 5", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Келді ", ". Енді", FALSE, OQ_VERDICT_ENDS, "."},
	/* in brackets */
	{"(«Айқын», 23 сәуір 2010 жыл", ". № 70).", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"(Жалғасы бар", ". Басы өткен санда.)", FALSE, OQ_VERDICT_ENDS, "."},
	{"(Жалғасы бар", ".) Басы", FALSE, OQ_VERDICT_ENDS, ".)"},
	{"Ол (Абай жолы", ". Алматы, 1990) кітабында", FALSE, OQ_VERDICT_GOES_ON, "."},
	{"Ол (Абай жолы", ". Алматы, 1990", FALSE, OQ_VERDICT_UNKNOWN, "."},
	{"Ол (Абай жолы", ". Алматы, 1990", TRUE, OQ_VERDICT_ENDS, "."},
	{"Ол (Абай жолы", ". Алматы (1990", FALSE, OQ_VERDICT_ENDS, "."},
	{"Ол (жас) келді", ". Алматы, 1) алма", FALSE, OQ_VERDICT_ENDS, "."},
	{"Ол (шын ба", "?) Абайға қарады", FALSE, OQ_VERDICT_GOES_ON, "?)"},
};

static void
test_judge(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strconcat(cases[i].before, cases[i].from, NULL);
		OqScan scan = {lexicon, oq_lexicon_letters(lexicon), text, text + strlen(text), 0,
			cases[i].final, NULL};
		const char *mark = text + strlen(cases[i].before), *after;
		g_test_message("%s|%s", cases[i].before, cases[i].from);
		g_assert_cmpint(oq_ends_judge(&scan, mark, &after), ==, cases[i].verdict);
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
		{"5 млн.»", TRUE},
		{"5 км.", FALSE},
		{"Назарбаев Н.Ә.", FALSE},
		{"12.", FALSE},
		{"Ол 12.", TRUE},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
		const char *line = lines[i].line, *end = line + strlen(line);
		OqScan scan = {lexicon, oq_lexicon_letters(lexicon), line, end, 0, FALSE, NULL};
		g_test_message("%s", line);
		g_assert_cmpint(oq_ends_end_line(&scan, end), ==, lines[i].ends);
	}
}

/* In a line that was full, its end is a space. */
static void
test_wrapped(void)
{
	static const struct {
		const char *line, *next;
		gboolean final;
		OqVerdict verdict;
	} lines[] = {
		{"сөз", "\nЕнді", FALSE, OQ_VERDICT_GOES_ON},
		{"сөз.", "\nЕнді", FALSE, OQ_VERDICT_ENDS},
		{"сөз.", "\nенді", FALSE, OQ_VERDICT_GOES_ON},
		{"«Кел!»", "\r\n  деді", FALSE, OQ_VERDICT_GOES_ON},
		{"– Кел!", "\n– деді", FALSE, OQ_VERDICT_GOES_ON},
		{"– Кел!", "\n– Дедім", FALSE, OQ_VERDICT_ENDS},
		{"алма, т.б.", "\nОлар ", FALSE, OQ_VERDICT_ENDS},
		{"алма, т.б.", "\nжеміс", FALSE, OQ_VERDICT_GOES_ON},
		{"1917 ж.", "\nРесейде ", FALSE, OQ_VERDICT_GOES_ON},
		{"сөз.", "\n", FALSE, OQ_VERDICT_UNKNOWN},
		{"сөз.", "\n", TRUE, OQ_VERDICT_ENDS},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autofree char *text = g_strconcat(lines[i].line, lines[i].next, NULL);
		OqScan scan = {lexicon, oq_lexicon_letters(lexicon), text, text + strlen(text), 0,
			lines[i].final, NULL};
		g_test_message("%s", text);
		g_assert_cmpint(oq_ends_judge_wrapped(&scan, text + strlen(lines[i].line)), ==,
			lines[i].verdict);
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
	OqScan scan = {lexicon, oq_lexicon_letters(lexicon), text->str, text->str + text->len, 0,
		TRUE, NULL};
	for (const char *p = text->str + 2, *after; p + 3 < scan.end; p += 3) {
		g_assert_cmpint(oq_ends_judge(&scan, p, &after), ==, OQ_VERDICT_GOES_ON);
		g_assert_true(after == p + 1);
	}
	memset(text->str, '.', text->len);
	const char *after;
	g_assert_cmpint(oq_ends_judge(&scan, text->str, &after), ==, OQ_VERDICT_ENDS);
	g_assert_true(after == scan.end);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/marks/judge", test_judge);
	g_test_add_func("/marks/end-line", test_end_line);
	g_test_add_func("/marks/wrapped", test_wrapped);
	g_test_add_func("/marks/long-rows", test_long_rows);
	return g_test_run();
}
