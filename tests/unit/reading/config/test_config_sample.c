#include "reading/config/config_sample.h"

#include "reading/config/config.h"

#include <glib/gstdio.h>
#include <string.h>

static OqConfig *
load(const char *text, GPtrArray *notices)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "config.ini", NULL);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	OqConfig *config = oq_config_load(path, notices);
	g_assert_cmpint(g_remove(path) + g_rmdir(folder), ==, 0);
	return config;
}

static void
assert_standard(const char *text)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqConfig) config = load(text, notices);
	g_autoptr(OqConfig) none = oq_config_load(NULL, notices);
	g_auto(OqSettings) settings;
	g_assert_cmpuint(notices->len, ==, 0);
	for (OqConfigKey key = 0; key < OQ_N_CONFIG_KEYS; key++) {
		g_assert_cmpuint(oq_config_number(config, key), ==, oq_config_number(none, key));
		g_assert_cmpstr(oq_config_text(config, key), ==, oq_config_text(none, key));
	}
	oq_settings_init(&settings);
	oq_config_apply(config, &settings);
	g_assert_true(oq_style_equal(&settings.style, &OQ_STYLE_DEFAULT));
	g_assert_cmpuint(settings.languages, ==, OQ_LANGUAGES_ALL);
	g_assert_cmpint(settings.punctuation, ==, OQ_PUNCTUATION_NONE);
	g_assert_cmpuint(settings.lead_ms, ==, 0);
	g_assert_null(settings.dictionaries);
	g_assert_null(settings.device);
}

/* A copy of it changes nothing, and no more does it when the settings in it count. */
static void
test_changes_nothing(void)
{
	g_autofree char *sample = oq_config_sample_new();
	g_autoptr(GRegex) mark = g_regex_new("^#(?=[^ ])", G_REGEX_MULTILINE, 0, NULL);
	g_autofree char *settings = g_regex_replace_literal(mark, sample, -1, 0, "", 0, NULL);
	g_assert_cmpstr(sample, !=, settings);
	assert_standard(sample);
	assert_standard(settings);
}

static void
test_shows_all(void)
{
	g_autofree char *sample = oq_config_sample_new();
	for (OqConfigKey key = 0; key < OQ_N_CONFIG_KEYS; key++) {
		const OqConfigRow *row = oq_config_keys_row(key);
		g_autofree char *line = g_strdup_printf("\n#%s =", row->name);
		g_assert_nonnull(strstr(sample, line));
	}
	for (OqConfigGroup group = 0; group < OQ_N_CONFIG_GROUPS; group++) {
		g_autofree char *line = g_strdup_printf("\n[%s]\n", oq_config_keys_group(group));
		g_assert_nonnull(strstr(sample, line));
	}
	g_assert_true(g_str_has_suffix(sample, "\n[keys]\n"));
}

static void
test_add(void)
{
	g_autoptr(GString) sample = g_string_new("[keys]\n");
	oq_config_sample_add(sample, "pause", "space", "rests", NULL);
	oq_config_sample_add(sample, "speed", "", "how fast", "from 1 to 2");
	g_assert_cmpstr(sample->str, ==,
		"[keys]\n\n# rests\n#pause = space\n\n# how fast\n# from 1 to 2\n#speed =\n");
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/config-sample/changes-nothing", test_changes_nothing);
	g_test_add_func("/config-sample/shows-all", test_shows_all);
	g_test_add_func("/config-sample/add", test_add);
	return g_test_run();
}
