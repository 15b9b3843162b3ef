/* docx_text.c - see the header. */
#include "open/loaders/docx/docx_text.h"

#include "open/flow.h"
#include "open/loaders/docx/docx_math.h"
#include "open/loaders/docx/docx_run.h"
#include "open/markup/xml_gather.h"

#include <string.h>

enum { BOX_BYTES = 1 << 16, MAX_COLUMNS = 64 };

typedef struct {
	OqFlow flow;
	const OqDocxText *text;
	/* of the paragraph: */
	char *style;       /* nullable */
	guint level;       /* of its list, from 1; 0: none */
	char *list;        /* nullable: the id of that, as it says itself: "0" is none */
	char *label;       /* nullable: its number, until it was said */
	guint outline;     /* as it says itself, from 1 */
	gboolean is_begun; /* its block is */
	gboolean in_properties;
	const char *joint; /* nullable: the next one belongs to it; what comes between them */
	OqDocxRun run;
	OqDocxMath math;
	/* of the table: */
	gboolean is_head; /* this row is */
	gboolean in_contents;

	GError *missed; /* nullable: why there was a text that could not be taken in */
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
	return oq_xml_pull_attribute(walk->flow.xml, "val");
}

static void
begin_paragraph(Walk *walk)
{
	if (walk->joint != NULL) {
		oq_block_writer_text(walk->flow.out, walk->joint, -1);
		walk->joint = NULL;
		return;
	}
	g_clear_pointer(&walk->style, g_free);
	g_clear_pointer(&walk->list, g_free);
	g_clear_pointer(&walk->label, g_free);
	walk->level = walk->outline = 0;
	walk->is_begun = FALSE;
}

/* When its first text comes all that is said of it is known. */
static void
begin_block(Walk *walk)
{
	guint level = 0;
	OqDocxStyle style = oq_docx_styles_find(walk->text->styles, walk->style, &level);
	gboolean is_item = walk->level > 0 || (style == OQ_DOCX_STYLE_ITEM && walk->list == NULL);
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
	oq_block_writer_begin(walk->flow.out, kind, level, NULL);
	walk->is_begun = TRUE;
}

static gboolean
is_unread(const Walk *walk)
{
	guint level;
	return walk->run.is_hidden || walk->in_contents ||
	       oq_docx_styles_find(walk->text->styles, walk->style, &level) ==
		       OQ_DOCX_STYLE_CONTENTS;
}

static void
put_label(Walk *walk)
{
	g_autofree char *label = g_steal_pointer(&walk->label);
	if (label == NULL)
		return;
	oq_flow_put(&walk->flow, label, walk->run.lang, FALSE);
	oq_flow_put(&walk->flow, " ", walk->run.lang, FALSE);
}

static void
put_text(Walk *walk, const char *text)
{
	gboolean is_blank = text[strspn(text, " \t\n")] == '\0', is_raised = walk->run.is_raised;
	if (is_unread(walk) || (is_blank && walk->label != NULL))
		return;
	if (walk->flow.rows == NULL && !walk->is_begun)
		begin_block(walk);
	put_label(walk);
	if (oq_docx_math_take(&walk->math, text, &is_raised))
		oq_flow_put(&walk->flow, " ", walk->run.lang, FALSE);
	oq_flow_put(&walk->flow, text, walk->run.lang, is_raised);
}

/* All is said of the paragraph. Nothing counts what is but the rest of another one. */
static void
end_properties(Walk *walk)
{
	const char *style = walk->style, *list = walk->list;
	guint level = 0;
	walk->in_properties = FALSE;
	if (walk->is_begun || walk->in_contents)
		return;
	if (list == NULL)
		list = oq_docx_styles_list(walk->text->styles, &style, &level);
	g_free(walk->label);
	walk->label = oq_docx_lists_next(
		walk->text->lists, list, walk->level > 0 ? walk->level : level, style);
}

