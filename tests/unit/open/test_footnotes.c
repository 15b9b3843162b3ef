#include "open/footnotes.h"

#include "open/limits.h"
#include "opened.h"

static void
test_tell(void)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(OqFootnotes) footnotes = oq_footnotes_new();
	OqFootnote *first = oq_footnotes_begin(footnotes, "a");
	OqFootnote *second = oq_footnotes_begin(footnotes, "b");
	OqFootnote *third = oq_footnotes_begin(footnotes, "a");
	oq_footnotes_name(footnotes, first, "a#1");
	oq_footnotes_name(footnotes, second, "a#1");
	oq_footnotes_append(footnotes, first, "Первая.", "ru");
	oq_footnotes_append(footnotes, first, "Еще.", NULL);
	oq_footnotes_append(footnotes, second, "Екінші.", NULL);
	oq_footnotes_append(footnotes, third, "Үшінші.", NULL);
	g_assert_true(oq_footnotes_find(footnotes, "a#1") == first);
	g_assert_null(oq_footnotes_find(footnotes, "a#2"));
	oq_footnotes_tell(footnotes, third, writer);
	oq_footnotes_tell(footnotes, third, writer);
	oq_footnotes_tell_rest(footnotes, "a", writer);
	oq_block_writer_text(writer, "Мәтін.", -1);
	oq_footnotes_tell_rest(footnotes, "b", writer);
	oq_footnotes_append(footnotes, second, "Кеш.", NULL);
	oq_footnotes_tell_rest(footnotes, "b", writer);
	g_autofree char *lines = opened_lines(writer, fd);
	g_assert_cmpstr(lines, ==,
		"note: Үшінші.\nnote ru: Первая. Еще.\nparagraph: Мәтін.\nnote: Екінші.\n");
}

static void
test_full(void)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(OqFootnotes) footnotes = oq_footnotes_new();
	g_autofree char *text = g_strnfill((gsize)OQ_LIMIT_TREE_MB << 19, 'a');
	OqFootnote *note = oq_footnotes_begin(footnotes, "a");
	oq_footnotes_append(footnotes, note, text, NULL);
	g_assert_false(oq_footnotes_is_full(footnotes));
	oq_footnotes_append(footnotes, note, text, NULL);
	g_assert_true(oq_footnotes_is_full(footnotes));
	g_autofree char *lines = opened_lines(writer, fd);
}

/* Room is for those that are not told yet. */
static void
test_room(void)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(OqFootnotes) footnotes = oq_footnotes_new();
	g_autofree char *text = g_strnfill((gsize)OQ_LIMIT_TREE_MB << 19, 'a');
	for (guint i = 0; i < 3; i++) {
		OqFootnote *note = oq_footnotes_begin(footnotes, "a");
		oq_footnotes_append(footnotes, note, text, NULL);
		oq_footnotes_tell(footnotes, note, writer);
		g_assert_false(oq_footnotes_is_full(footnotes));
	}
	g_autofree char *lines = opened_lines(writer, fd);
	g_assert_true(g_str_has_prefix(lines, "note: a"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/footnotes/tell", test_tell);
	g_test_add_func("/footnotes/full", test_full);
	g_test_add_func("/footnotes/room", test_room);
	return g_test_run();
}
