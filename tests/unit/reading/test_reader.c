#include "reading/reader.h"

#include "base/paths.h"
#include "base/table.h"
#include "book_case.h"

#include <sys/stat.h>

/* This test lies in bin/ of the build tree, whose share/ stands beside it. */
typedef struct {
	OqSettings settings;
	GPtrArray *notices;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_settings_init(&f->settings);
	f->notices = g_ptr_array_new_with_free_func(g_free);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_settings_clear(&f->settings);
	g_ptr_array_unref(f->notices);
}

static char *
read_first(OqCursor *taken)
{
	g_autoptr(OqCursor) cursor = taken;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_assert_true(oq_cursor_next(cursor, &utterance, NULL));
	return g_strdup(utterance.spoken->str);
}

static void
test_reads(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, &error);
	g_assert_no_error(error);
	g_autofree char *read = read_first(oq_reader_text(reader, "23 бет."));
	g_assert_cmpstr(read, ==, "жиырма үш бет.");
	g_autofree char *spelled = read_first(oq_reader_spell(reader, "аб"));
	g_assert_cmpstr(spelled, ==, "а, бе");
	g_assert_null(oq_reader_open(reader, "/nowhere/text.txt", NULL, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING);
}

/* Files are one book; what is left out of a folder is told. */
static void
test_book(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	BookCase book;
	g_autoptr(GError) error = NULL;
	book_case_set_up(&book, NULL);
	book_case_write(&book, "10", "Он.", -1);
	book_case_write(&book, "2", "2 бет.", -1);
	book_case_write(&book, "3.png", "\211PNG\r\n", -1);
	const char *const paths[] = {book.folder, NULL};
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, &error);
	OqCursor *cursor = oq_reader_open_all(reader, paths, NULL, f->notices, &error);
	g_assert_no_error(error);
	g_autofree char *read = read_first(cursor);
	g_assert_cmpstr(read, ==, "екі бет.");
	g_assert_cmpuint(f->notices->len, ==, 1);
	g_assert_nonnull(strstr(g_ptr_array_index(f->notices, 0), "3.png"));
	const char *const none[] = {"/nowhere/text.txt", NULL};
	g_assert_null(oq_reader_open_all(reader, none, NULL, f->notices, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING);
	book_case_tear_down(&book, NULL);
}

/* As the settings say: behind the end more is waited for. */
static void
test_follows(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	BookCase book;
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	book_case_set_up(&book, NULL);
	book_case_write(&book, "1", "Бір.\n", -1);
	const char *const paths[] = {book.folder, NULL};
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, &error);
	f->settings.follows = TRUE;
	g_autoptr(OqCursor) cursor = oq_reader_open_all(reader, paths, stop, f->notices, &error);
	g_assert_true(oq_cursor_next(cursor, &utterance, &error));
	g_cancellable_cancel(stop);
	g_assert_false(oq_cursor_next(cursor, &utterance, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	book_case_tear_down(&book, NULL);
}

/* What it is told of holds for every text. */
static void
test_settings(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	f->settings.punctuation = OQ_PUNCTUATION_ALL;
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, &error);
	g_assert_no_error(error);
	g_autofree char *read = read_first(oq_reader_text(reader, "Иә, жоқ."));
	g_assert_nonnull(strstr(read, "үтір"));
}

static void
test_speed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, NULL);
	g_assert_cmpuint(oq_reader_speed(reader), ==, 130);
	g_assert_true(oq_style_set_voice(&f->settings.style, "zhuirik"));
	g_assert_cmpuint(oq_reader_speed(reader), ==, 300);
	f->settings.style.speed_wpm = 99;
	g_assert_cmpuint(oq_reader_speed(reader), ==, 99);
}

static void
test_dictionary(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = NULL;
	g_close(g_file_open_tmp("oqyrman-XXXXXX.tsv", &path, &error), NULL);
	g_assert_true(g_file_set_contents(path, "алма\tалмұрт\nжалғыз\n", -1, NULL));
	f->settings.dictionaries = g_strsplit(path, "\n", 0);
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(f->notices->len, ==, 1);
	g_assert_nonnull(strstr(g_ptr_array_index(f->notices, 0), ":2:"));
	g_autofree char *read = read_first(oq_reader_text(reader, "алма"));
	g_assert_cmpstr(read, ==, "алмұрт");
	g_unlink(path);
}

