/* hypertext.c - see the header. */
#include "open/markup/hrefs.h"
#include "open/markup/hypertext-private.h"

#include <string.h>

static void
place_free(gpointer data)
{
	OqHypertextPlace *place = data;
	g_free(place->page);
	g_free(place->headline);
	g_free(place);
}

static void
frame_clear(gpointer data)
{
	OqHypertextFrame *frame = data;
	oq_table_rows_free(frame->rows);
	g_free(frame->key);
	g_free(frame->label);
}

OqHypertext *
oq_hypertext_new(OqBlockWriter *out, OqNotes notes, const char *language)
{
	OqHypertext *hypertext = g_new0(OqHypertext, 1);
	OqHypertextFrame ground = {.element = OQ_ELEMENT_BOOK};
	hypertext->out = out;
	hypertext->notes = notes;
	g_strlcpy(hypertext->language, language != NULL ? language : "", LANG_BYTES);
	hypertext->path = g_strdup("");
	hypertext->frames = g_array_new(FALSE, TRUE, sizeof(OqHypertextFrame));
	g_array_set_clear_func(hypertext->frames, frame_clear);
	g_array_append_val(hypertext->frames, ground);
	hypertext->text = g_string_new(NULL);
	hypertext->images = g_ptr_array_new_with_free_func(g_free);
	hypertext->references = g_ptr_array_new_with_free_func(g_free);
	hypertext->footnotes = oq_footnotes_new();
	hypertext->targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	hypertext->places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, place_free);
	hypertext->gathered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	hypertext->wanted = g_ptr_array_new_with_free_func(g_free);
	return hypertext;
}

void
oq_hypertext_free(OqHypertext *hypertext)
{
	if (hypertext == NULL)
		return;
	g_free(hypertext->path);
	g_array_unref(hypertext->frames);
	g_string_free(hypertext->text, TRUE);
	g_ptr_array_unref(hypertext->images);
	g_ptr_array_unref(hypertext->references);
	oq_footnotes_free(hypertext->footnotes);
	g_hash_table_unref(hypertext->targets);
	g_hash_table_unref(hypertext->places);
	g_hash_table_unref(hypertext->gathered);
	g_ptr_array_unref(hypertext->wanted);
	g_free(hypertext->headline);
	g_free(hypertext);
}

OqHypertextFrame *
oq_hypertext_top(const OqHypertext *hypertext)
{
	return &g_array_index(hypertext->frames, OqHypertextFrame, hypertext->frames->len - 1);
}

gboolean
oq_hypertext_is_skipping(const OqHypertext *hypertext)
{
	return oq_hypertext_top(hypertext)->is_skipped;
}

/* "kk" and "kk-KZ" are one language. */
static gboolean
is_document_language(const OqHypertext *hypertext, const char *lang)
{
	gsize length = strcspn(lang, "-_");
	return hypertext->language[0] == '\0' ||
	       (strcspn(hypertext->language, "-_") == length &&
		       g_ascii_strncasecmp(lang, hypertext->language, length) == 0);
}

static void
read_language(const OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes)
{
	const char *lang = oq_elements_attribute(attributes, "xml:lang");
	if (lang == NULL)
		lang = oq_elements_attribute(attributes, "lang");
	if (lang == NULL)
		return;
	if (frame->element == OQ_ELEMENT_BOOK && is_document_language(hypertext, lang))
		lang = "";
	g_strlcpy(frame->lang, lang, LANG_BYTES);
}

static guint
number(const char *const *attributes, const char *name)
{
	const char *text = oq_elements_attribute(attributes, name);
	return text != NULL ? (guint)CLAMP(g_ascii_strtoull(text, NULL, 10), 1, 1000) : 1;
}

static void
start_cell(OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes)
{
	frame->is_cell = TRUE;
	if (frame->table == 0)
		return;
	gboolean is_header = frame->element == OQ_ELEMENT_HEADER || frame->is_headers;
	OqTableRows *rows =
		g_array_index(hypertext->frames, OqHypertextFrame, frame->table - 1).rows;
	oq_table_rows_cell(
		rows, is_header, number(attributes, "colspan"), number(attributes, "rowspan"));
}

static void
start_row(OqHypertext *hypertext, const OqHypertextFrame *frame)
{
	if (frame->table > 0)
		oq_table_rows_begin(
			g_array_index(hypertext->frames, OqHypertextFrame, frame->table - 1).rows,
			hypertext->out);
}

/* A table within a cell: the one around it is for the looks. */
static void
start_table(OqHypertext *hypertext, OqHypertextFrame *frame)
{
	oq_hypertext_give_up_table(hypertext);
	frame->table = 0;
	frame->is_cell = frame->is_headers = FALSE;
	if (hypertext->pass == OQ_HYPERTEXT_GATHER || frame->note != NULL)
		return;
	frame->rows = oq_table_rows_new();
	frame->table = hypertext->frames->len + 1;
	frame->item = 0;
}

