#include "open/extras.h"

#include "nameless.h"
#include "opened.h"

/* In this order, once. */
static void
test_put(void)
{
	int fd = nameless_new("", 0);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(fd);
	g_autoptr(OqNoteBook) notes = oq_note_book_new(OQ_NOTES_INLINE);
	g_autoptr(OqExtras) extras = oq_extras_new(notes);
	oq_note_book_add(notes, "1", "Ескерту.");
	oq_note_book_refer(notes, "1");
	oq_extras_add_box(extras, "Қорап.");
	oq_extras_add_image(extras, NULL);
	oq_extras_add_image(extras, "");
	oq_extras_add_image(extras, "Тау");
	oq_extras_put(extras, writer);
	oq_extras_put(extras, writer);
	oq_block_writer_finish(writer, NULL);
	g_autofree char *lines = opened_items(fd);
	g_assert_cmpstr(lines, ==, "paragraph: Тау\nparagraph: Қорап.\nnote: Ескерту.\n");
	oq_extras_free(NULL);
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/extras/put", test_put);
	return g_test_run();
}
