#include "open/markup/hypertext.h"

#include "fed_hypertext.h"

#include <string.h>

static void
test_lines(void)
{
	assert_fed("<p>бірінші<br/>екінші</p>", "lines: бірінші / екінші\n");
	assert_fed("<p>бірінші<br/>\n<br/>екінші</p>", "paragraph: бірінші\nparagraph: екінші\n");
	assert_fed("<pre>а\n  ә\n\nб</pre>", "lines: а / ә\nparagraph: б\n");
	assert_fed("<linegroup><line>а</line><line>ә</line></linegroup>", "lines: а / ә\n");
	assert_fed("<h1>Ұзақ<br/>тақырып</h1>", "heading 1: Ұзақ тақырып\n");
	assert_fed("<p><br/>а<br/></p>", "paragraph: а\n");
}

static void
test_languages(void)
{
	assert_fed("<p><span lang='ru'>Привет, мир</span>.</p>", "paragraph ru: Привет, мир.\n");
	assert_fed("<p>Ол <i xml:lang='ru'>привет</i> деді.</p>", "paragraph: Ол привет деді.\n");
	assert_fed("<p><i lang='ru'>Привет</i>, деді.</p>", "paragraph: Привет, деді.\n");
	assert_fed("<div lang='ru-RU'><p>Да.</p><p lang='kk'>Иә.</p></div><p>Иә.</p>",
		"paragraph ru: Да.\nparagraph kk: Иә.\nparagraph: Иә.\n");
	assert_fed("<body lang='kk-KZ'><p>Иә.</p></body>", "paragraph: Иә.\n");
	assert_fed("<body lang='en'><p>Yes.</p></body>", "paragraph en: Yes.\n");
}

static void
test_long(void)
{
	g_autoptr(GString) xml = g_string_new("<p>");
	for (guint i = 0; i < 20000; i++)
		g_string_append(xml, "Сөйлем бар. ");
	g_string_append(xml, "</p><p>Соңы</p>");
	g_autofree char *blocks = fed_blocks(xml->str, OQ_NOTES_SKIP);
	g_auto(GStrv) lines = g_strsplit(blocks, "\n", -1);
	gsize n_bytes = 0;
	for (guint i = 0; g_str_has_prefix(lines[i], "paragraph: Сөйлем"); i++)
		n_bytes += strlen(lines[i]) - strlen("paragraph: ") + 1;
	g_assert_cmpuint(n_bytes, ==, 20000 * strlen("Сөйлем бар. "));
	g_assert_true(g_str_has_suffix(blocks, "\nparagraph: Соңы\n"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/hypertext_blocks/lines", test_lines);
	g_test_add_func("/hypertext_blocks/languages", test_languages);
	g_test_add_func("/hypertext_blocks/long", test_long);
	return g_test_run();
}
