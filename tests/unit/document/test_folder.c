#include "document/folder.h"

#include "book_case.h"
#include "document/sniff.h"

#include <sys/stat.h>
#include <unistd.h>

/* The names below the folder, with blanks between them. */
static char *
list(const BookCase *book, const char *encoding, GPtrArray *notices)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	g_assert_true(oq_folder_list(book->folder, encoding, NULL, files, notices, &error));
	g_assert_no_error(error);
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < files->len; i++)
		g_string_append_printf(names, "%s%s", i > 0 ? "|" : "",
			(const char *)g_ptr_array_index(files, i) + strlen(book->folder) + 1);
	return g_string_free(names, FALSE);
}

static void
assert_lists(const BookCase *book, const char *expected)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *names = list(book, NULL, notices);
	g_assert_cmpstr(names, ==, expected);
	g_assert_cmpuint(notices->len, ==, 0);
}

static void
test_order(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const names[] = {"10.txt", "Кітап 10.txt", "2.txt", "Кітап.txt", "1.txt",
		"Кітап 2.txt", "01.txt", "3/2", "3/11", "3/1 бөлім/б", "3/1 бөлім/а"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		book_case_write(book, names[i], "Мәтін.", -1);
	assert_lists(book, "01.txt|1.txt|2.txt|3/1 бөлім/а|3/1 бөлім/б|3/2|3/11|10.txt|Кітап.txt|"
			   "Кітап 2.txt|Кітап 10.txt");
}

/* Without a word: what is hidden, empty, a copy of an editor's, no file. */
static void
test_left_out(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *fifo = book_case_path(book, "3");
	g_autofree char *broken = book_case_path(book, "4");
	g_autofree char *socket = book_case_path(book, "бос/ішкі");
	book_case_write(book, "1", "Мәтін.", -1);
	book_case_write(book, ".hidden", "Мәтін.", -1);
	book_case_write(book, ".git/2", "Мәтін.", -1);
	book_case_write(book, "1~", "Мәтін.", -1);
	book_case_write(book, "2", "", 0);
	g_assert_cmpint(g_mkdir_with_parents(socket, 0700), ==, 0);
	g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
	g_assert_cmpint(symlink("nowhere", broken), ==, 0);
	assert_lists(book, "1");
}

static void
test_links(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const links[][2] = {
		{"2", "."}, {"3/4", ".."}, {"5", "5"}, {"6", "3"}, {"7", "1"}};
	book_case_write(book, "1", "Мәтін.", -1);
	book_case_write(book, "3/1", "Мәтін.", -1);
	for (gsize i = 0; i < G_N_ELEMENTS(links); i++) {
		g_autofree char *path = book_case_path(book, links[i][0]);
		g_assert_cmpint(symlink(links[i][1], path), ==, 0);
	}
	assert_lists(book, "1|3/1|7");
}

/* By as much as a file is that is named: damage at its beginning does not count so much. */
static void
test_judged_by_enough(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	OqSniffed found;
	for (guint i = 0; i < 1100; i++)
		g_string_append(text, "\341\351 \n"); /* no Kazakh, no Russian */
	g_assert_false(oq_sniff_text(text->str, text->len, "1", &found, &error));
	while (text->len < OQ_SNIFF_BYTES / 2)
		g_string_append(text, "Бұл мәтін қазақша. ");
	book_case_write(book, "1", text->str, (gssize)text->len);
	assert_lists(book, "1");
}

static const char png[] = "\211PNG\r\n\032\n\0\0\0\rIHDR";
static const char wide[] = "\377\376\331\004\n";

static void
test_no_text(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	book_case_write(book, "1.txt", "Мәтін.", -1);
	book_case_write(book, "2.png", png, sizeof png);
	book_case_write(book, "3.txt", "a\351b\350c\351", 6);
	book_case_write(book, "4.txt", wide, sizeof wide - 1);
	g_autofree char *names = list(book, NULL, notices);
	g_assert_cmpstr(names, ==, "1.txt|4.txt");
	g_assert_cmpuint(notices->len, ==, 2);
	g_assert_nonnull(strstr(g_ptr_array_index(notices, 0), "2.png"));
	g_assert_nonnull(strstr(g_ptr_array_index(notices, 1), "3.txt"));
	g_autofree char *named = list(book, "windows-1251", notices);
	g_assert_cmpstr(named, ==, "1.txt|3.txt|4.txt");
	g_assert_cmpuint(notices->len, ==, 3);
}

/* Some are named, the others counted. */
static void
test_many_notices(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < 12; i++) {
		g_autofree char *name = g_strdup_printf("%u.png", i);
		book_case_write(book, name, png, sizeof png);
	}
	book_case_write(book, "9.txt", "Мәтін.", -1);
	g_autofree char *names = list(book, NULL, notices);
	g_assert_cmpstr(names, ==, "9.txt");
	g_assert_cmpuint(notices->len, ==, 6);
	g_assert_nonnull(strstr(g_ptr_array_index(notices, 4), "4.png"));
	g_assert_nonnull(strstr(g_ptr_array_index(notices, 5), "7 more files"));
}

