/* rtf_paragraph.c - see the header. */
#include "open/loaders/rtf_paragraph.h"

#include <string.h>

void
oq_rtf_paragraph_reset(OqRtfParagraph *paragraph)
{
	paragraph->level = paragraph->item = 0;
	paragraph->in_table = FALSE;
}

void
oq_rtf_paragraph_set_label(OqRtfParagraph *paragraph, const char *label)
{
	gboolean is_said = FALSE;
	for (const char *p = label; *p != '\0' && !is_said; p = g_utf8_next_char(p))
		is_said = g_unichar_isalnum(g_utf8_get_char(p));
	g_free(paragraph->label);
	paragraph->label = is_said ? g_strstrip(g_strdup(label)) : NULL;
}

static void
put_in_cell(OqRtfParagraph *paragraph, const char *text, gsize n_bytes, gboolean is_raised)
{
	if (paragraph->rows == NULL) {
		oq_block_writer_end(paragraph->out);
		paragraph->rows = oq_table_text_new(paragraph->out, FALSE);
	}
	is_raised ? oq_table_text_raise(paragraph->rows, text)
		  : oq_table_text_add(paragraph->rows, text, (gssize)n_bytes);
}

static void
put_in_block(OqRtfParagraph *paragraph, const char *text, gsize n_bytes, gboolean is_raised)
{
	g_clear_pointer(&paragraph->rows, oq_table_text_free);
	if (!oq_block_writer_is_open(paragraph->out))
		oq_block_writer_begin(paragraph->out,
			paragraph->level > 0  ? OQ_BLOCK_HEADING
			: paragraph->item > 0 ? OQ_BLOCK_ITEM
					      : OQ_BLOCK_PARAGRAPH,
			paragraph->level > 0 ? paragraph->level : paragraph->item, NULL);
	is_raised ? oq_block_writer_raise(paragraph->out, text)
		  : oq_block_writer_text(paragraph->out, text, (gssize)n_bytes);
}

void
oq_rtf_paragraph_put(OqRtfParagraph *paragraph, const char *text, gsize n_bytes, gboolean is_raised)
{
	g_autofree char *label = g_steal_pointer(&paragraph->label);
	if (label != NULL) {
		oq_rtf_paragraph_put(paragraph, label, strlen(label), FALSE);
		oq_rtf_paragraph_put(paragraph, " ", 1, FALSE);
	}
	if (paragraph->in_table)
		put_in_cell(paragraph, text, n_bytes, is_raised);
	else
		put_in_block(paragraph, text, n_bytes, is_raised);
}

void
oq_rtf_paragraph_break_line(OqRtfParagraph *paragraph)
{
	if (paragraph->in_table)
		oq_rtf_paragraph_put(paragraph, " ", 1, FALSE);
	else
		oq_block_writer_break(paragraph->out);
}

void
oq_rtf_paragraph_end_cell(OqRtfParagraph *paragraph)
{
	if (paragraph->rows != NULL)
		oq_table_text_end_cell(paragraph->rows);
}

void
oq_rtf_paragraph_end_row(OqRtfParagraph *paragraph)
{
	if (paragraph->rows == NULL)
		return;
	oq_table_text_end_row(paragraph->rows, paragraph->is_head);
	paragraph->is_head = FALSE;
}

void
oq_rtf_paragraph_end(OqRtfParagraph *paragraph)
{
	g_clear_pointer(&paragraph->label, g_free);
	if (paragraph->in_table) {
		oq_rtf_paragraph_put(paragraph, " ", 1, FALSE);
		return;
	}
	oq_block_writer_end(paragraph->out);
	oq_note_book_end_block(paragraph->notes, paragraph->out);
}

void
oq_rtf_paragraph_finish(OqRtfParagraph *paragraph)
{
	g_clear_pointer(&paragraph->label, g_free);
	g_clear_pointer(&paragraph->rows, oq_table_text_free);
	oq_block_writer_end(paragraph->out);
	oq_note_book_end(paragraph->notes, paragraph->out);
}
