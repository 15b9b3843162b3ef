#include "open/loaders/pdf.h"

#include "opened_blocks.h"

/* A page of Helvetica, with no text but Latin. */
#define PDF(stream)                                                                                \
	"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"                                   \
	"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"                                       \
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>"    \
	"/Contents 5 0 R>>endobj\n"                                                                \
	"4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"                           \
	"5 0 obj<</Length 400>>stream\n" stream "\nendstream endobj\n"                             \
	"6 0 obj<</Title(Kitap)/Author(Asan)>>endobj\n"                                            \
	"trailer<</Root 1 0 R/Info 6 0 R>>\n%%EOF\n"

static void
test_text(void)
{
	assert_blocks(&oq_loader_pdf,
		PDF("BT /F 24 Tf 100 700 Td (Head) Tj ET BT /F 10 Tf 100 650 Td (First line of the "
		    "text is) Tj 0 -12 Td (long and ends here.) Tj /F 6 Tf 0 4 Td ET"),
		"title: Kitap\nauthor: Asan\nheading 1: Head\n"
		"paragraph: First line of the text is long and ends here.\n");
}

static void
test_faults(void)
{
	assert_blocks(&oq_loader_pdf, PDF(" "), "title: Kitap\nauthor: Asan\nfault 5: \n");
	assert_blocks(&oq_loader_pdf,
		"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
		"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
		"fault 2: PDF: no pages\n");
	g_autofree char *lines =
		opened_blocks(&oq_loader_pdf, "%PDF-1.4\n", 9, "", NULL, OQ_NOTES_SKIP);
	g_assert_true(g_str_has_prefix(lines, "fault 2: PDF"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf/text", test_text);
	g_test_add_func("/pdf/faults", test_faults);
	return g_test_run();
}
