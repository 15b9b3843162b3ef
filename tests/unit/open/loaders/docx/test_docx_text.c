#include "open/loaders/docx/docx_text.h"

#include "nameless.h"
#include "opened.h"

#include <string.h>

#define RUN(text)              "<w:r><w:t>" text "</w:t></w:r>"
#define LANG(lang, text)       "<w:r><w:rPr><w:lang w:val='" lang "'/></w:rPr><w:t>" text "</w:t></w:r>"
#define P(text)                "<w:p>" text "</w:p>"
#define PROPERTIES(more, text) "<w:p><w:pPr>" more "</w:pPr>" text "</w:p>"
#define TC(text)               "<w:tc>" P(RUN(text)) "</w:tc>"
#define TR(cells)              "<w:tr>" cells "</w:tr>"
#define NUMBER(n)              "<w:numPr><w:numId w:val='" n "'/></w:numPr>"

static char *
blocks_of(const char *body, gsize n_bytes)
{
	g_autoptr(GError) error = NULL;
	int in = nameless_new(body, n_bytes), fd = nameless_new("", 0);
	const OqOpenJob job = {.fd = in, .n_bytes = n_bytes, .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	g_autoptr(OqDocxStyles) styles = oq_docx_styles_read(NULL);
	g_autoptr(OqDocxLists) lists = oq_docx_lists_read(NULL);
	g_autoptr(OqNoteBook) notes = oq_note_book_new(OQ_NOTES_INLINE);
	g_autoptr(OqBlockWriter) out = oq_block_writer_new(fd);
	const OqDocxText text = {xml, styles, lists, notes, n_bytes, NULL};
	oq_note_book_add(notes, "f1", "Ескерту.");
	g_assert_true(oq_docx_text_read(&text, out, &error) == (error == NULL));
	oq_block_writer_finish(out, error);
	char *lines = opened_items(fd);
	close(in);
	close(fd);
	return lines;
}

static void
assert_body(const char *body, const char *expected)
{
	g_autofree char *whole = g_strdup_printf("<w:body xmlns:w='w'>%s</w:body>", body);
	g_autofree char *lines = blocks_of(whole, strlen(whole));
	g_assert_cmpstr(lines, ==, expected);
}

/* A block is in a language when all its runs are; the mark of its end does not count. */
static void
test_langs(void)
{
	assert_body(P(LANG("ru-RU", "Русский ") LANG("ru-RU", "текст")),
		"paragraph ru: Русский текст\n");
	assert_body(P(LANG("ru-RU", "Бала ") LANG("kk-KZ", "бар")), "paragraph: Бала бар\n");
	assert_body(P(LANG("ru-RU", "Бала ") RUN("бар")), "paragraph: Бала бар\n");
	assert_body(PROPERTIES("<w:rPr><w:lang w:val='ru-RU'/></w:rPr>", RUN("Бала")),
		"paragraph: Бала\n");
}

/* What was deleted is not there; with the end of a paragraph the next one belongs to it. */
static void
test_changes(void)
{
	assert_body(PROPERTIES("<w:rPr><w:del/></w:rPr>", RUN("Бір")) P(RUN("екі")) P(RUN("үш")),
		"paragraph: Бір екі\nparagraph: үш\n");
	assert_body(P(RUN("Бір") "<w:moveFrom>" RUN("жоқ") "</w:moveFrom><w:ins>" RUN(
			    " бар") "</w:ins>"),
		"paragraph: Бір бар\n");
	assert_body(P("<w:r><w:rPr><w:vanish/></w:rPr><w:t>жоқ</w:t></w:r>" RUN("бар")),
		"paragraph: бар\n");
	assert_body(P("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>бар</w:t></w:r>"),
		"paragraph: бар\n");
}

static void
test_initials(void)
{
	assert_body(PROPERTIES("<w:framePr w:dropCap='drop'/>", RUN("Е")) P(RUN("рте.")),
		"paragraph: Ерте.\n");
	assert_body(PROPERTIES("<w:framePr w:dropCap='none'/>", RUN("Е")) P(RUN("рте.")),
		"paragraph: Е\nparagraph: рте.\n");
	assert_body(PROPERTIES("<w:outlineLvl w:val='0'/><w:framePr w:dropCap='drop'/>", "")
			    P(RUN("Ерте.")),
		"paragraph: Ерте.\n");
}

#define RAISED(text)                                                                               \
	"<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>" text "</w:t></w:r>"

static void
test_powers(void)
{
	assert_body(P(RUN("5 м") RAISED("2") RUN(" жер")), "paragraph: 5 м² жер\n");
	assert_body(P(RUN("сөзі") RAISED("2") RUN(".")), "paragraph: сөзі2.\n");
	assert_body(
		"<w:tbl>" TR("<w:tc>" P(RUN("м") RAISED("2")) "</w:tc>") "</w:tbl>", "cell: м²\n");
}

#define M(text)   "<m:r><m:t>" text "</m:t></m:r>"
#define F(a, b)   "<m:f><m:num>" M(a) "</m:num><m:den>" M(b) "</m:den></m:f>"
#define SUP(a, b) "<m:sSup><m:e>" M(a) "</m:e><m:sup>" M(b) "</m:sup></m:sSup>"

static void
test_formulas(void)
{
	assert_body("<w:p xmlns:m='m'><m:oMath>" F("a", "b") M("+3") F("1", "2") "</m:oMath></w:p>",
		"paragraph: a/b+3 1/2\n");
	assert_body("<w:p xmlns:m='m'><m:oMath>" SUP("x", "2") M("+")
			    SUP("y", "n") "<m:sSub><m:e>" M("z") "</m:e><m:sub>" M(
				    "i") "</m:sub></m:sSub></m:oMath>" RUN(" осы 5")
				    RUN("2") "</w:p>",
		"paragraph: x²+y nz i осы 52\n");
	assert_body("<w:p xmlns:m='m'><m:oMath><m:rad><m:deg/><m:e>" M("3") "</m:e></m:rad>" M(
			    "+") "<m:rad><m:deg>" M("3") "</m:deg><m:e>" M("8") "</m:e></m:rad></"
										"m:oMath></w:p>",
		"paragraph: √3+3√8\n");
}

static void
test_outline(void)
{
	assert_body(PROPERTIES("<w:outlineLvl w:val='2'/>", RUN("Бас"))
			    PROPERTIES("<w:outlineLvl w:val='9'/>", RUN("Сөз")) PROPERTIES(
				    NUMBER("4"), RUN("бір")) PROPERTIES(NUMBER("0"), RUN("екі")),
		"heading 3: Бас\nparagraph: Сөз\nitem 1: бір\nparagraph: екі\n");
}

static void
test_contents(void)
{
	assert_body("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
		    "</w:docPartObj></w:sdtPr><w:sdtContent>" P(
			    RUN("Бас 1")) "</w:sdtContent></w:sdt>" P(RUN("Бас")),
		"paragraph: Бас\n");
}

/* A paragraph goes on behind the box that is anchored in it. */
static void
test_boxes(void)
{
	assert_body(P(RUN("Бір ") "<w:r><AlternateContent><Choice><docPr "
				  "descr='Тау'/><w:txbxContent>" P(RUN("ішін") RUN("де"))
					  P(RUN("екі")) "</w:txbxContent></Choice><Fallback>" P(
						  RUN("жоқ")) "</Fallback></AlternateContent></"
							      "w:r>" RUN("соңы")),
		"paragraph: Бір соңы\nparagraph: Тау\nparagraph: ішінде екі\n");
}

/* Columns are counted as the head does; tabs part words; notes and images come behind. */
static void
test_tables(void)
{
	assert_body(
		"<w:tbl>" TR("<w:trPr><w:tblHeader/></w:trPr>" TC("А") TC("Ә") TC("Б")) TR(
			"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" P(RUN("1")) "</w:tc>" TC(
				"2"))
			TR("<w:tc>" P("<w:r><w:t>а</w:t><w:tab/><w:t>ә</w:t><w:footnoteReference "
				      "w:id='1'/><docPr descr='Тау'/></w:r>")
					P(RUN("б")) "</w:tc>") "</w:tbl>",
		"cell: А: 1; Б: 2\ncell: А: а ә б\nparagraph: Тау\nnote: Ескерту.\n");
	assert_body("<w:tbl>" TR("<w:tc><w:tbl>" TR(TC("а") TC("ә")) "</w:tbl></w:tc>" TC(
			    "б")) "</w:tbl>" P(RUN("Сөз")),
		"cell: а ә; б\nparagraph: Сөз\n");
}

/* Pages within a table are read as if it was not there. */
static void
test_layout(void)
{
	g_autoptr(GString) body = g_string_new("<w:body xmlns:w='w'><w:tbl><w:tr><w:tc>");
	g_autofree char *word = g_strnfill(1000, 'a');
	for (guint i = 0; i < 4; i++)
		g_string_append_printf(body, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", word);
	g_string_append(body, PROPERTIES("<w:outlineLvl w:val='0'/>", RUN("Бас")) "</w:tc>" TC(
				      "соңы") "</w:tr></w:tbl></w:body>");
	g_autofree char *lines = blocks_of(body->str, body->len);
	g_auto(GStrv) all = g_strsplit(lines, "\n", -1);
	g_assert_cmpuint(g_strv_length(all), ==, 7);
	g_assert_true(g_str_has_prefix(all[3], "paragraph: aaaa"));
	g_assert_cmpstr(all[4], ==, "heading 1: Бас");
	g_assert_cmpstr(all[5], ==, "paragraph: соңы");
}

static void
test_damage(void)
{
	static const char body[] = "<w:body xmlns:w='w'>" P(RUN("Бір")) "<w:tbl><w:tr>" TC("екі");
	g_autofree char *lines = blocks_of(body, sizeof body - 1);
	g_assert_cmpstr(lines, ==, "paragraph: Бір\ncell: екі\nfault 2: XML, line 1\n");
	g_assert_true(g_strv_contains(oq_docx_text_unread(), "delText"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/docx_text/langs", test_langs);
	g_test_add_func("/docx_text/changes", test_changes);
	g_test_add_func("/docx_text/initials", test_initials);
	g_test_add_func("/docx_text/powers", test_powers);
	g_test_add_func("/docx_text/formulas", test_formulas);
	g_test_add_func("/docx_text/outline", test_outline);
	g_test_add_func("/docx_text/contents", test_contents);
	g_test_add_func("/docx_text/boxes", test_boxes);
	g_test_add_func("/docx_text/tables", test_tables);
	g_test_add_func("/docx_text/layout", test_layout);
	g_test_add_func("/docx_text/damage", test_damage);
	return g_test_run();
}
