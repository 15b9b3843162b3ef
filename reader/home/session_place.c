/* session_place.c - where the listener left the text, and the bookmarks: they are kept as places of
 * the text without its notes, so that they stay however these are read. */
#include "home/session-private.h"

static OqDocument *
document_of(const OqSession *session)
{
	return oq_cursor_document(session->cursor);
}

guint64
oq_session_kept_place(const OqSession *session, guint64 place)
{
	return oq_document_staying(document_of(session), place).place;
}

guint64
oq_session_opened_place(const OqSession *session, guint64 kept)
{
	const OqStaying staying = {kept, 0};
	return oq_document_returning(document_of(session), &staying);
}

void
oq_session_set_place(OqSession *session, guint64 at)
{
	OqPlace *place = session->parts.place;
	OqStaying staying = oq_document_staying(document_of(session), at);
	place->place = staying.place;
	place->in_notes = staying.in_notes;
}

static guint64
farthest(const OqPlace *place)
{
	guint64 far = place->sleep_place != OQ_PLACE_NONE ? place->sleep_place : 0;
	for (guint i = 0; i < place->bookmarks->len; i++) {
		const OqBookmark *bookmark = g_ptr_array_index(place->bookmarks, i);
		far = MAX(far, bookmark->place);
	}
	return far;
}

/* What a bookmark leads to is known when all notes before it are. */
static void
look_for_notes(OqSession *session)
{
	const OqStaying staying = {farthest(session->parts.place), 0};
	OqDocument *document = document_of(session);
	guint64 place;
	if (!oq_document_has_notes(document) || staying.place == 0)
		return;
	oq_document_return_to(document, &staying, &place, NULL);
	oq_document_seek(document, 0, NULL);
}

/* A text that was heard to its end begins again. */
gboolean
oq_session_go_to_place(OqSession *session, GError **error)
{
	const OqPlace *place = session->parts.place;
	guint64 at = 0;

	if (place == NULL)
		return TRUE;
	look_for_notes(session);
	const OqStaying staying = {place->place, place->in_notes};
	gboolean resumes = (staying.place > 0 || staying.in_notes > 0) && !place->has_ended;
	gboolean is_other = place->found == OQ_PLACE_BY_PATH && place->bookmarks->len > 0;
	if (!resumes && !is_other)
		return TRUE;
	if (resumes && !oq_document_return_to(document_of(session), &staying, &at, error))
		return FALSE;
	session->resumed = resumes;
	return oq_session_refind(session, resumes ? &at : NULL, error) &&
	       oq_cursor_go(session->cursor, at, OQ_STEP_SENTENCE, 0, error);
}
