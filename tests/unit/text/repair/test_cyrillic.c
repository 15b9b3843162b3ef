#include "text/repair/cyrillic.h"

#include "text/repair/clean.h"
#include "text_case.h"

#include <locale.h>

static char *
repair(OqClean *clean, const char *text)
{
	OqSlice repaired = oq_clean_repair(clean, oq_slice(text));
	return g_strndup(repaired.data, repaired.length);
}

static void
test_texts(void)
{
	static const struct {
		const char *written, *read;
	} cases[] = {
		/* 2021 */
		{"Qazaqtyñ jañalyğy özı ülken ūl äke şaş",
			"Қазақтың жаңалығы өзі үлкен ұл әке шаш"},
		{"Qaraşa aiynda qoian aiaq oiu qiyn qiu", "Қараша айында қоян аяқ ою қиын қию"},
		{"Qazaq ekonomikasy, konstitutsia, biudjet, milliard, chempion",
			"Қазақ экономикасы, конституция, бюджет, миллиард, чемпион"},
		{"QAZAQSTAN RESPUBLİKASYNYÑ ŞEŞIMI", "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ШЕШІМІ"},
		/* i for ı */
		{"Qazaq tili, bizdiñ elimiz, Respublika", "Қазақ тілі, біздің еліміз, Республика"},
		/* 2018 */
		{"Shyǵys pen ońtústik, qysh, tarıhı, saıası, baılanys, sýyq",
			"Шығыс пен оңтүстік, қыш, тарихи, саяси, байланыс, суық"},
		{"Ulttyq ón er jáne Aıa men Iasha qońyr", "Ұлттық өн ер және Ая мен Яша қоңыр"},
		/* what is not Kazakh among it */
		{"Qazaqşa Google men iPhone, XXI ğasyr, info@qazaq.kz",
			"Қазақша Google мен iPhone, XXI ғасыр, info@qazaq.kz"},
		/* among Cyrillic words */
		{"Ол «Qazaqstan» арнасында", "Ол «Қазақстан» арнасында"},
		{"Ол «Google» пен «Iraq» жайлы", "Ол «Google» пен «Iraq» жайлы"},
		/* төте жазу */
		{"ٴۇش كۇن، كوپ كىتاپ؛ سەن كىمسىڭ؟", "үш күн, көп кітап; сен кімсің?"},
		{"قازاقستان رەسپۋبليكاسى اياق قويۋ", "қазақстан республикасы аяқ қою"},
		{"سونىمەن، ادامىمەن، اكە، ايەل", "сонымен, адамымен, әке, әйел"},
		{"Ол «قازاقستان ەلى» деп жазды", "Ол «қазақстан елі» деп жазды"},
		/* others */
		{"مرحبا، كيف حالك؟", "مرحبا، كيف حالك؟"},
		{"Türkiye Cumhuriyeti", "Türkiye Cumhuriyeti"},
		{"O‘zbekiston Respublikasi qonuni", "O‘zbekiston Respublikasi qonuni"},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqClean) clean = oq_clean_new(lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *read = repair(clean, cases[i].written);
		g_assert_cmpstr(read, ==, cases[i].read);
	}
}

/* Each word's letters come from its own bytes, all of them. */
static void
test_places(void)
{
	static const struct {
		const char *written;
		guint32 start, end; /* of a word that is read */
		const char *source;
	} cases[] = {
		{"Shyǵys qońyr", 0, 10, "Shyǵys"}, /* Шығыс */
		{"Shyǵys qysh", 11, 17, "qysh"},
		{"Qazaq aiaqqa", 11, 21, "aiaqqa"},              /* аяққа */
		{"Qazaq: konstitutsia", 12, 34, "konstitutsia"}, /* конституция */
		{"ٴۇش كۇن", 0, 4, "ٴۇش"},
		{"ٴۇش كۇن", 5, 11, "كۇن"},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqClean) clean = oq_clean_new(lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *read = repair(clean, cases[i].written);
		g_test_message("%s: %s", cases[i].written, read);
		guint32 start = oq_clean_source_start(clean, cases[i].start);
		guint32 end = oq_clean_source_end(clean, cases[i].end);
		g_autofree char *source = g_strndup(cases[i].written + start, end - start);
		g_assert_cmpstr(source, ==, cases[i].source);
	}
}

/* What need not be changed is not copied. */
static void
test_untouched(void)
{
	static const char *const texts[] = {"Iraq and Qatar", "El niño", "مرحبا", "Бұл – сөз"};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqClean) clean = oq_clean_new(lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		g_assert_true(oq_clean_repair(clean, oq_slice(texts[i])).data == texts[i]);
	g_assert_true(oq_cyrillic_are_marked('Q'));
	g_assert_true(oq_cyrillic_are_marked(0x0627));
	g_assert_false(oq_cyrillic_are_marked('a'));
	g_assert_false(oq_cyrillic_are_marked(0x0430));
}

/* Every row of letters that are read together is read, and none hides another. */
static void
test_rows(void)
{
	g_autofree char *table = NULL;
	g_assert_true(g_file_get_contents(OQ_TEST_VOICES "/kk/alphabets.tsv", &table, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqClean) clean = oq_clean_new(lexicon);
	guint n_rows = 0;
	for (guint i = 0; lines[i] != NULL; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
		if (!g_str_has_prefix(lines[i], "part\t") && !g_str_has_prefix(lines[i], "start\t"))
			continue;
		g_autofree char *text = g_strdup_printf("Qazaq tılı jäne jaña %s", cells[1]);
		g_autofree char *read = repair(clean, text);
		g_autofree char *expected = g_strdup_printf("Қазақ тілі және жаңа %s", cells[2]);
		g_assert_cmpstr(read, ==, expected);
		n_rows++;
	}
	g_assert_cmpuint(n_rows, >, 100);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/cyrillic/texts", test_texts);
	g_test_add_func("/cyrillic/places", test_places);
	g_test_add_func("/cyrillic/untouched", test_untouched);
	g_test_add_func("/cyrillic/rows", test_rows);
	return g_test_run();
}
