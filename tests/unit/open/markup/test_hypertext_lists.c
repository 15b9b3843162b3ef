#include "open/markup/hypertext.h"

#include "fed_hypertext.h"

static void
test_numbers(void)
{
	assert_fed("<ol><li>а</li><li> </li><li><ul><li>ә</li></ul>б</li></ol><ol><li>в</li></ol>",
		"item 1: 1. а\nitem 2: ә\nitem 1: 3. б\nitem 1: 1. в\n");
	assert_fed(
		"<ol><li><ol type='a'><li>а</li><li>ә</li></ol></li><li><p>б</p><p>в</p></li></ol>",
		"item 2: a. а\nitem 2: b. ә\nitem 1: 2. б\nparagraph: в\n");
	assert_fed("<ul><li>а</li></ul><dl><dt>ә</dt></dl><li>б</li>",
		"item 1: а\nitem 1: ә\nitem 1: б\n");
}

static void
test_starts(void)
{
	assert_fed("<ol start='4'><li>а</li><li value='9'>ә</li><li value='x'>б</li></ol>",
		"item 1: 4. а\nitem 1: 9. ә\nitem 1: 0. б\n");
	assert_fed("<ol reversed='' start='2'><li>а</li><li>ә</li></ol>",
		"item 1: 2. а\nitem 1: 1. ә\n");
	assert_fed("<ol reversed=''><li>а</li></ol>", "item 1: а\n");
	assert_fed("<ol start='99999999999'><li>а</li></ol>", "item 1: 1. а\n");
}

static void
test_signs(void)
{
	assert_fed("<ol type='I' start='4'><li>а</li><li type='i'>ә</li></ol>",
		"item 1: IV. а\nitem 1: v. ә\n");
	assert_fed("<ol style='color:red; List-Style : inside UPPER-ALPHA'><li>а</li></ol>",
		"item 1: A. а\n");
	assert_fed("<ol style='list-style-position:inside;list-style-type:none'><li>а</li></ol>",
		"item 1: а\n");
	assert_fed("<ol><li>а</li><li style='list-style:none'>ә</li><li>б</li></ol>",
		"item 1: 1. а\nitem 1: ә\nitem 1: 3. б\n");
	assert_fed("<ul style='list-style-type:decimal'><li>а</li></ul>", "item 1: 1. а\n");
	/* DTBook */
	assert_fed(
		"<list type='ol' enum='a' start='3'><li>а</li></list><list type='pl'><li>1. ә</li>"
		"</list>",
		"item 1: c. а\nitem 1: 1. ә\n");
}

/* A number that is typed is not said twice; the beginning of a figure is none. */
static void
test_typed(void)
{
	assert_fed("<ol><li>1. а</li><li>2) ә</li><li>3.5 млн</li><li>5. б</li></ol>",
		"item 1: 1. а\nitem 1: 2) ә\nitem 1: 3. 3.5 млн\nitem 1: 4. 5. б\n");
}

static void
test_places(void)
{
	assert_fed("<table><tr><th>а</th><th>ә</th></tr><tr><td><ol><li>б</li><li>в</li></ol></td>"
		   "<td>г</td></tr></table>",
		"cell: а: 1. б 2. в; ә: г\n");
	assert_fed("<ol><li><a href='#n'><sup>1</sup></a>а</li></ol>", "item 1: 1. а\n");
	assert_fed_notes("<p>а<a href='#n'><sup>1</sup></a></p><ol><li id='n'>ә</li></ol>",
		"paragraph: а\n", "paragraph: а\nnote: ә\n", "paragraph: а\nnote: ә\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/hypertext/lists/numbers", test_numbers);
	g_test_add_func("/hypertext/lists/starts", test_starts);
	g_test_add_func("/hypertext/lists/signs", test_signs);
	g_test_add_func("/hypertext/lists/typed", test_typed);
	g_test_add_func("/hypertext/lists/places", test_places);
	return g_test_run();
}
