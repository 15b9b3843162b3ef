#include "text/segments/points.h"

#include <locale.h>
#include <string.h>

static OqLexicon *
load_lexicon(void)
{
	g_autoptr(GError) error = NULL;
	OqLexicon *lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	return lexicon;
}

/* The sentence up to the point, and what follows the point. */
static const struct {
	const char *before, *behind;
	gboolean final;
	OqVerdict verdict;
} cases[] = {
	/* initials, of any letter of the alphabet */
	{"Ә", " Кекілбаев ", FALSE, OQ_VERDICT_GOES_ON},
	{"Ақын І", " Жансүгіров ", FALSE, OQ_VERDICT_GOES_ON},
	{"Ақын Ң", " Өнербаев ", FALSE, OQ_VERDICT_GOES_ON},
	{"Дж", " Байрон ", FALSE, OQ_VERDICT_GOES_ON},
	{"Ж.-Ж", " Руссо ", FALSE, OQ_VERDICT_GOES_ON},
	{"Назарбаев Н", " Ә.", FALSE, OQ_VERDICT_GOES_ON},
	{"Агроном Б", " Ермеков ", FALSE, OQ_VERDICT_GOES_ON},
	{"Авторы – Сәтбаев Қ.И", " Бұл ", FALSE, OQ_VERDICT_ENDS},
	{"Авторы – Сәтбаев Қ.И", " Бұл", FALSE, OQ_VERDICT_UNKNOWN},
	{"Авторы – Сәтбаев Қ.И", " Бұл", TRUE, OQ_VERDICT_ENDS},
	{"Түнде −10 °С", " Қыста ", FALSE, OQ_VERDICT_ENDS},
	{"Ол 10-А", " Қыста ", FALSE, OQ_VERDICT_ENDS},
	{"Қ.-Ж.К", " Тоқаев ", FALSE, OQ_VERDICT_GOES_ON},
	{"Қ-Ж", " Тоқаев ", FALSE, OQ_VERDICT_GOES_ON},
	/* words that are abbreviations in their place alone */
	{"Абай ат", " ҚазҰУ ", FALSE, OQ_VERDICT_GOES_ON},
	{"«Самал» ат", " Ойын ", FALSE, OQ_VERDICT_GOES_ON},
	{"Астында жақсы ат", " Ақан ", FALSE, OQ_VERDICT_ENDS},
	{"Бөлмеде шам", " Терезе ", FALSE, OQ_VERDICT_ENDS},
	{"Халқы шам", " 2000 адам ", FALSE, OQ_VERDICT_GOES_ON},
	{"Шығармалары, 3-т", " Алматы ", FALSE, OQ_VERDICT_GOES_ON},
	{"Жері су аз", " Қыста ", FALSE, OQ_VERDICT_ENDS},
	{"Жетісінің бірі – бір", " Мектеп ", FALSE, OQ_VERDICT_ENDS},
	{"Бұйрықты ген", " Бауыржанов ", FALSE, OQ_VERDICT_GOES_ON},
	{"Министрдің м.а", " Серік ", FALSE, OQ_VERDICT_GOES_ON},
	{"Үйіне қайт", " Сені ", FALSE, OQ_VERDICT_ENDS},
	{"Ол 1904 ж. қайт", " Ұлы ", FALSE, OQ_VERDICT_ENDS},
	/* years */
	{"1917 ж", " Ресейде ", FALSE, OQ_VERDICT_GOES_ON},
	{"1917 ж", " 25 қазан ", FALSE, OQ_VERDICT_GOES_ON},
	{"1917 ж", " «Айқап» ", FALSE, OQ_VERDICT_GOES_ON},
	{"Туған жылы – 1917 ж", " Оның ", FALSE, OQ_VERDICT_ENDS},
	{"XVIII – XIX ғғ", " Орта ", FALSE, OQ_VERDICT_GOES_ON},
	/* names and titles */
	{"Алматы қ", " Абай ", FALSE, OQ_VERDICT_GOES_ON},
	{"Орталығы – Қонаев қ", " Облыс ", FALSE, OQ_VERDICT_ENDS},
	{"Академик, т.ғ.д", " Ахметов ", FALSE, OQ_VERDICT_GOES_ON},
	{"ОҢТ", " Қазақстан ", FALSE, OQ_VERDICT_GOES_ON},
	/* ends of lists, with and without spaces */
	{"Алма, т.б", " Жеміс ", FALSE, OQ_VERDICT_ENDS},
	{"Алма, т. б", " Жеміс ", FALSE, OQ_VERDICT_ENDS},
	{"Алма, т.\u00A0б", " Жеміс ", FALSE, OQ_VERDICT_ENDS},
	{"Алма, т. с. с", " Жеміс ", FALSE, OQ_VERDICT_ENDS},
	{"Алма, т.б", " 20 ел", FALSE, OQ_VERDICT_GOES_ON},
	{"Алма, т.б", " 1938 ж.", FALSE, OQ_VERDICT_ENDS},
	{"Алма, т.б", " – деді", FALSE, OQ_VERDICT_GOES_ON},
	{"Алма, т.б", " Же", FALSE, OQ_VERDICT_UNKNOWN},
	/* amounts */
	{"700 млрд", " АҚШ доллары", FALSE, OQ_VERDICT_GOES_ON},
	{"700 млрд", " Ақша ", FALSE, OQ_VERDICT_ENDS},
	{"Ұзындығы 5 км", " Ені ", FALSE, OQ_VERDICT_ENDS},
	{"Ұзындығы 5 м", " 30 см", FALSE, OQ_VERDICT_GOES_ON},
	{"Қуаты – 50 мың т", " Өткен ", FALSE, OQ_VERDICT_ENDS},
	{"Бұл 2010 жыл", " 15 адам", FALSE, OQ_VERDICT_ENDS},
	{"Бағасы 500 теңге", " 15 адам", FALSE, OQ_VERDICT_ENDS},
	{"Бағасы 500 тг", " Арзан ", FALSE, OQ_VERDICT_ENDS},
	/* numbers of items */
	{"12", " Ол ", FALSE, OQ_VERDICT_GOES_ON},
	{"1.2", " Ол ", FALSE, OQ_VERDICT_GOES_ON},
	{"II", " Сот ", FALSE, OQ_VERDICT_GOES_ON},
	{"ХІХ", " Сот ", FALSE, OQ_VERDICT_GOES_ON},
	{"2015", " Жаңа ", FALSE, OQ_VERDICT_ENDS},
	{"12.03.2015", " Жаңа ", FALSE, OQ_VERDICT_ENDS},
	{"Ол 12", " Жаңа ", FALSE, OQ_VERDICT_ENDS},
	{"Қаулы етеді: 1", " Жоба ", FALSE, OQ_VERDICT_GOES_ON},
	{"Есеп 2:1", " Жоба ", FALSE, OQ_VERDICT_ENDS},
	{"Қойған бағасы: 5", " Ол ", FALSE, OQ_VERDICT_ENDS},
	/* whole words */
	{"Сөз", " Ақша ", FALSE, OQ_VERDICT_ENDS},
	{"Жоба АҚШ", " Ақша ", FALSE, OQ_VERDICT_ENDS},
	{"Келді ", " Ақша ", FALSE, OQ_VERDICT_ENDS},
	{"Алма, т.б", "", TRUE, OQ_VERDICT_ENDS},
};

