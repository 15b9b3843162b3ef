#include "open/loaders/html/article.h"

#include "open/loaders/html/html.h"
#include "opened.h"

#include <string.h>

#define P1 "<p>Бүгін Алматыда жаңа кітапхана ашылды, оған көп адам келді.</p>"
#define P2 "<p>Кітапханада қазақ тіліндегі он мың кітап бар, оқырман риза.</p>"
#define P3 "<p>Келесі жылы тағы екі кітапхана ашылады деп жоспарланып отыр.</p>"
#define B1 "paragraph: Бүгін Алматыда жаңа кітапхана ашылды, оған көп адам келді.\n"
#define B2 "paragraph: Кітапханада қазақ тіліндегі он мың кітап бар, оқырман риза.\n"
#define B3 "paragraph: Келесі жылы тағы екі кітапхана ашылады деп жоспарланып отыр.\n"
#define MENU                                                                                                      \
	"<ul class='m'><li><a href='/a'>Басты бет</a></li><li><a href='/b'>Жаңалықтар</a></li>" \
	"<li><a href='/c'>Спорт жаңалықтары</a></li></ul>"

static void
assert_page(const char *html, const char *expected)
{
	assert_blocks(&oq_loader_html, html, expected);
}

static void
test_whole(void)
{
	assert_page("<h1>Бір</h1>" P1 "<h1>Екі</h1>" P2 "<ul><li>қысқа</ul><h1>Үш</h1><p>Соңы.",
		"heading 1: Бір\n" B1 "heading 1: Екі\n" B2 "item 1: қысқа\nheading 1: Үш\n"
		"paragraph: Соңы.\n");
	assert_page("жалаң мәтін", "paragraph: жалаң мәтін\n");
	assert_page("", "");
}

static void
test_marked_article(void)
{
	assert_page(
		"<body><header><a href='/'>Сайт</a>" MENU "</header><main><article>"
		"<h1>Жаңа кітапхана</h1><div class='share-buttons'><a href='x'>Бөлісу</a></div>" P1
			P2 "<aside>Тағы оқыңыз: <a href='q'>басқа жаңалық</a></aside>" P3
		"<div class=tags><a>алматы</a></div></article></main>"
		"<div class='related-posts'><h3>Ұқсас</h3>" P2 "</div><footer>© Сайт</footer>"
		"<div id='cookie-bar'>Біз cookie қолданамыз.</div></body>",
		"heading 1: Жаңа кітапхана\n" B1 B2 B3);
}

static void
test_dense_article(void)
{
	assert_page("<body><div class=top><h1><a href='/'>Сайт</a></h1>" MENU "</div>"
		    "<div class=t><h1>Жаңа кітапхана</h1></div><table><tr><td>" MENU
		    "</td><td><div class=x>" P1 P2 P3 "<p>Қысқа.</p>" MENU
		    "</div></td></tr></table>"
		    "<div><a href='/z'>Басқа мақала</a></div><form><p>Іздеу</p></form></body>",
		"heading 1: Жаңа кітапхана\n" B1 B2 B3 "paragraph: Қысқа.\n");
}

static void
test_names(void)
{
	assert_page(
		"<head><meta property='og:title' content='Кітапхана ашылды'></head><body><nav>" MENU
		"</nav><article>" P1 P2 "<div id='sharing-a-book-with-others'>" P3 "</div>"
		"<div id='share-block'>" P3 "</div></article></body>",
		"title: Кітапхана ашылды\nheading 1: Кітапхана ашылды\n" B1 B2 B3);
}

/* What an element says that it is for. */
static void
test_roles(void)
{
	assert_page("<body><main><h1>Жаңа кітапхана</h1>" P1 P2 "<div role='complementary'>" P3
		    "</div></main></body>",
		"heading 1: Жаңа кітапхана\n" B1 B2);
	assert_page("<body><main><h1>Жаңа кітапхана</h1>" P1 P2 "<div role='region'>" P3
		    "</div></main></body>",
		"heading 1: Жаңа кітапхана\n" B1 B2 B3);
}

/* Many short ones: a front page, of which all but the menus is read. */
static void
test_front_page(void)
{
	assert_page("<body><nav>" MENU "</nav><article><h2>Бір</h2>" P1 "</article><article>"
		    "<h2>Екі</h2>" P2 "</article><article><h2>Үш</h2>" P3 "</article></body>",
		"heading 2: Бір\n" B1 "heading 2: Екі\n" B2 "heading 2: Үш\n" B3);
}

static void
test_misleading_names(void)
{
	assert_page("<body class='has-sidebar'><div class='widget menu'><h2>Бір</h2>" P1 P2 P3
		    "</div><nav>" MENU "</nav></body>",
		"heading 2: Бір\n" B1 B2 B3);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	oq_loader_html.prepare();
	g_test_add_func("/article/whole", test_whole);
	g_test_add_func("/article/marked_article", test_marked_article);
	g_test_add_func("/article/dense_article", test_dense_article);
	g_test_add_func("/article/names", test_names);
	g_test_add_func("/article/roles", test_roles);
	g_test_add_func("/article/front_page", test_front_page);
	g_test_add_func("/article/misleading_names", test_misleading_names);
	return g_test_run();
}
