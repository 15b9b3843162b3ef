/* resuming.c - where the listener left the text, also in one that was edited. */
#include "home/session-private.h"

#include "reading/refind.h"

/** What is done with the places of a text. */
typedef struct {
	OqDocument *document;
	OqPlace *place;
	guint64 n_left;   /* bytes that may be looked through */
	guint64 shift;    /* from where the last one was to where it is */
	gboolean is_lost; /* the place */
} Move;

/* FALSE: it is not there, or with @error. Places that follow each other move alike. */
static gboolean
refind(Move *move, const OqTrace *trace, guint64 from, guint64 *to, GError **error)
{
	guint64 near = from + move->shift;

	if (oq_document_file_of(near) != oq_document_file_of(from))
		near = from;
	if (!oq_refind_place(move->document, trace, near, &move->n_left, to, error))
		return FALSE;
	move->shift = *to - from;
	return TRUE;
}

static gboolean
move_place(Move *move, GError **error)
{
	OqPlace *place = move->place;
	g_autoptr(GError) failure = NULL;
	guint64 to;

	if (oq_trace_is_empty(&place->trace))
		return TRUE;
	if (refind(move, &place->trace, place->place, &to, &failure))
		place->place = to;
	else
		move->is_lost = failure == NULL;
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

/* What is not found stays where it was. */
static gboolean
move_bookmarks(Move *move, GError **error)
{
	const GPtrArray *bookmarks = move->place->bookmarks;
	g_autofree guint64 *to = g_new(guint64, bookmarks->len + 1);

	for (guint i = 0; i < bookmarks->len; i++) {
		const OqBookmark *bookmark = g_ptr_array_index(bookmarks, i);
		g_autoptr(GError) failure = NULL;
		if (oq_trace_is_empty(&bookmark->trace) ||
			!refind(move, &bookmark->trace, bookmark->place, &to[i], &failure))
			to[i] = bookmark->place;
		if (failure != NULL) {
			g_propagate_error(error, g_steal_pointer(&failure));
			return FALSE;
		}
	}
	oq_places_move_bookmarks(move->place, to);
	return TRUE;
}

gboolean
oq_session_go_to_place(OqSession *session, OqCursor *cursor, GError **error)
{
	OqPlace *place = session->parts.place;
	Move move = {oq_cursor_document(cursor), place, OQ_REFIND_MAX_BYTES, 0, FALSE};

	if (place == NULL)
		return TRUE;
	/* a text that was heard to its end begins again */
	gboolean resumes = place->place > 0 && !place->has_ended;
	gboolean is_other = place->found == OQ_PLACE_BY_PATH && place->bookmarks->len > 0;
	if (!resumes && !is_other)
		return TRUE;
	if (resumes && !move_place(&move, error))
		return FALSE;
	is_other |= move.is_lost || move.shift != 0;
	if (is_other && !move_bookmarks(&move, error))
		return FALSE;
	session->resumed = resumes;
	session->is_place_lost = move.is_lost;
	return oq_cursor_go(cursor, resumes ? place->place : 0, OQ_STEP_SENTENCE, 0, error);
}
