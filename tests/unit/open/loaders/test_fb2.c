#include "open/loaders/fb2.h"

#include "made_zip.h"
#include "opened.h"

#define BOOK                                                                                                    \
	"<?xml version='1.0' encoding='utf-8'?><FictionBook><description><title-info>"                          \
	"<author><first-name>Абай</first-name><last-name>Құнанбаев</last-name><id>7</id></author>" \
	"<book-title>Қара сөз</book-title><lang>kk</lang></title-info><document-info>"                   \
	"<author><nickname>бот</nickname></author></document-info></description>"                            \
	"<body><title><p>Қара сөз</p></title><epigraph><p>Эпиграф.</p></epigraph>"                \
	"<section><title><p>Бірінші сөз</p><p>Басы</p></title>"                                   \
	"<p>Сөз<a l:href='#n1' type='note' xmlns:l='x'>[1]</a> басы.</p><empty-line/>"                   \
	"<poem><stanza><v>Жол бір</v><v>Жол екі</v></stanza></poem><subtitle>* * *</subtitle>"      \
	"<table><tr><th>А</th><th>Б</th></tr><tr><td>1</td><td>2</td></tr></table>"                           \
	"<p xml:lang='ru'>Русский.</p><image alt='Сурет'/></section></body>"                        \
	"<body name='notes'><section id='n1'><p>Ескерту.</p></section></body>"                           \
	"<binary>AAAA</binary></FictionBook>"

#define START                                                                                                     \
	"author: Абай Құнанбаев\ntitle: Қара сөз\nlanguage: kk\nheading 1: Қара сөз\n" \
	"quote: Эпиграф.\nheading 1: Бірінші сөз. Басы\nparagraph: Сөз басы.\n"
#define END                                                                                                           \
	"lines: Жол бір / Жол екі\nparagraph: * * *\ncell: А: 1; Б: 2\nparagraph ru: Русский.\n" \
	"paragraph: Сурет\n"

static void
test_book(void)
{
	assert_blocks(&oq_loader_fb2, BOOK, START END);
}

static void
test_notes(void)
{
	g_autofree char *within =
		opened_blocks(&oq_loader_fb2, BOOK, sizeof BOOK - 1, "", NULL, OQ_NOTES_INLINE);
	g_autofree char *behind =
		opened_blocks(&oq_loader_fb2, BOOK, sizeof BOOK - 1, "", NULL, OQ_NOTES_END);
	g_assert_cmpstr(within, ==, START "note: Ескерту.\n" END);
	g_assert_cmpstr(behind, ==, START END "note: Ескерту.\n");
}

static void
test_zip(void)
{
	const char *const members[] = {"а.FB2", BOOK, NULL};
	g_autoptr(GBytes) bytes = made_zip_of(TRUE, members);
	g_autofree char *lines = opened_blocks(&oq_loader_fb2, g_bytes_get_data(bytes, NULL),
		g_bytes_get_size(bytes), "", NULL, OQ_NOTES_SKIP);
	g_autofree char *within = opened_blocks(&oq_loader_fb2, g_bytes_get_data(bytes, NULL),
		g_bytes_get_size(bytes), "", NULL, OQ_NOTES_INLINE);
	g_assert_cmpstr(lines, ==, START END);
	g_assert_cmpstr(within, ==, START "note: Ескерту.\n" END);
}

static void
test_no_book(void)
{
	const char *const members[] = {"а.txt", BOOK, NULL};
	g_autoptr(GBytes) bytes = made_zip_of(TRUE, members);
	g_autofree char *lines = opened_blocks(&oq_loader_fb2, g_bytes_get_data(bytes, NULL),
		g_bytes_get_size(bytes), "", NULL, OQ_NOTES_INLINE);
	g_assert_cmpstr(lines, ==, "fault 2: zip: no fb2\n");
	assert_blocks(&oq_loader_fb2, "PK\3\4", "fault 2: zip: Truncated ZIP file header\n");
	assert_blocks(&oq_loader_fb2, "<a><body>сөз</body></a>",
		"paragraph: сөз\nfault 2: XML: no FictionBook\n");
}

