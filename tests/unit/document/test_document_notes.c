#include "document/document.h"

#include "book_case.h"

#include <string.h>

/* "Бір." at 0, "Екі." at 8, "Үш." at 16; the notes, of 5 and 7 bytes, behind the first and at the
 * end. */
static const char text[] = "Бір.[^а]\n\nЕкі.[^б]\n\n[^а]: ан\n[^б]: бас\n\nҮш.\n";

static OqDocument *
open_as(BookCase *book, OqNotes notes)
{
	const OqDocumentWish wish = {.notes = notes};
	return book_case_open(book, &wish, NULL);
}

static char *
read_as(BookCase *book, OqNotes notes)
{
	g_autoptr(OqDocument) document = open_as(book, notes);
	return book_case_read(document);
}

static void
test_texts(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_write(book, "1.md", text, -1);
	g_autofree char *skipped = read_as(book, OQ_NOTES_SKIP);
	g_autofree char *within = read_as(book, OQ_NOTES_INLINE);
	g_autofree char *last = read_as(book, OQ_NOTES_END);
	g_assert_cmpstr(skipped, ==, "0:0=1:Бір.|0:8=0:Екі.|0:16=0:Үш.|");
	g_assert_cmpstr(within, ==, "0:0=1:Бір.|0:8=0:ан|0:13=0:Екі.|0:21=0:бас|0:28=0:Үш.|");
	g_assert_cmpstr(last, ==, "0:0=1:Бір.|0:8=0:Екі.|0:16=0:Үш.|0:22=0:ан|0:27=0:бас|");
}

static void
assert_stays(OqDocument *document, guint64 place, guint64 expected, guint64 in_notes)
{
	OqStaying staying = oq_document_staying(document, place);
	g_assert_cmpuint(staying.place, ==, expected);
	g_assert_cmpuint(staying.in_notes, ==, in_notes);
	g_assert_cmpuint(oq_document_returning(document, &staying), ==, place);
}

static void
test_staying(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_write(book, "1.md", text, -1);
	g_autoptr(OqDocument) skipped = open_as(book, OQ_NOTES_SKIP);
	g_autoptr(OqDocument) within = open_as(book, OQ_NOTES_INLINE);
	g_autoptr(OqDocument) last = open_as(book, OQ_NOTES_END);
	g_autofree char *read = book_case_read(within), *also = book_case_read(last);
	assert_stays(skipped, 16, 16, 0);
	assert_stays(within, 0, 0, 0);
	assert_stays(within, 8, 8, 1);
	assert_stays(within, 10, 8, 3);
	assert_stays(within, 13, 8, 0);
	assert_stays(within, 21, 16, 1);
	assert_stays(within, 28, 16, 0);
	assert_stays(last, 16, 16, 0);
	assert_stays(last, 27, 22, 6);
}

static void
assert_returns(OqDocument *document, guint64 place, guint64 in_notes, guint64 expected)
{
	const OqStaying staying = {place, in_notes};
	guint64 found;
	g_assert_true(oq_document_return_to(document, &staying, &found, NULL));
	g_assert_cmpuint(found, ==, expected);
}

/* Nothing of it was read before; where the note is not there, it is what comes behind. */
static void
test_returning(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_write(book, "1.md", text, -1);
	for (OqNotes notes = 0; notes < OQ_N_NOTES; notes++) {
		static const guint64 expected[] = {16, 28, 16};
		g_autoptr(OqDocument) document = open_as(book, notes);
		assert_returns(document, 16, 0, expected[notes]);
	}
	g_autoptr(OqDocument) within = open_as(book, OQ_NOTES_INLINE);
	assert_returns(within, 16, 7, 27);
	assert_returns(within, 16, 8, 28);
	g_autoptr(OqDocument) skipped = open_as(book, OQ_NOTES_SKIP);
	assert_returns(skipped, 8, 3, 8);
}

/* Each file has its own notes; a file that is closed keeps what is known of it. */
static void
test_book(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_write(book, "1.md", text, -1);
	book_case_write(book, "2.md", text, -1);
	g_autoptr(OqDocument) within = open_as(book, OQ_NOTES_INLINE);
	assert_returns(within, oq_document_place(1, 16), 0, oq_document_place(1, 28));
	assert_returns(within, 8, 0, 13);
	assert_stays(within, oq_document_place(1, 28), oq_document_place(1, 16), 0);
	assert_stays(within, oq_document_place(7, 28), oq_document_place(7, 28), 0);
}

#define ADD(name, test)                                                                            \
	g_test_add("/document_notes/" name, BookCase, NULL, book_case_set_up, test,                \
		book_case_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("texts", test_texts);
	ADD("staying", test_staying);
	ADD("returning", test_returning);
	ADD("book", test_book);
	return g_test_run();
}
