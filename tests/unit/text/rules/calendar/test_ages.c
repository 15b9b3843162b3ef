#include "text/rules/calendar/ages.h"

#include "text_case.h"

#include <locale.h>

static const struct {
	const char *text;
	guint number;
	gboolean age, weight;
} cases[] = {
	{"Марат (45 ж.) келді", 2, TRUE, FALSE},
	{"Әлия Серікқызы, 45 ж., мұғалім", 3, TRUE, FALSE},
	{"(Әлішер, 19 ж., студент)", 3, TRUE, FALSE},
	{"Нұрлан А., 27 ж.", 4, TRUE, FALSE},
	{"А. Омаров, 27 ж", 4, TRUE, FALSE},
	{"Марат (1945 ж.) келді", 2, FALSE, FALSE},
	{"Марат (05 ж.) келді", 2, FALSE, FALSE},
	{"Марат (45 ж. туған)", 2, FALSE, FALSE},
	{"Алматы, 87 ж.", 2, FALSE, FALSE},
	{"Ол кейін, 45 ж., келді", 3, FALSE, FALSE},
	{"300 ғ ұн", 0, FALSE, TRUE},
	{"300 ғ. бұрын", 0, FALSE, FALSE},
	{"15 ғ салынған", 0, FALSE, FALSE},
	{"300 ж бұрын", 0, FALSE, FALSE},
};

static void
test_kinds(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		guint number = cases[i].number;
		g_auto(OqSentence) sentence;
		oq_sentence_init(&sentence, lexicon);
		oq_sentence_read(&sentence, oq_slice(cases[i].text));
		g_test_message("%s", cases[i].text);
		g_assert_cmpint(oq_ages_is_age(&sentence, number, number + 1), ==, cases[i].age);
		g_assert_cmpint(
			oq_ages_is_weight(&sentence, number, number + 1), ==, cases[i].weight);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ages/kinds", test_kinds);
	return g_test_run();
}
