/* extras.c - see the header. */
#include "open/extras.h"

struct _OqExtras {
	OqNoteBook *notes;
	GPtrArray *images; /* of char * */
	GPtrArray *boxes;  /* of char * */
};

OqExtras *
oq_extras_new(OqNoteBook *notes)
{
	OqExtras *extras = g_new0(OqExtras, 1);
	extras->notes = notes;
	extras->images = g_ptr_array_new_with_free_func(g_free);
	extras->boxes = g_ptr_array_new_with_free_func(g_free);
	return extras;
}

void
oq_extras_free(OqExtras *extras)
{
	if (extras == NULL)
		return;
	g_ptr_array_unref(extras->images);
	g_ptr_array_unref(extras->boxes);
	g_free(extras);
}

void
oq_extras_add_image(OqExtras *extras, const char *text)
{
	if (text != NULL && *text != '\0')
		g_ptr_array_add(extras->images, g_strdup(text));
}

void
oq_extras_add_box(OqExtras *extras, const char *text)
{
	g_ptr_array_add(extras->boxes, g_strdup(text));
}

void
oq_extras_put(OqExtras *extras, OqBlockWriter *out)
{
	for (guint i = 0; i < extras->images->len; i++)
		oq_block_writer_image(out, g_ptr_array_index(extras->images, i));
	for (guint i = 0; i < extras->boxes->len; i++) {
		oq_block_writer_begin(out, OQ_BLOCK_PARAGRAPH, 0, NULL);
		oq_block_writer_text(out, g_ptr_array_index(extras->boxes, i), -1);
		oq_block_writer_end(out);
	}
	g_ptr_array_set_size(extras->images, 0);
	g_ptr_array_set_size(extras->boxes, 0);
	oq_note_book_end_block(extras->notes, out);
}
