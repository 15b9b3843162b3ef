#include "open/loaders/docx/docx.h"

#include "made_zip.h"
#include "opened.h"

#define P(properties, text) "<w:p><w:pPr>" properties "</w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define CELL(text)          "<w:tc>" P("", text) "</w:tc>"

static const char styles[] =
	"<w:styles xmlns:w='w'><w:style w:styleId='H'><w:name w:val='heading 1'/>"
	"</w:style><w:style w:styleId='T'><w:name w:val='toc 1'/></w:style>"
	"</w:styles>";

static const char body[] = "<w:document xmlns:w='w'><w:body>" P("<w:pStyle w:val='T'/>", "Мазмұны")
	P("<w:pStyle w:val='H'/>", "Тарау") P("<w:numPr><w:ilvl w:val='1'/></w:numPr>",
		"тармақ") "<w:p><w:r><w:t>Бір</w:t></w:r><w:del><w:r><w:delText>жоқ</w:delText></"
			  "w:r></w:del>"
			  "<w:r><w:t xml:space='preserve'> "
			  "сөз</w:t><w:tab/><w:t>үш</w:t><w:footnoteReference w:id='2'/>"
			  "<w:t>.</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
			  "<w:p><w:r><w:rPr><w:lang "
			  "w:val='ru-RU'/></w:rPr><w:t>Русский</w:t><w:br/><w:t>текст</w:t></w:r>"
			  "</w:p><w:p><w:r><w:rPr><w:lang "
			  "w:val='ru-RU'/></w:rPr><w:t>Қазақша</w:t></w:r></w:p>"
			  "<w:p><w:r><w:drawing><wp:docPr xmlns:wp='x' descr='Тау "
			  "суреті'/></w:drawing></w:r></w:p>"
			  "<w:tbl><w:tblPr><w:tblLook w:firstRow='1'/></w:tblPr><w:tr>" CELL("Аты")
				  CELL("Саны") "</w:tr><w:tr>" CELL("алма")
					  CELL("5") "</w:tr></w:tbl></w:body></w:document>";

static const char core[] =
	"<c xmlns:dc='d'><dc:title>Кітап</dc:title><dc:creator>Асан</dc:creator></c>";
static const char notes[] = "<w:footnotes xmlns:w='w'><w:footnote w:id='2'>" P(
	"", "Ескерту.") "</w:footnote></w:footnotes>";

static const char *const members[] = {"word/styles.xml", styles, "word/document.xml", body,
	"docProps/core.xml", core, "word/footnotes.xml", notes, NULL};

#define START                                                                                      \
	"title: Кітап\nauthor: Асан\nheading 1: Тарау\nitem 2: тармақ\nparagraph: Бір сөз үш.\n"
#define END                                                                                                  \
	"lines ru: Русский / текст\nparagraph: Қазақша\nparagraph: Тау суреті\n" \
	"cell: Аты: алма; Саны: 5\n"

static void
test_document(void)
{
	g_autofree char *skipped = opened_zip(&oq_loader_docx, members, OQ_NOTES_SKIP);
	g_autofree char *within = opened_zip(&oq_loader_docx, members, OQ_NOTES_INLINE);
	g_assert_cmpstr(skipped, ==, START END);
	g_assert_cmpstr(within, ==, START "note: Ескерту.\n" END);
}

#define ITEM(text) P("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>", text)

/* A heading has one by its style; what is empty counts; in a table it may be all that a cell has.
 */
static void
test_numbers(void)
{
	static const char plan[] =
		"<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'>"
		"<w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
		"<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'>"
		"<w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/>"
		"<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/>"
		"<w:lvlText w:val='%1'/></w:lvl></w:lvlOverride></w:num></w:numbering>";
	static const char look[] =
		"<w:styles xmlns:w='w'><w:style w:styleId='H'><w:name w:val='heading 1'/><w:pPr>"
		"<w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style></w:styles>";
	static const char text[] =
		"<w:document xmlns:w='w'><w:body>" P("<w:pStyle w:val='H'/>", "Бас") ITEM("ә")
			P("<w:pStyle w:val='H'/><w:numPr><w:numId w:val='0'/></w:numPr>", "Соңы")
				ITEM("") ITEM(" ") "<w:tbl><w:tr><w:tc>" ITEM("") "</w:tc>" CELL(
					"нан") "</w:tr><w:tr><w:tc>" ITEM("а")
					ITEM("б") "</w:tc>" CELL("шай") "</w:tr></w:tbl>"
									"</w:body></w:document>";
	static const char *const all[] = {"word/numbering.xml", plan, "word/styles.xml", look,
		"word/document.xml", text, NULL};
	g_autofree char *lines = opened_zip(&oq_loader_docx, all, OQ_NOTES_SKIP);
	g_assert_cmpstr(lines, ==,
		"heading 1: I Бас\nitem 1: 2. ә\nheading 1: Соңы\ncell: 5.; нан\ncell: 6. а 7. б; "
		"шай\n");
}

/* Nothing but the text itself has to be there. */
static void
test_parts(void)
{
	const char *const alone[] = {"word/document.xml", body, NULL};
	const char *const cut[] = {"word/document.xml", "<w:p xmlns:w='w'><w:t>Бір</w:t>", NULL};
	g_autofree char *lines = opened_zip(&oq_loader_docx, alone, OQ_NOTES_END);
	g_autoptr(GBytes) whole = made_zip_of(FALSE, alone);
	g_autofree char *endless = opened_blocks(&oq_loader_docx, g_bytes_get_data(whole, NULL),
		g_bytes_get_size(whole) - 30, "", NULL, OQ_NOTES_END);
	g_autofree char *expected = g_strconcat(lines, "fault 2: zip: cut off\n", NULL);
	g_assert_cmpstr(endless, ==, expected);
	g_autofree char *damaged = opened_zip(&oq_loader_docx, cut, OQ_NOTES_END);
	g_assert_true(g_str_has_prefix(lines, "paragraph: Мазмұны\nparagraph: Тарау\n"));
	g_assert_cmpstr(damaged, ==, "paragraph: Бір\nfault 2: XML, line 1\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/docx/document", test_document);
	g_test_add_func("/docx/numbers", test_numbers);
	g_test_add_func("/docx/parts", test_parts);
	return g_test_run();
}