#define BODY(text) "<FictionBook><body><section>" text "</section></body></FictionBook>"

/* Verses belong together, whatever stands around them; a poem's title is below the section's. */
static void
test_poems(void)
{
	assert_blocks(&oq_loader_fb2,
		BODY("<poem><title><p>Күз</p></title><stanza><title><p>Бір</p></title><v>Сұр "
		     "бұлт</v><v>аспан</v></stanza><v>жалғыз</v><text-author>Абай</text-author>"
		     "</poem><p>Соңы</p>"),
		"heading 2: Күз\nheading 2: Бір\nlines: Сұр бұлт / аспан\n"
		"paragraph: жалғыз\nparagraph: Абай\nparagraph: Соңы\n");
}

/* A line that ends a sentence already gets no point. */
static void
test_titles(void)
{
	assert_blocks(&oq_loader_fb2,
		BODY("<title><p>Кім?</p><p>Мен</p><empty-line/><p>Сен</p></title>"),
		"heading 1: Кім? Мен. Сен\n");
}

/* Text that is in no paragraph, an image within one, a link within a table and to a note that does
 * not say so. */
static void
test_strays(void)
{
	assert_blocks(&oq_loader_fb2,
		BODY("Бос<p>сөз<image alt='Тау'/>дің<a href='#1'><sup>[1]</sup></a> "
		     "<a href='#2'>беті</a></p><table><tr><td>А<a href='#1' type='note'>1</a></td>"
		     "</tr></table>"),
		"paragraph: Бос\nparagraph: сөздің беті\nparagraph: Тау\ncell: А\n");
}

/* A block is in a language when all of it is. */
static void
test_langs(void)
{
	assert_blocks(&oq_loader_fb2,
		BODY("<p><style xml:lang='ru'>Да</style></p><p>Ия, <style xml:lang='ru'>да</style>"
		     "</p>"),
		"paragraph ru: Да\nparagraph: Ия, да\n");
}

static void
test_powers(void)
{
	assert_blocks(&oq_loader_fb2,
		BODY("<p>5 м<sup>2</sup> жер, сөз<sup>5</sup></p><table><tr><td>м<sup>2</sup></td>"
		     "</tr></table>"),
		"paragraph: 5 м² жер, сөз5\ncell: м²\n");
}

/* Where the pictures stand before the text, it is read all the same; notes may be in groups, and
 * their titles are not read. */
static void
test_order(void)
{
	static const char book[] =
		"<FictionBook><binary>AAAA</binary><body><p>Сөз<a href='#n'>1</a>.</p></body>"
		"<body name='notes'><section><title><p>Бәрі</p></title><section id='n'><title>"
		"<p>1</p></title><p>Ес<em>кер</em>ту.</p><p>Екі.</p></section></section></body>"
		"</FictionBook>";
	g_autofree char *lines =
		opened_blocks(&oq_loader_fb2, book, sizeof book - 1, "", NULL, OQ_NOTES_INLINE);
	g_assert_cmpstr(lines, ==, "paragraph: Сөз.\nnote: Ескерту. Екі.\n");
}

/* What stands before the damage is read. */
static void
test_damage(void)
{
	assert_blocks(&oq_loader_fb2, "<FictionBook><body><section><p>Бір.</p><p>Екі</body>",
		"paragraph: Бір.\nparagraph: Екі\nfault 2: XML, line 1\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/fb2/book", test_book);
	g_test_add_func("/fb2/notes", test_notes);
	g_test_add_func("/fb2/zip", test_zip);
	g_test_add_func("/fb2/no_book", test_no_book);
	g_test_add_func("/fb2/poems", test_poems);
	g_test_add_func("/fb2/titles", test_titles);
	g_test_add_func("/fb2/strays", test_strays);
	g_test_add_func("/fb2/langs", test_langs);
	g_test_add_func("/fb2/powers", test_powers);
	g_test_add_func("/fb2/order", test_order);
	g_test_add_func("/fb2/damage", test_damage);
	return g_test_run();
}
