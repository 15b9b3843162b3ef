#include "reading/user_words.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

typedef struct {
	char *folder;
	char *path; /* in a folder within it that is not there */
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->path = g_build_filename(f->folder, "config", "dictionary.tsv", NULL);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *config = g_path_get_dirname(f->path);
	g_remove(f->path);
	g_rmdir(config);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0); /* nothing else was left in it */
	g_free(f->path);
	g_free(f->folder);
}

static void
put(Fixture *f, const char *content)
{
	g_autofree char *config = g_path_get_dirname(f->path);
	g_mkdir_with_parents(config, 0700);
	g_assert_true(g_file_set_contents(f->path, content, -1, NULL));
}

static void
add(Fixture *f, const char *written, const char *spoken, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *content = NULL;
	g_assert_true(oq_user_words_add(f->path, written, spoken, &error));
	g_assert_no_error(error);
	g_assert_true(g_file_get_contents(f->path, &content, NULL, NULL));
	g_assert_cmpstr(content, ==, expected);
}

static void
test_makes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	add(f, "Гёте", "гөте", "Гёте\tгөте\n");
	add(f, "NASA", " на\tса\n", "Гёте\tгөте\nNASA\tна са\n");
}

/* Columns that the first line names stand in its order, and not its comments. */
static void
test_order(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	put(f, "#: exact\tspoken\twritten\n#Гёте\t\tГёте\n\tгете\tГёте\n");
	add(f, "Гёте", "гөте", "#: exact\tspoken\twritten\n#Гёте\t\tГёте\n\tгөте\tГёте\n");
	put(f, "\xef\xbb\xbfГёте\tгете\n");
	add(f, "Гёте", "гөте", "\xef\xbb\xbfГёте\tгөте\n");
	put(f, "#: own words\n");
	add(f, "а", "б", "#: own words\nа\tб\n");
}

/* A row in UTF-8 would spoil what is in another encoding. */
static void
test_encoding(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *content = NULL;
	put(f, "\xff\xfe\x10\x04");
	g_assert_false(oq_user_words_add(f->path, "а", "б", &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
	g_assert_true(g_file_get_contents(f->path, &content, NULL, NULL));
	g_assert_cmpstr(content, ==, "\xff\xfe\x10\x04");
}

/* What the user wrote by hand is not touched. */
static void
test_replaces(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	put(f, "\xef\xbb\xbf# mine\r\nа б\tв\texact\r\n\n Гёте \tгете\nsoon");
	add(f, "Гёте", "гөте", "\xef\xbb\xbf# mine\r\nа б\tв\texact\r\n\nГёте\tгөте\nsoon");
	add(f, "x", "икс", "\xef\xbb\xbf# mine\r\nа б\tв\texact\r\n\nГёте\tгөте\nsoon\nx\tикс\n");
	add(f, "soon", "сун",
		"\xef\xbb\xbf# mine\r\nа б\tв\texact\r\n\nГёте\tгөте\nsoon\tсун\nx\tикс\n");
}

static void
test_removes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *content = NULL;
	g_assert_false(oq_user_words_has(f->path, "x"));
	put(f, "# x\nx\tикс\nX\tикс\n x \tэкс\nxx\ty");
	g_assert_true(oq_user_words_has(f->path, "x"));
	g_assert_true(oq_user_words_remove(f->path, "x", &error));
	g_assert_no_error(error);
	g_assert_true(g_file_get_contents(f->path, &content, NULL, NULL));
	g_assert_cmpstr(content, ==, "# x\nX\tикс\nxx\ty");
	g_assert_false(oq_user_words_has(f->path, "x"));
}

static void
test_refuses(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_assert_false(oq_user_words_add("/dev/null/x/dictionary.tsv", "a", "b", &error));
	g_assert_nonnull(error);
	g_clear_error(&error);
	put(f, "");
	g_unlink(f->path);
	g_assert_cmpint(mkfifo(f->path, 0600), ==, 0);
	g_assert_false(oq_user_words_add(f->path, "a", "b", &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
}

#define ADD(name, test) g_test_add("/user-words/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	ADD("makes", test_makes);
	ADD("replaces", test_replaces);
	ADD("order", test_order);
	ADD("encoding", test_encoding);
	ADD("removes", test_removes);
	ADD("refuses", test_refuses);
	return g_test_run();
}
