#include "open/loaders/html/html.h"

#include "open/limits.h"
#include "opened.h"

#include <string.h>

static void
assert_page(const char *html, const char *expected)
{
	assert_blocks(&oq_loader_html, html, expected);
}

static void
test_head(void)
{
	assert_page("<!DOCTYPE html><html lang='kk'><head><title>Кітап | Сайт</title>"
		    "<meta name='author' content='Абай'><meta property='og:title' content='Кітап'>"
		    "</head><body><h1>Тақырып</h1><p>Мәтін&nbsp;бар.&#1241;</body></html>",
		"title: Кітап\nauthor: Абай\nlanguage: kk\nheading 1: Тақырып\n"
		"paragraph: Мәтін\302\240бар.ә\n");
	assert_page("<title>Кітап</title><meta property=article:author content='https://a.kz/b'>"
		    "<meta property=og:locale content=kk_KZ><p>А",
		"title: Кітап\nlanguage: kk-KZ\nparagraph: А\n");
	/* it is all that there is to read */
	assert_page("<title>Кітап туралы</title><body><p> </p><script>x</script></body>",
		"title: Кітап туралы\nheading 1: Кітап туралы\n");
	assert_page("<title> </title><body></body>", "");
}

static void
test_notes(void)
{
	const char *html = "<p>Бір<sup><a href='#n'>1</a></sup>.</p><p>Екі.</p>"
			   "<p id='n'><a href='#r'>1</a> Осы.</p>";
	g_autofree char *blocks =
		opened_load(&oq_loader_html, html, strlen(html), "html", OQ_NOTES_INLINE, NULL);
	g_assert_cmpstr(blocks, ==, "paragraph: Бір.\nnote: Осы.\nparagraph: Екі.\n");
}

static void
test_encodings(void)
{
	static const char *const headers[] = {"<meta charset=KZ-1048>",
		"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=\"kz-1048\"'>",
		"<?xml version='1.0' encoding='KZ-1048'?>", ""};
	for (gsize i = 0; i < G_N_ELEMENTS(headers); i++) {
		gsize n_bytes;
		g_autofree char *html = g_strconcat(headers[i], "<p>Әңгіме", NULL);
		g_autofree char *bytes =
			g_convert(html, -1, "RK1048", "UTF-8", NULL, &n_bytes, NULL);
		g_autofree char *blocks =
			opened_load(&oq_loader_html, bytes, n_bytes, "html", OQ_NOTES_SKIP, NULL);
		g_assert_cmpstr(blocks, ==, "paragraph: Әңгіме\n");
	}
	g_autofree char *named = opened_load_as(&oq_loader_html, "<p>\xD9", 4, "UTF-16LE-no", NULL);
	g_assert_cmpstr(named, ==, "");
}

static void
test_deep(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) html = g_string_new("<p>Басы.</p>");
	for (guint i = 0; i < 100000; i++)
		g_string_append(html, "<div>");
	g_string_append(html, "Соңы");
	g_autofree char *blocks =
		opened_load(&oq_loader_html, html->str, html->len, "html", OQ_NOTES_SKIP, &error);
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT);
	g_assert_cmpstr(blocks, ==, "paragraph: Басы.\n");
}

/* A menu that a small page is read without. */
static void
test_large(void)
{
	const char *menu = "<div class=menu>Мәзір</div>";
	g_autofree char *prose = g_strnfill(300, 'a');
	g_autoptr(GString) html = g_string_new("<title>Кітап</title>");
	g_string_append_printf(html, "%s<p>%s</p>", menu, prose);
	g_autofree char *small =
		opened_load(&oq_loader_html, html->str, html->len, "html", OQ_NOTES_SKIP, NULL);
	g_assert_null(strstr(small, "Мәзір"));
	while (html->len <= (gsize)OQ_LIMIT_PAGE_MB << 20)
		g_string_append_printf(html, "<!-- %s%s%s%s -->", prose, prose, prose, prose);
	g_string_append(html, "<p>Соңы");
	g_autofree char *large =
		opened_load(&oq_loader_html, html->str, html->len, "html", OQ_NOTES_SKIP, NULL);
	g_autofree char *expected = g_strdup_printf(
		"title: Кітап\nparagraph: Мәзір\nparagraph: %s\nparagraph: Соңы\n", prose);
	g_assert_cmpstr(large, ==, expected);
}

static void
test_fit(void)
{
	static const struct {
		const char *head, *extension;
		OqFit fit;
	} rows[] = {{"\357\273\277 <!DOCTYPE HTML>", "", OQ_FIT_SURE},
		{"<?xml version='1.0'?>\n<html xmlns='x'>", "xml", OQ_FIT_SURE},
		{"<p>А", "htm", OQ_FIT_LIKELY}, {"\xFF\xFE<", "html", OQ_FIT_EXTENSION},
		{"Мәтін <html>", "txt", OQ_FIT_NONE},
		{"<?xml version='1.0'?><a/>", "xml", OQ_FIT_NONE}};
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		OqOpenJob job = {.extension = rows[i].extension};
		OqSample sample = {&job, rows[i].head, strlen(rows[i].head), NULL};
		g_assert_cmpint(oq_loader_html.fit(&sample), ==, rows[i].fit);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	oq_loader_html.prepare();
	g_test_add_func("/html/head", test_head);
	g_test_add_func("/html/notes", test_notes);
	g_test_add_func("/html/encodings", test_encodings);
	g_test_add_func("/html/deep", test_deep);
	g_test_add_func("/html/large", test_large);
	g_test_add_func("/html/fit", test_fit);
	return g_test_run();
}
