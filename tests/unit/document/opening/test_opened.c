#include "document/opening/opened.h"

#include "nameless.h"

#include <string.h>

static OqOpened *
open_as(const char *extension, const char *text)
{
	g_autoptr(GError) error = NULL;
	const OqOpenerWish wish = {.extension = extension};
	OqOpened *opened =
		oq_opened_new(nameless_new(text, strlen(text)), "файл", &wish, NULL, &error);
	g_assert_no_error(error);
	return opened;
}

static OqOpened *
open_text(const char *text)
{
	return open_as("md", text);
}

static void
assert_next(OqOpened *opened, guint64 start, OqBlockKind kind, const char *text)
{
	OqBlock block;
	g_autoptr(GString) all = g_string_new(NULL);
	char bytes[5];
	g_assert_true(oq_opened_next(opened, &block, NULL));
	g_assert_cmpuint(block.start, ==, start);
	g_assert_cmpuint(block.number, ==, start == 0);
	g_assert_cmpint(block.kind, ==, kind);
	for (gssize n; (n = oq_opened_read(opened, bytes, sizeof bytes, NULL)) > 0;) {
		g_assert_true(g_utf8_validate(bytes, n, NULL));
		g_string_append_len(all, bytes, n);
	}
	g_assert_cmpstr(all->str, ==, text);
	g_assert_false(oq_opened_is_cut(opened));
}

/* A block is its text and a line feed; whatever was read before, it is the same one. */
static void
test_blocks(void)
{
	g_autoptr(OqOpened) opened = open_text("# Бір\n\nЕкі.\n\n- үш\n\n## Төрт\n");
	assert_next(opened, 0, OQ_BLOCK_HEADING, "Бір");
	assert_next(opened, 7, OQ_BLOCK_PARAGRAPH, "Екі.");
	g_assert_true(oq_opened_seek(opened, 6, NULL));
	assert_next(opened, 0, OQ_BLOCK_HEADING, "Бір");
	g_assert_true(oq_opened_seek(opened, 100, NULL));
	assert_next(opened, 20, OQ_BLOCK_HEADING, "Төрт");
	OqBlock block;
	g_assert_false(oq_opened_next(opened, &block, NULL));
	g_assert_cmpuint(oq_opened_n_bytes(opened), ==, 29);
	g_assert_cmpuint(oq_opened_guess_bytes(opened), ==, 29);
	g_assert_true(oq_opened_seek(opened, 15, NULL));
	assert_next(opened, 15, OQ_BLOCK_ITEM, "үш");
	oq_opened_free(NULL);
}

/* What begins where the text that is known ends is read for it. */
static void
test_seek_ahead(void)
{
	g_autoptr(OqOpened) opened = open_text("Бір.\n\nЕкі.\n\nҮш.\n");
	g_assert_true(oq_opened_seek(opened, 8, NULL));
	assert_next(opened, 8, OQ_BLOCK_PARAGRAPH, "Екі.");
	assert_next(opened, 16, OQ_BLOCK_PARAGRAPH, "Үш.");
}

static void
test_marks(void)
{
	g_autoptr(OqOpened) opened = open_text("---\ntitle: А\n---\n# Бір\n\nЕкі.\n\n## Үш\n");
	g_assert_cmpstr(oq_opened_told(opened, OQ_WIRE_TITLE), ==, "А");
	g_assert_null(oq_opened_told(opened, OQ_WIRE_AUTHOR));
	g_assert_true(oq_opened_read_all(opened, NULL));
	const GArray *headings = oq_opened_headings(opened);
	g_assert_cmpuint(headings->len, ==, 2);
	g_assert_cmpstr(g_array_index(headings, OqOpenedMark, 1).label, ==, "Үш");
	g_assert_cmpuint(g_array_index(headings, OqOpenedMark, 1).level, ==, 2);
	g_assert_cmpuint(oq_opened_pages(opened)->len, ==, 0);
	g_autoptr(OqOpened) twice = open_as("rtf", "{\\rtf1{\\title A}{\\title B}c\\par}");
	g_assert_cmpstr(oq_opened_told(twice, OQ_WIRE_TITLE), ==, "A");
}

/* What was read before the damage stays, and the damage is told each time that it is reached. */
/* Of a long text, what came last and what came long before. */
static void
test_long(void)
{
	enum { N_BLOCKS = 20000, BLOCK_BYTES = 6 };
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < N_BLOCKS; i++)
		g_string_append_printf(text, "%05u\n\n", i);
	g_autoptr(OqOpened) opened = open_text(text->str);
	static const guint order[] = {12000, 11999, 0, 5000, 12001, 19999, 18000, 1, 19999};
	for (guint i = 0; i < G_N_ELEMENTS(order); i++) {
		guint64 start = (guint64)order[i] * BLOCK_BYTES;
		g_autofree char *expected = g_strdup_printf("%05u", order[i]);
		g_assert_true(oq_opened_seek(opened, start, NULL));
		assert_next(opened, start, OQ_BLOCK_PARAGRAPH, expected);
	}
}

static void
test_damage(void)
{
	static const char text[] = "<FictionBook><body><p>Бір.</p>";
	const OqOpenerWish wish = {.extension = "fb2"};
	OqBlock block;
	g_autoptr(OqOpened) opened =
		oq_opened_new(nameless_new(text, sizeof text - 1), "файл", &wish, NULL, NULL);
	assert_next(opened, 0, OQ_BLOCK_PARAGRAPH, "Бір.");
	for (guint i = 0; i < 2; i++) {
		g_autoptr(GError) error = NULL;
		g_assert_false(oq_opened_next(opened, &block, &error));
		g_assert_nonnull(error);
	}
	g_assert_true(oq_opened_seek(opened, 0, NULL));
	assert_next(opened, 0, OQ_BLOCK_PARAGRAPH, "Бір.");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/opened/blocks", test_blocks);
	g_test_add_func("/opened/seek_ahead", test_seek_ahead);
	g_test_add_func("/opened/marks", test_marks);
	g_test_add_func("/opened/long", test_long);
	g_test_add_func("/opened/damage", test_damage);
	return g_test_run();
}
