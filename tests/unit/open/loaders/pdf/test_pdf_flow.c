#include "open/loaders/pdf/pdf_flow.h"

#include "nameless.h"
#include "opened.h"
#include "pdf_case.h"

static char *
written(OqPdfPage *const *pages, guint n_pages)
{
	int fd = nameless_new("", 0);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(fd);
	OqPdfFlow flow;
	g_autoptr(OqNoteBook) notes = oq_note_book_new(OQ_NOTES_INLINE);
	oq_pdf_flow_init(&flow, notes);
	for (guint i = 0; i < n_pages; i++) {
		g_autofree char *name = g_strdup_printf("%u", i);
		oq_pdf_flow_write(&flow, pages[i], writer);
		oq_note_book_add(notes, name, "ескерту");
		if (i + 1 < n_pages)
			oq_note_book_refer(notes, name);
	}
	oq_pdf_flow_clear(&flow);
	oq_block_writer_finish(writer, NULL);
	char *lines = opened_items(fd);
	close(fd);
	return lines;
}

static void
test_paragraphs(void)
{
	g_autoptr(OqPdfPage) page = oq_pdf_page_new(1, 800);
	pdf_case_add(page, 80, 100, 250, 18, "Тарау аты");
	pdf_case_add(page, 120, 100, 400, 10, "Бірінші жол осында аяқ-");
	pdf_case_add(page, 132, 100, 398, 10, "талады, ал келесі жол");
	pdf_case_add(page, 144, 100, 200, 10, "қысқа.");
	pdf_case_add(page, 156, 100, 400, 10, "Жаңа абзац осы жерден басталады");
	pdf_case_add(page, 168, 100, 400, 10, "және осы жолда бітеді.");
	pdf_case_add(page, 180, 115, 400, 10, "Шегініспен басталған абзац");
	pdf_case_add(page, 192, 100, 150, 10, "болды.");
	pdf_case_add(page, 240, 100, 180, 10, "• тармақ");
	OqPdfPage *pages[] = {page};
	g_autofree char *lines = written(pages, 1);
	g_assert_cmpstr(lines, ==,
		"heading 1: Тарау аты\nparagraph: Бірінші жол осында аяқталады, ал келесі жол "
		"қысқа.\n"
		"paragraph: Жаңа абзац осы жерден басталады және осы жолда бітеді.\n"
		"paragraph: Шегініспен басталған абзац болды.\nitem 1: тармақ\n");
}

/* Much text in large letters is no heading. */
static void
test_large(void)
{
	g_autoptr(OqPdfPage) page = oq_pdf_page_new(1, 800);
	g_autofree char *large = g_strnfill(401, 'a'), *small = g_strnfill(500, 'b');
	pdf_case_add(page, 80, 100, 400, 18, large);
	pdf_case_add(page, 120, 100, 400, 10, small);
	OqPdfPage *pages[] = {page};
	g_autofree char *lines = written(pages, 1);
	g_autofree char *expected = g_strdup_printf("paragraph: %s\nparagraph: %s\n", large, small);
	g_assert_cmpstr(lines, ==, expected);
}

/* A sentence goes on in the next column and on the next page; the note of the first one is behind
 * it. */
static void
test_columns(void)
{
	g_autoptr(OqPdfPage) first = oq_pdf_page_new(1, 800);
	g_autoptr(OqPdfPage) second = oq_pdf_page_new(2, 800);
	pdf_case_add(first, 700, 100, 290, 10, "Бірінші бағанның");
	pdf_case_add(first, 100, 310, 500, 10, "жалғасы екінші");
	pdf_case_add(second, 100, 100, 190, 10, "бетте аяқталады.");
	pdf_case_add(second, 112, 100, 290, 10, "Жаңа абзац");
	OqPdfPage *pages[] = {first, second};
	g_autofree char *lines = written(pages, 2);
	g_assert_cmpstr(lines, ==,
		"paragraph: Бірінші бағанның жалғасы екінші бетте аяқталады.\nnote: "
		"ескерту\nparagraph: Жаңа абзац\n");
	oq_pdf_page_free(NULL);
}

/* Further lines of an item begin below its text; what stands to its right is within it. */
static void
test_items(void)
{
	g_autoptr(OqPdfPage) page = oq_pdf_page_new(1, 800);
	pdf_case_add(page, 100, 100, 400, 10, "1. Бірінші тармақ осы жолда бітеді.");
	pdf_case_add(page, 112, 120, 400, 10, "Ол екінші жолда да айтылады, содан соң");
	pdf_case_add(page, 124, 120, 160, 10, "аяқталады,");
	pdf_case_add(page, 136, 120, 400, 10, "– ішкі тармақ");
	pdf_case_add(page, 148, 100, 400, 10, "2. Екінші тармақ");
	for (guint i = 0; i < page->lines->len; i++)
		if (i == 0 || i > 2)
			g_array_index(page->lines, OqPdfLine, i).text_left =
				g_array_index(page->lines, OqPdfLine, i).left + 20;
	OqPdfPage *pages[] = {page};
	g_autofree char *lines = written(pages, 1);
	g_assert_cmpstr(lines, ==,
		"item 1: 1. Бірінші тармақ осы жолда бітеді. Ол екінші жолда да айтылады, содан "
		"соң аяқталады,\nitem 2: ішкі тармақ\nitem 1: 2. Екінші тармақ\n");
}

/* A cell of several lines, an empty one, a head; what comes behind is a paragraph again. */
static void
test_table(void)
{
	static const struct {
		const char *text;
		guint row, column;
	} cells[] = {{"Күн", 0, 0}, {"Жол", 0, 1}, {"Сенбі", 1, 0}, {"таңер-", 1, 0},
		{"12 км", 1, 1}, {"5 км", 2, 1}};
	g_autoptr(OqPdfPage) page = oq_pdf_page_new(1, 800);
	pdf_case_add(page, 80, 100, 400, 10, "Алдындағы абзац");
	for (guint i = 0; i < G_N_ELEMENTS(cells); i++) {
		pdf_case_add(page, 100 + 12 * i, 100, 200, 10, cells[i].text);
		OqPdfLine *line = &g_array_index(page->lines, OqPdfLine, i + 1);
		line->table = 1;
		line->row = cells[i].row;
		line->column = cells[i].column;
		line->in_head = line->row == 0;
	}
	pdf_case_add(page, 200, 100, 400, 10, "Кейінгі абзац");
	OqPdfPage *pages[] = {page};
	g_autofree char *lines = written(pages, 1);
	g_assert_cmpstr(lines, ==,
		"paragraph: Алдындағы абзац\ncell: Күн: Сенбі таңер-; Жол: 12 км\n"
		"cell: Жол: 5 км\nparagraph: Кейінгі абзац\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_flow/paragraphs", test_paragraphs);
	g_test_add_func("/pdf_flow/large", test_large);
	g_test_add_func("/pdf_flow/columns", test_columns);
	g_test_add_func("/pdf_flow/items", test_items);
	g_test_add_func("/pdf_flow/table", test_table);
	return g_test_run();
}
