#include "document/title.h"

static void
assert_file(const char *path, const char *expected)
{
	g_autofree char *title = oq_title_of_file(path);
	g_assert_cmpstr(title, ==, expected);
}

static void
test_file(void)
{
	assert_file("/a/b.c/Абай жолы.txt", "Абай жолы");
	assert_file("1. Кіріспе.TXT", "1. Кіріспе");
	assert_file("1. Кіріспе", "1. Кіріспе");
	assert_file("Тарау 1.2", "Тарау 1.2");
	assert_file("М.Әуезов", "М.Әуезов");
	assert_file("log.1.gz", "log.1");
	assert_file(".txt", ".txt");
	assert_file("a.", "a.");
	assert_file("a.abcdefghi", "a.abcdefghi");
	assert_file("a.mp3", "a");
	g_autofree char *title = oq_title_of_file("\xFF.txt");
	g_assert_true(g_utf8_validate(title, -1, NULL));
}

static void
test_folder(void)
{
	static const char *const paths[] = {
		"/a/Кітап 1.txt", "/a/Кітап 1.txt/", "/a/Кітап 1.txt/."};
	for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
		g_autofree char *title = oq_title_of_folder(paths[i]);
		g_assert_cmpstr(title, ==, "Кітап 1.txt");
	}
	g_autofree char *here = g_get_current_dir();
	g_autofree char *expected = g_path_get_basename(here);
	g_autofree char *title = oq_title_of_folder(".");
	g_assert_cmpstr(title, ==, expected);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/title/file", test_file);
	g_test_add_func("/title/folder", test_folder);
	return g_test_run();
}
