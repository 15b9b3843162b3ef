/* docx_text.c - see the header. */
#include "open/loaders/docx_text.h"

#include "open/table_text.h"
#include "open/xml_gather.h"

#include <string.h>

enum { BOX_BYTES = 1 << 16, SHARE_BYTES = 65536, MAX_COLUMNS = 64 };

typedef struct {
	OqXmlPull *xml;
	OqBlockWriter *out;
	const OqDocxText *text;
	guint64 told;
	/* of the paragraph: */
	char *style;         /* nullable */
	guint level;         /* of its list, from 1; 0: none */
	gboolean has_number; /* it says itself whether it is in a list */
	guint outline;       /* as it says itself, from 1 */
	gboolean is_begun;   /* its block is */
	gboolean in_properties;
	gboolean goes_on; /* its end was deleted: the next one belongs to it */
	/* of the run: */
	gboolean is_hidden;
	char *lang; /* nullable */
	/* of the table: */
	guint tables;      /* around */
	OqTableText *rows; /* nullable: of the outermost one */
	gboolean is_head;  /* this row is */
	guint n_columns;   /* over so many the cell goes */
	/* what stands behind the paragraph: */
	GPtrArray *images; /* of char * */
	GPtrArray *boxes;  /* of char * */
	gboolean in_contents;
} Walk;

static const char *const unread[] = {"del", "moveFrom", "Fallback", "instrText", "delText",
	"delInstrText", "binData", "rPrChange", "pPrChange", "rt", NULL};

const char *const *
oq_docx_text_unread(void)
{
	return unread;
}

static char *
val(Walk *walk)
{
	return oq_xml_pull_attribute(walk->xml, "val");
}

/* "on", "1", "true" or nothing at all. */
static gboolean
is_on(Walk *walk)
{
	static const char *const offs[] = {"0", "false", "off", "none", NULL};
	g_autofree char *value = val(walk);
	return value == NULL || !g_strv_contains(offs, value);
}

static void
begin_paragraph(Walk *walk)
{
	if (walk->goes_on) {
		walk->goes_on = FALSE;
		return;
	}
	g_clear_pointer(&walk->style, g_free);
	walk->level = walk->outline = 0;
	walk->is_begun = walk->has_number = FALSE;
}

/* When its first text comes all that is said of it is known. */
static void
begin_block(Walk *walk)
{
	guint level = 0;
	OqDocxStyle style = oq_docx_styles_find(walk->text->styles, walk->style, &level);
	gboolean is_item = walk->level > 0 || (style == OQ_DOCX_STYLE_ITEM && !walk->has_number);
	OqBlockKind kind = OQ_BLOCK_PARAGRAPH;
	if (walk->outline > 0 || style == OQ_DOCX_STYLE_HEADING || style == OQ_DOCX_STYLE_TITLE) {
		kind = OQ_BLOCK_HEADING;
		level = walk->outline > 0 ? walk->outline : level;
	} else if (is_item) {
		kind = OQ_BLOCK_ITEM;
		level = MAX(walk->level, 1);
	} else if (style == OQ_DOCX_STYLE_QUOTE) {
		kind = OQ_BLOCK_QUOTE;
	}
	oq_block_writer_begin(walk->out, kind, level, NULL);
	walk->is_begun = TRUE;
}

static gboolean
is_unread(const Walk *walk)
{
	guint level;
	return walk->is_hidden || walk->in_contents ||
	       oq_docx_styles_find(walk->text->styles, walk->style, &level) ==
		       OQ_DOCX_STYLE_CONTENTS;
}

static void
put_text(Walk *walk, const char *text)
{
	if (is_unread(walk))
		return;
	if (walk->rows != NULL) {
		oq_table_text_add(walk->rows, text, (gssize)strlen(text));
		return;
	}
	if (!walk->is_begun)
		begin_block(walk);
	oq_block_writer_lang(walk->out, walk->lang);
	oq_block_writer_text(walk->out, text, -1);
}

/* What stands for images and in boxes, each by itself. */
static void
put_asides(Walk *walk)
{
	for (guint i = 0; i < walk->images->len; i++)
		oq_block_writer_image(walk->out, g_ptr_array_index(walk->images, i));
	for (guint i = 0; i < walk->boxes->len; i++) {
		oq_block_writer_begin(walk->out, OQ_BLOCK_PARAGRAPH, 0, NULL);
		oq_block_writer_text(walk->out, g_ptr_array_index(walk->boxes, i), -1);
		oq_block_writer_end(walk->out);
	}
	g_ptr_array_set_size(walk->images, 0);
	g_ptr_array_set_size(walk->boxes, 0);
	oq_note_book_end_block(walk->text->notes, walk->out);
}

