/* hypertext_blocks.c - hypertext.c: text to blocks. */
#include "open/markup/hypertext-private.h"

#include <string.h>

enum {
	FULL_BYTES = 1 << 15, /* when so many have gathered, a part is written */
	CELL_BYTES = 1 << 12, /* a cell with more is no cell */
};

static gboolean
is_written(const OqHypertext *hypertext)
{
	return hypertext->pass == OQ_HYPERTEXT_WRITE;
}

static void
write_block(const OqHypertext *hypertext, OqBlockKind kind, guint level, const char *text)
{
	oq_block_writer_begin(hypertext->out, kind, level, NULL);
	oq_block_writer_text(hypertext->out, text, -1);
	oq_block_writer_end(hypertext->out);
}

void
oq_hypertext_flush_images(OqHypertext *hypertext)
{
	for (guint i = 0; i < hypertext->images->len && is_written(hypertext); i++)
		write_block(
			hypertext, OQ_BLOCK_PARAGRAPH, 0, g_ptr_array_index(hypertext->images, i));
	g_ptr_array_set_size(hypertext->images, 0);
}

void
oq_hypertext_flush_references(OqHypertext *hypertext)
{
	for (guint i = 0; i < hypertext->references->len && is_written(hypertext); i++) {
		const char *key = g_ptr_array_index(hypertext->references, i);
		OqFootnote *note = oq_footnotes_find(hypertext->footnotes, key);
		if (note != NULL)
			oq_footnotes_tell(hypertext->footnotes, note, hypertext->out);
	}
	g_ptr_array_set_size(hypertext->references, 0);
}

static gboolean
is_same(const char *a, const char *b)
{
	g_autofree char *first = g_utf8_casefold(a, -1), *second = g_utf8_casefold(b, -1);
	return strcmp(first, second) == 0;
}

/* What stands for a heading that is missing, unless the paragraph behind it is the heading and does
 * but look like one. */
static void
write_headline(OqHypertext *hypertext)
{
	g_autofree char *headline = g_steal_pointer(&hypertext->headline);
	if (headline == NULL || hypertext->kind == OQ_BLOCK_HEADING || !is_written(hypertext))
		return;
	if (hypertext->kind == OQ_BLOCK_PARAGRAPH && hypertext->table == 0 &&
		is_same(headline, hypertext->text->str)) {
		hypertext->kind = OQ_BLOCK_HEADING;
		hypertext->level = hypertext->headline_level;
	} else {
		write_block(hypertext, OQ_BLOCK_HEADING, hypertext->headline_level, headline);
	}
}

static OqBlockKind
kind_of(const OqHypertext *hypertext, const OqHypertextFrame *frame)
{
	if (frame->heading > 0)
		return OQ_BLOCK_HEADING;
	if (frame->item > 0 &&
		!g_array_index(hypertext->frames, OqHypertextFrame, frame->item - 1).has_told)
		return OQ_BLOCK_ITEM;
	return frame->is_quote ? OQ_BLOCK_QUOTE : OQ_BLOCK_PARAGRAPH;
}

static void
open_block(OqHypertext *hypertext)
{
	const OqHypertextFrame *frame = oq_hypertext_top(hypertext);
	hypertext->is_open = TRUE;
	hypertext->is_begun = hypertext->is_seen = hypertext->has_letters = hypertext->is_mixed =
		FALSE;
	hypertext->serial++;
	hypertext->kind = kind_of(hypertext, frame);
	hypertext->level = hypertext->kind == OQ_BLOCK_HEADING ? frame->heading
			   : hypertext->kind == OQ_BLOCK_ITEM  ? frame->list
							       : 0;
	hypertext->item = frame->item;
	hypertext->table = frame->is_cell ? frame->table : 0;
	hypertext->note = frame->note;
	hypertext->is_figure = frame->is_figure;
	memcpy(hypertext->block_lang, frame->block_lang, LANG_BYTES);
	g_string_truncate(hypertext->text, 0);
	hypertext->line = 0;
}

static const char *
lang_of(const OqHypertext *hypertext)
{
	const char *lang = hypertext->has_letters && !hypertext->is_mixed ? hypertext->lang
									  : hypertext->block_lang;
	return *lang != '\0' ? lang : NULL;
}

