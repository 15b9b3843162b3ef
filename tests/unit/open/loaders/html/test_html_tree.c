#include "open/loaders/html/html_tree.h"

#include "opened.h"

#include <string.h>

static void
assert_declared(const char *head, const char *expected)
{
	g_autofree char *declared = oq_html_tree_declared(head, strlen(head));
	g_assert_cmpstr(declared, ==, expected);
}

static void
test_declared(void)
{
	assert_declared("<meta charset=\"KZ-1048\">", "kz-1048");
	assert_declared(
		"<META name=a><meta http-equiv=x content='text/html; charset = koi8-r'>", "koi8-r");
	assert_declared("<?xml version='1.0' encoding='windows-1251'?>", "windows-1251");
	assert_declared("<?xml version='1.0'?><meta charset=pt154>", "pt154");
	assert_declared("<p charset=pt154>", NULL);
	assert_declared("<meta charset>", NULL);
	assert_declared("<meta charset", NULL);
	assert_declared("<meta charset=\"\">", NULL);
	assert_declared("", NULL);
	g_assert_null(oq_html_tree_declared(NULL, 0));
}

static gboolean
is_left(const xmlNode *node, gpointer data)
{
	return strcmp((const char *)node->name, data) == 0;
}

static void
assert_walked(const char *html, const char *expected)
{
	int fd;
	gboolean is_deep;
	OqBlockWriter *writer = opened_writer(&fd);
	xmlDoc *document = oq_html_tree_parse(html, strlen(html), &is_deep);
	g_assert_nonnull(document);
	g_assert_false(is_deep);
	OqHypertext *hypertext = oq_hypertext_new(writer, OQ_NOTES_SKIP, NULL);
	oq_hypertext_begin(hypertext, "", OQ_HYPERTEXT_WRITE);
	char left[] = "u";
	oq_html_tree_walk(xmlDocGetRootElement(document), hypertext, is_left, left, writer);
	g_assert_true(oq_hypertext_end(hypertext, NULL));
	oq_hypertext_free(hypertext);
	xmlFreeDoc(document);
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_cmpstr(blocks, ==, expected);
}

static void
test_walk(void)
{
	assert_walked("<ol reversed><li>А<ol><li>Ә</ol><li>Б</ol><ol reversed start=7><li>В</ol>",
		"item 1: 2. А\nitem 2: 1. Ә\nitem 1: 1. Б\nitem 1: 7. В\n");
	assert_walked("<p>А<b>Ә<i>Б</i></b>В<u>жоқ</u></p><u>жоқ</u><h2>Г</h2>",
		"paragraph: АӘБВ\nheading 2: Г\n");
	assert_walked(
		"<blockquote><p>А<u>жоқ</u></p><p>Ә</p></blockquote>", "quote: А\nquote: Ә\n");
	assert_walked("<p><time>А</time> <mark>Ә</mark> <b>Б</b></p> <p>В</p>",
		"paragraph: А Ә Б\nparagraph: В\n");
	assert_walked(
		"<u>жоқ</u><div><script>x()</script></div><blockquote>Ә<!-- ! --></blockquote>Б",
		"quote: Ә\nparagraph: Б\n");
	assert_walked(
		"<p>А<p lang=ru id=x hidden>Ә<p lang='ru'>Б", "paragraph: А\nparagraph ru: Б\n");
}

static void
test_next(void)
{
	gboolean is_deep;
	const char *html = "<body><p>А<b>Ә</b></p>Б</body>";
	xmlDoc *document = oq_html_tree_parse(html, strlen(html), &is_deep);
	const xmlNode *root = xmlDocGetRootElement(document);
	GString *names = g_string_new(NULL);
	for (const xmlNode *node = root; node != NULL; node = oq_html_tree_next(node, root, FALSE))
		g_string_append_printf(names, "%s ", (const char *)node->name);
	g_assert_cmpstr(names->str, ==, "html body p text b text text ");
	const xmlNode *p = root->children->children;
	g_assert_cmpstr((const char *)oq_html_tree_next(p, root, TRUE)->content, ==, "Б");
	g_assert_null(oq_html_tree_next(root, root, TRUE));
	g_string_free(names, TRUE);
	xmlFreeDoc(document);
}

/* They are compared with each other. */
static void
test_many_attributes(void)
{
	gboolean is_deep;
	g_autoptr(GString) html = g_string_new("<p");
	for (guint i = 0; i < 2000; i++)
		g_string_append_printf(html, " a%u=b", i);
	g_string_append(html, ">Ә</p>");
	xmlDoc *document = oq_html_tree_parse(html->str, html->len, &is_deep);
	const xmlNode *body = xmlDocGetRootElement(document)->children;
	const xmlNode *paragraph = body->children;
	guint n = 0;
	for (const xmlAttr *at = paragraph->properties; at != NULL; at = at->next)
		n++;
	g_assert_cmpuint(n, ==, 512);
	g_assert_cmpstr((const char *)paragraph->children->content, ==, "Ә");
	xmlFreeDoc(document);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/html_tree/declared", test_declared);
	g_test_add_func("/html_tree/walk", test_walk);
	g_test_add_func("/html_tree/next", test_next);
	g_test_add_func("/html_tree/many_attributes", test_many_attributes);
	return g_test_run();
}
