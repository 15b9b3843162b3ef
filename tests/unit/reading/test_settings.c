#include "reading/settings.h"

static void
test_nothing_said(void)
{
	g_auto(OqSettings) settings;
	oq_settings_init(&settings);
	g_assert_cmpstr(settings.style.voice, ==, "");
	g_assert_cmpuint(settings.style.pitch_percent, ==, 50);
	g_assert_cmpint(settings.punctuation, ==, OQ_PUNCTUATION_NONE);
	g_assert_true(oq_lang_is_in(OQ_LANG_RU, settings.languages));
	g_assert_null(settings.dictionaries);
	g_assert_cmpuint(settings.lead_ms, ==, 0);
	g_assert_false(settings.follows);
}

static void
test_jobs(void)
{
	g_auto(OqSettings) settings;
	oq_settings_init(&settings);
	g_assert_cmpuint(oq_settings_n_jobs(&settings), ==, g_get_num_processors());
	settings.n_jobs = 3;
	g_assert_cmpuint(oq_settings_n_jobs(&settings), ==, 3);
}

static void
test_strings_are_freed(void)
{
	OqSettings settings;
	oq_settings_init(&settings);
	settings.dictionaries = g_strsplit("c d", " ", 0);
	settings.encoding = g_strdup("e");
	settings.device = g_strdup("f");
	oq_settings_clear(&settings);
	g_assert_null(settings.device);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/settings/nothing-said", test_nothing_said);
	g_test_add_func("/settings/jobs", test_jobs);
	g_test_add_func("/settings/strings-are-freed", test_strings_are_freed);
	return g_test_run();
}
