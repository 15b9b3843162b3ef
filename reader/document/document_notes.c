/* document_notes.c - places that stay where notes are read elsewhere, or not at all: see
 * document.h. */
#include "document/document-private.h"

gboolean
oq_document_has_notes(const OqDocument *document)
{
	return document->wish.notes != OQ_NOTES_SKIP;
}

/* The last ones can have become more. */
void
oq_document_see_notes(OqPart *part, const OqOpened *opened)
{
	const GArray *notes = oq_opened_notes(opened);
	if (notes->len == 0 || notes->len < part->notes->len)
		return;
	guint n_same = part->notes->len > 0 ? part->notes->len - 1 : 0;
	g_array_set_size(part->notes, n_same);
	g_array_append_vals(
		part->notes, &g_array_index(notes, OqOpenedNotes, n_same), notes->len - n_same);
}

/* Whether it is one of the files that there are; then the lock is taken. */
static const GArray *
lock_notes(OqDocument *document, guint64 place)
{
	guint file = oq_document_file_of(place);
	pthread_mutex_lock(&document->lock);
	if (file < document->parts->len)
		return oq_document_part(document, file)->notes;
	pthread_mutex_unlock(&document->lock);
	return NULL;
}

OqStaying
oq_document_staying(OqDocument *document, guint64 place)
{
	guint64 byte = oq_document_byte_of(place), n_before = 0;
	OqStaying staying = {place, 0};
	const GArray *notes = lock_notes(document, place);
	if (notes == NULL)
		return staying;
	for (guint i = 0; i < notes->len && staying.in_notes == 0; i++) {
		const OqOpenedNotes *note = &g_array_index(notes, OqOpenedNotes, i);
		if (note->start > byte)
			break;
		if (byte < note->start + note->n_bytes)
			staying.in_notes = byte - note->start + 1;
		else
			n_before += note->n_bytes;
	}
	pthread_mutex_unlock(&document->lock);
	staying.place -= n_before + (staying.in_notes > 0 ? staying.in_notes - 1 : 0);
	return staying;
}

guint64
oq_document_returning(OqDocument *document, const OqStaying *staying)
{
	guint64 place = staying->place, byte = oq_document_byte_of(place);
	const GArray *notes = lock_notes(document, place);
	if (notes == NULL)
		return place;
	for (guint i = 0; i < notes->len; i++) {
		const OqOpenedNotes *note = &g_array_index(notes, OqOpenedNotes, i);
		gboolean is_here = note->start == byte;
		if (note->start > byte)
			break;
		byte += is_here && staying->in_notes > 0 && staying->in_notes <= note->n_bytes
				? staying->in_notes - 1
				: note->n_bytes;
		if (is_here)
			break;
	}
	pthread_mutex_unlock(&document->lock);
	return oq_document_place(oq_document_file_of(place), byte);
}

gboolean
oq_document_return_to(
	OqDocument *document, const OqStaying *staying, guint64 *place, GError **error)
{
	guint64 before;
	gboolean is_read = TRUE;
	*place = oq_document_returning(document, staying);
	do {
		before = *place;
		is_read = !oq_document_has_notes(document) ||
			  oq_document_seek(document, before, error);
		*place = oq_document_returning(document, staying);
	} while (is_read && *place != before);
	return is_read;
}
