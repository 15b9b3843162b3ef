#include "open/loaders/fb2.h"

#include "opened_blocks.h"
#include "zipped.h"

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
#define END                                                                                                          \
	"lines: Жол бір\nЖол екі\nheading 2: * * *\ncell: А: 1; Б: 2\nparagraph ru: Русский.\n" \
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
	g_autoptr(GBytes) bytes = zipped_new(TRUE, members);
	g_autofree char *lines = opened_blocks(&oq_loader_fb2, g_bytes_get_data(bytes, NULL),
		g_bytes_get_size(bytes), "", NULL, OQ_NOTES_SKIP);
	g_assert_cmpstr(lines, ==, START END);
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
	g_test_add_func("/fb2/damage", test_damage);
	return g_test_run();
}
