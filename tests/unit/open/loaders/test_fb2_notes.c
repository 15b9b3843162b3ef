#include "open/loaders/fb2_notes.h"

#include "nameless.h"
#include "opened.h"

#include <string.h>

static const char body[] =
	"<body name='notes'><title><p>Бәрі</p></title><section><title><p>Топ</p></title>"
	"<section id='a'><title><p>1</p></title><p>Ес<em>кер</em>ту.</p><p>Екі.</p></section>"
	"</section><section id='b'><p>Үш.</p></section></body>";

static void
test_read(void)
{
	g_autoptr(GError) error = NULL;
	int in = nameless_new(body, sizeof body - 1), out = nameless_new("", 0);
	const OqOpenJob job = {
		.fd = in, .n_bytes = sizeof body - 1, .extension = "", .notes = OQ_NOTES_END};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	g_autoptr(OqNoteBook) notes = oq_note_book_new(job.notes);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(out);
	g_assert_cmpint(oq_xml_pull_next(xml, NULL), ==, OQ_XML_START);
	g_assert_true(oq_fb2_notes_is_body(xml));
	oq_fb2_notes_read(xml, notes, &error);
	g_assert_no_error(error);
	oq_note_book_refer(notes, "b");
	oq_note_book_refer(notes, "none");
	oq_note_book_refer(notes, "a");
	oq_note_book_end(notes, writer);
	oq_block_writer_finish(writer, NULL);
	g_autofree char *lines = opened_items(out);
	g_assert_cmpstr(lines, ==, "note: Үш.\nnote: Ескерту. Екі.\n");
	close(in);
	close(out);
}

static void
test_is_body(void)
{
	static const char *const others[] = {
		"<body/>", "<body name='main'/>", "<section name='notes'/>"};
	for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
		gsize n_bytes = strlen(others[i]);
		int in = nameless_new(others[i], n_bytes);
		const OqOpenJob job = {
			.fd = in, .n_bytes = n_bytes, .extension = "", .notes = OQ_NOTES_END};
		g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
		oq_xml_pull_next(xml, NULL);
		g_assert_false(oq_fb2_notes_is_body(xml));
		close(in);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/fb2_notes/read", test_read);
	g_test_add_func("/fb2_notes/is_body", test_is_body);
	return g_test_run();
}
