#include "document/document.h"

#include "book_case.h"

#include <unistd.h>

static const OqDocumentWish plain = {0};

/* Opens names in the folder, "-" included. */
static OqDocument *
open_names(const BookCase *book, const char *names, GError **error)
{
	g_auto(GStrv) paths = g_strsplit(names, " ", -1);
	for (guint i = 0; paths[i] != NULL; i++) {
		if (strcmp(paths[i], "-") == 0)
			continue;
		char *path = book_case_path(book, paths[i]);
		g_free(paths[i]);
		paths[i] = path;
	}
	return oq_document_open_all((const char *const *)paths, &plain, NULL, error);
}

static void
assert_outline(OqDocument *document, const char *expected)
{
	const GArray *outline = oq_document_outline(document);
	g_autoptr(GString) shown = g_string_new(NULL);
	for (guint i = 0; i < outline->len; i++) {
		const OqHeading *heading = &g_array_index(outline, OqHeading, i);
		g_assert_cmpuint(heading->start, ==, oq_document_place(i, 0));
		g_assert_cmpuint(heading->level, ==, 1);
		g_string_append_printf(shown, "%s|", heading->title);
	}
	g_assert_cmpstr(shown->str, ==, expected);
}

static void
assert_path(const BookCase *book, OqDocument *document, guint64 place, const char *name)
{
	g_autofree char *path = book_case_path(book, name);
	g_assert_cmpstr(oq_document_path(document, place), ==, path);
}

static void
test_folder(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *title = g_path_get_basename(book->folder);
	book_case_write(book, "10 Соңы.txt", "Соңы.", -1);
	book_case_write(book, "2/1.txt", "Екі.", -1);
	book_case_write(book, "1 Басы.txt", "Басы.", -1);
	g_autoptr(OqDocument) document = book_case_open(book, &plain, NULL);
	g_assert_cmpuint(oq_document_n_files(document), ==, 3);
	g_assert_cmpstr(oq_document_title(document), ==, title);
	assert_outline(document, "1 Басы|1|10 Соңы|");
	assert_path(book, document, 0, "1 Басы.txt");
	assert_path(book, document, oq_document_place(1, 77), "2/1.txt");
	assert_path(book, document, G_MAXUINT64, "10 Соңы.txt");
	g_autofree char *identity = oq_document_identity(document);
	g_assert_nonnull(identity);
	g_assert_cmpuint(oq_document_info(document).n_bytes, ==, 25);
	g_assert_null(oq_document_take_notices(document));
	g_autofree char *all = book_case_read(document);
	g_assert_cmpstr(all, ==, "0:0=1:Басы.|1:0=0:Екі.|2:0=0:Соңы.|");
}

/* In a folder there may be anything; what was named is wanted. */
static void
test_names(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	book_case_write(book, "2.txt", "Екі.", -1);
	book_case_write(book, "a/1.txt", "Бір.", -1);
	book_case_write(book, "a/2.png", "\211PNG\r\n", -1);
	g_autoptr(OqDocument) document = open_names(book, "2.txt a", &error);
	g_assert_no_error(error);
	g_assert_cmpstr(oq_document_title(document), ==, "2");
	assert_outline(document, "2|1|");
	g_autoptr(GPtrArray) notices = oq_document_take_notices(document);
	g_assert_cmpuint(notices->len, ==, 1);
	g_assert_null(oq_document_take_notices(document));
	g_assert_null(open_names(book, "2.txt a/2.png", &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT);
	g_clear_error(&error);
	g_assert_null(open_names(book, "2.txt none", &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING);
	g_clear_error(&error);
	g_assert_null(open_names(book, "none", &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING);
}

static void
test_single(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	book_case_write(book, "1. Басы.txt", "Басы.", -1);
	g_autofree char *path = book_case_path(book, "1. Басы.txt");
	g_autoptr(OqDocument) document = oq_document_open(path, NULL, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(oq_document_title(document), ==, "1. Басы");
	g_assert_cmpuint(oq_document_n_files(document), ==, 1);
	assert_outline(document, "");
	g_autofree char *identity = oq_document_identity(document);
	g_assert_nonnull(identity);
	g_autoptr(OqDocument) given = oq_document_new_text("Бір", 6);
	g_assert_cmpstr(oq_document_title(given), ==, "");
	g_assert_null(oq_document_path(given, 0));
	g_assert_null(oq_document_identity(given));
}

/* Standard input among files, read in its turn; it is no file that could be known again. */
static void
test_standard_input(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	int ends[2];
	g_autoptr(GError) error = NULL;
	g_assert_cmpint(pipe(ends), ==, 0);
	g_assert_cmpint(dup2(ends[0], STDIN_FILENO), ==, STDIN_FILENO);
	close(ends[0]);
	book_case_write(book, "1", "Бір.", -1);
	book_case_write(book, "3", "Үш.", -1);
	g_autoptr(OqDocument) document = open_names(book, "1 - 3", &error);
	g_assert_no_error(error);
	g_assert_null(oq_document_identity(document));
	g_assert_cmpstr(oq_document_path(document, oq_document_place(1, 0)), ==, "-");
	assert_outline(document, "1|Standard input|3|");
	g_assert_cmpint(write(ends[1], "Екі.\n", 8), ==, 8);
	close(ends[1]);
	g_autofree char *all = book_case_read(document);
	g_assert_cmpstr(all, ==, "0:0=1:Бір.|1:0=0:Екі.\n|2:0=0:Үш.|");
	g_assert_true(oq_document_seek(document, 0, NULL));
	g_autofree char *again = book_case_read(document);
	g_assert_cmpstr(again, ==, all);
}

/* A folder that was moved is the same book, a file of it is another one. */
static void
test_identity(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_write(book, "a/1", "Бір.", -1);
	book_case_write(book, "a/2", "Екі.", -1);
	book_case_write(book, "б/1", "Бір.", -1);
	book_case_write(book, "б/2", "Екі.", -1);
	g_autoptr(OqDocument) one = open_names(book, "a", NULL);
	g_autoptr(OqDocument) same = open_names(book, "б", NULL);
	g_autoptr(OqDocument) other = open_names(book, "a/1", NULL);
	g_autofree char *identity = oq_document_identity(one);
	g_autofree char *moved = oq_document_identity(same);
	g_autofree char *part = oq_document_identity(other);
	g_assert_cmpstr(identity, ==, moved);
	g_assert_cmpstr(identity, !=, part);
	g_assert_cmpstr(oq_document_title(same), ==, "б");
}

#define ADD(name, function)                                                                        \
	g_test_add("/document-open/" name, BookCase, NULL, book_case_set_up, function,             \
		book_case_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("folder", test_folder);
	ADD("names", test_names);
	ADD("single", test_single);
	ADD("standard-input", test_standard_input);
	ADD("identity", test_identity);
	return g_test_run();
}
