#include "document/document.h"

#include "book_case.h"

#include <sys/stat.h>
#include <unistd.h>

static const OqDocumentWish plain = {0}, followed = {.follows = TRUE};

/* A book with a blank beginning, a file without a block and one with a blank end. */
static void
write_book(const BookCase *book)
{
	book_case_write(book, "1", "\nБір.\n\nЕкі.\n", -1);
	book_case_write(book, "2", " \n", -1);
	book_case_write(book, "3", "\n\nҮш.\n\nТөрт.\n", -1);
	book_case_write(book, "4", "Бес.", -1);
	book_case_write(book, "5", "\n\n", -1);
}

static const char whole[] = "0:1=1:Бір.\n\n|0:10=0:Екі.\n|2:2=0:Үш.\n\n|2:9=0:Төрт.\n|3:0=0:Бес.|";

static void
assert_reads(OqDocument *document, const char *expected)
{
	g_autofree char *all = book_case_read(document);
	g_assert_cmpstr(all, ==, expected);
}

static void
assert_seeks(OqDocument *document, guint file, guint64 byte, const char *expected)
{
	g_autoptr(GError) error = NULL;
	OqBlock block;
	g_assert_true(oq_document_seek(document, oq_document_place(file, byte), &error));
	g_assert_no_error(error);
	char buffer[4];
	g_assert_cmpint(oq_document_read(document, buffer, sizeof buffer, NULL), ==, 0);
	g_assert_false(oq_document_is_cut(document));
	g_assert_true(oq_document_next(document, &block, &error));
	g_autofree char *text = book_case_block(document);
	g_assert_cmpstr(text, ==, expected);
}

static void
test_forward(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	OqBlock block;
	write_book(book);
	g_autoptr(OqDocument) document = book_case_open(book, &plain, NULL);
	assert_reads(document, whole);
	g_assert_false(oq_document_next(document, &block, NULL));
	g_assert_true(oq_document_seek(document, 0, NULL));
	assert_reads(document, whole);
	g_assert_cmpuint(oq_document_info(document).n_bytes, ==, 48);
}

/* In a document that was read, and in one that was not. */
static void
test_seek(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	write_book(book);
	for (guint i = 0; i < 2; i++) {
		g_autoptr(OqDocument) document = book_case_open(book, &plain, NULL);
		if (i > 0)
			assert_reads(document, whole);
		assert_seeks(document, 3, 0, "Бес.");
		assert_seeks(document, 3, 99, "Бес.");
		assert_seeks(document, 2, 0, "Үш.\n\n");
		assert_seeks(document, 2, 99, "Төрт.\n");
		assert_seeks(document, 1, 0, "Екі.\n");
		assert_seeks(document, 0, 0, "Бір.\n\n");
		assert_seeks(document, 4, 0, "Бес.");
		assert_seeks(document, 99, 0, "Бес.");
		assert_seeks(document, 2, 9, "Төрт.\n");
		assert_reads(document, "3:0=0:Бес.|");
		g_assert_true(oq_document_seek(document, G_MAXUINT64, NULL));
		assert_reads(document, "3:0=0:Бес.|");
	}
}

/* Behind the last file there is its last block, not the first one. */
static void
test_behind(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_write(book, "1", "Бір.", -1);
	book_case_write(book, "2", "Екі.\n\nҮш.", -1);
	g_autoptr(OqDocument) document = book_case_open(book, &plain, NULL);
	assert_seeks(document, 2, 0, "Үш.");
	assert_seeks(document, 99, 0, "Үш.");
}

/* A file that was entered behind its first block and left at its end still has its blocks. */
static void
test_entered_late(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	write_book(book);
	g_autoptr(OqDocument) document = book_case_open(book, &plain, NULL);
	assert_seeks(document, 2, 9, "Төрт.\n");
	assert_reads(document, "3:0=0:Бес.|");
	assert_seeks(document, 2, 9, "Төрт.\n");
	assert_seeks(document, 2, 0, "Үш.\n\n");
}

/* From the last block to the first one. */
static void
test_before(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const texts[] = {"Бес.", "Төрт.\n", "Үш.\n\n", "Екі.\n", "Бір.\n\n"};
	write_book(book);
	g_autoptr(OqDocument) document = book_case_open(book, &plain, NULL);
	guint64 place = G_MAXUINT64;
	g_assert_false(oq_document_before(document, 0, &place)); /* whatever stands there */
	place = G_MAXUINT64;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		OqBlock block;
		g_assert_true(oq_document_seek(document, place, NULL));
		g_assert_true(oq_document_next(document, &block, NULL));
		g_autofree char *text = book_case_block(document);
		g_assert_cmpstr(text, ==, texts[i]);
		gboolean has_more = oq_document_before(document, block.start, &place);
		g_assert_cmpint(has_more, ==, i + 1 < G_N_ELEMENTS(texts));
	}
}

