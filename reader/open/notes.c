/* notes.c - see the header. */
#include "open/notes.h"

#include <string.h>

enum { MAX_BYTES = 8 << 20 }; /* of all notes: what is beyond is left out */

struct _OqNoteBook {
	OqNotes wish;
	GHashTable *texts; /* of char *, by name */
	gsize n_bytes;
	GPtrArray *referred; /* of char *: names, in order */
};

OqNoteBook *
oq_note_book_new(OqNotes wish)
{
	OqNoteBook *book = g_new0(OqNoteBook, 1);
	book->wish = wish;
	book->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	book->referred = g_ptr_array_new_with_free_func(g_free);
	return book;
}

void
oq_note_book_free(OqNoteBook *book)
{
	if (book == NULL)
		return;
	g_hash_table_unref(book->texts);
	g_ptr_array_unref(book->referred);
	g_free(book);
}

void
oq_note_book_add(OqNoteBook *book, const char *name, const char *text)
{
	if (book->wish == OQ_NOTES_SKIP || name == NULL || book->n_bytes > MAX_BYTES)
		return;
	book->n_bytes += strlen(text);
	g_hash_table_insert(book->texts, g_strdup(name), g_strdup(text));
}

void
oq_note_book_refer(OqNoteBook *book, const char *name)
{
	if (book->wish != OQ_NOTES_SKIP && name != NULL)
		g_ptr_array_add(book->referred, g_strdup(name));
}

static void
write_all(OqNoteBook *book, OqBlockWriter *out)
{
	for (guint i = 0; i < book->referred->len; i++) {
		const char *name = g_ptr_array_index(book->referred, i);
		const char *text = g_hash_table_lookup(book->texts, name);
		if (text == NULL)
			continue;
		oq_block_writer_begin(out, OQ_BLOCK_NOTE, 0, NULL);
		oq_block_writer_text(out, text, -1);
		oq_block_writer_end(out);
		g_hash_table_remove(book->texts, name);
	}
	g_ptr_array_set_size(book->referred, 0);
}

void
oq_note_book_end_block(OqNoteBook *book, OqBlockWriter *out)
{
	if (book->wish == OQ_NOTES_INLINE)
		write_all(book, out);
}

void
oq_note_book_end(OqNoteBook *book, OqBlockWriter *out)
{
	write_all(book, out);
}
