#include "text/words/sayable.h"

#include "text_case.h"

#include <locale.h>

static void
check_all(const char *const *words, gboolean expected)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (; *words != NULL; words++) {
		g_test_message("%s", *words);
		g_assert_cmpint(oq_sayable_is_word(lexicon, oq_slice(*words)), ==, expected);
	}
}

static void
test_words(void)
{
	static const char *const words[] = {"ЖОҚ", "біз", "Ол", "ҮЙ", "ана", "тау", "ұлу", "аяқ",
		"дуа", "киік", "қыркы", "артты", "ҰЛТТЫҚ", "спорт", "штрих", "стресс", "текст",
		"театр", "министр", "министрлік", "фильм", "съезд", "объект", "БАҚ", "ФИФА", NULL};
	check_all(words, TRUE);
}

static void
test_letters(void)
{
	static const char *const words[] = {"", "ТМД", "ХҚКО", "ДДСҰ", "НҰСЖП", "ӘҚБтК", "ҰБТ",
		"ҰҚК", "БҚО", "АИТВ", "ЖОО", "ІІМ", "БҰҰ", "ЕАЭО", "ЖӘІ", "ҚҚО", "ОҚҚ", "АБҚДСА",
		"АБВГДЖА", "ьъ", NULL};
	check_all(words, FALSE);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sayable/words", test_words);
	g_test_add_func("/sayable/letters", test_letters);
	return g_test_run();
}
