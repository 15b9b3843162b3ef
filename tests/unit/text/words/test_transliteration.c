#include "text/words/transliteration.h"

#include "text_case.h"

#include <locale.h>

static void
test_strange(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	static const char *const own[] = {"a", "é", "ə", "Ə", "ı", "қ", "Ё", "ь", "5", NULL};
	static const char *const strange[] = {"ª", "ſ", "ễ", "ƀ", "ҷ", "Ѣ", "α", "中", NULL};
	for (guint i = 0; own[i] != NULL; i++)
		g_assert_false(oq_transliteration_is_strange(lexicon, g_utf8_get_char(own[i])));
	for (guint i = 0; strange[i] != NULL; i++)
		g_assert_true(oq_transliteration_is_strange(lexicon, g_utf8_get_char(strange[i])));
}

static void
test_words(void)
{
	static const struct {
		const char *written;
		const char *spoken; /* NULL: a letter is not known */
	} cases[] = {
		{"Ελλάδα", "Эллада"},
		{"Μπούρτζι", "Мбурдзи"}, /* pairs, with a mark between them */
		{"მშვიდობა", "мшвидоба"},
		{"ՀԱՅԱՍՏԱՆ", "Һайастан"},
		{"محمد", "махамад"}, /* a vowel between two consonants */
		{"مُحَمَّد", "мухамад"}, /* and none beside one that is written */
		{"שלום", "шалом"},
		{"राम", "рам"},
		{"नमस्ते", "намасте"},
		{"서울", "соул"},
		{"トウキョウ", "тоукёу"},
		{"がっこう", "гаккоу"},
		{"Đặng", "Dang"},
		{"ﻢ", "м"}, /* a form of presentation */
		{"ʿ", ""},
		{"中国", NULL},
		{"ア中", NULL},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) out = g_string_new("=");
		gboolean known = oq_transliteration_say(lexicon, oq_slice(cases[i].written), out);
		g_test_message("%s", cases[i].written);
		g_assert_cmpint(known, ==, cases[i].spoken != NULL);
		g_assert_cmpstr(out->str + 1, ==, known ? cases[i].spoken : "");
	}
}

static void
test_names(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_assert_cmpstr(oq_transliteration_name(lexicon, 0x4E2D), ==, "иероглифтер");
	g_assert_cmpstr(oq_transliteration_name(lexicon, 0x0E01), ==, "тай жазуы");
	g_assert_cmpstr(oq_transliteration_name(lexicon, 0x1E900), ==, "бөтен жазу");
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/transliteration/strange", test_strange);
	g_test_add_func("/transliteration/words", test_words);
	g_test_add_func("/transliteration/names", test_names);
	return g_test_run();
}
