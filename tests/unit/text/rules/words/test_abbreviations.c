#include "text/rules/words/abbreviations.h"

#include "text/rules/words/law_parts.h"
#include "text/rules/words/schools.h"
#include "text_case.h"

#include <locale.h>

static void
test_expand(void)
{
	static const TextCase cases[] = {
		{"5 |млн| теңге", "миллион"},
		{"5 |млн.| теңге", "миллион"},
		{"5 |МЛН| теңге", "миллион"},
		{"5 |млрд.|теңге", "миллиард"},
		{"5 |млн-ға| жуық", "миллионға"},
		{"5 |кв.| метр", "шаршы"},
		{"5 |млн.-ға| жуық", "миллионға"},
		{"(|мыс.|, алма)", "мысалы"},
		{"|проф.| Ахметов", "профессор"},
		/* at the end of a list, and before its noun */
		{"алма, |т.б.|, т.с.с.", "тағы басқалар"},
		{"алма, |т.б.| жеміс", "тағы басқа"},
		{"алма, |Т. б.| жеміс", "тағы басқа"},
		{"алма, |т.с.с.| жеміс", "тағы сол сияқты"},
		{"алма, |т.б.с.с.| жеміс", "тағы басқа сол сияқты"},
		{"|б.з.б.| 5 ғасыр", "біздің заманымыздан бұрынғы"},
		{"|б.з.д.| V ғасыр", "біздің заманымызға дейінгі"},
		{"V ғасыр, |б.з.д|.", "біздің заманымызға дейін"},
		/* where they stand decides */
		{"12 |б.| кітап", "бет"},
		{"12|б|.", "бет"},
		{"Алматы |қ.| тұрады", "қаласы"},
		{"Алматы |қ.-да| тұрады", "қаласында"},
		{"Түркістан |обл.|, Сайрам", "облысы"},
		{"5 |кв.| м", "шаршы"},
		{"|n| 5", "нөмірі"},
		{"|б.", NULL},
		{"|б. кітап", NULL},
		{"ол |қ. тұрады", NULL},
		{"Алматы |қ тұрады", NULL},
		{"А |қ. тұрады", NULL},
		{"|n мектеп", NULL},
		{"бес |кв. м", NULL},
		/* the last point of all stays for the sentence */
		{"5 |млн|.", "миллион"},
		{"алма, |т.б|.", "тағы басқалар"},
		{"|тг", NULL},
		{"бір |тг", NULL},
		{"|т.", NULL},
		{"|т .б.", NULL},
		{"|т,б", NULL},
		{"|млнның", NULL},
		{"|миллион", NULL},
		{"|миллиардтаған", NULL},
		{"|п.ғ.д-лар| келді", "педагогика ғылымдарының докторлары"},
		{"|т.ғ.к-ларға| хат", "тарих ғылымдарының кандидаттарына"},
		{"|т.ғ.к-лары|", "тарих ғылымдарының кандидаттары"},
	};
	text_case_check_all(oq_abbreviations_expand, cases);
}

/* With a vowel it is a word, unless its point or an ending says otherwise. */
static void
test_words_too(void)
{
	static const TextCase cases[] = {
		{"(|мыс.| алма)", "мысалы"},
		{"|тел|: 5", "телефоны"},
		{"|мыс|, темір", NULL},
		{"сары |мыс|.", NULL},
		{"|шам.| 500 адам", "шамамен"},
		{"|шам.| бес адам", "шамамен"},
		{"|шам.| жартысы", "шамамен"},
		{"жарық |шам|.", NULL},
		{"жарық |шам| 500", NULL},
		{"|обл-ның| әкімі", "облысының"},
		{"Абай |обл-нда|", "облысында"},
		{"Абай |ат.| көше", "атындағы"},
		{"Абай |ат.| ҚазҰУ", "атындағы"},
		{"Абай |ат.| «Самал»", "атындағы"},
		{"мінген |ат|. Ол", NULL},
		{"|ат|-ты", NULL},
	};
	text_case_check_all(oq_abbreviations_expand, cases);
}

static void
test_places(void)
{
	static const TextCase cases[] = {
		{"3-|т.| 25-бет", "том"},
		{"3-|т|.", "том"},
		{"3 |т.| жүк", NULL},
		{"|сур.| 3 пен", "сурет"},
		{"7-|сур.| пен", "сурет"},
		{"|сур.| киім", NULL},
		{"1985 |ж.т.| азамат", "жылы туған"},
		{"1985 ж. |қайт.| ақын", "қайтыс болған"},
		{"үйге |қайт.| деп", NULL},
		{"|ген.| Бауыржанов", "генерал"},
		{"|ген.|-майор Сәбит", "генерал"},
		{"|ген.| полк. Сәбит", "генерал"},
		{"|ген.| жасушасы", NULL},
		{"«Самал» |ш/а|, 5", "шағын ауданы"},
		{"Абай Қ. |көш.| 5", "көшесі"},
		{"Абай ат. |көш.| 5", "көшесі"},
		{"|көш.| Абай", "көше"},
		{"|ауд.| 305", "аудитория"},
		{"Іле |ауд.| 305", "ауданы"},
		{"|ауд.| мәслихат", "аудандық"},
		{"|а/ш| техникасы", "ауыл шаруашылығы"},
		{"|а/ш-да|", "ауыл шаруашылығында"},
		{"|ф.-м.ғ.к.| Омаров", "физика-математика ғылымдарының кандидаты"},
		{"|ф.-м. ғ. к.| Омаров", "физика-математика ғылымдарының кандидаты"},
		{"|м.а.-на| берді", "міндетін атқарушыға"},
		{"|Ж.т.б.| келді", "және тағы басқа"},
		{"(|А.С.)", NULL}, /* initials */
		{"2-|т.| б/ша", "том"},
		{"ет |т.б.|тағамдар", "тағы басқа"},
		{"ет |т.б.лар|", "тағы басқалар"},
		{"ет |т.б-ларды|", "тағы басқаларды"},
		{"ет |т.б-ға|", "тағы басқаларға"},
		{"Абай |к.|, 96", "көшесі"},
		{"Абай |к-нің| бойы", "көшесінің"},
		{"|к., ол", NULL},
		{"Екі |ауд.| сағаты", "аудандық"},
		{"214-|ауд.| мен", "аудитория"},
		{"нан |т. б/ша", NULL},
		{"Атырау |қ.ның| халқы", "қаласының"},
		{"5 |млн.ға| жуық", "миллионға"},
		{"|Солт. Қаз.| обл.", "Солтүстік Қазақстан"},
		{"Төле би |көш.| 5", "көшесі"},
		{"Ол жаңа |ат. алды", NULL},
		{"Маңғ. |обл.| халқы", "облысы"},
		{"|каб.| № 5", "кабинет"},
		{"Білім |мин-нің| бұйрығы", "министрлігінің"},
		{"5 |мин-нан|", NULL},
		{"|обл-тық", NULL},
		{"|а/б", NULL},
		{"|а /ш", NULL},
		{"|а-", NULL},
		{"|а.", NULL},
	};
	text_case_check_all(oq_abbreviations_expand, cases);
}