static void
test_too_many(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *first = book_case_path(book, "0");
	book_case_write(book, "0", "Мәтін.", -1);
	for (guint i = 1; i <= OQ_FOLDER_MAX_FILES; i++) {
		g_autofree char *name = g_strdup_printf("%u", i);
		g_autofree char *path = book_case_path(book, name);
		g_assert_cmpint(link(first, path), ==, 0);
	}
	g_assert_true(oq_folder_list(book->folder, NULL, NULL, files, notices, NULL));
	g_assert_cmpuint(files->len, ==, OQ_FOLDER_MAX_FILES);
	g_assert_true(g_str_has_suffix(g_ptr_array_index(files, files->len - 1), "/9999"));
	g_assert_cmpuint(notices->len, ==, 1);
	g_assert_nonnull(strstr(g_ptr_array_index(notices, 0), "10000"));
}

static void
assert_fails(const char *path, GCancellable *stop, GQuark domain, gint code)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_assert_false(oq_folder_list(path, NULL, stop, files, notices, &error));
	g_assert_error(error, domain, code);
}

static void
test_refused(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autofree char *none = book_case_path(book, "none");
	assert_fails(book->folder, NULL, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT);
	assert_fails(none, NULL, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE);
	g_cancellable_cancel(stop);
	assert_fails(book->folder, stop, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_true(oq_folder_is_one(book->folder));
	g_assert_false(oq_folder_is_one(none));
	g_assert_false(oq_folder_is_one("-"));
}

/* A folder and a file that may not be read. */
static void
test_no_permission(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *file = book_case_path(book, "2");
	g_autofree char *folder = book_case_path(book, "3");
	book_case_write(book, "1", "Мәтін.", -1);
	book_case_write(book, "2", "Мәтін.", -1);
	book_case_write(book, "3/1", "Мәтін.", -1);
	g_assert_cmpint(g_chmod(book->folder, 0755), ==, 0);
	g_assert_cmpint(g_chmod(file, 0), ==, 0);
	g_assert_cmpint(g_chmod(folder, 0), ==, 0);
	gboolean is_root = geteuid() == 0; /* who may read everything */
	g_autofree char *first = book_case_path(book, "1");
	g_assert_cmpint(g_chmod(first, 0644), ==, 0);
	if (is_root)
		g_assert_cmpint(seteuid(65534), ==, 0);
	g_autofree char *names = list(book, NULL, notices);
	if (is_root)
		g_assert_cmpint(seteuid(0), ==, 0);
	g_assert_cmpint(g_chmod(folder, 0700), ==, 0);
	g_assert_cmpstr(names, ==, "1");
	g_assert_cmpuint(notices->len, ==, 2);
	g_assert_nonnull(strstr(g_ptr_array_index(notices, 0), file));
	g_assert_nonnull(strstr(g_ptr_array_index(notices, 1), folder));
}

#define ADD(name, function)                                                                        \
	g_test_add("/folder/" name, BookCase, NULL, book_case_set_up, function, book_case_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("order", test_order);
	ADD("judged-by-enough", test_judged_by_enough);
	ADD("left-out", test_left_out);
	ADD("links", test_links);
	ADD("no-text", test_no_text);
	ADD("many-notices", test_many_notices);
	ADD("too-many", test_too_many);
	ADD("refused", test_refused);
	ADD("no-permission", test_no_permission);
	return g_test_run();
}