static void
write_lines(const OqHypertext *hypertext, const char *text)
{
	for (const char *end; (end = strchr(text, '\n')) != NULL; text = end + 1) {
		oq_block_writer_text(hypertext->out, text, end - text);
		oq_block_writer_break(hypertext->out);
	}
	oq_block_writer_text(hypertext->out, text, -1);
}

/* Descriptions in a figure that say what its text does are dropped. */
static void
drop_same_images(const OqHypertext *hypertext)
{
	for (guint i = hypertext->images->len; i > 0; i--)
		if (strcmp(g_ptr_array_index(hypertext->images, i - 1), hypertext->text->str) == 0)
			g_ptr_array_remove_index(hypertext->images, i - 1);
}

static void
begin_written(OqHypertext *hypertext)
{
	if (hypertext->is_begun)
		return;
	write_headline(hypertext);
	if (hypertext->is_figure) {
		drop_same_images(hypertext);
		oq_hypertext_flush_images(hypertext);
	}
	oq_block_writer_begin(
		hypertext->out, hypertext->kind, hypertext->level, lang_of(hypertext));
	if (hypertext->kind == OQ_BLOCK_ITEM)
		g_array_index(hypertext->frames, OqHypertextFrame, hypertext->item - 1).has_told =
			TRUE;
	hypertext->is_begun = TRUE;
}

/* What gathered goes to where it belongs. */
static void
deliver(OqHypertext *hypertext)
{
	if (hypertext->note != NULL) {
		oq_hypertext_put_label(hypertext);
		oq_footnotes_append(hypertext->footnotes, hypertext->note, hypertext->text->str,
			lang_of(hypertext));
	} else if (!is_written(hypertext)) {
		return;
	} else if (hypertext->table > 0) {
		OqTableRows *rows =
			g_array_index(hypertext->frames, OqHypertextFrame, hypertext->table - 1)
				.rows;
		write_headline(hypertext);
		oq_hypertext_put_label(hypertext);
		oq_table_rows_text(rows, hypertext->text->str, lang_of(hypertext));
	} else {
		begin_written(hypertext);
		oq_hypertext_put_label(hypertext);
		write_lines(hypertext, hypertext->text->str);
	}
}

static void
trim(GString *text)
{
	while (text->len > 0 && strchr(" \n", text->str[text->len - 1]) != NULL)
		g_string_truncate(text, text->len - 1);
}

void
oq_hypertext_close_block(OqHypertext *hypertext)
{
	const OqHypertextFrame *frame = oq_hypertext_top(hypertext);
	if (!hypertext->is_open) {
		if (!frame->is_figure && frame->table == 0)
			oq_hypertext_flush_images(hypertext);
		return;
	}
	trim(hypertext->text);
	if (hypertext->is_seen && (hypertext->text->len > 0 || hypertext->is_begun))
		deliver(hypertext);
	if (hypertext->is_begun)
		oq_block_writer_end(hypertext->out);
	hypertext->is_open = FALSE;
	if (hypertext->table > 0 || hypertext->note != NULL)
		return;
	oq_hypertext_flush_images(hypertext);
	oq_hypertext_flush_references(hypertext);
}

void
oq_hypertext_give_up_table(OqHypertext *hypertext)
{
	guint table = oq_hypertext_top(hypertext)->table;
	if (table == 0 || !oq_hypertext_top(hypertext)->is_cell)
		return;
	oq_table_rows_give_up(
		g_array_index(hypertext->frames, OqHypertextFrame, table - 1).rows, hypertext->out);
	for (guint i = table - 1; i < hypertext->frames->len; i++)
		g_array_index(hypertext->frames, OqHypertextFrame, i).table = 0;
	hypertext->table = 0;
}

static void
note_letters(OqHypertext *hypertext, const OqHypertextFrame *frame)
{
	if (!hypertext->has_letters)
		memcpy(hypertext->lang, frame->lang, LANG_BYTES);
	else
		hypertext->is_mixed |= strcmp(hypertext->lang, frame->lang) != 0;
	hypertext->has_letters = TRUE;
}

/* The end of the words at @text that have one space between them, as far as they go into a block
 * that is not long. */
