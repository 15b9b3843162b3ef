/* cursor_book.c - where the files of a book meet, and where one that is followed ends for now. */
#include "reading/cursor-private.h"

gboolean
oq_cursor_before(const OqCursor *cursor, guint64 start, guint64 *place)
{
	return cursor->document != NULL && oq_document_before(cursor->document, start, place);
}

void
oq_cursor_set_hasty(OqCursor *cursor, gboolean is_hasty)
{
	if (cursor->document != NULL)
		oq_document_set_hasty(cursor->document, is_hasty);
}

gboolean
oq_cursor_begins_file(const OqCursor *cursor, guint64 place)
{
	guint64 start = cursor->block.start, before;
	return place <= start && oq_cursor_before(cursor, start, &before) &&
	       oq_document_file_of(before) < oq_document_file_of(start);
}