static void
test_initial(void)
{
	static const TextCase cases[] = {
		{"|Н.|Ә.Назарбаев", "эн"},
		{"Н.|Ә.|Назарбаев", "ә"},
		{"|А.| Құнанбайұлы", "а"},
		{"Назарбаев |Н.|Ә. келді", "эн"},
		{"Назарбаев Н.|Ә.| келді", "ә"},
		{"Назарбаев Н.|Ә|.", "ә"},
		{"|н.Ә.Назарбаев", NULL},
		{"|Н Назарбаев", NULL},
		{"|Н .Назарбаев", NULL},
		{"|На.Назарбаев", NULL},
		{"бұл |А. келді", NULL},
		{"|А.", NULL},
		{"|А. 5", NULL},
		{"|Ա. Назарбаев", NULL}, /* is not in letters.tsv */
		{"|Z.| Назарбаев", "зед"},
		{"|Қ.-|Ж.К. Тоқаев", "қы"},
		{"Қ.-|Ж.|К. Тоқаев", "же"},
		{"|Қ-|Ж.К. Тоқаев", "қы"},
		{"Қ-|Ж|.", "же"},
		{"Тоқаев Қ.-|Ж|.", "же"},
		{"|Қ-Жомарт", NULL},
		{"|Қ.-", NULL},
		{"|Қ-Ж келді", NULL},
	};
	text_case_check_all(oq_abbreviations_initial, cases);
}

/* A place for each row of the table. */
static const struct {
	const char *place, *before, *behind;
} surroundings[] = {
	{"any", "бір ", " сөз бар"},
	{"number", "бір 5 ", " сөз бар"},
	{"ordinal", "бір 5-", " сөз бар"},
	{"year", "бір 1904 ж. ", " сөз бар"},
	{"name", "бір Абай ", " сөз бар"},
	{"before-number", "бір ", " 5 бар"},
	{"before-name", "бір ", " Асан бар"},
	{"law", "бір ҚК 5-", " сөз бар"},
	{"article", "бір 7-бабының 5-", " сөз бар"},
	{"school", "бір № 5 ", " сөз бар"},
};

/* In the order in which the rules are asked. */
static guint
say(OqRuleContext *context, guint at)
{
	guint n_taken = oq_schools_say(context, at);
	n_taken = n_taken > 0 ? n_taken : oq_law_parts_say(context, at);
	return n_taken > 0 ? n_taken : oq_abbreviations_expand(context, at);
}

static void
check_row(const OqLexicon *lexicon, char **cells)
{
	guint i = 0;
	while (!g_str_equal(surroundings[i].place, cells[2]))
		i++;
	g_autofree char *text = g_strdup_printf(
		"%s%s.%s", surroundings[i].before, cells[0], surroundings[i].behind);
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	oq_sentence_read(&sentence, oq_slice(text));
	g_autoptr(GString) words = g_string_new(NULL);
	OqRuleContext context = {.sentence = &sentence, .words = words};
	guint at = 0;
	while (sentence.tokens[at].start < strlen(surroundings[i].before))
		at++;
	g_test_message("%s", text);
	g_assert_cmpuint(say(&context, at), >, 0);
	g_assert_cmpstr(words->str, ==, cells[4] != NULL ? cells[4] : cells[1]);
}

/* None is without effect, or hidden behind another one. */
static void
test_every_row(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autofree char *table = NULL;
	g_assert_true(
		g_file_get_contents(OQ_TEST_VOICES "/kk/abbreviations.tsv", &table, NULL, NULL));
	g_auto(GStrv) rows = g_strsplit(table, "\n", -1);
	for (guint i = 0; rows[i] != NULL; i++) {
		g_auto(GStrv) cells = g_strsplit(rows[i], "\t", -1);
		if (rows[i][0] != '#' && rows[i][0] != '\0')
			check_row(lexicon, cells);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/abbreviations/expand", test_expand);
	g_test_add_func("/abbreviations/words-too", test_words_too);
	g_test_add_func("/abbreviations/places", test_places);
	g_test_add_func("/abbreviations/every-row", test_every_row);
	g_test_add_func("/abbreviations/initial", test_initial);
	return g_test_run();
}
