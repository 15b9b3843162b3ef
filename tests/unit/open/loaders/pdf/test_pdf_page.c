#include "open/loaders/pdf/pdf_page.h"

#include "pdf_case.h"

static void
test_heads(void)
{
	g_autoptr(GPtrArray) pages = g_ptr_array_new();
	for (guint i = 0; i < 3; i++) {
		OqPdfPage *page = oq_pdf_page_new(i + 1, 800);
		g_autofree char *head = g_strdup_printf("Заң %u-бөлім", i);
		g_autofree char *number = g_strdup_printf("– %u –", i + 10);
		pdf_case_add(page, 40, 100, 300, 10, head);
		pdf_case_add(page, 300, 100, 400, 10, "Заң 5-бөлім ортада тұр.");
		pdf_case_add(page, 760, 250, 280, 10, number);
		g_ptr_array_add(pages, page);
	}
	g_autoptr(OqPdfPage) first = g_ptr_array_steal_index(pages, 0);
	g_autoptr(OqPdfPage) last = g_ptr_array_index(pages, 1);
	g_autoptr(OqPdfPage) second = g_ptr_array_index(pages, 0);
	oq_pdf_page_drop_heads(first, pages);
	g_assert_cmpstr(first->label, ==, "10");
	g_assert_true(g_array_index(first->lines, OqPdfLine, 0).is_dropped);
	g_assert_false(g_array_index(first->lines, OqPdfLine, 1).is_dropped);
	g_assert_true(g_array_index(first->lines, OqPdfLine, 2).is_dropped);
	/* alone, nothing but its number is known to be none of the text */
	g_ptr_array_set_size(pages, 0);
	oq_pdf_page_drop_heads(last, pages);
	g_assert_cmpstr(last->label, ==, "12");
	g_assert_false(g_array_index(last->lines, OqPdfLine, 0).is_dropped);
	g_assert_true(g_array_index(last->lines, OqPdfLine, 2).is_dropped);
	g_assert_null(second->label);
	oq_pdf_page_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_page/heads", test_heads);
	return g_test_run();
}