/* Those that were named go before the user's own, which goes before the system's. */
static void
test_dictionaries(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const char *home = g_get_user_config_dir();
	g_autofree char *folder = g_build_filename(home, "oqyrman", NULL);
	g_autofree char *of_system = g_build_filename(home, "system", "oqyrman", NULL);
	g_autofree char *own = g_build_filename(folder, "dictionary.tsv", NULL);
	g_autofree char *system_path = g_build_filename(of_system, "dictionary.tsv", NULL);
	g_autofree char *first = g_build_filename(home, "first.tsv", NULL);
	g_autofree char *second = g_build_filename(home, "second.tsv", NULL);
	g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
	g_assert_cmpint(g_mkdir_with_parents(of_system, 0700), ==, 0);
	g_assert_true(g_file_set_contents(system_path, "алма\tжүйе\nәже\tжүйе\n", -1, NULL));
	g_assert_true(g_file_set_contents(own, "әже\tөз\nбала\tөз\n", -1, NULL));
	g_assert_true(g_file_set_contents(second, "бала\tекі\nварка\tекі\n", -1, NULL));
	g_assert_true(g_file_set_contents(first, "варка\tбір\n", -1, NULL));
	char *named[] = {first, second, NULL};
	f->settings.dictionaries = g_strdupv(named);
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, NULL);
	g_autofree char *read = read_first(oq_reader_text(reader, "алма әже бала варка"));
	g_assert_cmpstr(read, ==, "жүйе өз екі бір");
	g_assert_cmpuint(f->notices->len, ==, 0);
	g_assert_cmpint(g_unlink(own) + g_unlink(system_path) + g_unlink(first) + g_unlink(second) +
				g_rmdir(of_system),
		==, 0);
	g_autofree char *above = g_path_get_dirname(of_system);
	g_assert_cmpint(g_rmdir(above), ==, 0);
}

/* In the folder for configuration that main() names. */
static void
test_teach(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, &error);
	g_assert_true(oq_reader_teach(reader, "Гёте-", "гөте", &error));
	g_assert_no_error(error);
	g_autofree char *read = read_first(oq_reader_text(reader, "Гётеге"));
	g_assert_cmpstr(read, ==, "гөтеге");
	g_assert_false(oq_reader_teach(reader, "x", "", &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_autoptr(OqReader) later = oq_reader_new(&f->settings, NULL, f->notices, NULL);
	g_autofree char *again = read_first(oq_reader_text(later, "Гёте"));
	g_assert_cmpstr(again, ==, "гөте");
	g_assert_cmpuint(f->notices->len, ==, 0);
	g_autofree char *path = oq_paths_user_dictionary();
	g_unlink(path);
}

/* By another process: what is read already keeps its words. */
static void
test_refresh(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *path = oq_paths_user_dictionary();
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, NULL);
	g_autoptr(OqReader) other = oq_reader_new(&f->settings, NULL, f->notices, NULL);

	g_assert_true(oq_reader_teach(other, "Гёте", "гөте", NULL));
	oq_reader_refresh(reader, f->notices);
	OqCursor *before = oq_reader_text(reader, "Гёте");
	g_assert_true(oq_reader_teach(other, "Гёте", "гете", NULL));
	OqCursor *unaware = oq_reader_text(reader, "Гёте");
	oq_reader_refresh(reader, f->notices);
	g_autofree char *first = read_first(before);
	g_autofree char *second = read_first(unaware);
	g_autofree char *third = read_first(oq_reader_text(reader, "Гёте"));
	g_assert_cmpstr(first, ==, "гөте");
	g_assert_cmpstr(second, ==, "гөте");
	g_assert_cmpstr(third, ==, "гете");
	g_unlink(path);
	oq_reader_refresh(reader, f->notices);
	g_autofree char *last = read_first(oq_reader_text(reader, "Гёте"));
	g_assert_cmpstr(last, !=, "гете");
	g_assert_cmpuint(f->notices->len, ==, 0);
}

/* A file that was named and is gone is told; the words that are there are kept. */
static void
test_refresh_in_vain(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *table = g_build_filename(g_get_user_config_dir(), "table.tsv", NULL);
	g_assert_true(g_file_set_contents(table, "Гёте\tгөте\n", -1, NULL));
	f->settings.dictionaries = g_strsplit(table, "\n", 0);
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, NULL);

	g_unlink(table);
	oq_reader_refresh(reader, f->notices);
	oq_reader_refresh(reader, f->notices); /* once */
	g_assert_cmpuint(f->notices->len, ==, 1);
	g_assert_nonnull(strstr(g_ptr_array_index(f->notices, 0), "table.tsv"));
	g_autofree char *read = read_first(oq_reader_text(reader, "Гёте"));
	g_assert_cmpstr(read, ==, "гөте");
}

