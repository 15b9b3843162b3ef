#include "open/loaders/pdf/pdf.h"

#include "open/limits.h"
#include "text/characters/code_pages.h"

#include "opened.h"

#include <string.h>

/* A page of Helvetica, with no text but Latin. */
#define PDF(stream) PDF_WITH(stream, "")
#define PDF_WITH(stream, trailer)                                                                  \
	"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"                                   \
	"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"                                       \
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>"    \
	"/Contents 5 0 R>>endobj\n"                                                                \
	"4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica"                                     \
	"/Encoding/WinAnsiEncoding>>endobj\n"                                                      \
	"5 0 obj<</Length 400>>stream\n" stream "\nendstream endobj\n"                             \
	"6 0 obj<</Title(Kitap)/Author(Asan)>>endobj\n"                                            \
	"trailer<</Root 1 0 R/Info 6 0 R" trailer ">>\n%%EOF\n"

#define TEXT_32 "0123456789abcdef0123456789abcdef"

/* By a password that is not the empty one. */
static const char locked[] =
	PDF_WITH("BT ET", "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" TEXT_32 ")/U(" TEXT_32
			  ")>>/ID[(0123456789abcdef)(0123456789abcdef)]");

static void
test_text(void)
{
	assert_blocks(&oq_loader_pdf,
		PDF("BT /F 24 Tf 100 700 Td (Head) Tj ET BT /F 10 Tf 100 650 Td (First line of the "
		    "text is) Tj 0 -12 Td (long and ends here.) Tj /F 6 Tf 0 4 Td ET"),
		"title: Kitap\nauthor: Asan\nheading 1: Head\n"
		"paragraph: First line of the text is long and ends here.\n");
}

/* A word that is far from the one before it is in the same line all the same; a row of such is none
 * of prose. The small figure before a line at the foot is a note's number, that behind one refers
 * to it. */
static void
test_layout(void)
{
	static const char pdf[] =
		PDF("BT /F 10 Tf 100 700 Td (Far) Tj 100 0 Td (away) Tj -100 -30 Td (A) Tj 100 0 "
		    "Td "
		    "(10) Tj -100 -16 Td (B) Tj 100 0 Td (20) Tj ET BT /F 10 Tf 100 600 Td (Word) "
		    "Tj "
		    "/F 6 Tf 0 4 Td (             1) Tj ET "
		    "BT /F 6 Tf 100 104 Td (1) Tj /F 10 Tf 5 -4 Td (Note) Tj ET");
	g_autofree char *lines =
		opened_blocks(&oq_loader_pdf, pdf, sizeof pdf - 1, "", NULL, OQ_NOTES_INLINE);
	g_assert_cmpstr(lines, ==,
		"title: Kitap\nauthor: Asan\nparagraph: Far away\ncell: A; 10\ncell: B; 20\n"
		"paragraph: Word\nnote: Note\n");
}

/* A Kazakh font from before Unicode, which says that it is a Western one. */
static void
test_letters(void)
{
	static const char text[] =
		"Біздің ауылдың қасында үлкен өзен бар, оған ғажап балық келеді.";
	g_autoptr(GString) shown = g_string_new("BT /F 10 Tf 50 700 Td <");
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
		g_string_append_printf(shown, "%02X",
			(guint)oq_code_page_byte(OQ_CODE_PAGE_KZ_1048, g_utf8_get_char(p)));
	g_string_append(shown, "> Tj ET");
	g_autoptr(GString) pdf = g_string_new(PDF("@"));
	g_string_replace(pdf, "@", shown->str, 0);
	g_autofree char *expected =
		g_strdup_printf("title: Kitap\nauthor: Asan\nparagraph: %s\n", text);
	assert_blocks(&oq_loader_pdf, pdf->str, expected);
}

/* Poppler believes a number of pages only if there are as many objects. */
static void
test_limit(void)
{
	g_autofree char *expected =
		g_strdup_printf("title: Kitap\nauthor: Asan\nparagraph: Word\nfault 4: pages: %d\n",
			OQ_LIMIT_PAGES);
	g_autoptr(GString) kids = g_string_new("/Kids[3 0 R");
	for (guint i = 0; i < OQ_LIMIT_PAGES; i++)
		g_string_append(kids, " 7 0 R");
	g_string_append_printf(kids,
		"]/Count %d>>endobj 7 0 obj<</Type/Page/Parent 2 0 R>>endobj "
		"%d 0 obj null endobj<<",
		OQ_LIMIT_PAGES + 1, 2 * OQ_LIMIT_PAGES);
	g_autoptr(GString) pdf = g_string_new(PDF("BT /F 10 Tf 100 700 Td (Word) Tj ET"));
	g_string_replace(pdf, "/Kids[3 0 R]/Count 1", kids->str, 0);
	assert_blocks(&oq_loader_pdf, pdf->str, expected);
	g_autoptr(GString) none = g_string_new(PDF("BT ET"));
	g_string_replace(none, "/Count 1", "/Count 99999", 0);
	assert_blocks(
		&oq_loader_pdf, none->str, "title: Kitap\nauthor: Asan\nfault 2: PDF: no pages\n");
}

static void
test_locked(void)
{
	g_autofree char *lines =
		opened_blocks(&oq_loader_pdf, locked, sizeof locked - 1, "", NULL, OQ_NOTES_SKIP);
	g_assert_true(g_str_has_prefix(lines, "fault 3: PDF"));
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
	g_test_add_func("/pdf/layout", test_layout);
	g_test_add_func("/pdf/letters", test_letters);
	g_test_add_func("/pdf/limit", test_limit);
	g_test_add_func("/pdf/locked", test_locked);
	g_test_add_func("/pdf/faults", test_faults);
	return g_test_run();
}
