/* notes.h - footnotes, which stand elsewhere in a file than what refers to them. Each is told once,
 * however often it is referred to. */
#pragma once

#include "open/loader.h"

typedef struct _OqNoteBook OqNoteBook;

/** oq_note_book_new: @wish: of the job: with OQ_NOTES_SKIP all calls do nothing. */
OqNoteBook *oq_note_book_new(OqNotes wish);
void oq_note_book_free(OqNoteBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqNoteBook, oq_note_book_free)

/** oq_note_book_add: what the note of that name says; the first one of a name counts, and what is
 * beyond OQ_LIMIT_TREE_MB of all is left out. */
void oq_note_book_add(OqNoteBook *book, const char *name, const char *text);

/** oq_note_book_refer: the block that is being written refers to it. */
void oq_note_book_refer(OqNoteBook *book, const char *name);

/** oq_note_book_end_block: what was referred to, where it is wanted behind the block. */
void oq_note_book_end_block(OqNoteBook *book, OqBlockWriter *out);

/** oq_note_book_end: … behind the chapter or the text. */
void oq_note_book_end(OqNoteBook *book, OqBlockWriter *out);
