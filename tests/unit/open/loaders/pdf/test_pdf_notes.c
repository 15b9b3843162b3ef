#include "open/loaders/pdf/pdf_notes.h"

#include "nameless.h"
#include "opened.h"
#include "pdf_case.h"

static OqPdfLine *
line_at(const OqPdfPage *page, guint index)
{
	return &g_array_index(page->lines, OqPdfLine, index);
}

static char *
taken(OqPdfPage *page)
{
	int fd = nameless_new("", 0);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(fd);
	g_autoptr(OqNoteBook) book = oq_note_book_new(OQ_NOTES_END);
	oq_pdf_notes_take(page);
	oq_pdf_notes_refer(page, book);
	oq_note_book_end(book, writer);
	oq_block_writer_finish(writer, NULL);
	char *lines = opened_items(fd);
	close(fd);
	return lines;
}

static OqPdfPage *
page_new(double last_size)
{
	OqPdfPage *page = oq_pdf_page_new(1, 800);
	pdf_case_add(page, 100, 100, 400, 10, "2 деген осы");
	pdf_case_add(page, 700, 100, 400, 8, "Бірінші ескерту екі жол-");
	pdf_case_add(page, 710, 100, 200, 8, "да тұр.");
	pdf_case_add(page, 720, 100, 200, 8, "Екіншісі бар\302\255");
	pdf_case_add(page, 730, 100, 200, last_size, "ша.");
	line_at(page, 0)->is_note = line_at(page, 1)->is_note = line_at(page, 3)->is_note = TRUE;
	return page;
}

static void
test_notes(void)
{
	g_autoptr(OqPdfPage) page = page_new(8);
	g_autofree char *lines = taken(page);
	g_assert_cmpstr(lines, ==, "note: Бірінші ескерту екі жолда тұр.\nnote: Екіншісі барша.\n");
	g_assert_false(line_at(page, 0)->is_dropped);
	for (guint i = 1; i < page->lines->len; i++)
		g_assert_true(line_at(page, i)->is_dropped);
}

/* Text of the page stands below: a raised number begins a line of it. */
static void
test_none(void)
{
	g_autoptr(OqPdfPage) page = page_new(10);
	g_autofree char *lines = taken(page);
	g_assert_cmpstr(lines, ==, "");
	g_assert_false(line_at(page, 1)->is_dropped);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_notes/notes", test_notes);
	g_test_add_func("/pdf_notes/none", test_none);
	return g_test_run();
}
