#include "open/loaders/markdown.h"

#include "opened.h"

static void
test_blocks(void)
{
	assert_blocks(&oq_loader_markdown,
		"# Бірінші *тарау*\n\nСөз [сілтеме](http://a.kz)\nжалғасы.\n\n- бір\n- екі\n  - "
		"ішкі\n\n"
		"> Дәйексөз\n\n![Тау](a.png)\n\nЖол  \nжаңа\n\n```\nкод\n```\n\n<b>HTML</b>\n",
		"heading 1: Бірінші тарау\nparagraph: Сөз сілтеме жалғасы.\nitem 1: бір\nitem 1: "
		"екі\n"
		"item 2: ішкі\nquote: Дәйексөз\nparagraph: Тау\nlines: Жол / жаңа\nparagraph: код\n"
		"paragraph: HTML\n");
}

static void
test_numbers(void)
{
	assert_blocks(&oq_loader_markdown,
		"1. бір\n\n   жалғасы\n2. екі\n   - ішкі\n   - тағы\n3. үш\n\n<!-- -->\n\n7) "
		"жеті\n7) "
		"сегіз\n\nсөз\n\n- а\n- 5. бес\n",
		"item 1: 1. бір\nitem 1: жалғасы\nitem 1: 2. екі\nitem 2: ішкі\nitem 2: тағы\n"
		"item 1: 3. үш\nitem 1: 7) жеті\nitem 1: 8) сегіз\nparagraph: сөз\nitem 1: а\n"
		"item 2: 5. бес\n");
	assert_blocks(
		&oq_loader_markdown, "1. бір\n2.\n\nсөз\n", "item 1: 1. бір\nparagraph: сөз\n");
	assert_blocks(
		&oq_loader_markdown, "3. # Бас\n\n   сөз\n", "heading 1: 3. Бас\nitem 1: сөз\n");
}

static void
test_tables(void)
{
	assert_blocks(&oq_loader_markdown, "|Аты|Саны|\n|---|:-:|\n|**алма**|5|\n|нан| |\n\nСоңы\n",
		"cell: Аты: алма; Саны: 5\ncell: Аты: нан\nparagraph: Соңы\n");
	assert_blocks(&oq_loader_markdown, "а | б\nжай сөз\n", "paragraph: а | б жай сөз\n");
}

static void
test_front_matter(void)
{
	assert_blocks(&oq_loader_markdown,
		"---\ntitle: \"Кітап\"\nauthor: Асан\nlang: kk\ntags\n---\nСөз\n",
		"title: Кітап\nauthor: Асан\nlanguage: kk\nparagraph: Сөз\n");
	assert_blocks(&oq_loader_markdown, "---\nсөз\n", "paragraph: сөз\n");
	g_autofree char *lines =
		opened_blocks(&oq_loader_markdown, "# \215\340", 4, "md", "KZ-1048", OQ_NOTES_SKIP);
	g_assert_cmpstr(lines, ==, "heading 1: Қа\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/markdown/blocks", test_blocks);
	g_test_add_func("/markdown/numbers", test_numbers);
	g_test_add_func("/markdown/tables", test_tables);
	g_test_add_func("/markdown/front_matter", test_front_matter);
	return g_test_run();
}
