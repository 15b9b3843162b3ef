/* fed_hypertext.h - XML given to open/markup/hypertext.h element by element. */
#pragma once

#include "open/markup/hypertext.h"

#include "opened.h"

static void
started(GMarkupParseContext *context G_GNUC_UNUSED, const char *name, const char **names,
	const char **values, gpointer hypertext, GError **error G_GNUC_UNUSED)
{
	g_autoptr(GPtrArray) attributes = g_ptr_array_new();
	for (; *names != NULL; names++, values++) {
		g_ptr_array_add(attributes, (gpointer)(gintptr)*names);
		g_ptr_array_add(attributes, (gpointer)(gintptr)*values);
	}
	g_ptr_array_add(attributes, NULL);
	oq_hypertext_start(hypertext, name, (const char *const *)attributes->pdata);
}

static void
finished(GMarkupParseContext *context G_GNUC_UNUSED, const char *name G_GNUC_UNUSED,
	gpointer hypertext, GError **error G_GNUC_UNUSED)
{
	oq_hypertext_finish(hypertext);
}

static void
said(GMarkupParseContext *context G_GNUC_UNUSED, const char *text, gsize n_bytes,
	gpointer hypertext, GError **error G_GNUC_UNUSED)
{
	oq_hypertext_text(hypertext, text, (gssize)n_bytes);
}

G_GNUC_UNUSED static void
feed_hypertext(OqHypertext *hypertext, const char *path, const char *xml, OqHypertextPass pass)
{
	const GMarkupParser parser = {started, finished, said, NULL, NULL};
	g_autoptr(GError) error = NULL;
	g_autofree char *body = g_strconcat("<body>", xml, "</body>", NULL);
	g_autoptr(GMarkupParseContext) context =
		g_markup_parse_context_new(&parser, (GMarkupParseFlags)0, hypertext, NULL);
	oq_hypertext_begin(hypertext, path, pass);
	g_assert_true(g_markup_parse_context_parse(context, body, -1, &error));
	g_assert_no_error(error);
	g_assert_true(oq_hypertext_end(hypertext, &error));
	g_assert_no_error(error);
}

G_GNUC_UNUSED static char *
fed_blocks(const char *xml, OqNotes notes)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(writer, notes, "kk");
	if (notes == OQ_NOTES_INLINE)
		feed_hypertext(hypertext, "a.html", xml, OQ_HYPERTEXT_GATHER);
	feed_hypertext(hypertext, "a.html", xml, OQ_HYPERTEXT_WRITE);
	return opened_lines(writer, fd);
}

G_GNUC_UNUSED static void
assert_fed(const char *xml, const char *expected)
{
	g_autofree char *blocks = fed_blocks(xml, OQ_NOTES_SKIP);
	g_assert_cmpstr(blocks, ==, expected);
}

G_GNUC_UNUSED static void
assert_fed_notes(const char *xml, const char *skipped, const char *inlined, const char *at_end)
{
	g_autofree char *skip = fed_blocks(xml, OQ_NOTES_SKIP);
	g_autofree char *inside = fed_blocks(xml, OQ_NOTES_INLINE);
	g_autofree char *end = fed_blocks(xml, OQ_NOTES_END);
	g_assert_cmpstr(skip, ==, skipped);
	g_assert_cmpstr(inside, ==, inlined);
	g_assert_cmpstr(end, ==, at_end);
}
