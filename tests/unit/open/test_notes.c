#include "open/notes.h"

#include "nameless.h"
#include "opened.h"

static char *
tell(OqNotes wish)
{
	int fd = nameless_new("", 0);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(fd);
	g_autoptr(OqNoteBook) book = oq_note_book_new(wish);
	oq_note_book_add(book, "1", "Бірінші.");
	oq_note_book_add(book, "2", "Екінші.");
	oq_note_book_refer(book, "2");
	oq_note_book_refer(book, "жоқ");
	oq_note_book_refer(book, NULL);
	oq_block_writer_text(writer, "Сөз.", -1);
	oq_block_writer_end(writer);
	oq_note_book_end_block(book, writer);
	oq_block_writer_text(writer, "Соңы.", -1);
	oq_block_writer_end(writer);
	oq_note_book_refer(book, "1");
	oq_note_book_refer(book, "2");
	oq_note_book_end(book, writer);
	oq_note_book_end(book, writer);
	oq_block_writer_finish(writer, NULL);
	char *lines = opened_items(fd);
	close(fd);
	return lines;
}

static void
test_places(void)
{
	g_autofree char *skipped = tell(OQ_NOTES_SKIP), *within = tell(OQ_NOTES_INLINE);
	g_autofree char *behind = tell(OQ_NOTES_END);
	g_assert_cmpstr(skipped, ==, "paragraph: Сөз.\nparagraph: Соңы.\n");
	g_assert_cmpstr(
		within, ==, "paragraph: Сөз.\nnote: Екінші.\nparagraph: Соңы.\nnote: Бірінші.\n");
	g_assert_cmpstr(
		behind, ==, "paragraph: Сөз.\nparagraph: Соңы.\nnote: Екінші.\nnote: Бірінші.\n");
	oq_note_book_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/notes/places", test_places);
	return g_test_run();
}
