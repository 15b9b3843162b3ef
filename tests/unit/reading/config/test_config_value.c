#include "reading/config/config_value.h"

#include "text/lang.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_possible(OqConfigKey key, const char *written, const char *text, guint number)
{
	g_auto(OqConfigValue) value;
	const OqConfigRow *row = oq_config_keys_row(key);
	g_autofree char *problem = oq_config_value_read(row, written, "/nowhere", &value);
	g_test_message("%s = %s", row->name, written);
	g_assert_null(problem);
	g_assert_cmpstr(value.text, ==, text);
	g_assert_cmpuint(value.number, ==, number);
}

/* The standard is what remains. */
static void
assert_refused(OqConfigKey key, const char *written, const char *named)
{
	g_auto(OqConfigValue) value;
	g_auto(OqConfigValue) standard;
	const OqConfigRow *row = oq_config_keys_row(key);
	g_autofree char *problem = oq_config_value_read(row, written, "/nowhere", &value);
	g_autofree char *none = oq_config_value_read(row, "", "/nowhere", &standard);
	g_test_message("%s = %s: %s", row->name, written, problem);
	g_assert_nonnull(strstr(problem, named));
	g_assert_null(none);
	g_assert_cmpstr(value.text, ==, standard.text);
	g_assert_cmpuint(value.number, ==, standard.number);
}

static void
test_numbers(void)
{
	assert_possible(OQ_CONFIG_SPEED, "60", NULL, 60);
	assert_possible(OQ_CONFIG_SPEED, "600", NULL, 600);
	assert_possible(OQ_CONFIG_SPEED, "", NULL, 0);
	assert_possible(OQ_CONFIG_PITCH, "0", NULL, 0);
	assert_possible(OQ_CONFIG_PITCH, "", NULL, 50);
	assert_refused(OQ_CONFIG_SPEED, "9000",
		"speed 9000 is not possible; give a whole number from 60 to 600");
	assert_refused(OQ_CONFIG_SPEED, "59", "59");
	assert_refused(OQ_CONFIG_PITCH, "-1", "-1");
	assert_refused(OQ_CONFIG_PITCH, "50 # half", "50 # half");
	assert_refused(OQ_CONFIG_PAUSES, "120%", "25 to 400");
	assert_refused(OQ_CONFIG_VOLUME, "99999999999999999999", "from 0 to 100");
}

static void
test_choices(void)
{
	assert_possible(OQ_CONFIG_PUNCTUATION, "all", NULL, 2);
	assert_possible(OQ_CONFIG_PUNCTUATION, "", NULL, 0);
	assert_possible(OQ_CONFIG_LARGE, "Yes", NULL, 1);
	assert_possible(OQ_CONFIG_SKIP, "emoji", "emoji", 1 << 4);
	assert_possible(OQ_CONFIG_SKIP, "notes, heads ,notes", "notes,heads,notes", 1 | 1 << 5);
	assert_possible(OQ_CONFIG_SKIP, "", NULL, 0);
	assert_refused(OQ_CONFIG_COLOR, "red", "one of these: auto, always, never");
	assert_refused(OQ_CONFIG_COLOR, "auto always", "auto always");
	assert_refused(OQ_CONFIG_SKIP, "notes,", "notes,");
	assert_refused(OQ_CONFIG_SKIP, "notes emoji", "with commas");
}

static void
test_chords(void)
{
	assert_possible(OQ_CONFIG_WHERE, "super + f9", "Super+F9", 0);
	assert_possible(OQ_CONFIG_WHERE, "None", NULL, 0);
	assert_possible(OQ_CONFIG_WHERE, "", "Ctrl+Alt+W", 0);
	assert_refused(OQ_CONFIG_WHERE, "W", "where: W alone is needed for writing");
	assert_refused(OQ_CONFIG_WHERE, "Ctrl+Alt+W Print", "where: there is no key");
	assert_possible(OQ_CONFIG_BUSY, "queue", NULL, 1);
}

