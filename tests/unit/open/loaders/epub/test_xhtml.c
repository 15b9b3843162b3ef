#include "open/loaders/epub/xhtml.h"

#include "open/limits.h"

#include "made_zip.h"
#include "open/limits.h"
#include "opened.h"

#include <string.h>

static void
assert_fed(const char *content, gboolean has_heading, const char *expected)
{
	int fd;
	g_autoptr(GError) error = NULL;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(GBytes) zip = made_zip("a.xhtml", content, NULL);
	g_autoptr(OqArchive) archive = opened_archive(zip);
	g_autoptr(OqXhtml) xhtml = oq_xhtml_open(archive, "a.xhtml", &error);
	g_assert_no_error(error);
	g_assert_cmpint(oq_xhtml_has_heading(xhtml), ==, has_heading);
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(writer, OQ_NOTES_SKIP, NULL);
	for (guint i = 0; i < 2; i++) {
		oq_hypertext_begin(hypertext, "a.xhtml", OQ_HYPERTEXT_WRITE);
		g_assert_true(oq_xhtml_feed(xhtml, hypertext, writer, &error));
		g_assert_no_error(error);
		g_assert_true(oq_hypertext_end(hypertext, &error));
	}
	g_autofree char *twice = g_strconcat(expected, expected, NULL);
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_cmpstr(blocks, ==, twice);
}

static void
test_xml(void)
{
	assert_fed("<?xml version='1.0'?><!DOCTYPE html PUBLIC 'a' 'b'><html><head><title>Т</title>"
		   "<h1/></head><body><p>А&nbsp;&#1241;<br/>Б</p><p/><p epub:type='x' hidden=''>В"
		   "</p></body></html>",
		FALSE, "lines: А\302\240ә / Б\n");
	assert_fed("<html><body><h2>А</h2></body></html>", TRUE, "heading 2: А\n");
}

/* What is no XML is HTML all the same. */
static void
test_html(void)
{
	assert_fed("<html><body><p hidden>Ә<p>А&nbsp;Б<br>В<h2>Г</body>", TRUE,
		"lines: А\302\240Б / В\nheading 2: Г\n");
	assert_fed("<p>А & Ә", FALSE, "paragraph: А & Ә\n");
}

/* Neither as XML nor as HTML is more read than is told. */
static void
assert_deep(const char *beginning)
{
	int fd;
	g_autoptr(GError) error = NULL;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(GString) content = g_string_new(beginning);
	for (guint i = 0; i < OQ_LIMIT_DEPTH + 10; i++)
		g_string_append(content, "<div>");
	g_autoptr(GBytes) zip = made_zip("a.xhtml", content->str, NULL);
	g_autoptr(OqArchive) archive = opened_archive(zip);
	g_autoptr(OqXhtml) xhtml = oq_xhtml_open(archive, "a.xhtml", &error);
	g_assert_no_error(error);
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(writer, OQ_NOTES_SKIP, NULL);
	oq_hypertext_begin(hypertext, "a.xhtml", OQ_HYPERTEXT_WRITE);
	g_assert_false(oq_xhtml_feed(xhtml, hypertext, writer, &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT);
	oq_hypertext_end(hypertext, NULL);
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_true(g_str_has_prefix(blocks, "paragraph: А"));
}

static void
test_deep(void)
{
	assert_deep("<html><p>А</p>");
	assert_deep("<p>А</p>"); /* which ends what is XML */
}

static void
test_large(void)
{
	g_autoptr(GString) content = g_string_new("<html>"), expected = g_string_new(NULL);
	for (guint i = 0; i < 200000; i++)
		g_string_append(content, i % 1000 == 0 ? "<p>Бір сөйлем.</p>" : "<b>      </b>");
	g_string_append(content, "</html>");
	for (guint i = 0; i < 200; i++)
		g_string_append(expected, "paragraph: Бір сөйлем.\n");
	assert_fed(content->str, TRUE, expected->str);
}

/* What is too deep is told each time. */
static void
test_deep_twice(void)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(GString) content = g_string_new("<p>Бір</p>");
	for (guint i = 0; i < OQ_LIMIT_DEPTH + 10; i++)
		g_string_append(content, "<b>");
	g_string_prepend(content, "<html>");
	g_autoptr(GBytes) zip = made_zip("a.xhtml", content->str, NULL);
	g_autoptr(OqArchive) archive = opened_archive(zip);
	g_autoptr(OqXhtml) xhtml = oq_xhtml_open(archive, "a.xhtml", NULL);
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(writer, OQ_NOTES_SKIP, NULL);
	for (guint i = 0; i < 2; i++) {
		g_autoptr(GError) error = NULL;
		oq_hypertext_begin(hypertext, "a.xhtml", OQ_HYPERTEXT_WRITE);
		g_assert_false(oq_xhtml_feed(xhtml, hypertext, writer, &error));
		g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT);
		g_assert_true(oq_hypertext_end(hypertext, NULL));
	}
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_cmpstr(blocks, ==, "paragraph: Бір\nparagraph: Бір\n");
}

static void
test_none(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) zip = made_zip("a.xhtml", "", NULL);
	g_autoptr(OqArchive) archive = opened_archive(zip);
	g_assert_null(oq_xhtml_open(archive, "b.xhtml", &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/xhtml/xml", test_xml);
	g_test_add_func("/xhtml/html", test_html);
	g_test_add_func("/xhtml/deep", test_deep);
	g_test_add_func("/xhtml/large", test_large);
	g_test_add_func("/xhtml/deep-twice", test_deep_twice);
	g_test_add_func("/xhtml/none", test_none);
	return g_test_run();
}
