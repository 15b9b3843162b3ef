#include "open/markup/hypertext.h"

#include "fed_hypertext.h"

static void
test_blocks(void)
{
	assert_fed("<h1>Бірінші  тарау</h1>\n<p>Бір <em>сөй</em>лем\nбар.</p><div>Екі</div>үш",
		"heading 1: Бірінші тарау\nparagraph: Бір сөйлем бар.\nparagraph: Екі\n"
		"paragraph: үш\n");
	assert_fed("<blockquote><p>А</p><p>Ә</p></blockquote><p>Б</p>",
		"quote: А\nquote: Ә\nparagraph: Б\n");
	assert_fed("<p> </p><p>&#160;</p><p>А</p>", "paragraph: А\n");
	assert_fed("<div role='heading' aria-level='3'>Тақырып</div><p>А</p>",
		"heading 3: Тақырып\nparagraph: А\n");
}

static void
test_lists(void)
{
	assert_fed("<ul><li>бір<ul><li>екі</li></ul></li><li><p>үш</p><p>жалғасы</p></li></ul>",
		"item 1: бір\nitem 2: екі\nitem 1: үш\nparagraph: жалғасы\n");
	assert_fed("<dl><dt>сөз</dt><dd>мағынасы</dd></dl>", "item 1: сөз\nitem 1: мағынасы\n");
	assert_fed("<ol><li><h2>Тақырып</h2>мәтін</li></ol>",
		"heading 2: 1. Тақырып\nitem 1: мәтін\n");
}

static void
test_hidden(void)
{
	assert_fed("<nav><p>А</p></nav><script>Ә</script><p hidden=''>Б</p>"
		   "<p aria-hidden='true'>В</p><p style='Display : none'>Г</p>"
		   "<div><p epub:type='toc'>Ғ</p></div><p>Д<span style='color:red'>!</span></p>",
		"paragraph: Д!\n");
}

static void
test_images(void)
{
	assert_fed("<p>Бұл <img alt='Тау'/> тау.</p><p>А</p>",
		"paragraph: Бұл тау.\nparagraph: Тау\nparagraph: А\n");
	assert_fed("<img alt='Тау'/><p>А</p><img alt=''/><img alt='IMG_1.JPG'/>",
		"paragraph: Тау\nparagraph: А\n");
	assert_fed("<figure><img alt='Тау'/><figcaption>Тау</figcaption></figure>",
		"paragraph: Тау\n");
	assert_fed("<figure><img alt='Тау'/><figcaption>Алатау</figcaption></figure>",
		"paragraph: Тау\nparagraph: Алатау\n");
}

static void
test_tables(void)
{
	assert_fed("<table><caption>Апта</caption><thead><tr><th>Күн</th><th>Іс</th></tr></thead>"
		   "<tr><td><p>Дүйсенбі</p></td><td>Оқу <img alt='Тау'/></td></tr></table><p>А</p>",
		"paragraph: Апта\ncell: Күн: Дүйсенбі; Іс: Оқу\nparagraph: Тау\nparagraph: А\n");
	assert_fed("<table><tr><td><h2>Тақырып</h2><p>А</p></td><td>Ә</td></tr></table>",
		"heading 2: Тақырып\nparagraph: А\nparagraph: Ә\n");
	assert_fed("<table><tr><td>А</td><td><table><tr><td>Ә</td><td>Б</td></tr></table>"
		   "</td></tr></table>",
		"paragraph: А\ncell: Ә; Б\n");
	assert_fed("<table><thead><tr><td>Күн</td><td>Іс</td></tr></thead><tbody><tr><td>Бүгін</td>"
		   "<td>Оқу</td></tr></tbody></table>",
		"cell: Күн: Бүгін; Іс: Оқу\n");
	assert_fed("<table><td>А</td><td>Ә</td></table>", "cell: А; Ә\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/hypertext/blocks", test_blocks);
	g_test_add_func("/hypertext/lists", test_lists);
	g_test_add_func("/hypertext/hidden", test_hidden);
	g_test_add_func("/hypertext/images", test_images);
	g_test_add_func("/hypertext/tables", test_tables);
	return g_test_run();
}
