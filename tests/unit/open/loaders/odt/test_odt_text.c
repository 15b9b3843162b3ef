#include "open/loaders/odt/odt_text.h"

#include "nameless.h"
#include "opened.h"

#include <string.h>

#define STYLES                                                                                     \
	"<styles><style name='R'><text-properties language='ru'/></style><style name='K'>"         \
	"<text-properties language='kk'/></style><style name='S'><text-properties "                \
	"text-position='super 58%'/></style><list-style name='L'><list-level-style-number "        \
	"level='1' num-format='1' num-suffix='.'/></list-style><outline-style>"                    \
	"<outline-level-style level='4' num-format='I'/></outline-style></styles>"
#define TC(text)  "<table-cell><p>" text "</p></table-cell>"
#define TR(cells) "<table-row>" cells "</table-row>"
#define NOTE(text)                                                                                 \
	"<note><note-citation>1</note-citation><note-body><p>" text "</p></note-body></note>"

static char *
blocks_of(const char *body)
{
	g_autofree char *whole = g_strconcat("<a>" STYLES "<body><text>", body, NULL);
	g_autoptr(GError) error = NULL;
	int in = nameless_new(whole, strlen(whole)), fd = nameless_new("", 0);
	const OqOpenJob job = {.fd = in, .n_bytes = strlen(whole), .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	g_autoptr(OqOdtStyles) styles = oq_odt_styles_new();
	g_autoptr(OqNoteBook) notes = oq_note_book_new(OQ_NOTES_INLINE);
	g_autoptr(OqBlockWriter) out = oq_block_writer_new(fd);
	g_autoptr(OqOdtObjects) objects = oq_odt_objects_new(&job);
	const OqOdtText text = {xml, styles, notes, strlen(whole), objects};
	oq_xml_pull_next(xml, NULL);
	oq_xml_pull_next(xml, NULL);
	oq_odt_styles_read(styles, xml, TRUE, NULL);
	oq_xml_pull_next(xml, NULL);
	g_assert_true(oq_odt_text_read(&text, out, &error) == (error == NULL));
	oq_block_writer_finish(out, error);
	char *lines = opened_items(fd);
	close(in);
	close(fd);
	return lines;
}

static void
assert_body(const char *body, const char *expected)
{
	g_autofree char *whole = g_strconcat(body, "</text></body><p>жоқ</p></a>", NULL);
	g_autofree char *lines = blocks_of(whole);
	g_assert_cmpstr(lines, ==, expected);
}

static void
test_langs(void)
{
	assert_body("<p style-name='R'>Русский <span>текст</span></p>",
		"paragraph ru: Русский текст\n");
	assert_body("<p>Да, <span style-name='R'>да</span></p>", "paragraph: Да, да\n");
	assert_body("<p style-name='R'><span style-name='K'>Қар</span></p>", "paragraph kk: Қар\n");
	assert_body("<p>«<span style-name='R'>Да</span>»</p><p>Ал</p>",
		"paragraph ru: «Да»\nparagraph: Ал\n");
}

static void
test_powers(void)
{
	assert_body("<p>5 м<span style-name='S'>2</span> жер</p>", "paragraph: 5 м² жер\n");
	assert_body("<table>" TR(TC("м<span style-name='S'>2</span>")) "</table>", "cell: м²\n");
}

static void
test_kinds(void)
{
	assert_body(
		"<h outline-level='2'>Бас</h><h>Бет</h><list><list-item><p>бір</p><list>"
		"<list-item><p>екі</p><h outline-level='3'>Үш</h></list-item></list></list-item>"
		"</list><p style-name='Quotations'>Дә<span>йек</span></p><p>а<s/>ә<tab/>б"
		"<line-break/>в</p>",
		"heading 2: Бас\nheading 1: Бет\nitem 1: бір\nitem 2: екі\nheading 3: Үш\n"
		"quote: Дәйек\nlines: а ә б / в\n");
}

/* A paragraph goes on behind the frame that is in it. */
static void
test_frames(void)
{
	assert_body("<p>Бір <frame><text-box><p><frame><image/><title>Т</title><desc>Тау</desc>"
		    "</frame>Тау</p></text-box></frame>соңы</p>",
		"paragraph: Бір\nparagraph: Тау\nparagraph: соңы\n");
	assert_body(
		"<p><frame><image/><desc>Тау</desc></frame></p><p>Тау</p><frame><title>Көл</title>"
		"</frame><p><title>Кітап</title></p>",
		"paragraph: Тау\nparagraph: Көл\nparagraph: Кітап\n");
}

static void
test_formulas(void)
{
	assert_body(
		"<p>Сан <frame><object><math><mfrac><mi>a</mi><mi>b</mi></mfrac></math></object>"
		"</frame> осы.</p>",
		"paragraph: Сан a/b осы.\n");
	assert_body("<p>Сан <object href='./Object 1'/>осы.</p>", "paragraph: Сан осы.\n");
}

#define LIST(items) "<list style-name='L'>" items "</list>"

/* What is empty counts; in a table a number may be all that a cell has. A frame within a paragraph
 * has none of its number. */
static void
test_numbers(void)
{
	assert_body(
		LIST("<list-item><p style-name='R'>Да</p><p>бір</p></list-item><list-item><p/>"
		     "</list-item><list-item><p> <frame><text-box><p>Тау</p></text-box></frame>Көл"
		     "</p></list-item><list-item><h outline-level='4'>Бас</h></list-item>"),
		"item 1 ru: 1. Да\nitem 1: бір\nitem 1: Тау\nitem 1: 3. Көл\nheading 4: 4. Бас\n");
	assert_body("<h outline-level='4'>а</h><h outline-level='4' is-list-header='true'>ә</h>"
		    "<h outline-level='1'>б</h><h outline-level='4'>в</h>",
		"heading 4: I а\nheading 4: ә\nheading 1: б\nheading 4: I в\n");
	assert_body("<table>" TR("<table-cell>" LIST(
			    "<list-item><p/></list-item>") "</table-cell>" TC("нан")) "</table>",
		"cell: 1.; нан\n");
}

static void
test_notes(void)
{
	assert_body("<p>Сөз" NOTE("Ес<span>кер</span>ту.") ".</p><p>Ал</p>",
		"paragraph: Сөз.\nnote: Ескерту.\nparagraph: Ал\n");
}

static void
test_unread(void)
{
	assert_body("<tracked-changes><p>а</p></tracked-changes><table-of-content><p>ә</p>"
		    "</table-of-content><p style-name='Contents_20_1'>б</p><p>в<annotation><p>г</p>"
		    "</annotation>д</p>",
		"paragraph: вд\n");
}

static void
test_tables(void)
{
	assert_body("<table><table-header-rows>" TR(TC("А") TC("Ә") TC(
			    "Б")) "</table-header-rows>" TR(TC("1") "<covered-table-cell/>" TC("2"))
			    TR("<table-cell number-columns-repeated='2'/>" TC(
				    "а<tab/>ә" NOTE("Ес"))) "</table>",
		"cell: А: 1; Б: 2\ncell: Б: а ә\nnote: Ес\n");
	assert_body("<table>" TR("<table-cell><table>" TR(
			    TC("а") TC("ә")) "</table></table-cell>" TC("б")) "</table><p>Сөз</p>",
		"cell: а ә; б\nparagraph: Сөз\n");
}

static void
test_layout(void)
{
	g_autofree char *word = g_strnfill(1000, 'a');
	g_autofree char *body = g_strdup_printf(
		"<table><table-row><table-cell><p>%s</p><p>%s</p>"
		"<p>%s</p><h>Бас</h></table-cell>" TC("соңы") "</table-row></table>",
		word, word, word);
	g_autofree char *expected = g_strdup_printf("paragraph: %s\nparagraph: %s\nparagraph: %s\n"
						    "heading 1: Бас\nparagraph: соңы\n",
		word, word, word);
	assert_body(body, expected);
}

static void
test_damage(void)
{
	g_autofree char *lines = blocks_of("<p>Бір</p><table>" TR(TC("екі")) "<p>үш");
	g_assert_cmpstr(lines, ==, "paragraph: Бір\ncell: екі\ncell: үш\nfault 2: XML, line 1\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/odt_text/langs", test_langs);
	g_test_add_func("/odt_text/powers", test_powers);
	g_test_add_func("/odt_text/kinds", test_kinds);
	g_test_add_func("/odt_text/frames", test_frames);
	g_test_add_func("/odt_text/formulas", test_formulas);
	g_test_add_func("/odt_text/numbers", test_numbers);
	g_test_add_func("/odt_text/notes", test_notes);
	g_test_add_func("/odt_text/unread", test_unread);
	g_test_add_func("/odt_text/tables", test_tables);
	g_test_add_func("/odt_text/layout", test_layout);
	g_test_add_func("/odt_text/damage", test_damage);
	return g_test_run();
}