static void
end_paragraph(Walk *walk)
{
	if (walk->rows != NULL)
		oq_table_text_end_paragraph(walk->rows);
	if (walk->rows != NULL && oq_table_text_is_layout(walk->rows))
		oq_table_text_give_up(g_steal_pointer(&walk->rows));
	if (walk->rows != NULL || walk->goes_on)
		return;
	oq_block_writer_end(walk->out);
	walk->is_begun = FALSE;
	put_asides(walk);
	if (oq_xml_pull_offset(walk->xml) < walk->told + SHARE_BYTES)
		return;
	walk->told = oq_xml_pull_offset(walk->xml);
	oq_block_writer_share(walk->out, walk->told, walk->text->n_bytes);
}

static void
enter_table(Walk *walk)
{
	if (walk->tables++ > 0)
		return;
	oq_block_writer_end(walk->out);
	walk->is_head = walk->goes_on = FALSE;
	walk->n_columns = 1;
	walk->rows = oq_table_text_new(walk->out, FALSE);
}

static void
leave_table(Walk *walk)
{
	if (walk->tables == 0 || --walk->tables > 0)
		return;
	g_clear_pointer(&walk->rows, oq_table_text_free);
	put_asides(walk);
}

/* Whether the table's look sets its first row apart. */
static void
look_at_table(Walk *walk)
{
	g_autofree char *first = oq_xml_pull_attribute(walk->xml, "firstRow");
	g_autofree char *bits = val(walk);
	gboolean is_apart =
		g_strcmp0(first, "1") == 0 || g_strcmp0(first, "true") == 0 ||
		(first == NULL && bits != NULL && (g_ascii_strtoull(bits, NULL, 16) & 0x20) != 0);
	if (walk->tables == 1 && is_apart)
		walk->is_head = TRUE;
}

static void
end_cell(Walk *walk)
{
	for (guint i = 0; i < walk->n_columns; i++)
		oq_table_text_end_cell(walk->rows);
	walk->n_columns = 1;
}

static void
refer(Walk *walk, const char *kind)
{
	g_autofree char *id = oq_xml_pull_attribute(walk->xml, "id");
	g_autofree char *name = g_strconcat(kind, id, NULL);
	oq_note_book_refer(walk->text->notes, name);
}

static void
see_image(Walk *walk)
{
	g_autofree char *text = oq_xml_pull_attribute(walk->xml, "descr");
	if (text != NULL && *text != '\0')
		g_ptr_array_add(walk->images, g_steal_pointer(&text));
}

/* It is anchored within a paragraph, which goes on behind it. */
static void
see_box(Walk *walk, GError **error)
{
	char *text = oq_xml_gather(walk->xml, unread, BOX_BYTES, error);
	g_ptr_array_add(walk->boxes, text);
}

static guint
number(Walk *walk, guint max)
{
	g_autofree char *value = val(walk);
	return value != NULL ? (guint)MIN(g_ascii_strtoull(value, NULL, 10), max) : 0;
}

static void
enter_paragraph_property(Walk *walk)
{
	OqXmlPull *xml = walk->xml;
	if (oq_xml_pull_is(xml, "pStyle") && walk->style == NULL) {
		walk->style = val(walk);
	} else if (oq_xml_pull_is(xml, "ilvl")) {
		walk->level = number(walk, 15) + 1;
	} else if (oq_xml_pull_is(xml, "numId")) {
		walk->level = number(walk, 1) == 0 ? 0 : MAX(walk->level, 1);
		walk->has_number = TRUE;
	} else if (oq_xml_pull_is(xml, "outlineLvl")) {
		walk->outline = (number(walk, 9) + 1) % 10;
	} else if (oq_xml_pull_is(xml, "del")) {
		walk->goes_on = walk->rows == NULL;
	}
}

static void
enter_property(Walk *walk)
{
	OqXmlPull *xml = walk->xml;
	if (oq_xml_pull_is(xml, "lang") && walk->lang == NULL)
		walk->lang = val(walk);
	else if (oq_xml_pull_is(xml, "vanish"))
		walk->is_hidden = is_on(walk);
	else if (oq_xml_pull_is(xml, "tblHeader") && walk->tables == 1)
		walk->is_head = is_on(walk);
	else if (oq_xml_pull_is(xml, "tblLook"))
		look_at_table(walk);
	else if (oq_xml_pull_is(xml, "gridSpan") && walk->tables == 1)
		walk->n_columns = MAX(number(walk, MAX_COLUMNS), 1);
}

