#include "radio/naming.h"

#include "radio/sidecars/sidecars.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
assert_taken(char *name, const char *expected)
{
	g_assert_cmpstr(name, ==, expected);
	g_free(name);
}

static void
test_beside(void)
{
	assert_taken(oq_naming_beside("news.txt", "wav"), "news.wav");
	assert_taken(oq_naming_beside("a.b/news", "flac"), "a.b/news.flac");
	assert_taken(oq_naming_beside("a/b.c.txt", "wav"), "a/b.c.wav");
	assert_taken(oq_naming_beside("./.notes", "wav"), "./.notes.wav");
	assert_taken(oq_naming_beside("books/abai/", "wav"), "books/abai.wav");
	assert_taken(oq_naming_beside("Қысқы есеп 1.txt", "wav"), "Қысқы есеп 1.wav");
	assert_taken(oq_naming_beside("\xFF.txt", "wav"), "\xFF.wav");
}

static void
test_in(void)
{
	assert_taken(oq_naming_in("air", "a/news.txt", "wav"), "air/news.wav");
	assert_taken(oq_naming_in("air/", "/news.txt", "mp3"), "air/news.mp3");
	assert_taken(oq_naming_in("/", "news", "wav"), "/news.wav");
}

static void
test_number(void)
{
	assert_taken(oq_naming_number("a.b/news.wav", 1), "a.b/news.wav");
	assert_taken(oq_naming_number("a.b/news.wav", 2), "a.b/news-2.wav");
	assert_taken(oq_naming_number("a.b/news", 12), "a.b/news-12");
	assert_taken(oq_naming_number("raw:news.pcm", 3), "raw:news-3.pcm");
	assert_taken(oq_naming_number("-", 1), "-");
}

/* A name that is too long for the system is cut, not the number. */
static void
test_long_names(void)
{
	g_autofree char *stem = g_strnfill(251, 'a');
	g_autofree char *path = g_strconcat("air/", stem, ".wav", NULL);
	g_autofree char *number = oq_naming_number(path, 10);
	g_assert_cmpuint(strlen(number), ==, strlen("air/") + 255);
	g_assert_true(g_str_has_suffix(number, "a-10.wav"));
}

static void
touch(const char *path)
{
	g_assert_true(g_file_set_contents(path, "", -1, NULL));
}

static void
test_free(void)
{
	g_assert_cmpuint(oq_naming_free("a.wav", 0, 1), ==, 1);
	touch("a.wav");
	g_assert_false(oq_naming_is_free("a.wav", 0));
	g_assert_cmpuint(oq_naming_free("a.wav", 0, 1), ==, 2);
	g_assert_cmpint(symlink("nowhere", "a-2.wav"), ==, 0);
	touch("a-3.srt");
	g_assert_cmpuint(oq_naming_free("a.wav", 0, 1), ==, 3);
	g_assert_cmpuint(oq_naming_free("a.wav", OQ_SIDECAR_SRT, 1), ==, 4);
	g_assert_cmpuint(oq_naming_free("raw:a.wav", 0, 7), ==, 7);
	g_assert_false(oq_naming_is_free("raw:a.wav", 0));
	g_unlink("a.wav");
	g_unlink("a-2.wav");
	g_unlink("a-3.srt");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_autofree char *folder = g_dir_make_tmp("oqyrman-naming-XXXXXX", NULL);
	g_assert_cmpint(g_chdir(folder), ==, 0);
	g_test_add_func("/naming/beside", test_beside);
	g_test_add_func("/naming/in", test_in);
	g_test_add_func("/naming/number", test_number);
	g_test_add_func("/naming/long-names", test_long_names);
	g_test_add_func("/naming/free", test_free);
	int status = g_test_run();
	g_assert_cmpint(g_rmdir(folder), ==, 0);
	return status;
}
