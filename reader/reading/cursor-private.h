/* cursor-private.h - a cursor from within, for its other files: jumps and searches. */
#pragma once

#include "reading/cursor.h"
#include "text/spelling.h"

#define OQ_CURSOR_BUFFER_BYTES (64 * 1024)

struct _OqCursor {
	OqDocument *document; /* NULL: what is read is spelled, as one block */
	OqNormalizer *normalizer;
	OqDictionary *dictionary; /* (nullable): the normalizer's, to be freed */
	OqSpelling *spelling;
	OqLang lang; /* where the document says none */
	OqBlock block;
	gboolean in_block;
	gboolean block_ended; /* all of it is in the normalizer */
	gboolean spelt;       /* the spelling has begun */
	guint paragraph;      /* the number of the next one; 0: not known */
	guint64 end;          /* what begins there is not given any more */
	guint64 place;        /* what ends here or before was given, or passed over */
	guint first_word;
	OqReach reach;
	OqUtterance passed; /* what is looked at in a jump */
	GArray *steps;      /* of guint64: where they begin in the block that is looked at */
	char *buffer;
};

/** oq_cursor_next_block: begins it; what is spelled is one. FALSE: there is none, or with @error.
 */
gboolean oq_cursor_next_block(OqCursor *cursor, GError **error);

/** oq_cursor_next_in_block: FALSE: the block is done, or with @error. */
gboolean oq_cursor_next_in_block(OqCursor *cursor, OqUtterance *utterance, GError **error);

/** oq_cursor_seek_block: the block that holds @place is the next one. */
gboolean oq_cursor_seek_block(OqCursor *cursor, guint64 place, GError **error);

/** oq_cursor_put: the next utterance is that which holds @place, or the first one behind it. */
gboolean oq_cursor_put(OqCursor *cursor, guint64 place, GError **error);

/** oq_cursor_before: a place in the block before the one that begins at @start; FALSE: there is
 * none. */
gboolean oq_cursor_before(const OqCursor *cursor, guint64 start, guint64 *place);

/** oq_cursor_begins_file: at the place, or behind it, begins the block that was looked at last, and
 * with it a file behind the first: a place like that is not the end of the file before. */
gboolean oq_cursor_begins_file(const OqCursor *cursor, guint64 place);

/** oq_cursor_set_hasty: a document that is followed is not waited for, and its stop is heeded in a
 * file, too. */
void oq_cursor_set_hasty(OqCursor *cursor, gboolean is_hasty);