/* Rows of tables are numbered by paragraphs without a text. */
static void
end_paragraph(Walk *walk)
{
	if (walk->flow.rows != NULL)
		put_label(walk);
	gboolean in_cell = oq_flow_end_paragraph(&walk->flow);
	if (in_cell || !walk->is_begun)
		walk->joint = NULL;
	if (in_cell || walk->joint != NULL)
		return;
	walk->is_begun = FALSE;
	oq_flow_end_block(&walk->flow);
}

static void
enter_table(Walk *walk)
{
	if (!oq_flow_enter_table(&walk->flow))
		return;
	walk->is_head = FALSE;
	walk->joint = NULL;
}

/* Whether the table's look sets its first row apart. */
static void
look_at_table(Walk *walk)
{
	g_autofree char *first = oq_xml_pull_attribute(walk->flow.xml, "firstRow");
	g_autofree char *bits = val(walk);
	gboolean is_apart =
		g_strcmp0(first, "1") == 0 || g_strcmp0(first, "true") == 0 ||
		(first == NULL && bits != NULL && (g_ascii_strtoull(bits, NULL, 16) & 0x20) != 0);
	if (walk->flow.tables == 1 && is_apart)
		walk->is_head = TRUE;
}

static void
refer(Walk *walk, const char *kind)
{
	g_autofree char *id = oq_xml_pull_attribute(walk->flow.xml, "id");
	g_autofree char *name = g_strconcat(kind, id, NULL);
	oq_note_book_refer(walk->text->notes, name);
}

static void
see_image(Walk *walk)
{
	g_autofree char *text = oq_xml_pull_attribute(walk->flow.xml, "descr");
	oq_extras_add_image(walk->flow.extras, text);
}

/* It is anchored within a paragraph, which goes on behind it. */
static void
see_box(Walk *walk, GError **error)
{
	g_autofree char *text = oq_xml_gather(walk->flow.xml, unread, BOX_BYTES, error);
	oq_extras_add_box(walk->flow.extras, text);
}

static void
see_chunk(Walk *walk)
{
	g_autofree char *id = oq_xml_pull_attribute(walk->flow.xml, "id");
	oq_flow_end_block(&walk->flow);
	walk->joint = NULL;
	walk->is_begun = FALSE;
	oq_docx_chunks_read(walk->text->chunks, id, walk->flow.out,
		walk->missed == NULL ? &walk->missed : NULL);
}

static guint
number(Walk *walk, guint max)
{
	g_autofree char *value = val(walk);
	return value != NULL ? (guint)MIN(g_ascii_strtoull(value, NULL, 10), max) : 0;
}

/* The large letter at the beginning of a chapter is a paragraph of its own. */
static void
look_at_frame(Walk *walk)
{
	g_autofree char *kind = oq_xml_pull_attribute(walk->flow.xml, "dropCap");
	if (kind != NULL && strcmp(kind, "none") != 0)
		walk->joint = "";
}

static void
enter_paragraph_property(Walk *walk)
{
	OqXmlPull *xml = walk->flow.xml;
	if (oq_xml_pull_is(xml, "pStyle") && walk->style == NULL) {
		walk->style = val(walk);
	} else if (oq_xml_pull_is(xml, "ilvl")) {
		walk->level = number(walk, 15) + 1;
	} else if (oq_xml_pull_is(xml, "numId")) {
		walk->level = number(walk, 1) == 0 ? 0 : MAX(walk->level, 1);
		if (walk->list == NULL)
			walk->list = val(walk);
	} else if (oq_xml_pull_is(xml, "outlineLvl")) {
		walk->outline = (number(walk, 9) + 1) % 10;
	} else if (oq_xml_pull_is(xml, "del")) {
		walk->joint = " ";
	} else if (oq_xml_pull_is(xml, "framePr")) {
		look_at_frame(walk);
	}
}

