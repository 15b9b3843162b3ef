#include "wrong_table.h"

static void
test_wrong_rows(void)
{
	static const WrongTable cases[] = {
		{"languages.tsv", "kk-letter\tә", "kk-letters\tә", "“kk-letters” is none of"},
		{"languages.tsv", "kk-letter\tә", "kk-letter\tәә", "“әә”"},
		{"languages.tsv", "ru-word\tчто", "ru-word\tЧто", "“Что”"},
		{"languages.tsv", "ru-word\tчто", "ru-word", "“value” is empty"},
		{"russian.tsv", "процент\tпроцента", "процент\t", ""},
		{"russian.tsv", "номер", "номер\tномера", ""},
		{"latin.tsv", "sh\tш", "Sh\tш", "“Sh”"},
		{"transliteration.tsv", "script\tThai", "script\tThay", "“Thay”"},
		{"transliteration.tsv", "letter\tҷ", "letters\tҷ", "“letters” is none of"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_row(&cases[i]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon-foreign/wrong-rows", test_wrong_rows);
	return g_test_run();
}
