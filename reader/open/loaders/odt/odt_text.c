/* odt_text.c - see the header. */
#include "open/loaders/odt/odt_text.h"

#include "open/flow.h"
#include "open/markup/math_line.h"
#include "open/markup/xml_gather.h"

#include <string.h>

enum { TEXT_BYTES = 4096, NOTE_BYTES = 65536, MAX_COLUMNS = 64 };

/* No frame: nothing is as deep. */
#define NO_DEPTH (G_MAXUINT - 1)

/* Paragraphs may be within each other: those of a frame within that which holds it. */
typedef struct {
	OqBlockKind kind;
	guint level;
	gboolean is_unread;
	char *label; /* nullable: its number, until it was said */
} Paragraph;

static void
clear_paragraph(gpointer data)
{
	g_free(((Paragraph *)data)->label);
}

typedef struct {
	const char *lang; /* nullable */
	gboolean is_raised;
} Look;

typedef struct {
	OqFlow flow;
	const OqOdtText *text;
	guint n_notes;
	GArray *paragraphs; /* of Paragraph: around */
	GArray *looks;      /* of Look: of the elements around that hold text */
	OqOdtLists *lists;  /* around */
	gboolean in_head;
	guint frame_depth; /* of the last frame that began */
	char *image;       /* nullable: what is said of it */
} Walk;

static char *
style_name(Walk *walk)
{
	return oq_xml_pull_attribute(walk->flow.xml, "style-name");
}

static Look
last_look(const Walk *walk)
{
	guint n = walk->looks->len;
	return n > 0 ? g_array_index(walk->looks, Look, n - 1) : (Look){NULL, FALSE};
}

/* What its style does not say is as around it. */
static void
push_look(Walk *walk)
{
	g_autofree char *style = style_name(walk);
	const char *lang = oq_odt_styles_lang(walk->text->styles, style);
	Look look = last_look(walk);
	look.lang = lang != NULL ? lang : look.lang;
	look.is_raised |= oq_odt_styles_is_raised(walk->text->styles, style);
	g_array_append_val(walk->looks, look);
}

static void
pop_look(Walk *walk)
{
	if (walk->looks->len > 0)
		g_array_set_size(walk->looks, walk->looks->len - 1);
}

static Paragraph
heading(Walk *walk)
{
	g_autofree char *level = oq_xml_pull_attribute(walk->flow.xml, "outline-level");
	guint64 n = level != NULL ? g_ascii_strtoull(level, NULL, 10) : 1;
	guint depth = (guint)CLAMP(n, 1, 10);
	g_autofree char *is_plain = oq_xml_pull_attribute(walk->flow.xml, "is-list-header");
	Paragraph made = {.kind = OQ_BLOCK_HEADING, .level = depth};
	if (oq_odt_lists_depth(walk->lists) > 0)
		made.label = oq_odt_lists_next(walk->lists);
	else if (g_strcmp0(is_plain, "true") != 0)
		made.label = oq_odt_lists_heading(walk->lists, depth);
	return made;
}

static Paragraph
paragraph(Walk *walk)
{
	guint level = 0;
	g_autofree char *name = style_name(walk);
	OqOdtStyle style = oq_odt_styles_find(walk->text->styles, name, &level);
	Paragraph made = {.kind = OQ_BLOCK_PARAGRAPH};
	made.is_unread = style == OQ_ODT_STYLE_CONTENTS;
	if (style == OQ_ODT_STYLE_HEADING)
		made = (Paragraph){.kind = OQ_BLOCK_HEADING, .level = level};
	else if (oq_odt_lists_depth(walk->lists) > 0)
		made = (Paragraph){.kind = OQ_BLOCK_ITEM, .level = oq_odt_lists_depth(walk->lists)};
	else if (style == OQ_ODT_STYLE_QUOTE)
		made.kind = OQ_BLOCK_QUOTE;
	made.label = oq_odt_lists_next(walk->lists);
	return made;
}

static void
begin_paragraph(Walk *walk, Paragraph made)
{
	oq_block_writer_end(walk->flow.out);
	g_array_append_val(walk->paragraphs, made);
	push_look(walk);
}

static void
put_label(Walk *walk, Paragraph *paragraph)
{
	g_autofree char *label = g_steal_pointer(&paragraph->label);
	if (label == NULL)
		return;
	oq_flow_put(&walk->flow, label, last_look(walk).lang, FALSE);
	oq_flow_put(&walk->flow, " ", last_look(walk).lang, FALSE);
}

