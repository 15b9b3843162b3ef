#include "dispatcher/conf.h"

#include <glib/gstdio.h>
#include <string.h>

static GPtrArray *
read_text(const char *text, OqSettings *settings)
{
	GPtrArray *notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *folder = g_dir_make_tmp("conf-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "oqyrman.conf", NULL);
	g_file_set_contents(path, text, -1, NULL);
	oq_settings_init(settings);
	oq_conf_read(path, settings, notices);
	g_unlink(path);
	g_rmdir(folder);
	return notices;
}

static void
test_values(void)
{
	g_auto(OqSettings) settings;
	g_autoptr(GPtrArray) notices = read_text(
		"# a comment\n\n Voice \"Айнұр\"\nspeed\t150\r\nLanguages kk,ru\n", &settings);
	g_assert_cmpuint(notices->len, ==, 0);
	g_assert_cmpstr(settings.style.voice, ==, "Айнұр");
	g_assert_cmpuint(settings.style.speed_wpm, ==, 150);
	g_assert_cmpuint(settings.languages, ==, OQ_LANG_BIT(OQ_LANG_KK) | OQ_LANG_BIT(OQ_LANG_RU));
}

static void
test_wrong(void)
{
	g_auto(OqSettings) settings;
	g_autoptr(GPtrArray) notices =
		read_text("Speed fast\nColour 1\nVoice\nLanguages ru\nSpeed 200", &settings);
	g_assert_cmpuint(notices->len, ==, 4);
	g_assert_nonnull(strstr(g_ptr_array_index(notices, 1), "oqyrman.conf, line 2"));
	g_assert_cmpuint(settings.style.speed_wpm, ==, 200);
	g_assert_cmpuint(settings.languages, ==, OQ_LANGUAGES_ALL);
}

static void
test_missing(void)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_auto(OqSettings) settings;
	oq_settings_init(&settings);
	oq_conf_read("/nowhere/oqyrman.conf", &settings, notices);
	oq_conf_read(NULL, &settings, notices);
	g_assert_cmpuint(notices->len, ==, 0);
	oq_conf_read("/", &settings, notices);
	g_assert_cmpuint(notices->len, ==, 1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/conf/values", test_values);
	g_test_add_func("/conf/wrong", test_wrong);
	g_test_add_func("/conf/missing", test_missing);
	return g_test_run();
}
