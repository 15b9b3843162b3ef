#include "text/rules/numbers/units.h"

#include "base/table.h"
#include "text/rules/expander.h"
#include "text_case.h"

#include <locale.h>
#include <string.h>

static void
test_unit(void)
{
	static const TextCase cases[] = {
		{"5 |кг|", "килограмм"},
		{"5|кг| алма", "килограмм"},
		{"5 |кг.| алма", "килограмм"},
		{"5 |кг|.", "килограмм"},
		{"5 |м²|", "шаршы метр"},
		{"5 |м³-ге|", "текше метрге"},
		{"160 |км/сағ-қа| дейін", "километрге"},
		{"90 |км/сағаттан| асты", "километрден"},
		{"12 |кВт·сағ|", "киловатт сағат"},
		{"100 |Мбит/с|", "мегабит"},
		{"10 мың |км|", "километр"},
		{"1½ |л|", "литр"},
		{"5 кв. |м| жер", "метр"},
		{"5 (бес) |кг| ет", "килограмм"},
		{"екі |км|", "километр"},
		{"бірнеше |км| жер", "километр"},
		{"150 |л.с.| көлік", "ат күші"},
		{"150 |л.с-ке| дейін", "ат күшіне"},
		/* a doubled consonant is written once before an ending */
		{"5 |мг-нан| аз", "миллиграмнан"},
		{"5 |кг-ға| дейін", "килограмға"},
		{"5 |кВт-тан|", "киловаттан"},
		{"5 |м-лік| құбыр", "метрлік"},
		{"5 |ГГц-тен|", "гигагерцтен"},
		{"5 |ммоль-ден|", "миллимольден"},
		{"10 |кмге| дейін", "километрге"},
		{"500 |тгден|", "теңгеден"},
		{"10 |кгдық| қап", "килограмдық"},
		{"220 |В|", "вольт"},
		{"220|В|", "вольт"},
		{"16 |А| ток", "ампер"},
		{"2,5|А| ток", "ампер"},
		{"80 |КМ|", "километр"},
		/* no number before them */
		{"|м", NULL},
		{"бір |м", NULL},
		{"5, |м", NULL},
		{"5 |сөз", NULL},
		{"5 |минут", NULL},
		{"5 |ма?", NULL},
	};
	text_case_check_all(oq_units_unit, cases);
}

/* of houses and classes */
static void
test_letters(void)
{
	static const TextCase cases[] = {
		{"16|А үй", NULL},
		{"iPhone 5|s", NULL},
		{"9 |В сыныбында", NULL},
		{"9 |А класс", NULL},
		{"9 |А класындағы", NULL},
		{"5 |В тобындағы", NULL},
		{"5 |В топта", NULL},
		{"5 |В видеосы", NULL},
		{"3 |Н параллельде", NULL},
		{"220 |В| желісі", "вольт"},
	};
	text_case_check_all(oq_units_unit, cases);
}

static void
test_clear(void)
{
	static const TextCase clear[] = {
		{"150 |л.с.| көлік", "ат күші"},
		{"5 |ш.м| үй", "шаршы метр"},
		{"5 |т.б. үй", NULL},
		{"5 |т. үй", NULL},
		{"110 |кВ| желі", "киловольт"},
		{"5 |км үй", NULL},
		{"5 |В үй", NULL},
	};
	text_case_check_all(oq_units_clear, clear);
}

static void
test_stuck(void)
{
	static const TextCase cases[] = {
		{"99|s| болды", "секунд"},
		{"500|s-ке| дейін", "секундқа"},
		{"24|h|", "сағат"},
		{"iPhone 11|s", NULL},
		{"5|s", NULL},
		{"1990|s", NULL},
		{"16|N", NULL},
		{"99 |s", NULL},
		{"10|x", NULL},
	};
	text_case_check_all(oq_units_stuck, cases);
}

static void
test_head(void)
{
	static const TextCase cases[] = {
		{"Өндіріс (|т|)", "тонна"},
		{"Өнімділігі (|ц/га|)", "гектарына центнер"},
		{"Салмағы, |кг|", "килограмм"},
		{"Баға (|тг|): 5", "теңге"},
		{"Салмағы, |кг|: 5", "килограмм"},
		{"Аумағы [|км²|]", "шаршы километр"},
		{"Қуаты (|кВт.|)", "киловатт"},
		{"Салмақ, |г|: 250", "грамм"},
		{"|мг/л| мөлшері", "литріне миллиграмм"},
		{"бағасы – |тг/шаршы метр|", "шаршы метріне теңге"},
		{"Жылдамдық (|м/с|)", "секундына метр"},
		{"Жылдамдық, |м/с|", "секундына метр"},
		{"|м²-ге| дейін", "шаршы метрге"},
		{"|кв.м-ге| дейін", "шаршы метрге"},
		{"|м.б. деді", NULL},
		{"|кв. үй", NULL},
		{"|с²", NULL},
		{"Салмағы (|кг", NULL},
		{"|м/с бітірген", NULL},
		{"|ай/жыл", NULL},
		{"|км/алма", NULL},
		{"Серік, |г болды", NULL},
		{"Серік (|с)", NULL},
		{"Серік (|А)", NULL},
		{"Серік (|м және т)", NULL},
		{"Серік, |т", NULL},
		{"Серік, |кг көп", NULL},
		{"(|т)", NULL},
		{"5 (|т)", NULL},
		{"ол (|адам)", NULL},
		{"ол (|алма)", NULL},
		{"OK, LOL, |TOP", NULL},
	};
	text_case_check_all(oq_units_head, cases);
}

