#include "text/lang.h"

static void
test_names(void)
{
	g_assert_cmpstr(oq_lang_name(OQ_LANG_KK), ==, "kk");
	g_assert_cmpstr(oq_lang_name(OQ_LANG_RU), ==, "ru");
	g_assert_cmpstr(oq_lang_name(OQ_LANG_EN), ==, "en");
	for (OqLang lang = 0; lang < OQ_N_LANGS; lang++)
		g_assert_cmpint(oq_lang_find(oq_lang_name(lang)), ==, lang);
}

static void
test_unknown(void)
{
	static const char *const unknown[] = {"", "de", "KK", "kkk", "k"};

	for (gsize i = 0; i < G_N_ELEMENTS(unknown); i++)
		g_assert_cmpint(oq_lang_find(unknown[i]), ==, OQ_N_LANGS);
}

static void
test_sets(void)
{
	OqLanguages some = OQ_LANG_BIT(OQ_LANG_KK) | OQ_LANG_BIT(OQ_LANG_EN);

	g_assert_true(oq_lang_is_in(OQ_LANG_KK, some));
	g_assert_false(oq_lang_is_in(OQ_LANG_RU, some));
	g_assert_true(oq_lang_is_in(OQ_LANG_EN, some));
	g_assert_cmpuint(some | OQ_LANG_BIT(OQ_LANG_RU), ==, OQ_LANGUAGES_ALL);
	g_assert_false(oq_lang_is_in(OQ_N_LANGS, OQ_LANGUAGES_ALL));
}

static void
test_lists(void)
{
	static const char *const wrong[] = {
		"", ",", "ru", "ru,en", "kk,", ",kk", "kk,de", "KK", "kk ru", "kk;ru"};
	OqLanguages languages = 77;

	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(oq_lang_read_list(wrong[i], &languages));
	g_assert_cmpuint(languages, ==, 77);
	g_assert_true(oq_lang_read_list("kk", &languages));
	g_assert_cmpuint(languages, ==, OQ_LANG_BIT(OQ_LANG_KK));
	g_assert_true(oq_lang_read_list("en,kk,kk", &languages));
	g_assert_cmpuint(languages, ==, OQ_LANG_BIT(OQ_LANG_KK) | OQ_LANG_BIT(OQ_LANG_EN));
	g_assert_true(oq_lang_read_list(" kk , ru,\ten", &languages));
	g_assert_cmpuint(languages, ==, OQ_LANGUAGES_ALL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lang/names", test_names);
	g_test_add_func("/lang/unknown", test_unknown);
	g_test_add_func("/lang/sets", test_sets);
	g_test_add_func("/lang/lists", test_lists);
	return g_test_run();
}