static void
enter_run(Walk *walk)
{
	walk->is_hidden = FALSE;
	g_clear_pointer(&walk->lang, g_free);
}

static void
break_line(Walk *walk)
{
	if (walk->rows != NULL)
		put_text(walk, " ");
	else if (walk->is_begun)
		oq_block_writer_break(walk->out);
}

/* FALSE: it is none of them. */
static gboolean
enter_content(Walk *walk)
{
	OqXmlPull *xml = walk->xml;
	if (oq_xml_pull_is(xml, "tab"))
		walk->is_begun || walk->rows != NULL ? put_text(walk, " ") : (void)0;
	else if (oq_xml_pull_is(xml, "br") || oq_xml_pull_is(xml, "cr"))
		break_line(walk);
	else if (oq_xml_pull_is(xml, "noBreakHyphen"))
		put_text(walk, "-");
	else if (oq_xml_pull_is(xml, "footnoteReference"))
		refer(walk, "f");
	else if (oq_xml_pull_is(xml, "endnoteReference"))
		refer(walk, "e");
	else if (oq_xml_pull_is(xml, "docPr"))
		see_image(walk);
	else
		return FALSE;
	return TRUE;
}

static void
see_gallery(Walk *walk)
{
	g_autofree char *name = val(walk);
	walk->in_contents |= g_strcmp0(name, "Table of Contents") == 0;
}

static void
enter(Walk *walk, GError **error)
{
	OqXmlPull *xml = walk->xml;
	if (walk->in_properties)
		enter_paragraph_property(walk);
	if (g_strv_contains(unread, oq_xml_pull_name(xml)))
		oq_xml_pull_skip(xml);
	else if (walk->in_properties)
		return;
	else if (oq_xml_pull_is(xml, "p"))
		begin_paragraph(walk);
	else if (oq_xml_pull_is(xml, "pPr"))
		walk->in_properties = TRUE;
	else if (oq_xml_pull_is(xml, "r"))
		enter_run(walk);
	else if (oq_xml_pull_is(xml, "tbl"))
		enter_table(walk);
	else if (oq_xml_pull_is(xml, "txbxContent"))
		see_box(walk, error);
	else if (oq_xml_pull_is(xml, "docPartGallery"))
		see_gallery(walk);
	else if (!enter_content(walk))
		enter_property(walk);
}

static void
leave_row(Walk *walk)
{
	oq_table_text_end_row(walk->rows, walk->is_head);
	walk->is_head = FALSE;
}

static void
leave(Walk *walk)
{
	OqXmlPull *xml = walk->xml;
	if (oq_xml_pull_is(xml, "p"))
		end_paragraph(walk);
	else if (oq_xml_pull_is(xml, "pPr"))
		walk->in_properties = FALSE;
	else if (oq_xml_pull_is(xml, "r"))
		walk->is_hidden = FALSE;
	else if (oq_xml_pull_is(xml, "tbl"))
		leave_table(walk);
	else if (oq_xml_pull_is(xml, "sdt"))
		walk->in_contents = FALSE;
	else if (walk->rows != NULL && walk->tables == 1 && oq_xml_pull_is(xml, "tc"))
		end_cell(walk);
	else if (walk->rows != NULL && walk->tables == 1 && oq_xml_pull_is(xml, "tr"))
		leave_row(walk);
}

static gboolean
read_events(Walk *walk, GError **error)
{
	gboolean in_text = FALSE;
	g_autoptr(GError) failure = NULL;
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, &failure)) != OQ_XML_OVER;) {
		if (event == OQ_XML_TEXT && in_text)
			put_text(walk, oq_xml_pull_text(walk->xml));
		else if (event == OQ_XML_START)
			enter(walk, &failure);
		else if (event == OQ_XML_END)
			leave(walk);
		if (event != OQ_XML_TEXT)
			in_text = event == OQ_XML_START && oq_xml_pull_is(walk->xml, "t");
		if (failure != NULL || oq_block_writer_is_closed(walk->out))
			break;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

gboolean
oq_docx_text_read(const OqDocxText *text, OqBlockWriter *out, GError **error)
{
	g_autoptr(GPtrArray) images = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) boxes = g_ptr_array_new_with_free_func(g_free);
	Walk walk = {.xml = text->xml, .out = out, .text = text, .images = images, .boxes = boxes};
	gboolean is_read = read_events(&walk, error);
	oq_table_text_free(walk.rows);
	oq_block_writer_end(out);
	put_asides(&walk);
	g_free(walk.style);
	g_free(walk.lang);
	return is_read;
}
