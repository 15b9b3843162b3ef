/* notes.c - see the header. */
#include "open/notes.h"

#include "open/footnotes.h"

struct _OqNoteBook {
	OqNotes wish;
	OqFootnotes *footnotes;
	GPtrArray *referred; /* of char *: names, in order */
};

OqNoteBook *
oq_note_book_new(OqNotes wish)
{
	OqNoteBook *book = g_new0(OqNoteBook, 1);
	book->wish = wish;
	book->footnotes = oq_footnotes_new();
	book->referred = g_ptr_array_new_with_free_func(g_free);
	return book;
}

void
oq_note_book_free(OqNoteBook *book)
{
	if (book == NULL)
		return;
	oq_footnotes_free(book->footnotes);
	g_ptr_array_unref(book->referred);
	g_free(book);
}

void
oq_note_book_add(OqNoteBook *book, const char *name, const char *text)
{
	if (book->wish == OQ_NOTES_SKIP || name == NULL || oq_footnotes_is_full(book->footnotes))
		return;
	OqFootnote *note = oq_footnotes_begin(book->footnotes, "");
	oq_footnotes_name(book->footnotes, note, name);
	oq_footnotes_append(book->footnotes, note, text, NULL);
}

void
oq_note_book_refer(OqNoteBook *book, const char *name)
{
	if (book->wish != OQ_NOTES_SKIP && name != NULL)
		g_ptr_array_add(book->referred, g_strdup(name));
}

void
oq_note_book_end_block(OqNoteBook *book, OqBlockWriter *out)
{
	if (book->wish == OQ_NOTES_INLINE)
		oq_note_book_end(book, out);
}

void
oq_note_book_end(OqNoteBook *book, OqBlockWriter *out)
{
	for (guint i = 0; i < book->referred->len; i++) {
		const char *name = g_ptr_array_index(book->referred, i);
		OqFootnote *note = oq_footnotes_find(book->footnotes, name);
		if (note != NULL)
			oq_footnotes_tell(book->footnotes, note, out);
	}
	g_ptr_array_set_size(book->referred, 0);
}