static char *
say(OqExpander *expander, const char *text)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_string_assign(utterance.text, text);
	oq_expander_expand(expander, &utterance);
	return g_strdup(utterance.spoken->str);
}

typedef struct {
	OqExpander *expander;
	const OqTable *table;
} Rows;

static void
assert_said(const Rows *rows, const char *symbol, const char *spoken, const char *before)
{
	g_autofree char *text = g_strdup_printf("77 %s %s кейін", before, symbol);
	g_autofree char *said = say(rows->expander, text);
	g_test_message("%s: %s", text, said);
	g_assert_nonnull(strstr(said, spoken));
	g_assert_true(strstr(said, symbol) == NULL || strstr(spoken, symbol) != NULL);
}

/* Each row is heard, and each unit with each of its prefixes. */
static void
test_rows(void)
{
	static const char *const columns[] = {"kind", "written", "spoken", "prefixes", "per", NULL};
	enum { KIND, WRITTEN, SPOKEN, PREFIXES };
	g_autoptr(GError) error = NULL;
	g_autoptr(OqTable) table =
		oq_table_load(OQ_TEST_VOICES "/kk/units.tsv", columns, 3, &error);
	g_assert_no_error(error);
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqExpander) expander = oq_expander_new(lexicon);
	g_autoptr(GHashTable) used = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	Rows rows = {expander, table};
	for (guint i = 0; i < oq_table_n_rows(table); i++) {
		const char *kind = oq_table_cell(table, i, KIND);
		const char *written = oq_table_cell(table, i, WRITTEN);
		const char *spoken = oq_table_cell(table, i, SPOKEN);
		gboolean power = strcmp(kind, "square") == 0 || strcmp(kind, "cube") == 0;
		if (power) {
			g_autofree char *text = g_strdup_printf("%s метр", spoken);
			g_autofree char *symbol = g_strdup_printf("%s м", written);
			assert_said(&rows, symbol, text, "");
		} else if (strcmp(kind, "column") == 0) {
			assert_said(&rows, written, spoken, "мм");
		} else if (strcmp(kind, "unit") == 0 || strcmp(kind, "length") == 0 ||
			   strcmp(kind, "letter") == 0) {
			assert_said(&rows, written, spoken, "");
		}
		g_auto(GStrv) prefixes = g_strsplit(oq_table_cell(table, i, PREFIXES), " ", -1);
		for (guint j = 0; prefixes[j] != NULL && strcmp(prefixes[j], "-") != 0; j++) {
			g_autofree char *symbol = g_strconcat(prefixes[j], written, NULL);
			g_hash_table_add(used, g_strdup(prefixes[j]));
			assert_said(&rows, symbol, spoken, "");
		}
	}
	for (guint i = 0; i < oq_table_n_rows(table); i++)
		if (strcmp(oq_table_cell(table, i, KIND), "prefix") == 0)
			g_assert_true(
				g_hash_table_contains(used, oq_table_cell(table, i, WRITTEN)));
}

static void
test_stars(void)
{
	static const TextCase cases[] = {
		{"5|⭐| қоям", "жұлдыз"},
		{"5 |⭐| қоям", "жұлдыз"},
		{"5|⭐️| қоям", "жұлдыз"},
		{"4|★★★★| қоям", "жұлдыз"},
		{"5|☆-ға| дейін", "жұлдызға"},
		{"|⭐ қоям", NULL},
		{"сөз |⭐ қоям", NULL},
		{"5 |❤ қоям", NULL},
		{"5 |% қоям", NULL},
	};
	text_case_check_all(oq_units_stars, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/units/unit", test_unit);
	g_test_add_func("/units/stuck", test_stuck);
	g_test_add_func("/units/letters", test_letters);
	g_test_add_func("/units/clear", test_clear);
	g_test_add_func("/units/head", test_head);
	g_test_add_func("/units/stars", test_stars);
	g_test_add_func("/units/rows", test_rows);
	return g_test_run();
}