/* (nullable) */
static Paragraph *
last_paragraph(const Walk *walk)
{
	guint n = walk->paragraphs->len;
	return n > 0 ? &g_array_index(walk->paragraphs, Paragraph, n - 1) : NULL;
}

/* Its block begins when text comes. */
static void
put_text(Walk *walk, const char *text)
{
	Paragraph *last = last_paragraph(walk);
	gboolean is_blank = text[strspn(text, " \t\n")] == '\0';
	if (last == NULL || last->is_unread || (is_blank && last->label != NULL))
		return;
	if (walk->flow.rows == NULL && !oq_block_writer_is_open(walk->flow.out))
		oq_block_writer_begin(walk->flow.out, last->kind, last->level, NULL);
	put_label(walk, last);
	oq_flow_put(&walk->flow, text, last_look(walk).lang, last_look(walk).is_raised);
}

/* Rows of tables are numbered by paragraphs without a text. */
static void
end_paragraph(Walk *walk)
{
	Paragraph *last = last_paragraph(walk);
	if (last != NULL && walk->flow.rows != NULL)
		put_label(walk, last);
	pop_look(walk);
	if (walk->paragraphs->len > 0)
		g_array_set_size(walk->paragraphs, walk->paragraphs->len - 1);
	if (!oq_flow_end_paragraph(&walk->flow))
		oq_flow_end_block(&walk->flow);
}

/* A note stands where it is referred to; its mark is none of the text. */
static void
read_note(Walk *walk, GError **error)
{
	static const char *const unread[] = {"note-citation", "annotation", NULL};
	g_autofree char *name = g_strdup_printf("%u", ++walk->n_notes);
	g_autofree char *text = oq_xml_gather(walk->flow.xml, unread, NOTE_BYTES, error);
	oq_note_book_add(walk->text->notes, name, text);
	oq_note_book_refer(walk->text->notes, name);
}

/* "title", "desc": the latter tells more, and comes second. */
static void
see_description(Walk *walk, GError **error)
{
	g_autofree char *text = oq_xml_gather(walk->flow.xml, NULL, TEXT_BYTES, error);
	if (*text == '\0')
		return;
	g_free(walk->image);
	walk->image = g_steal_pointer(&text);
}

static void
leave_frame(Walk *walk)
{
	walk->frame_depth = NO_DEPTH;
	if (walk->image == NULL)
		return;
	oq_extras_add_image(walk->flow.extras, walk->image);
	g_clear_pointer(&walk->image, g_free);
	if (walk->paragraphs->len == 0 && walk->flow.rows == NULL)
		oq_extras_put(walk->flow.extras, walk->flow.out);
}

static void
enter_cell(Walk *walk)
{
	g_autofree char *n = oq_xml_pull_attribute(walk->flow.xml, "number-columns-repeated");
	guint64 n_columns = n != NULL ? g_ascii_strtoull(n, NULL, 10) : 1;
	if (walk->flow.tables == 1)
		walk->flow.n_columns = (guint)CLAMP(n_columns, 1, MAX_COLUMNS);
}

static gboolean
is_any(const Walk *walk, const char *const *names)
{
	return g_strv_contains(names, oq_xml_pull_name(walk->flow.xml));
}

/* Formulas are objects, most of them members of their own. */
static void
see_object(Walk *walk)
{
	g_autofree char *href = oq_xml_pull_attribute(walk->flow.xml, "href");
	g_autofree char *formula = oq_odt_objects_formula(walk->text->objects, href);
	if (formula != NULL)
		put_text(walk, formula);
}

static void
see_formula(Walk *walk)
{
	g_autofree char *formula = oq_math_line_read(walk->flow.xml);
	put_text(walk, formula);
}

/* Changes that were made, remarks, and tables of contents. */
static const char *const unread[] = {"tracked-changes", "annotation", "table-of-content",
	"alphabetical-index", "illustration-index", "table-index", "object-index", "user-index",
	"sequence-decls", "variable-decls", "user-field-decls", "forms", "ruby-text", "binary-data",
	"script", NULL};
static const char *const items[] = {"list-item", "list-header", NULL};
static const char *const cells[] = {"table-cell", "covered-table-cell", NULL};
static const char *const spaces[] = {"s", "tab", NULL};
static const char *const frames[] = {"frame", "custom-shape", "g", NULL};
static const char *const descriptions[] = {"title", "desc", NULL};

static void
break_line(Walk *walk)
{
	if (walk->flow.rows != NULL)
		put_text(walk, " ");
	else if (oq_block_writer_is_open(walk->flow.out))
		oq_block_writer_break(walk->flow.out);
}

