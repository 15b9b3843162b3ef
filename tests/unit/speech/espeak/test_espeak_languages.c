#include "speech/espeak/espeak_languages.h"

#include <glib/gstdio.h>

static GPtrArray *
list(const char *folder)
{
	GPtrArray *languages = g_ptr_array_new_with_free_func(
		(GDestroyNotify)(void (*)(void))oq_espeak_language_free);
	oq_espeak_languages_list(folder, languages);
	return languages;
}

static void
write_file(const char *folder, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
test_files(void)
{
	g_autofree char *folder = g_dir_make_tmp("lang-XXXXXX", NULL);
	g_autofree char *inner = g_build_filename(folder, "gmw", NULL);
	g_mkdir(inner, 0700);
	write_file(inner, "de", "// x\nname  German\nlanguage de 2\nlanguage gsw\n");
	write_file(folder, "eu", "language eu\nname Basque (old)\n");
	write_file(folder, "empty", "");
	write_file(folder, "nameless", "language xx\n");
	write_file(folder, "bytes", "language \xFF\nname a\n");
	g_autoptr(GPtrArray) languages = list(folder);
	g_assert_cmpuint(languages->len, ==, 2);
	const OqEspeakLanguage *german = g_ptr_array_index(languages, 0);
	const OqEspeakLanguage *basque = g_ptr_array_index(languages, 1);
	g_assert_cmpstr(german->tag, ==, "de");
	g_assert_cmpstr(german->name, ==, "German");
	g_assert_cmpstr(german->file, ==, "gmw/de");
	g_assert_cmpstr(basque->name, ==, "Basque (old)");
	g_assert_cmpstr(basque->file, ==, "eu");
	for (gsize i = 0; i < 5; i++) {
		static const char *const names[] = {"gmw/de", "eu", "empty", "nameless", "bytes"};
		g_autofree char *path = g_build_filename(folder, names[i], NULL);
		g_unlink(path);
	}
	g_rmdir(inner);
	g_rmdir(folder);
}

static void
test_installed(void)
{
	g_autoptr(GPtrArray) languages = list(OQ_TEST_SHARE "/espeak-ng-data/lang");
	g_assert_cmpuint(languages->len, >, 80);
	g_autoptr(GPtrArray) none = list("/nowhere");
	g_assert_cmpuint(none->len, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/espeak-languages/files", test_files);
	g_test_add_func("/espeak-languages/installed", test_installed);
	return g_test_run();
}
