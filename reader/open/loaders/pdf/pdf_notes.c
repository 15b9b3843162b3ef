/* pdf_notes.c - see the header. */
#include "open/loaders/pdf/pdf_notes.h"

#include <string.h>

#define FOOT_SHARE  0.5  /* of the page's height: notes are below it */
#define MORE_SHARE  1.05 /* than the size of a note: text of the page */
#define NOTE_POINTS 0.5

static OqPdfLine *
line_at(const OqPdfPage *page, guint index)
{
	return &g_array_index(page->lines, OqPdfLine, index);
}

static gboolean
is_below(const OqPdfLine *line, const OqPdfLine *note)
{
	return !line->is_dropped && line->top > note->top + NOTE_POINTS &&
	       line->left < note->right && line->right > note->left;
}

/* Nothing but notes stands below it. */
static gboolean
begins_note(const OqPdfPage *page, const OqPdfLine *note)
{
	if (!note->is_note || note->is_dropped || note->top < page->height * FOOT_SHARE)
		return FALSE;
	for (guint i = 0; i < page->lines->len; i++) {
		const OqPdfLine *line = line_at(page, i);
		if (is_below(line, note) && line->size > MORE_SHARE * note->size)
			return FALSE;
	}
	return TRUE;
}

static void
append(GString *text, const char *line)
{
	gboolean is_parted;
	g_string_truncate(text, oq_pdf_line_kept(text->str, line, &is_parted));
	if (!is_parted && text->len > 0)
		g_string_append_c(text, ' ');
	g_string_append(text, line);
}

/* Returns: the line behind it. */
static guint
take_note(OqPdfPage *page, guint first)
{
	GString *text = g_string_new(NULL);
	OqPdfLine *note = line_at(page, first);
	guint end = first;
	do {
		append(text, line_at(page, end)->text);
		line_at(page, end++)->is_dropped = TRUE;
		while (end < page->lines->len && line_at(page, end)->is_dropped)
			end++;
	} while (end < page->lines->len && !line_at(page, end)->is_note &&
		 is_below(line_at(page, end), note));
	g_ptr_array_add(page->notes, g_string_free(text, FALSE));
	return end;
}

void
oq_pdf_notes_take(OqPdfPage *page)
{
	for (guint i = 0; i < page->lines->len;)
		i = begins_note(page, line_at(page, i)) ? take_note(page, i) : i + 1;
}

void
oq_pdf_notes_refer(const OqPdfPage *page, OqNoteBook *book)
{
	for (guint i = 0; i < page->notes->len; i++) {
		g_autofree char *name = g_strdup_printf("%u/%u", page->number, i);
		oq_note_book_add(book, name, g_ptr_array_index(page->notes, i));
		oq_note_book_refer(book, name);
	}
}