/* FALSE: it is none of them. */
static gboolean
enter_text(Walk *walk, GError **error)
{
	OqXmlPull *xml = walk->flow.xml;
	if (is_any(walk, unread))
		oq_xml_pull_skip(xml);
	else if (oq_xml_pull_is(xml, "h"))
		begin_paragraph(walk, heading(walk));
	else if (oq_xml_pull_is(xml, "p"))
		begin_paragraph(walk, paragraph(walk));
	else if (oq_xml_pull_is(xml, "span"))
		push_look(walk);
	else if (oq_xml_pull_is(xml, "note"))
		read_note(walk, error);
	else if (is_any(walk, spaces))
		put_text(walk, " ");
	else if (oq_xml_pull_is(xml, "line-break"))
		break_line(walk);
	else
		return FALSE;
	return TRUE;
}

static void
enter(Walk *walk, GError **error)
{
	OqXmlPull *xml = walk->flow.xml;
	if (enter_text(walk, error))
		return;
	if (oq_xml_pull_is(xml, "list"))
		oq_odt_lists_enter(walk->lists, xml);
	else if (is_any(walk, items))
		oq_odt_lists_enter_item(walk->lists, xml);
	else if (oq_xml_pull_is(xml, "table"))
		walk->in_head &= !oq_flow_enter_table(&walk->flow);
	else if (oq_xml_pull_is(xml, "table-header-rows"))
		walk->in_head |= walk->flow.tables == 1;
	else if (is_any(walk, cells))
		enter_cell(walk);
	else if (is_any(walk, frames))
		walk->frame_depth = oq_xml_pull_depth(xml);
	else if (oq_xml_pull_is(xml, "object"))
		see_object(walk);
	else if (oq_xml_pull_is(xml, "math"))
		see_formula(walk);
	else if (is_any(walk, descriptions) && oq_xml_pull_depth(xml) == walk->frame_depth + 1)
		see_description(walk, error);
}

static void
leave(Walk *walk)
{
	OqXmlPull *xml = walk->flow.xml;
	if (oq_xml_pull_is(xml, "p") || oq_xml_pull_is(xml, "h"))
		end_paragraph(walk);
	else if (oq_xml_pull_is(xml, "span"))
		pop_look(walk);
	else if (oq_xml_pull_is(xml, "list"))
		oq_odt_lists_leave(walk->lists);
	else if (oq_xml_pull_is(xml, "table"))
		oq_flow_leave_table(&walk->flow);
	else if (is_any(walk, frames))
		leave_frame(walk);
	else if (walk->flow.rows == NULL || walk->flow.tables != 1)
		return;
	else if (oq_xml_pull_is(xml, "table-header-rows"))
		walk->in_head = FALSE;
	else if (is_any(walk, cells))
		oq_flow_end_cell(&walk->flow);
	else if (oq_xml_pull_is(xml, "table-row"))
		oq_table_text_end_row(walk->flow.rows, walk->in_head);
}

static gboolean
read_events(Walk *walk, GError **error)
{
	g_autoptr(GError) failure = NULL;
	guint depth = oq_xml_pull_depth(walk->flow.xml);
	for (OqXmlEvent event;
		(event = oq_xml_pull_next(walk->flow.xml, &failure)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(walk->flow.xml) == depth)
			return TRUE;
		if (event == OQ_XML_TEXT)
			put_text(walk, oq_xml_pull_text(walk->flow.xml));
		else if (event == OQ_XML_START)
			enter(walk, &failure);
		else
			leave(walk);
		if (failure != NULL || oq_block_writer_is_closed(walk->flow.out))
			break;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

gboolean
oq_odt_text_read(const OqOdtText *text, OqBlockWriter *out, GError **error)
{
	g_autoptr(GArray) paragraphs = g_array_new(FALSE, FALSE, sizeof(Paragraph));
	g_autoptr(GArray) looks = g_array_new(FALSE, FALSE, sizeof(Look));
	g_autoptr(OqExtras) extras = oq_extras_new(text->notes);
	Walk walk = {.flow = {text->xml, out, extras, text->n_bytes},
		.text = text,
		.lists = oq_odt_styles_lists(text->styles),
		.frame_depth = NO_DEPTH};
	g_array_set_clear_func(paragraphs, clear_paragraph);
	walk.paragraphs = paragraphs;
	walk.looks = looks;
	gboolean is_read = read_events(&walk, error);
	oq_flow_finish(&walk.flow);
	g_free(walk.image);
	return is_read;
}
