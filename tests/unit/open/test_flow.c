#include "open/flow.h"

#include "nameless.h"
#include "opened.h"

#include <string.h>

/** A part that is read, and what is written of it. */
typedef struct {
	OqNoteBook *notes;
	OqFlow flow;
	int in, out;
	OqOpenJob job;
} Case;

static void
set_up(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	static const char text[] = "<a/>";
	c->in = nameless_new(text, strlen(text));
	c->out = nameless_new("", 0);
	c->job = (OqOpenJob){.fd = c->in, .n_bytes = strlen(text), .extension = ""};
	c->notes = oq_note_book_new(OQ_NOTES_INLINE);
	c->flow = (OqFlow){.xml = oq_xml_pull_new_file(&c->job),
		.out = oq_block_writer_new(c->out),
		.extras = oq_extras_new(c->notes),
		.n_bytes = strlen(text)};
}

static void
tear_down(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_xml_pull_free(c->flow.xml);
	oq_extras_free(c->flow.extras);
	oq_note_book_free(c->notes);
	close(c->in);
	close(c->out);
}

static void
assert_written(Case *c, const char *expected)
{
	oq_flow_finish(&c->flow);
	oq_block_writer_finish(c->flow.out, NULL);
	oq_block_writer_free(c->flow.out);
	g_autofree char *lines = opened_items(c->out);
	g_assert_cmpstr(lines, ==, expected);
}

/* What belongs behind a block comes when it ends. */
static void
test_blocks(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_block_writer_begin(c->flow.out, OQ_BLOCK_PARAGRAPH, 0, NULL);
	oq_flow_put(&c->flow, "м", "ru", FALSE);
	oq_extras_add_image(c->flow.extras, "Тау");
	oq_flow_put(&c->flow, "2", "ru", TRUE);
	g_assert_false(oq_flow_end_paragraph(&c->flow));
	oq_flow_end_block(&c->flow);
	oq_flow_put(&c->flow, "Екі", NULL, FALSE);
	oq_extras_add_image(c->flow.extras, "Көл");
	assert_written(c, "paragraph ru: м²\nparagraph: Тау\nparagraph: Екі\nparagraph: Көл\n");
}

static void
test_tables(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_true(oq_flow_enter_table(&c->flow));
	c->flow.n_columns = 2;
	oq_flow_put(&c->flow, "а", NULL, FALSE);
	oq_flow_end_cell(&c->flow);
	oq_flow_put(&c->flow, "ә", NULL, FALSE);
	oq_flow_end_cell(&c->flow);
	oq_table_text_end_row(c->flow.rows, TRUE);
	for (guint i = 0; i < 3; i++) {
		oq_flow_put(&c->flow, i == 0 ? "б" : "м", NULL, FALSE);
		oq_flow_put(&c->flow, "3", NULL, TRUE);
		g_assert_false(oq_flow_enter_table(&c->flow));
		oq_flow_leave_table(&c->flow);
		g_assert_true(oq_flow_end_paragraph(&c->flow));
		oq_flow_end_cell(&c->flow);
	}
	oq_extras_add_image(c->flow.extras, "Тау");
	oq_table_text_end_row(c->flow.rows, FALSE);
	oq_flow_leave_table(&c->flow);
	oq_flow_leave_table(&c->flow);
	g_assert_null(c->flow.rows);
	assert_written(c, "cell: а: б³; м³; ә: м³\nparagraph: Тау\n");
}

/* What puts a page's text in its place is no table. */
static void
test_layout(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) text = g_string_new(NULL);
	while (text->len < 1000)
		g_string_append(text, "сөз ");
	g_assert_true(oq_flow_enter_table(&c->flow));
	oq_flow_put(&c->flow, text->str, NULL, FALSE);
	g_assert_true(oq_flow_end_paragraph(&c->flow));
	oq_flow_put(&c->flow, text->str, NULL, FALSE);
	g_assert_true(oq_flow_end_paragraph(&c->flow));
	oq_flow_put(&c->flow, text->str, NULL, FALSE);
	g_assert_false(oq_flow_end_paragraph(&c->flow));
	oq_flow_end_block(&c->flow);
	oq_flow_leave_table(&c->flow);
	g_autofree char *line = g_strchomp(g_strdup(text->str));
	g_autofree char *expected =
		g_strdup_printf("paragraph: %s\nparagraph: %s\nparagraph: %s\n", line, line, line);
	assert_written(c, expected);
}

#define ADD(name, test) g_test_add("/flow/" name, Case, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("blocks", test_blocks);
	ADD("tables", test_tables);
	ADD("layout", test_layout);
	return g_test_run();
}