static const char *
end_of_words(const OqHypertext *hypertext, const char *text, const char *end)
{
	gsize n_before = hypertext->is_open ? hypertext->text->len : 0;
	const char *p = text;
	for (; p < end; p++) {
		if (!g_ascii_isspace(*p))
			continue;
		gboolean goes_on = *p == ' ' && p + 1 < end && !g_ascii_isspace(p[1]);
		if (!goes_on || n_before + (gsize)(p - text) > CELL_BYTES)
			break;
	}
	return p;
}

/* Or several, with a space between them. */
static void
append_word(OqHypertext *hypertext, const char *word, gsize n_bytes)
{
	const OqHypertextFrame *frame = oq_hypertext_top(hypertext);
	gboolean has_letter = FALSE;
	if (!hypertext->is_open)
		open_block(hypertext);
	for (const char *p = word; p < word + n_bytes && !has_letter;) {
		gunichar c = g_utf8_get_char_validated(p, word + n_bytes - p);
		gboolean is_valid = c < (gunichar)-2;
		hypertext->is_seen |= is_valid && g_unichar_isgraph(c);
		has_letter = is_valid && g_unichar_isalpha(c);
		p = is_valid ? g_utf8_next_char(p) : p + 1;
	}
	if (has_letter)
		note_letters(hypertext, frame);
	g_string_append_len(hypertext->text, word, (gssize)n_bytes);
}

void
oq_hypertext_space(OqHypertext *hypertext)
{
	if (hypertext->is_open && hypertext->text->len > 0 &&
		strchr(" \n", hypertext->text->str[hypertext->text->len - 1]) == NULL)
		g_string_append_c(hypertext->text, ' ');
}

static void
append_space(OqHypertext *hypertext, char space)
{
	if (space == '\n' && oq_hypertext_top(hypertext)->is_lines)
		oq_hypertext_break_line(hypertext);
	else
		oq_hypertext_space(hypertext);
}

/* The line ends; where it is an empty one, the block does. */
void
oq_hypertext_break_line(OqHypertext *hypertext)
{
	if (!hypertext->is_open || oq_hypertext_is_skipping(hypertext))
		return;
	trim(hypertext->text);
	if (hypertext->text->len == 0)
		return;
	if (hypertext->text->len < hypertext->line) {
		oq_hypertext_close_block(hypertext);
		return;
	}
	g_string_append_c(hypertext->text, '\n');
	hypertext->line = hypertext->text->len;
}

/* A part of a long block goes, all but its last word. */
static void
relieve(OqHypertext *hypertext)
{
	if (hypertext->table > 0 && hypertext->text->len > CELL_BYTES)
		oq_hypertext_give_up_table(hypertext);
	if (hypertext->text->len < FULL_BYTES)
		return;
	const char *space = strrchr(hypertext->text->str, ' ');
	gsize n_bytes = space != NULL && space > hypertext->text->str
				? (gsize)(space - hypertext->text->str)
				: hypertext->text->len;
	g_autofree char *rest = g_strdup(hypertext->text->str + n_bytes);
	g_string_truncate(hypertext->text, n_bytes);
	if (hypertext->is_seen)
		deliver(hypertext);
	g_string_assign(hypertext->text, rest);
	hypertext->line = 0;
	hypertext->serial++;
}

void
oq_hypertext_text(OqHypertext *hypertext, const char *text, gssize n_bytes)
{
	const char *end = text + (n_bytes < 0 ? (gssize)strlen(text) : n_bytes);
	if (oq_hypertext_is_skipping(hypertext))
		return;
	for (const char *p = text, *word; p < end; p = word) {
		for (; p < end && g_ascii_isspace(*p); p++)
			append_space(hypertext, *p);
		word = end_of_words(hypertext, p, end);
		if (word > p)
			append_word(hypertext, p, (gsize)(word - p));
		relieve(hypertext);
	}
}

char *
oq_hypertext_drop(OqHypertext *hypertext, const OqHypertextFrame *frame)
{
	if (!hypertext->is_open || frame->serial != hypertext->serial ||
		frame->mark >= hypertext->text->len)
		return NULL;
	char *text = g_strstrip(g_strdup(hypertext->text->str + frame->mark));
	g_string_truncate(hypertext->text, frame->mark);
	return text;
}
