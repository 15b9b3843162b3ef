#include "open/loaders/pdf_page.h"

#include "nameless.h"
#include "opened.h"

/* A line of a text whose letters are 10 points high, the column 100 to 400. */
static void
add(OqPdfPage *page, double top, double left, double right, double size, const char *text)
{
	OqPdfLine line = {g_strdup(text), left, right, top, top + size, size, FALSE};
	oq_pdf_page_add(page, line);
}

static char *
written(OqPdfPage *const *pages, guint n_pages)
{
	int fd = nameless_new("", 0);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(fd);
	OqPdfFlow flow;
	oq_pdf_page_flow_init(&flow);
	for (guint i = 0; i < n_pages; i++)
		oq_pdf_page_write(pages[i], &flow, writer);
	oq_pdf_page_flow_clear(&flow);
	oq_block_writer_finish(writer, NULL);
	char *lines = opened_items(fd);
	close(fd);
	return lines;
}

static void
test_paragraphs(void)
{
	g_autoptr(OqPdfPage) page = oq_pdf_page_new(1, 800);
	add(page, 80, 100, 250, 18, "Тарау аты");
	add(page, 120, 100, 400, 10, "Бірінші жол осында аяқ-");
	add(page, 132, 100, 398, 10, "талады, ал келесі жол");
	add(page, 144, 100, 200, 10, "қысқа.");
	add(page, 156, 100, 400, 10, "Жаңа абзац осы жерден басталады");
	add(page, 168, 100, 400, 10, "және осы жолда бітеді.");
	add(page, 180, 115, 400, 10, "Шегініспен басталған абзац");
	add(page, 192, 100, 150, 10, "болды.");
	add(page, 240, 100, 180, 10, "• тармақ");
	OqPdfPage *pages[] = {page};
	g_autofree char *lines = written(pages, 1);
	g_assert_cmpstr(lines, ==,
		"heading 1: Тарау аты\nparagraph: Бірінші жол осында аяқталады, ал келесі жол "
		"қысқа.\n"
		"paragraph: Жаңа абзац осы жерден басталады және осы жолда бітеді.\n"
		"paragraph: Шегініспен басталған абзац болды.\nitem 1: • тармақ\n");
}

/* A sentence goes on in the next column and on the next page. */
static void
test_columns(void)
{
	g_autoptr(OqPdfPage) first = oq_pdf_page_new(1, 800);
	g_autoptr(OqPdfPage) second = oq_pdf_page_new(2, 800);
	add(first, 700, 100, 290, 10, "Бірінші бағанның");
	add(first, 100, 310, 500, 10, "жалғасы екінші");
	add(second, 100, 100, 290, 10, "бетте аяқталады.");
	OqPdfPage *pages[] = {first, second};
	g_autofree char *lines = written(pages, 2);
	g_assert_cmpstr(lines, ==, "paragraph: Бірінші бағанның жалғасы екінші бетте аяқталады.\n");
	oq_pdf_page_free(NULL);
}

static void
test_heads(void)
{
	g_autoptr(GPtrArray) pages = g_ptr_array_new();
	for (guint i = 0; i < 3; i++) {
		OqPdfPage *page = oq_pdf_page_new(i + 1, 800);
		g_autofree char *head = g_strdup_printf("Заң %u-бөлім", i);
		g_autofree char *number = g_strdup_printf("– %u –", i + 10);
		add(page, 40, 100, 300, 10, head);
		add(page, 300, 100, 400, 10, "Заң 5-бөлім ортада тұр.");
		add(page, 760, 250, 280, 10, number);
		g_ptr_array_add(pages, page);
	}
	g_autoptr(OqPdfPage) first = g_ptr_array_steal_index(pages, 0);
	g_autoptr(OqPdfPage) last = g_ptr_array_index(pages, 1);
	g_autoptr(OqPdfPage) second = g_ptr_array_index(pages, 0);
	oq_pdf_page_drop_heads(first, pages);
	g_assert_cmpstr(first->label, ==, "10");
	g_autofree char *lines = written(&first, 1);
	g_assert_cmpstr(lines, ==, "page: 10\nparagraph: Заң 5-бөлім ортада тұр.\n");
	/* alone, nothing but its number is known to be none of the text */
	g_ptr_array_set_size(pages, 0);
	oq_pdf_page_drop_heads(last, pages);
	g_autofree char *others = written(&last, 1);
	g_assert_true(g_str_has_prefix(others, "page: 12\nparagraph: Заң 2-бөлім\n"));
	g_assert_null(second->label);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_page/paragraphs", test_paragraphs);
	g_test_add_func("/pdf_page/columns", test_columns);
	g_test_add_func("/pdf_page/heads", test_heads);
	return g_test_run();
}
