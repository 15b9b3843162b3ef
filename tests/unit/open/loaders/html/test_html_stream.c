#include "open/loaders/html/html_stream.h"

#include "nameless.h"
#include "open/loaders/html/html.h"
#include "opened.h"

#include <string.h>

static char *
load(const char *html, OqNotes notes, GError **error)
{
	int fd;
	gsize n_bytes = strlen(html);
	const OqOpenJob job = {.fd = nameless_new(html, n_bytes),
		.n_bytes = n_bytes,
		.extension = "html",
		.notes = notes};
	OqBlockWriter *writer = opened_writer(&fd);
	oq_html_stream_load(&job, NULL, writer, error);
	close(job.fd);
	return opened_lines(writer, fd);
}

static void
assert_streamed(const char *html, OqNotes notes, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *blocks = load(html, notes, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(blocks, ==, expected);
}

static void
test_page(void)
{
	assert_streamed("", OQ_NOTES_SKIP, "");
	assert_streamed("<title>Бет", OQ_NOTES_SKIP, "title: Бет\n");
	assert_streamed("<!DOCTYPE html><html lang='kk'><head><title>Кітап</title><style>p {}"
			"</style><meta name='author' content='Абай'><script>x()</script></head>"
			"<body><nav>жоқ<b>жоқ</b></nav><h1>Тақырып</h1><p hidden>жоқ</p>"
			"<p>Мәтін&nbsp;бар.&#1241;<table><tr><td>1<td>2</table>",
		OQ_NOTES_SKIP,
		"title: Кітап\nauthor: Абай\nlanguage: kk\nheading 1: Тақырып\n"
		"paragraph: Мәтін\302\240бар.ә\ncell: 1; 2\n");
}

/* More text in an element than libxml2 takes. */
static void
test_title(void)
{
	enum { N_BYTES = 12000000 };
	g_autofree char *title = g_strnfill(N_BYTES, 'a');
	g_autofree char *page = g_strconcat("<title>", title, "</title><body><p>Бір", NULL);
	g_autofree char *blocks = load(page, OQ_NOTES_SKIP, NULL);
	g_assert_true(g_str_has_prefix(blocks, "title: aaaa"));
	g_assert_true(g_str_has_suffix(blocks, "\nparagraph: Бір\n"));
}

/* Each with each other compared, they take minutes. */
static void
test_attributes(void)
{
	enum { N_ATTRIBUTES = 200000 };
	g_autoptr(GString) page = g_string_new("<p>Бір</p><div");
	for (guint i = 0; i < N_ATTRIBUTES; i++)
		g_string_append_printf(page, " a%u='1'", i);
	g_string_append(page, ">Екі</div><p>Үш</p>");
	assert_streamed(
		page->str, OQ_NOTES_SKIP, "paragraph: Бір\nparagraph: Екі\nparagraph: Үш\n");
}

static void
test_notes(void)
{
	assert_streamed("<title>Т</title><p>Бір<sup><a href='#n'>1</a></sup>.</p><p>Екі.</p>"
			"<p id='n'><a href='#r'>1</a> Осы.</p>",
		OQ_NOTES_INLINE, "title: Т\nparagraph: Бір.\nnote: Осы.\nparagraph: Екі.\n");
}

/* As a page that is small and all of which is kept. */
static void
test_same(void)
{
	static const char *const pages[] = {"<p>А<b>Ә<i>Б</i></b>В<u>Г</u></p><u>Ғ</u><h2>Д</h2>",
		"А<p>Ә<br>Б<br>В<p><time>Бір</time> <mark>екі</mark> <b>үш</b>",
		"<b>А<p>Ә</b>Б</p><div>В</span>Г<p>Д</div>Е</body></html>Ж<p>З",
		"<ul><li>А<ul><li>Ә</ul><li>Б<p>В</ul><ol start=3 type=a><li>Г<li value=9>Ғ"
		"</ol><ol reversed start=2><li>Д<li>Е</ol>",
		"<table><tr><th>А<th>Ә<tr><td>Б<td>В<p>Г</table><table><td><table><tr><td>Д"
		"</table></table>",
		"<blockquote><p>А<p>Ә</blockquote><pre>Б\n  В</pre><img alt='Г'> <b>Д</b>",
		"<html lang=ru><body lang=kk><p lang=en>A<span lang=ru>Б</span><p lang=ru>Б",
		"<p>А<![CDATA[Ә]]>Б<?x?>В<!-- Г -->Ғ&amp;&lt;&unknown;&#xFFFFFF;",
		"<body><p>А<body lang=ru><p>Ә<html><p>Б<head><title>В</title>Г",
		"<p>m<sup>2</sup> x<sup>1</sup><a href=#a>1</a><p id=a>Ә<script>if (a < b) '</p>'"
		"</script>Б<style><p></style>В<textarea>Г</textarea>",
		"<h1>А</h1 ><h1/>Ә<p/>Б<br/>В<o:p>Г</o:p> <o:p>Ғ</o:p><svg><text>Д</text></svg>",
		"<div><p>А<select><option>Ә</select><button>Б</button></div><iframe>В</iframe>Г",
		"<p hidden>А<p>Ә<div style='display:none'>Б<p>В</div>Г<input disabled>Д"};
	for (gsize i = 0; i < G_N_ELEMENTS(pages); i++)
		for (guint notes = OQ_NOTES_SKIP; notes <= OQ_NOTES_END; notes++) {
			g_autofree char *whole = opened_load(&oq_loader_html, pages[i],
				strlen(pages[i]), "html", (OqNotes)notes, NULL);
			g_test_message("%s", pages[i]);
			assert_streamed(pages[i], (OqNotes)notes, whole);
		}
}

static void
test_deep(void)
{
	for (guint n = 250; n < 260; n++) {
		g_autoptr(GError) error = NULL, expected = NULL;
		g_autoptr(GString) html = g_string_new("<p>Басы.</p>");
		for (guint i = 0; i < n; i++)
			g_string_append(html, "<div>");
		g_string_append(html, "Соңы");
		g_autofree char *whole = opened_load(
			&oq_loader_html, html->str, html->len, "html", OQ_NOTES_SKIP, &expected);
		g_autofree char *blocks = load(html->str, OQ_NOTES_SKIP, &error);
		g_assert_cmpstr(blocks, ==, whole);
		g_assert_cmpint(error != NULL, ==, expected != NULL);
		if (n > 256) {
			g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT);
			g_assert_cmpstr(blocks, ==, "paragraph: Басы.\n");
		}
	}
}

/* Characters that lie across what is read at once. */
static void
test_long(void)
{
	g_autoptr(GString) html = g_string_new("<p>"), expected = g_string_new("paragraph: ");
	for (guint i = 0; i < 5000; i++) {
		g_string_append_printf(html, "Әні%u%s", i, i % 7 == 0 ? "<b>ң</b>" : "a");
		g_string_append_printf(expected, "Әні%u%s", i, i % 7 == 0 ? "ң" : "a");
		if (i % 100 != 99)
			continue;
		g_string_append(html, "<p>");
		g_string_append(expected, i < 4999 ? "\nparagraph: " : "\n");
	}
	assert_streamed(html->str, OQ_NOTES_SKIP, expected->str);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	oq_loader_html.prepare();
	g_test_add_func("/html_stream/page", test_page);
	g_test_add_func("/html_stream/title", test_title);
	g_test_add_func("/html_stream/attributes", test_attributes);
	g_test_add_func("/html_stream/notes", test_notes);
	g_test_add_func("/html_stream/same", test_same);
	g_test_add_func("/html_stream/deep", test_deep);
	g_test_add_func("/html_stream/long", test_long);
	return g_test_run();
}
