#include "open/loaders/rtf_paragraph.h"

#include "opened.h"

#include <string.h>

typedef struct {
	OqRtfParagraph paragraph;
	OqNoteBook *notes;
	int fd;
} Page;

static void
begin(Page *page)
{
	page->notes = oq_note_book_new(OQ_NOTES_INLINE);
	page->paragraph = (OqRtfParagraph){.out = opened_writer(&page->fd), .notes = page->notes};
}

static void
put(Page *page, const char *text)
{
	oq_rtf_paragraph_put(&page->paragraph, text, strlen(text), FALSE);
}

static void
assert_page(Page *page, const char *expected)
{
	oq_rtf_paragraph_finish(&page->paragraph);
	g_autofree char *lines = opened_lines(page->paragraph.out, page->fd);
	g_assert_cmpstr(lines, ==, expected);
	oq_note_book_free(page->notes);
}

static void
test_kinds(void)
{
	Page page;
	begin(&page);
	page.paragraph.level = 2;
	page.paragraph.item = 1;
	put(&page, "a");
	oq_rtf_paragraph_end(&page.paragraph);
	page.paragraph.level = 0;
	put(&page, "b");
	oq_rtf_paragraph_break_line(&page.paragraph);
	put(&page, "c");
	oq_rtf_paragraph_end(&page.paragraph);
	oq_rtf_paragraph_reset(&page.paragraph);
	put(&page, "10");
	oq_rtf_paragraph_put(&page.paragraph, "6", 1, TRUE);
	assert_page(&page, "heading 2: a\nitem 1: b c\nparagraph: 10⁶\n");
}

/* It stands before the first text alone, and goes with a paragraph that has none. */
static void
test_labels(void)
{
	Page page;
	begin(&page);
	oq_rtf_paragraph_set_label(&page.paragraph, "1.");
	oq_rtf_paragraph_set_label(&page.paragraph, "• ");
	put(&page, "a");
	oq_rtf_paragraph_end(&page.paragraph);
	oq_rtf_paragraph_set_label(&page.paragraph, " ә)\t");
	oq_rtf_paragraph_end(&page.paragraph);
	put(&page, "b");
	oq_rtf_paragraph_end(&page.paragraph);
	oq_rtf_paragraph_set_label(&page.paragraph, " ә) ");
	put(&page, "c");
	put(&page, "d");
	oq_rtf_paragraph_end(&page.paragraph);
	oq_rtf_paragraph_set_label(&page.paragraph, "2.");
	assert_page(&page, "paragraph: a\nparagraph: b\nparagraph: ә) cd\n");
}

static void
test_cells(void)
{
	Page page;
	begin(&page);
	oq_rtf_paragraph_end_cell(&page.paragraph);
	oq_rtf_paragraph_end_row(&page.paragraph);
	page.paragraph.in_table = page.paragraph.is_head = TRUE;
	put(&page, "A");
	oq_rtf_paragraph_end_cell(&page.paragraph);
	put(&page, "B");
	oq_rtf_paragraph_end_cell(&page.paragraph);
	oq_rtf_paragraph_end_row(&page.paragraph);
	oq_rtf_paragraph_set_label(&page.paragraph, "1.");
	put(&page, "a");
	oq_rtf_paragraph_end(&page.paragraph);
	put(&page, "b");
	oq_rtf_paragraph_end_cell(&page.paragraph);
	put(&page, "c");
	oq_rtf_paragraph_break_line(&page.paragraph);
	put(&page, "d");
	oq_rtf_paragraph_end_cell(&page.paragraph);
	oq_rtf_paragraph_end_row(&page.paragraph);
	page.paragraph.in_table = FALSE;
	put(&page, "e");
	assert_page(&page, "cell: A: 1. a b; B: c d\nparagraph: e\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rtf-paragraph/kinds", test_kinds);
	g_test_add_func("/rtf-paragraph/labels", test_labels);
	g_test_add_func("/rtf-paragraph/cells", test_cells);
	return g_test_run();
}