/* Then another table is asked again. */
static void
test_forget(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *table = g_build_filename(g_get_user_config_dir(), "table.tsv", NULL);
	g_assert_true(g_file_set_contents(table, "Гёте\tгете\n", -1, NULL));
	f->settings.dictionaries = g_strsplit(table, "\n", 0);
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, &error);
	g_assert_true(oq_reader_teach(reader, "Гёте", "гөте", &error));
	g_assert_true(oq_reader_is_taught(reader, "Гёте"));
	g_autofree char *taught = read_first(oq_reader_text(reader, "Гёте"));
	g_assert_cmpstr(taught, ==, "гөте");
	g_assert_true(oq_reader_forget(reader, "Гёте", &error));
	g_assert_no_error(error);
	g_assert_false(oq_reader_is_taught(reader, "Гёте"));
	g_autofree char *forgotten = read_first(oq_reader_text(reader, "Гёте"));
	g_assert_cmpstr(forgotten, ==, "гете");
	g_autofree char *path = oq_paths_user_dictionary();
	g_unlink(path);
	g_unlink(table);
}

/* Neither waited for nor read without an end. */
static void
test_no_dictionary(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *path = oq_paths_user_dictionary();
	g_autofree char *folder = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
	g_assert_cmpint(mkfifo(path, 0600), ==, 0);
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, NULL);
	g_assert_nonnull(reader);
	g_assert_cmpuint(f->notices->len, ==, 1);
	g_assert_nonnull(strstr(g_ptr_array_index(f->notices, 0), "dictionary.tsv"));
	g_unlink(path);
}

/* One of 100 MB: told, and the reading goes on without it. */
static void
test_large_dictionary(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *path = oq_paths_user_dictionary();
	g_autofree char *folder = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
	g_assert_true(g_file_set_contents(path, "алма\tалмұрт\n", -1, NULL));
	g_assert_cmpint(truncate(path, 100 << 20), ==, 0);
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, NULL, f->notices, NULL);
	g_assert_nonnull(reader);
	g_assert_cmpuint(f->notices->len, ==, 1);
	const char *notice = g_ptr_array_index(f->notices, 0);
	g_assert_nonnull(strstr(notice, "dictionary.tsv is too large"));
	g_assert_nonnull(strstr(notice, "16.0"));
	g_autofree char *read = read_first(oq_reader_text(reader, "алма"));
	g_assert_cmpstr(read, ==, "алма");
	g_unlink(path);
}

static void
test_no_such_dictionary(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	f->settings.dictionaries = g_strsplit("/nowhere/words.tsv", "\n", 0);
	g_assert_null(oq_reader_new(&f->settings, NULL, f->notices, &error));
	g_assert_error(error, OQ_READER_ERROR, OQ_READER_ERROR_SETTING);
	g_assert_nonnull(strstr(error->message, "/nowhere/words.tsv"));
}

static void
test_speaks(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	guint rate_hz = 0;
	g_autoptr(GError) error = NULL;
	g_autoptr(OqNursery) nursery = oq_reader_nursery(&f->settings, &error);
	g_assert_no_error(error);
	g_autoptr(OqReader) reader = oq_reader_new(&f->settings, nursery, f->notices, &error);
	g_assert_no_error(error);
	g_autoptr(OqPool) pool = oq_reader_pool(reader, 1);
	g_assert_true(oq_pool_check(pool, &rate_hz, NULL, &error));
	g_assert_cmpuint(rate_hz, >, 0);
	g_assert_cmpuint(f->notices->len, ==, 0);
}

#define ADD(name, test) g_test_add("/reader/" name, Fixture, NULL, set_up, test, tear_down)

/* The user's files are in a folder of the test's own. */
static char *
use_folder(void)
{
	char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_assert_nonnull(folder);
	g_autofree char *of_system = g_build_filename(folder, "system", NULL);
	g_setenv("XDG_CONFIG_HOME", folder, TRUE);
	g_setenv("XDG_CONFIG_DIRS", of_system, TRUE);
	return folder;
}

int
main(int argc, char **argv)
{
	g_autofree char *folder = use_folder();
	g_autofree char *own = g_build_filename(folder, "oqyrman", NULL);
	g_test_init(&argc, &argv, NULL);
	ADD("reads", test_reads);
	ADD("book", test_book);
	ADD("follows", test_follows);
	ADD("settings", test_settings);
	ADD("speed", test_speed);
	ADD("dictionary", test_dictionary);
	ADD("dictionaries", test_dictionaries);
	ADD("teach", test_teach);
	ADD("forget", test_forget);
	ADD("refresh", test_refresh);
	ADD("refresh-in-vain", test_refresh_in_vain);
	ADD("no-dictionary", test_no_dictionary);
	ADD("large-dictionary", test_large_dictionary);
	ADD("no-such-dictionary", test_no_such_dictionary);
	ADD("speaks", test_speaks);
	int status = g_test_run();
	g_rmdir(own);
	g_rmdir(folder);
	return status;
}
