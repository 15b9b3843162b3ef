#include "text/rules/numbers/roman.h"

#include "text_case.h"

#include <locale.h>

static void
test_ordinal(void)
{
	static const TextCase cases[] = {
		{"|XXI| ғасыр", "жиырма бірінші"},
		{"|ХХІ| ғасыр", "жиырма бірінші"},
		{"|III| том", "үшінші"},
		{"|II| Елизавета", "екінші"},
		{"Елизавета |II| келді", "екінші"},
		{"|XV|–XVIII ғасырлар", "он бесінші"},
		{"XV–|XVIII| ғасырлар", "он сегізінші"},
		/* such letters are a number only where such numbers stand */
		{"|XL| тарау", "қырқыншы"},
		{"|CX| сессияда", "жүз оныншы"},
		{"|XC| ғ.", "тоқсаныншы"},
		{"|XL|–XLV бөлімдер", "қырқыншы"},
		{"|XL-ші| бөлім", "қырқыншы"},
		{"|XLV| көрме", "қырық бесінші"},
		{"|MCMX|", "мың тоғыз жүз оныншы"},
		{"|XL өлшемі", NULL},
		{"|CV жіберу", NULL},
		{"|MIX тобы", NULL},
		{"|xl өлшемі", NULL},
		/* Unicode's own ones are nothing but numbers */
		{"|Ⅴ|", "бесінші"},
		{"|ⅴ| бет", "бесінші"},
		{"|Ⅾ|", "бес жүзінші"},
		{"|ⅩⅩⅠ| ғасыр", "жиырма бірінші"},
		{"|Ⅳ-|тармақта", "төртінші"},
		{"|ⅳⅳ|", "төрт төрт"},
		{"|MMMCMXCIX|", "үш мың тоғыз жүз тоқсан тоғызыншы"},
		/* endings; the ordinal one says what is known already */
		{"|XX-шы| ғасыр", "жиырмасыншы"},
		{"|XXI-де|", "жиырма біріншіде"},
		{"|IV-нің| басы", "төртіншінің"},
		{"|I-ші| орын", "бірінші"},
		{"Пий |X| сайланды", "оныншы"},
		{"Маск |X сатып алды", NULL},
		{"Билік |X бұғаттады", NULL},
	};
	text_case_check_all(oq_roman_ordinal, cases);
}

static void
test_one_letter(void)
{
	static const TextCase cases[] = {
		/* one letter is a number only beside what it counts */
		{"|X| сынып", "оныншы"},
		{"|V| Карл", "бесінші"},
		{"Петр |I| патша", "бірінші"},
		{"Петр |I|", "бірінші"},
		{"|І|–V сыныптар", "бірінші"},
		{"І–|V|", "бесінші"},
		{"|I|, II және III топ", "бірінші"},
		{"|I-|тарау", "бірінші"},
		{"|X-|сынып", "оныншы"},
		{"|I| немесе II топ", "бірінші"},
		{"|X| халықаралық экономикалық форум", "оныншы"},
		{"|X әлеуметтік желісі", NULL},
		{"|X желісі", NULL},
		{"Маск |X-ті сатып алды", NULL},
		{"|V пішінді", NULL},
		{"|V-тәрізді", NULL},
		{"2|X үлкейту", NULL},
		{"|X, Y", NULL},
		{"|X", NULL},
		{"|V.", NULL},
		{"|X АҚШ", NULL},
		{"бұл |X", NULL},
		{"Ол |X", NULL},
		{"|С витамині", NULL},
		{"|ІІМ хабарлады", NULL},
		{"|ҚР", NULL},
		{"|том", NULL},
	};
	text_case_check_all(oq_roman_ordinal, cases);
}

static void
test_item(void)
{
	static const TextCase cases[] = {
		{"|I|. Жалпы ережелер", "бірінші"},
		{"|V|. Қорытынды", "бесінші"},
		{"|II)| тапсыру", "екінші"},
		{"|І. Жансүгіров жазды", NULL},
		{"|І. Жансүгіровтің өлеңі", NULL},
		{"|Х. Досмұхамедұлы", NULL},
		{"|I. жалпы", NULL},
		{"|I.Жалпы", NULL},
		{"ол |I. Жалпы", NULL},
		{"|A. Жалпы", NULL},
	};
	text_case_check_all(oq_roman_item, cases);
}

static void
test_letter(void)
{
	static const TextCase cases[] = {
		{"|X| әлеуметтік желісі", "икс"},
		{"|X-те| жазды", "иксте"},
		{"2|X| үлкейту", "икс"},
		{"|V|-пішінді", "ви"},
		{"|X сынып", NULL},
		{"|Х желісі", NULL}, /* Cyrillic */
		{"|A желісі", NULL},
		{"|XX желісі", NULL},
	};
	text_case_check_all(oq_roman_letter, cases);
}

/* Each noun that is counted, and each that has a letter before it. */
static void
test_rows(void)
{
	g_autofree char *table = NULL;
	g_assert_true(g_file_get_contents(OQ_TEST_VOICES "/kk/contexts.tsv", &table, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; lines[i] != NULL; i++) {
		gboolean counted = g_str_has_prefix(lines[i], "counted\t");
		if (!counted && !g_str_has_prefix(lines[i], "lettered\t"))
			continue;
		char *noun = strchr(lines[i], '\t') + 1;
		noun[strlen(noun) - 1] = '\0'; /* the hyphen */
		g_autofree char *text = g_strdup_printf(counted ? "|X| %s" : "|V| %s", noun);
		text_case_check(lexicon, counted ? oq_roman_ordinal : oq_roman_letter,
			&(TextCase){text, counted ? "оныншы" : "ви"});
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/roman/ordinal", test_ordinal);
	g_test_add_func("/roman/one-letter", test_one_letter);
	g_test_add_func("/roman/item", test_item);
	g_test_add_func("/roman/letter", test_letter);
	g_test_add_func("/roman/rows", test_rows);
	return g_test_run();
}
