/* playback_outline.c - what is known of the document that is open: see playback.h. The document is
 * the thread's, so others are given a copy. */
#include "reading/playback/playback-private.h"

static void
clear_heading(gpointer data)
{
	OqHeading *heading = data;

	g_free(GSIZE_TO_POINTER(GPOINTER_TO_SIZE(heading->title))); /* ours, not const */
}

static GArray *
copy_outline(const GArray *outline)
{
	GArray *copy = g_array_new(FALSE, FALSE, sizeof(OqHeading));

	g_array_set_clear_func(copy, clear_heading);
	for (guint i = 0; outline != NULL && i < outline->len; i++) {
		OqHeading heading = g_array_index(outline, OqHeading, i);
		heading.title = g_strdup(heading.title);
		g_array_append_val(copy, heading);
	}
	return copy;
}

void
oq_playback_note_document(OqPlayback *playback)
{
	OqDocument *document =
		playback->cursor != NULL ? oq_cursor_document(playback->cursor) : NULL;
	const GArray *outline = document != NULL ? oq_document_outline(document) : NULL;
	guint n_headings = outline != NULL ? outline->len : 0;

	oq_playback_lock(playback);
	if (playback->outline == NULL || playback->outline->len != n_headings) {
		g_clear_pointer(&playback->outline, g_array_unref);
		playback->outline = copy_outline(outline);
	}
	oq_playback_unlock(playback);
}

guint64
oq_playback_next_heading(const OqPlayback *playback, guint64 place)
{
	for (guint i = 0; playback->outline != NULL && i < playback->outline->len; i++) {
		guint64 start = g_array_index(playback->outline, OqHeading, i).start;
		if (start > place)
			return start;
	}
	return G_MAXUINT64;
}
