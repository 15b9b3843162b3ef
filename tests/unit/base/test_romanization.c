#include "base/romanization.h"

#include "base/table.h"

#include <glib/gstdio.h>

static OqRomanization *
load(void)
{
	g_autoptr(GError) error = NULL;
	OqRomanization *romanization = oq_romanization_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	return romanization;
}

static void
test_texts(void)
{
	static const char *const cases[][2] = {
		{"Қазақстан Республикасы", "Qazaqstan Respublikasy"},
		{"Таң жаңалықтары", "Tan janalyqtary"},
		{"Әуежай, Өскемен, Үржар, Ұлытау", "Auejai, Oskemen, Urjar, Ulytau"},
		{"һәм і ғ ы", "ham i g y"},
		{"Шолпан ШАРА Ш", "Sholpan SHARA Sh"},
		{"БҰҚ Ш ҚЫШ ҚЫЩ.", "BUQ Sh QYSH QYSHCH."},
		{"Объезд. Соль. Ещё юг, яма, эхо, цех, час, щи", "Obezd. Sol. Eshchio iug, iama, "
								 "eho, tseh, chas, shchi"},
		{"«Ақ жол» – № 5 — 100 ₸", "\"Aq jol\" - No. 5 - 100 KZT"},
		{"Café Müller, naïve", "Cafe Muller, naive"},
		{"аи\u0306 и\u0306", "ai i"},
		{"бір\nекі\tүш\u00a0төрт\x7f", "bir eki ush tort "},
		{"日本 ☎ \u200b.", "?? ? ."},
		{"", ""},
	};
	g_autoptr(OqRomanization) romanization = load();
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *ascii = oq_romanization_ascii(romanization, cases[i][0]);
		g_assert_cmpstr(ascii, ==, cases[i][1]);
	}
	g_autofree char *nothing = oq_romanization_ascii(romanization, NULL);
	g_assert_cmpstr(nothing, ==, "");
}

static void
test_broken(void)
{
	g_autoptr(OqRomanization) romanization = load();
	g_autofree char *ascii = oq_romanization_ascii(romanization, "a\xff\xd2");
	g_assert_cmpstr(ascii, ==, "a??");
}

static void
test_without_table(void)
{
	g_autofree char *ascii = oq_romanization_ascii(NULL, "Ақ Zoë-5");
	g_assert_cmpstr(ascii, ==, "?? Zoe-5");
}

/* Whatever character it is, what comes out can be printed. */
static void
test_all_characters(void)
{
	g_autoptr(OqRomanization) romanization = load();
	for (gunichar character = 1; character < 0x20000; character++) {
		char text[7] = "";
		if (!g_unichar_validate(character))
			continue;
		text[g_unichar_to_utf8(character, text)] = '\0';
		g_autofree char *ascii = oq_romanization_ascii(romanization, text);
		for (const char *at = ascii; *at != '\0'; at++)
			g_assert_true(g_ascii_isprint(*at));
	}
}

static void
assert_refused(const char *rows)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "romanization.tsv", NULL);
	g_assert_true(g_file_set_contents(path, rows, -1, NULL));
	g_assert_null(oq_romanization_load(folder, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_assert_cmpint(g_unlink(path), ==, 0);
	g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void
test_wrong(void)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_romanization_load(OQ_TEST_VOICES "/none", &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	assert_refused("#: letter\tlatin\tascii\nң\tñ\n");
	assert_refused("#: letter\tlatin\tascii\nша\tsha\n");
	oq_romanization_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/romanization/texts", test_texts);
	g_test_add_func("/romanization/broken", test_broken);
	g_test_add_func("/romanization/without-table", test_without_table);
	g_test_add_func("/romanization/all-characters", test_all_characters);
	g_test_add_func("/romanization/wrong", test_wrong);
	return g_test_run();
}