static void
test_judge(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strconcat(cases[i].before, ".", cases[i].behind, NULL);
		const char *point = text + strlen(cases[i].before);
		OqScan scan = {lexicon, oq_lexicon_letters(lexicon), text, text + strlen(text), 0,
			cases[i].final, NULL};
		OqAhead ahead = oq_scan_ahead(&scan, point + 1, FALSE);
		g_test_message("%s|.%s", cases[i].before, cases[i].behind);
		g_assert_cmpint(oq_points_judge(&scan, point, &ahead), ==, cases[i].verdict);
	}
}

static void
test_of_word(void)
{
	static const struct {
		const char *text;
		gboolean of_word, ends_word;
	} words[] = {
		{"сөз", FALSE, TRUE},
		{"Ол сөз", FALSE, TRUE},
		{"Қ", TRUE, FALSE},
		{"обл", TRUE, FALSE},
		{"т.б", TRUE, FALSE},
		{"млн", TRUE, FALSE},
		{"12", TRUE, FALSE},
		{"Ол 12", FALSE, FALSE},
		{"www", FALSE, FALSE},
		{"АҚШ", FALSE, FALSE},
		{"ма", FALSE, TRUE},
		{"С.Сейфуллин", FALSE, TRUE},
	};
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
		g_autofree char *text = g_strconcat(words[i].text, ".", NULL);
		const char *point = text + strlen(words[i].text);
		OqScan scan = {lexicon, oq_lexicon_letters(lexicon), text, text + strlen(text), 0,
			FALSE, NULL};
		g_test_message("%s", text);
		g_assert_cmpint(oq_points_is_of_word(&scan, point), ==, words[i].of_word);
		g_assert_cmpint(oq_points_ends_word(&scan, point), ==, words[i].ends_word);
	}
}

static gboolean
is_users(gconstpointer words, OqSlice word)
{
	return oq_slice_equals(word, words);
}

/* Ол құр. Асанов: the user's own abbreviation, of whatever letters. */
static void
test_cuts(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	const char *text = "Ол құр. Асанов келді", *point = strchr(text, '.');
	OqCuts cuts = {is_users, "құр"};
	OqScan scan = {
		lexicon, oq_lexicon_letters(lexicon), text, text + strlen(text), 0, TRUE, NULL};
	OqAhead ahead = oq_scan_ahead(&scan, point + 1, FALSE);
	g_assert_cmpint(oq_points_judge(&scan, point, &ahead), ==, OQ_VERDICT_ENDS);
	scan.cuts = &cuts;
	g_assert_cmpint(oq_points_judge(&scan, point, &ahead), ==, OQ_VERDICT_GOES_ON);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/points/judge", test_judge);
	g_test_add_func("/points/of-word", test_of_word);
	g_test_add_func("/points/cuts", test_cuts);
	return g_test_run();
}
