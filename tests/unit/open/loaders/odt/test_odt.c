#include "open/loaders/odt/odt.h"

#include "made_zip.h"
#include "opened.h"

static const char content[] =
	"<o:d xmlns:o='o' xmlns:t='t' xmlns:s='s' xmlns:f='f' xmlns:b='b'><o:automatic-styles>"
	"<s:style s:name='P1'><s:text-properties f:language='ru'/></s:style></o:automatic-styles>"
	"<o:body><o:text><t:tracked-changes><t:p>жоқ</t:p></t:tracked-changes>"
	"<t:h "
	"t:outline-level='2'>Тарау</t:h><t:table-of-content><t:p>Мазмұны</t:p></t:table-of-content>"
	"<t:list><t:list-item><t:p>бір</t:p><t:list><t:list-item><t:p>ішкі</t:p></t:list-item></"
	"t:list>"
	"</t:list-item></t:list><t:p>Сөз<t:s/>басы<t:note><t:note-citation>1</t:note-citation>"
	"<t:note-body><t:p>Ескерту.</t:p></t:note-body></t:note>.<t:line-break/>Жол</t:p>"
	"<t:p t:style-name='P1'>Русский</t:p><t:p t:style-name='Quotations'>Дәйексөз</t:p>"
	"<b:table><b:table-header-rows><b:table-row><b:table-cell><t:p>А</t:p></b:table-cell>"
	"</b:table-row></b:table-header-rows><b:table-row><b:table-cell><t:p>5</t:p></b:table-cell>"
	"</b:table-row></b:table></o:text></o:body></o:d>";

static const char meta[] =
	"<m xmlns:d='d'><o:meta xmlns:o='o'><d:title>Кітап</d:title>"
	"<d:creator>Үсен</d:creator><i:initial-creator xmlns:i='i'>Асан</i:initial-creator>"
	"<d:creator>Үсен</d:creator><d:language>kk</d:language></o:meta></m>";

static const char *const members[] = {"mimetype", "application/vnd.oasis.opendocument.text",
	"content.xml", content, "meta.xml", meta, NULL};

#define START                                                                                                          \
	"title: Кітап\nlanguage: kk\nauthor: Асан\nheading 2: Тарау\nitem 1: бір\nitem 2: ішкі\n" \
	"lines: Сөз басы. / Жол\n"
#define END "paragraph ru: Русский\nquote: Дәйексөз\ncell: А: 5\n"

static void
test_document(void)
{
	g_autofree char *skipped = opened_zip(&oq_loader_odt, members, OQ_NOTES_SKIP);
	g_autofree char *behind = opened_zip(&oq_loader_odt, members, OQ_NOTES_END);
	g_assert_cmpstr(skipped, ==, START END);
	g_assert_cmpstr(behind, ==, START END "note: Ескерту.\n");
}

/* What is no formula, or is not there, is left out. */
static void
test_formulas(void)
{
	static const char text[] =
		"<d><body><text><p>Бұл <frame><object href='./Object 1'/></frame>, "
		"<frame><object href='Formula-0/'/></frame><object href='./Object 2'/>"
		"<object href='x'/> осы.</p></text></body></d>";
	static const char *const all[] = {"mimetype", "application/vnd.oasis.opendocument.text",
		"content.xml", text, "Object 1/content.xml",
		"<?xml "
		"version='1.0'?>\n<math><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation>x^2"
		"</annotation></semantics></math>",
		"Formula-0/content.xml",
		"<m:math xmlns:m='m'><m:mfrac><m:mn>1</m:mn><m:mn>2</m:mn>"
		"</m:mfrac></m:math>",
		"Object 2/content.xml", "<o><p>кесте</p></o>", NULL};
	g_autofree char *lines = opened_zip(&oq_loader_odt, all, OQ_NOTES_SKIP);
	g_assert_cmpstr(lines, ==, "paragraph: Бұл x², 1/2 осы.\n");
}

/* A file that is no zip file holds all parts. */
static void
test_one_file(void)
{
	static const char file[] =
		"<?xml version='1.0'?><office:document "
		"office:mimetype='application/vnd.oasis.opendocument.text' xmlns:office='o'>"
		"<office:meta><title>Кітап</title></office:meta><office:styles><style name='A' "
		"parent-style-name='Quotations'/></office:styles><office:body><office:text>"
		"<p style-name='A'>Сөз</p></office:text></office:body></office:document>";
	const OqOpenJob job = {.extension = ""};
	const OqSample sample = {&job, file, sizeof file - 1, NULL};
	g_assert_cmpint(oq_loader_odt.fit(&sample), ==, OQ_FIT_SURE);
	assert_blocks(&oq_loader_odt, file, "title: Кітап\nquote: Сөз\n");
}

static void
test_locked(void)
{
	const char *const locked[] = {"mimetype", "application/vnd.oasis.opendocument.text",
		"META-INF/manifest.xml", "<m:encryption-data/>", "content.xml", "\1\2", NULL};
	g_autofree char *lines = opened_zip(&oq_loader_odt, locked, OQ_NOTES_SKIP);
	g_assert_cmpstr(lines, ==, "fault 3: \n");
}

static void
test_damage(void)
{
	const char *const none[] = {"mimetype", "application/vnd.oasis.opendocument.text", NULL};
	const char *const empty[] = {"META-INF/manifest.xml", "", "mimetype", "", NULL};
	g_autofree char *lines = opened_zip(&oq_loader_odt, none, OQ_NOTES_SKIP);
	g_autoptr(GBytes) whole = made_zip_of(FALSE, members);
	g_autofree char *endless = opened_blocks(&oq_loader_odt, g_bytes_get_data(whole, NULL),
		g_bytes_get_size(whole) - 30, "", NULL, OQ_NOTES_SKIP);
	g_assert_cmpstr(endless, ==, START END "fault 2: zip: cut off\n");
	g_autofree char *nothing = opened_zip(&oq_loader_odt, empty, OQ_NOTES_SKIP);
	g_assert_cmpstr(nothing, ==, "fault 2: zip: no content.xml\n");
	g_assert_cmpstr(lines, ==, "fault 2: zip: no content.xml\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/odt/document", test_document);
	g_test_add_func("/odt/formulas", test_formulas);
	g_test_add_func("/odt/one_file", test_one_file);
	g_test_add_func("/odt/locked", test_locked);
	g_test_add_func("/odt/damage", test_damage);
	return g_test_run();
}
