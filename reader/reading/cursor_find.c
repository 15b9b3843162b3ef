/* cursor_find.c - what is looked for in a text: see cursor.h. */
#include "reading/cursor-private.h"
#include "reading/search.h"

#include <glib/gi18n.h>

/* The first place behind @from, or the last one before it. */
typedef struct {
	guint64 from;
	gboolean back;
	guint64 place; /* G_MAXUINT64: none so far */
} Wish;

static gboolean
fits(const Wish *wish, guint64 place)
{
	return wish->back ? place < wish->from : place > wish->from;
}

static void
look_through(OqSearch *search, const char *text, const char *end, Wish *wish)
{
	guint64 found;
	while ((wish->back || wish->place == G_MAXUINT64) &&
		oq_search_feed(search, &text, end, &found))
		if (fits(wish, found))
			wish->place = found;
}

/* FALSE: there is no block, or with @error. */
static gboolean
look_in_block(OqCursor *cursor, OqSearch *search, Wish *wish, GError **error)
{
	gssize n_bytes;
	if (!oq_document_next(cursor->document, &cursor->block, error))
		return FALSE;
	oq_search_begin(search, cursor->block.start);
	while ((n_bytes = oq_document_read(
			cursor->document, cursor->buffer, OQ_CURSOR_BUFFER_BYTES, error)) > 0)
		look_through(search, cursor->buffer, cursor->buffer + n_bytes, wish);
	return n_bytes == 0;
}

static gboolean
look_on(OqCursor *cursor, OqSearch *search, Wish *wish, GError **error)
{
	if (!oq_cursor_seek_block(cursor, wish->from, error))
		return FALSE;
	while (wish->place == G_MAXUINT64)
		if (!look_in_block(cursor, search, wish, error))
			return FALSE;
	return TRUE;
}

static gboolean
look_back(OqCursor *cursor, OqSearch *search, Wish *wish, GError **error)
{
	guint64 place = wish->from, start = G_MAXUINT64;
	while (wish->place == G_MAXUINT64) {
		if (!oq_cursor_seek_block(cursor, place, error) ||
			!look_in_block(cursor, search, wish, error))
			return FALSE;
		if (cursor->block.start >= start ||
			!oq_cursor_before(cursor, cursor->block.start, &place))
			return TRUE;
		start = cursor->block.start;
	}
	return TRUE;
}

/* NULL: what is spelled. */
static const OqTyping *
find_typing(const OqCursor *cursor)
{
	return cursor->normalizer != NULL
		       ? oq_lexicon_typing(oq_normalizer_lexicon(cursor->normalizer))
		       : NULL;
}

gboolean
oq_cursor_find(OqCursor *cursor, guint64 from, const char *text, gint direction, GError **error)
{
	g_return_val_if_fail(cursor != NULL && cursor->document != NULL, FALSE);
	g_autoptr(GError) failure = NULL;
	g_autoptr(OqSearch) search = oq_search_new(text, find_typing(cursor));
	guint64 stood = cursor->place;
	Wish wish = {from, direction < 0, G_MAXUINT64};
	oq_cursor_set_hasty(cursor, TRUE);
	if (wish.back)
		look_back(cursor, search, &wish, &failure);
	else
		look_on(cursor, search, &wish, &failure);
	oq_cursor_set_hasty(cursor, FALSE);
	if (wish.place < G_MAXUINT64 && oq_cursor_put(cursor, wish.place, &failure))
		return TRUE;
	oq_cursor_put(cursor, stood, NULL);
	if (failure != NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	else
		g_set_error(error, OQ_CURSOR_ERROR, OQ_CURSOR_ERROR_NOT_FOUND,
			direction < 0 ? _("“%s” does not stand before this place")
				      : _("“%s” does not stand behind this place"),
			text);
	return FALSE;
}