static void
test_languages(void)
{
	assert_possible(OQ_CONFIG_LANGUAGES, "kk", NULL, OQ_LANG_BIT(OQ_LANG_KK));
	assert_possible(OQ_CONFIG_LANGUAGES, "en, kk", NULL,
		OQ_LANG_BIT(OQ_LANG_KK) | OQ_LANG_BIT(OQ_LANG_EN));
	assert_possible(OQ_CONFIG_LANGUAGES, "", NULL, OQ_LANGUAGES_ALL);
	assert_refused(OQ_CONFIG_LANGUAGES, "ru", "languages ru");
	assert_refused(OQ_CONFIG_LANGUAGES, "kk,de", "commas");
}

static void
test_voices(void)
{
	assert_possible(OQ_CONFIG_VOICE, "Айнур", "ainur", 0);
	assert_possible(OQ_CONFIG_VOICE, "zharshy", "zharshy", 0);
	assert_possible(OQ_CONFIG_VOICE, "", NULL, 0);
	assert_refused(OQ_CONFIG_VOICE, "Айнр", "did you mean “Айнұр”?");
	assert_refused(OQ_CONFIG_VOICE, "Гүлмира", "oqyrman voices");
	assert_refused(OQ_CONFIG_VOICE, "kk+f3", "kk+f3");
}

static void
test_files(void)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "words.tsv", NULL);
	const OqConfigRow *row = oq_config_keys_row(OQ_CONFIG_DICTIONARY);
	g_assert_true(g_file_set_contents(path, "", 0, NULL));
	assert_possible(OQ_CONFIG_DICTIONARY, path, path, 0);
	g_auto(OqConfigValue) beside;
	g_assert_null(oq_config_value_read(row, "words.tsv", folder, &beside));
	g_assert_cmpstr(beside.text, ==, path);
	assert_refused(OQ_CONFIG_DICTIONARY, "words.tsv", "/nowhere/words.tsv");
	assert_refused(OQ_CONFIG_DICTIONARY, folder, "is not a file");
	assert_refused(OQ_CONFIG_DICTIONARY, "~/no such dictionary", g_get_home_dir());
	g_assert_cmpint(g_remove(path) + g_rmdir(folder), ==, 0);
}

static void
test_texts(void)
{
	assert_possible(OQ_CONFIG_DEVICE, "USB Audio", "USB Audio", 0);
	assert_possible(OQ_CONFIG_QUOTES, "+10", "+10", 0);
	assert_possible(OQ_CONFIG_QUOTES, "", NULL, 0);
}

/* A standard is as good as any value. */
static void
test_standards(void)
{
	for (OqConfigKey key = 0; key < OQ_N_CONFIG_KEYS; key++) {
		const OqConfigRow *row = oq_config_keys_row(key);
		g_auto(OqConfigValue) written;
		g_auto(OqConfigValue) standard;
		g_assert_null(oq_config_value_read(row, row->standard, "/", &written));
		g_assert_null(oq_config_value_read(row, "", "/", &standard));
		g_assert_cmpstr(written.text, ==, standard.text);
		g_assert_cmpuint(written.number, ==, standard.number);
	}
}

static void
test_quote(void)
{
	g_autofree char *many = g_strnfill(1000000, 'x');
	g_autofree char *few = oq_config_value_quote("сөз");
	g_autofree char *cut = oq_config_value_quote(many);
	g_autofree char *signs = oq_config_value_quote("a\033[2J\v\u202e б");
	g_assert_cmpstr(few, ==, "сөз");
	g_assert_cmpstr(signs, ==, "a?[2J?? б");
	g_assert_cmpuint(strlen(cut), <, 100);
	g_assert_true(g_str_has_suffix(cut, "x…"));
	assert_refused(OQ_CONFIG_SPEED, many, "x… is not possible");
	assert_refused(OQ_CONFIG_VOICE, many, "x…");
	assert_refused(OQ_CONFIG_DICTIONARY, many, "x…");
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/config-value/numbers", test_numbers);
	g_test_add_func("/config-value/choices", test_choices);
	g_test_add_func("/config-value/chords", test_chords);
	g_test_add_func("/config-value/languages", test_languages);
	g_test_add_func("/config-value/voices", test_voices);
	g_test_add_func("/config-value/files", test_files);
	g_test_add_func("/config-value/texts", test_texts);
	g_test_add_func("/config-value/standards", test_standards);
	g_test_add_func("/config-value/quote", test_quote);
	return g_test_run();
}