static void
enter_property(Walk *walk)
{
	OqXmlPull *xml = walk->flow.xml;
	if (oq_docx_run_read(&walk->run, xml))
		return;
	if (oq_xml_pull_is(xml, "tblHeader") && walk->flow.tables == 1)
		walk->is_head = oq_docx_run_is_on(xml);
	else if (oq_xml_pull_is(xml, "tblLook"))
		look_at_table(walk);
	else if (oq_xml_pull_is(xml, "gridSpan") && walk->flow.tables == 1)
		walk->flow.n_columns = MAX(number(walk, MAX_COLUMNS), 1);
}

static void
break_line(Walk *walk)
{
	if (walk->flow.rows != NULL)
		put_text(walk, " ");
	else if (walk->is_begun)
		oq_block_writer_break(walk->flow.out);
}

/* FALSE: it is none of them. */
static gboolean
enter_content(Walk *walk)
{
	OqXmlPull *xml = walk->flow.xml;
	const char *sign = oq_docx_math_enter(&walk->math, xml);
	if (sign != NULL)
		put_text(walk, sign);
	else if (oq_xml_pull_is(xml, "tab"))
		walk->is_begun || walk->flow.rows != NULL ? put_text(walk, " ") : (void)0;
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
	else if (oq_xml_pull_is(xml, "altChunk"))
		see_chunk(walk);
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
	OqXmlPull *xml = walk->flow.xml;
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
		oq_docx_run_clear(&walk->run);
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
	oq_table_text_end_row(walk->flow.rows, walk->is_head);
	walk->is_head = FALSE;
}

static void
leave(Walk *walk)
{
	OqXmlPull *xml = walk->flow.xml;
	const char *sign = oq_docx_math_leave(&walk->math, xml);
	if (sign != NULL)
		put_text(walk, sign);
	else if (oq_xml_pull_is(xml, "p"))
		end_paragraph(walk);
	else if (oq_xml_pull_is(xml, "pPr"))
		end_properties(walk);
	else if (oq_xml_pull_is(xml, "r"))
		walk->run.is_hidden = FALSE;
	else if (oq_xml_pull_is(xml, "tbl"))
		oq_flow_leave_table(&walk->flow);
	else if (oq_xml_pull_is(xml, "sdt"))
		walk->in_contents = FALSE;
	else if (walk->flow.rows != NULL && walk->flow.tables == 1 && oq_xml_pull_is(xml, "tc"))
		oq_flow_end_cell(&walk->flow);
	else if (walk->flow.rows != NULL && walk->flow.tables == 1 && oq_xml_pull_is(xml, "tr"))
		leave_row(walk);
}

static gboolean
read_events(Walk *walk, GError **error)
{
	gboolean in_text = FALSE;
	g_autoptr(GError) failure = NULL;
	for (OqXmlEvent event;
		(event = oq_xml_pull_next(walk->flow.xml, &failure)) != OQ_XML_OVER;) {
		if (event == OQ_XML_TEXT && in_text)
			put_text(walk, oq_xml_pull_text(walk->flow.xml));
		else if (event == OQ_XML_START)
			enter(walk, &failure);
		else if (event == OQ_XML_END)
			leave(walk);
		if (event != OQ_XML_TEXT)
			in_text = event == OQ_XML_START && oq_xml_pull_is(walk->flow.xml, "t");
		if (failure != NULL || oq_block_writer_is_closed(walk->flow.out))
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
	g_autoptr(OqExtras) extras = oq_extras_new(text->notes);
	Walk walk = {.flow = {text->xml, out, extras, text->n_bytes}, .text = text};
	gboolean is_read = read_events(&walk, error);
	oq_flow_finish(&walk.flow);
	g_free(walk.style);
	g_free(walk.list);
	g_free(walk.label);
	oq_docx_run_clear(&walk.run);
	if (!is_read || walk.missed == NULL) {
		g_clear_error(&walk.missed);
		return is_read;
	}
	g_propagate_error(error, walk.missed);
	return FALSE;
}