/* Nothing stands at the beginning of the book. */
static void
test_blank_beginning(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_write(book, "1", "\n", -1);
	book_case_write(book, "2", " ", -1);
	book_case_write(book, "3", "Үш.", -1);
	g_autoptr(OqDocument) document = book_case_open(book, &plain, NULL);
	assert_seeks(document, 0, 0, "Үш.");
	assert_seeks(document, 1, 0, "Үш.");
	g_assert_true(oq_document_seek(document, 0, NULL));
	assert_reads(document, "2:0=1:Үш.|");
}

static void
test_fractions(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *spaces = g_strnfill(100, '-');
	book_case_write(book, "1", spaces, 100);
	book_case_write(book, "2", "\357\273\277----------------------------------------", -1);
	g_autoptr(OqDocument) document = book_case_open(book, &plain, NULL);
	g_assert_cmpuint(oq_document_at(document, 1), ==, oq_document_place(1, 43));
	assert_seeks(document, 1, 0, "----------------------------------------");
	g_assert_cmpuint(oq_document_at(document, 1), ==, oq_document_place(1, 40));
	g_assert_cmpuint(oq_document_at(document, 0.5), ==, oq_document_place(0, 70));
	gdouble fraction = oq_document_fraction(document, oq_document_place(1, 5));
	g_assert_cmpfloat_with_epsilon(fraction, 0.75, 1e-9);
	g_autoptr(OqDocument) given = oq_document_new_text("абвг", 8);
	g_assert_cmpuint(oq_document_at(given, 0.5), ==, 4);
}

/* The length shows while blocks are passed over, too. */
static void
test_length(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	const OqDocumentWish wish = {.encoding = "windows-1251"};
	OqBlock block;
	book_case_write(book, "1", "\317\n\n\360\n", 5);
	g_autoptr(OqDocument) document = book_case_open(book, &wish, NULL);
	g_assert_cmpuint(oq_document_info(document).n_bytes, ==, 0);
	while (oq_document_next(document, &block, NULL))
		;
	g_assert_cmpuint(oq_document_info(document).n_bytes, ==, 7);
	g_assert_cmpuint(oq_document_at(document, 1), ==, 7);
}

/* Of files that vanish, are replaced by something else or shrink, the rest is read. */
static void
test_vanishing(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	write_book(book);
	g_autoptr(OqDocument) document = book_case_open(book, &plain, NULL);
	g_autofree char *third = book_case_path(book, "3");
	g_autofree char *fourth = book_case_path(book, "4");
	g_assert_cmpint(g_remove(third), ==, 0);
	g_assert_cmpint(g_remove(fourth), ==, 0);
	g_assert_cmpint(g_mkdir(fourth, 0700), ==, 0);
	assert_reads(document, "0:1=1:Бір.\n\n|0:10=0:Екі.\n|");
	g_autoptr(GPtrArray) notices = oq_document_take_notices(document);
	g_assert_cmpuint(notices->len, ==, 2);
	g_assert_nonnull(strstr(g_ptr_array_index(notices, 0), third));
	g_assert_nonnull(strstr(g_ptr_array_index(notices, 1), fourth));
	assert_seeks(document, 3, 0, "Екі.\n");
	assert_seeks(document, 2, 5, "Екі.\n");
	g_assert_null(oq_document_take_notices(document));
	g_autofree char *first = book_case_path(book, "1");
	g_assert_cmpint(truncate(first, 0), ==, 0);
	book_case_append(book, "1", "Ал.");
	assert_seeks(document, 0, 50, "Ал.");
}

