/* resuming.c - places that are found again in a text that was edited. */
#include "home/session-private.h"

#include "reading/refind.h"

/** What is done with the places of a text. */
typedef struct {
	OqSession *session;
	OqDocument *document;
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

/* What is not found stays where it was. */
static gboolean
move_place(Move *move, guint64 *at, GError **error)
{
	const OqTrace *trace = &move->session->parts.place->trace;
	g_autoptr(GError) failure = NULL;
	guint64 to;

	if (oq_trace_is_empty(trace))
		return TRUE;
	if (refind(move, trace, *at, &to, &failure))
		*at = to;
	else
		move->is_lost = failure == NULL;
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
move_bookmarks(Move *move, GError **error)
{
	const GPtrArray *bookmarks = move->session->parts.place->bookmarks;
	g_autofree guint64 *to = g_new(guint64, bookmarks->len + 1);

	for (guint i = 0; i < bookmarks->len; i++) {
		const OqBookmark *bookmark = g_ptr_array_index(bookmarks, i);
		guint64 from = oq_session_opened_place(move->session, bookmark->place), found;
		g_autoptr(GError) failure = NULL;
		to[i] = bookmark->place;
		if (!oq_trace_is_empty(&bookmark->trace) &&
			refind(move, &bookmark->trace, from, &found, &failure))
			to[i] = oq_session_kept_place(move->session, found);
		if (failure != NULL) {
			g_propagate_error(error, g_steal_pointer(&failure));
			return FALSE;
		}
	}
	oq_places_move_bookmarks(move->session->parts.place, to);
	return TRUE;
}

gboolean
oq_session_refind(OqSession *session, guint64 *at, GError **error)
{
	Move move = {session, oq_cursor_document(session->cursor), OQ_REFIND_MAX_BYTES, 0, FALSE};
	gboolean is_other = session->parts.place->found == OQ_PLACE_BY_PATH;

	if (at != NULL && !move_place(&move, at, error))
		return FALSE;
	session->is_place_lost = move.is_lost;
	is_other |= move.is_lost || move.shift != 0;
	return !is_other || move_bookmarks(&move, error);
}