static void
start_heading(OqHypertext *hypertext, OqHypertextFrame *frame, guint level)
{
	if (frame->is_cell) {
		oq_hypertext_give_up_table(hypertext);
		frame->table = 0;
	}
	frame->heading = level > 0 ? level : MAX(frame->section, 1);
	frame->is_skipped = frame->is_notes && frame->note == NULL;
}

/* Of a file's name nobody has anything. */
static gboolean
is_description(const char *alt)
{
	static const char *const ends[] = {
		".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".bmp"};
	g_autofree char *plain = alt != NULL ? g_ascii_strdown(alt, -1) : NULL;
	if (plain == NULL || *g_strstrip(plain) == '\0')
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
		if (g_str_has_suffix(plain, ends[i]))
			return FALSE;
	return TRUE;
}

static void
start_image(OqHypertext *hypertext, const char *const *attributes)
{
	const char *alt = oq_elements_attribute(attributes, "alt");
	if (is_description(alt) && oq_hypertext_top(hypertext)->note == NULL)
		g_ptr_array_add(hypertext->images, g_strstrip(g_strdup(alt)));
}

static void
start_page(OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes)
{
	static const char *const names[] = {"title", "aria-label", "value"};
	for (gsize i = 0; i < G_N_ELEMENTS(names) && !frame->is_skipped; i++) {
		const char *label = oq_elements_attribute(attributes, names[i]);
		if (label == NULL || *label == '\0')
			continue;
		oq_hypertext_tell_page(hypertext, label);
		frame->is_skipped = TRUE;
	}
}

static void
start_link(OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes)
{
	const char *href = oq_elements_attribute(attributes, "href");
	if (href == NULL)
		href = oq_elements_attribute(attributes, "idref");
	if (href != NULL && strchr(href, '#') != NULL)
		frame->key = oq_hrefs_resolve(hypertext->path, href);
}

static void
start_item(OqHypertext *hypertext, OqHypertextFrame *frame)
{
	frame->item = hypertext->frames->len + 1;
	frame->list = MAX(frame->list, 1);
	if (frame->is_notes && frame->note == NULL)
		oq_hypertext_begin_note(hypertext, frame);
}

static gboolean
is_inline(OqElement element)
{
	return element == OQ_ELEMENT_INLINE || element == OQ_ELEMENT_LINK ||
	       element == OQ_ELEMENT_RAISED || element == OQ_ELEMENT_IMAGE ||
	       element == OQ_ELEMENT_PAGE || element == OQ_ELEMENT_NOTEREF ||
	       element == OQ_ELEMENT_BACKLINK || element == OQ_ELEMENT_BREAK ||
	       element == OQ_ELEMENT_SKIPPED || element == OQ_ELEMENT_LINE ||
	       oq_hypertext_is_math(element);
}

static void
start_group(OqHypertext *hypertext, OqHypertextFrame *frame, guint level)
{
	switch (frame->element) {
	case OQ_ELEMENT_LEVEL:
		frame->section = level > 0 ? level : frame->section + 1;
		break;
	case OQ_ELEMENT_LIST:
		frame->list++;
		frame->item = 0;
		break;
	case OQ_ELEMENT_ITEM:
		start_item(hypertext, frame);
		break;
	case OQ_ELEMENT_TABLE:
		start_table(hypertext, frame);
		break;
	case OQ_ELEMENT_HEADING:
		start_heading(hypertext, frame, level);
		break;
	case OQ_ELEMENT_NOTE:
		oq_hypertext_begin_note(hypertext, frame);
		break;
	default:
		frame->is_quote |= frame->element == OQ_ELEMENT_QUOTE;
		frame->is_lines |= frame->element == OQ_ELEMENT_LINES;
		frame->is_figure |= frame->element == OQ_ELEMENT_FIGURE;
		frame->is_notes |= frame->element == OQ_ELEMENT_NOTES;
		frame->is_headers |= frame->element == OQ_ELEMENT_HEADERS;
	}
}

static void
start_inline(OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes)
{
	switch (frame->element) {
	case OQ_ELEMENT_BREAK:
		oq_hypertext_break_line(hypertext);
		break;
	case OQ_ELEMENT_IMAGE:
		start_image(hypertext, attributes);
		break;
	case OQ_ELEMENT_PAGE:
		start_page(hypertext, frame, attributes);
		break;
	case OQ_ELEMENT_LINK:
	case OQ_ELEMENT_NOTEREF:
		start_link(hypertext, frame, attributes);
		break;
	case OQ_ELEMENT_RAISED:
		frame->is_raised = TRUE;
		break;
	default:
		oq_hypertext_start_math(hypertext, frame, attributes);
		frame->is_skipped |= frame->element == OQ_ELEMENT_SKIPPED ||
				     frame->element == OQ_ELEMENT_BACKLINK;
	}
}

static void
start_shown(OqHypertext *hypertext, OqHypertextFrame *frame, const char *name,
	const char *const *attributes)
{
	const OqHypertextFrame *whole = oq_hypertext_top(hypertext);
	frame->element = oq_elements_judge(name, attributes);
	oq_hypertext_start_part(hypertext, frame, whole->element, whole->n_parts - 1, name);
	gboolean is_block = !is_inline(frame->element);
	if (is_block)
		oq_hypertext_close_block(hypertext);
	read_language(hypertext, frame, attributes);
	if (is_block)
		memcpy(frame->block_lang, frame->lang, LANG_BYTES);
	oq_hypertext_notice(hypertext, frame, attributes);
	if (is_block)
		start_group(hypertext, frame, oq_elements_level(name, attributes));
	else
		start_inline(hypertext, frame, attributes);
	if (frame->element == OQ_ELEMENT_LIST)
		oq_hypertext_start_list(hypertext, frame, name, attributes);
	if (frame->element == OQ_ELEMENT_ITEM)
		oq_hypertext_number_item(hypertext, frame, attributes);
	if (frame->element == OQ_ELEMENT_ROW)
		start_row(hypertext, frame);
	if (frame->element == OQ_ELEMENT_CELL || frame->element == OQ_ELEMENT_HEADER)
		start_cell(hypertext, frame, attributes);
}

void
oq_hypertext_start(OqHypertext *hypertext, const char *name, const char *const *attributes)
{
	oq_hypertext_top(hypertext)->n_parts++;
	OqHypertextFrame frame = *oq_hypertext_top(hypertext);
	frame.n_parts = 0;
	frame.is_apart = FALSE;
	frame.element = OQ_ELEMENT_INLINE;
	frame.has_told = FALSE;
	frame.rows = NULL;
	frame.key = frame.label = NULL;
	frame.mark = hypertext->is_open ? hypertext->text->len : 0;
	frame.serial = hypertext->is_open ? hypertext->serial : hypertext->serial + 1;
	if (!frame.is_skipped)
		start_shown(hypertext, &frame, name, attributes);
	g_array_append_val(hypertext->frames, frame);
}

static void
finish_table(OqHypertext *hypertext, OqHypertextFrame *frame)
{
	if (frame->rows != NULL && frame->table > 0) {
		oq_table_rows_finish(frame->rows, hypertext->out);
		oq_hypertext_flush_references(hypertext);
		oq_hypertext_flush_images(hypertext);
	}
}

static void
finish_row(OqHypertext *hypertext, const OqHypertextFrame *frame)
{
	if (frame->table == 0)
		return;
	oq_table_rows_end(g_array_index(hypertext->frames, OqHypertextFrame, frame->table - 1).rows,
		hypertext->out);
	oq_hypertext_flush_references(hypertext);
	oq_hypertext_flush_images(hypertext);
}

static void
finish_page(OqHypertext *hypertext, const OqHypertextFrame *frame)
{
	g_autofree char *label = oq_hypertext_drop(hypertext, frame);
	if (label != NULL && !frame->is_skipped)
		oq_hypertext_tell_page(hypertext, label);
}

static void
finish_block(OqHypertext *hypertext, OqHypertextFrame *frame)
{
	oq_hypertext_close_block(hypertext);
	if (frame->element == OQ_ELEMENT_TABLE)
		finish_table(hypertext, frame);
	else if (frame->element == OQ_ELEMENT_ROW)
		finish_row(hypertext, frame);
	else if (frame->element == OQ_ELEMENT_FIGURE)
		oq_hypertext_flush_images(hypertext);
}

void
oq_hypertext_finish(OqHypertext *hypertext)
{
	if (hypertext->frames->len < 2)
		return;
	OqHypertextFrame *frame = oq_hypertext_top(hypertext);
	if (frame->element == OQ_ELEMENT_PAGE)
		finish_page(hypertext, frame);
	else if (frame->element == OQ_ELEMENT_LINE)
		oq_hypertext_break_line(hypertext);
	else if (frame->element == OQ_ELEMENT_MATH)
		oq_hypertext_end_math(hypertext, frame);
	else if (!is_inline(frame->element))
		finish_block(hypertext, frame);
	else if (!frame->is_skipped)
		oq_hypertext_end_link(hypertext, frame);
	g_array_set_size(hypertext->frames, hypertext->frames->len - 1);
}