/* What is left when nothing is left is an error. */
static void
test_nothing_left(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	OqBlock block;
	write_book(book);
	g_autoptr(OqDocument) document = book_case_open(book, &plain, NULL);
	for (guint i = 1; i <= 5; i++) {
		g_autofree char *name = g_strdup_printf("%u", i);
		g_autofree char *path = book_case_path(book, name);
		g_assert_cmpint(g_remove(path), ==, 0);
	}
	assert_seeks(document, 0, 0, "Бір.\n\n"); /* which is open */
	g_assert_false(oq_document_seek(document, oq_document_place(4, 0), &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING);
	g_assert_false(oq_document_next(document, &block, NULL));
}

/** What happens while the document waits. */
typedef struct {
	BookCase *book;
	GCancellable *stop;
	guint n_waits;
} Writer;

static void
write_more(gpointer data)
{
	Writer *writer = data;
	g_autofree char *path = book_case_path(writer->book, "9");
	switch (writer->n_waits++) {
	case 0:
		book_case_append(writer->book, "9", "Екі.\n");
		break;
	case 1: /* a pause: what there is is given */
		break;
	case 2:
		book_case_append(writer->book, "9", "Үш.\n");
		break;
	case 3: /* another file takes the name */
		g_assert_cmpint(g_remove(path), ==, 0);
		book_case_append(writer->book, "9", "Жаңа.\n");
		break;
	default:
		g_cancellable_cancel(writer->stop);
	}
}

/* A log that grows and is rotated: each line is given when it was written. */
static void
test_follow(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) all = g_string_new(NULL);
	Writer writer = {book, stop, 0};
	OqBlock block;
	book_case_write(book, "1", "Бас.", -1);
	book_case_write(book, "9", "Бір.\n", -1);
	g_autoptr(OqDocument) document = book_case_open(book, &followed, stop);
	oq_document_on_wait(document, write_more, &writer);
	while (oq_document_next(document, &block, &error)) {
		char buffer[64];
		gssize n;
		while ((n = oq_document_read(document, buffer, sizeof buffer, &error)) > 0)
			g_string_append_len(all, buffer, n);
		g_string_append_printf(all, "%u:%u|", oq_document_file_of(block.start),
			(guint)oq_document_byte_of(block.start));
		if (n < 0)
			break;
	}
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_cmpstr(all->str, ==, "Бас.0:0|Бір.\nЕкі.\n1:0|Үш.\n1:16|Жаңа.\n2:0|");
	g_assert_cmpuint(oq_document_n_files(document), ==, 2);
	g_cancellable_reset(stop);
	assert_seeks(document, 1, 16, "Бас."); /* the old file is gone */
	oq_document_set_hasty(document, TRUE);
	assert_seeks(document, 2, 99, "Жаңа.\n");
	assert_reads(document, "");
}

/* Another file takes the name, but it is gone, or cannot be read, before it is opened. */
static void
vanish(gpointer data)
{
	Writer *writer = data;
	g_autofree char *path = book_case_path(writer->book, "1");
	switch (writer->n_waits++) {
	case 0:
		g_unlink(path);
		g_assert_cmpint(mknod(path, S_IFSOCK | 0600, 0), ==, 0);
		break;
	case 1:
		g_unlink(path);
		break;
	case 2:
		book_case_write(writer->book, "1", "Жаңа.\n", -1);
		break;
	default:
		g_cancellable_cancel(writer->stop);
	}
}

/* It is waited for the next one. */
static void
test_follow_missing(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	Writer writer = {book, stop, 0};
	OqBlock block;
	book_case_write(book, "1", "Бір.\n", -1);
	g_autoptr(OqDocument) document = book_case_open(book, &followed, stop);
	oq_document_on_wait(document, vanish, &writer);
	g_assert_true(oq_document_next(document, &block, &error));
	g_autofree char *before = book_case_block(document);
	g_assert_cmpstr(before, ==, "Бір.\n");
	g_assert_true(oq_document_next(document, &block, &error));
	g_assert_cmpuint(oq_document_file_of(block.start), ==, 1);
	char buffer[64];
	g_assert_cmpint(oq_document_read(document, buffer, sizeof buffer, &error), ==, 10);
	g_assert_cmpmem(buffer, 10, "Жаңа.\n", 10);
	g_assert_cmpuint(writer.n_waits, ==, 3);
	g_assert_no_error(error);
}

#define ADD(name, function)                                                                        \
	g_test_add("/document-move/" name, BookCase, NULL, book_case_set_up, function,             \
		book_case_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("forward", test_forward);
	ADD("seek", test_seek);
	ADD("behind", test_behind);
	ADD("entered-late", test_entered_late);
	ADD("before", test_before);
	ADD("blank-beginning", test_blank_beginning);
	ADD("fractions", test_fractions);
	ADD("length", test_length);
	ADD("vanishing", test_vanishing);
	ADD("nothing-left", test_nothing_left);
	ADD("follow", test_follow);
	ADD("follow-missing", test_follow_missing);
	return g_test_run();
}
