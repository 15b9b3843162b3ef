#include "open/loaders/markdown_notes.h"

#include "opened.h"

#include "open/loaders/markdown.h"

#include <string.h>

static void
assert_notes(OqNotes wish, const char *text, const char *expected)
{
	g_autofree char *lines =
		opened_blocks(&oq_loader_markdown, text, strlen(text), "md", NULL, wish);
	g_assert_cmpstr(lines, ==, expected);
}

static void
test_places(void)
{
	const char *text = "Бір.[^1] Екі[^екі].\n\n[^1]: *Аз* сөз.\n[^екі]: Көп\nсөз.\n\n"
			   "    Тағы.\n\nҮш.[^1]\n";
	assert_notes(OQ_NOTES_SKIP, text, "paragraph: Бір. Екі.\nparagraph: Үш.\n");
	assert_notes(OQ_NOTES_INLINE, text,
		"paragraph: Бір. Екі.\nnote: Аз сөз.\nnote: Көп сөз. Тағы.\nparagraph: Үш.\n");
	assert_notes(OQ_NOTES_END, text,
		"paragraph: Бір. Екі.\nparagraph: Үш.\nnote: Аз сөз.\nnote: Көп сөз. Тағы.\n");
}

/* In tables, headings and items, too. */
static void
test_blocks(void)
{
	const char *text = "# А[^a]\n\n- б[^b]\n- в\n\n|г|д|\n|-|-|\n|е[^c]|ж|\n\n[^a]: "
			   "бір\n[^b]: екі\n[^c]: үш\n";
	assert_notes(OQ_NOTES_INLINE, text,
		"heading 1: А\nnote: бір\nitem 1: б\nnote: екі\nitem 1: в\n"
		"cell: г: е; д: ж\nnote: үш\n");
	assert_notes(OQ_NOTES_SKIP, text, "heading 1: А\nitem 1: б\nitem 1: в\ncell: г: е; д: ж\n");
}

static void
test_none(void)
{
	assert_notes(OQ_NOTES_INLINE, "Бір[^x] [^] [^ а].\n", "paragraph: Бір[^x] [^] [^ а].\n");
	assert_notes(OQ_NOTES_INLINE, "```\n[^1]: код\n```\n", "paragraph: [^1]: код\n");
	assert_notes(OQ_NOTES_INLINE, "`[^1]` сөз\n\n[^1]: ештеңе\n[^1]: тағы\n",
		"paragraph: [^1] сөз\n");
	assert_notes(OQ_NOTES_INLINE, "    [^1]: код\n", "paragraph: [^1]: код\n");
	assert_notes(OQ_NOTES_INLINE, "сөз[^1]\n\n[^1]: [бет](http://a.kz) `код`\n",
		"paragraph: сөз\nnote: бет код\n");
	assert_notes(OQ_NOTES_INLINE, "сөз[^1]\n\n[^1]:\n", "paragraph: сөз\n");
	oq_markdown_notes_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/markdown_notes/places", test_places);
	g_test_add_func("/markdown_notes/blocks", test_blocks);
	g_test_add_func("/markdown_notes/none", test_none);
	return g_test_run();
}
