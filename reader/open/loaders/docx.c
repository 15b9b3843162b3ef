/* docx.c - see the header. */
#include "open/loaders/docx.h"

#include "open/loaders/docx_styles.h"
#include "open/notes.h"
#include "open/table_text.h"
#include "open/xml_gather.h"

#include <string.h>

#define DOCUMENT "word/document.xml"

enum { TEXT_BYTES = 4096, NOTE_BYTES = 65536, SHARE_BYTES = 65536 };

typedef struct {
	OqXmlPull *xml;
	OqBlockWriter *out;
	OqNoteBook *notes;
	OqDocxStyles *styles;
	guint64 n_bytes;
	guint64 told;
	char *style;       /* nullable: of the paragraph */
	char *lang;        /* nullable: of its first run that says one */
	guint level;       /* of its list, from 1; 0: none */
	guint outline;     /* as it says itself */
	gboolean is_begun; /* its block is */
	guint tables;      /* around */
	OqTableText *rows; /* nullable: of the outermost table */
	gboolean is_head;  /* this row is */
	GPtrArray *images; /* of char *: what was seen within the paragraph */
} Walk;

static OqFit
fit(const OqSample *sample)
{
	return sample->archive != NULL && oq_archive_find(sample->archive, DOCUMENT) != NULL
		       ? OQ_FIT_SURE
		       : OQ_FIT_NONE;
}

static char *
val(Walk *walk)
{
	return oq_xml_pull_attribute(walk->xml, "val");
}

static void
begin_paragraph(Walk *walk)
{
	g_clear_pointer(&walk->style, g_free);
	g_clear_pointer(&walk->lang, g_free);
	walk->level = walk->outline = 0;
	walk->is_begun = FALSE;
}

/* When its first text comes all that is said of it is known. */
static void
begin_block(Walk *walk)
{
	guint level = 0;
	OqDocxStyle style = oq_docx_styles_find(walk->styles, walk->style, &level);
	OqBlockKind kind = OQ_BLOCK_PARAGRAPH;
	if (walk->outline > 0 || style == OQ_DOCX_STYLE_HEADING || style == OQ_DOCX_STYLE_TITLE) {
		kind = OQ_BLOCK_HEADING;
		level = walk->outline > 0 ? walk->outline : level;
	} else if (walk->level > 0 || style == OQ_DOCX_STYLE_ITEM) {
		kind = OQ_BLOCK_ITEM;
		level = MAX(walk->level, 1);
	} else if (style == OQ_DOCX_STYLE_QUOTE) {
		kind = OQ_BLOCK_QUOTE;
		level = 0;
	}
	oq_block_writer_begin(walk->out, kind, level, walk->lang);
	walk->is_begun = TRUE;
}

static gboolean
is_unread(const Walk *walk)
{
	guint level;
	return oq_docx_styles_find(walk->styles, walk->style, &level) == OQ_DOCX_STYLE_CONTENTS;
}

static void
put_text(Walk *walk, const char *text)
{
	if (walk->rows != NULL) {
		oq_table_text_add(walk->rows, text, (gssize)strlen(text));
		return;
	}
	if (is_unread(walk))
		return;
	if (!walk->is_begun)
		begin_block(walk);
	oq_block_writer_text(walk->out, text, -1);
}

/* Their descriptions, each by itself. */
static void
put_images(Walk *walk)
{
	for (guint i = 0; i < walk->images->len; i++) {
		oq_block_writer_begin(walk->out, OQ_BLOCK_PARAGRAPH, 0, NULL);
		oq_block_writer_text(walk->out, g_ptr_array_index(walk->images, i), -1);
		oq_block_writer_end(walk->out);
	}
	g_ptr_array_set_size(walk->images, 0);
}

static void
end_paragraph(Walk *walk)
{
	if (walk->rows != NULL) {
		oq_table_text_add(walk->rows, " ", 1);
		return;
	}
	oq_block_writer_end(walk->out);
	walk->is_begun = FALSE;
	put_images(walk);
	oq_note_book_end_block(walk->notes, walk->out);
	if (oq_xml_pull_offset(walk->xml) < walk->told + SHARE_BYTES)
		return;
	walk->told = oq_xml_pull_offset(walk->xml);
	oq_block_writer_share(walk->out, walk->told, walk->n_bytes);
}

static void
enter_table(Walk *walk)
{
	if (walk->tables++ > 0)
		return;
	oq_block_writer_end(walk->out);
	walk->rows = oq_table_text_new(walk->out, FALSE);
}

static void
leave_table(Walk *walk)
{
	if (walk->tables == 0 || --walk->tables > 0)
		return;
	g_clear_pointer(&walk->rows, oq_table_text_free);
	oq_note_book_end_block(walk->notes, walk->out);
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
refer(Walk *walk, const char *kind)
{
	g_autofree char *id = oq_xml_pull_attribute(walk->xml, "id");
	g_autofree char *name = g_strconcat(kind, id, NULL);
	oq_note_book_refer(walk->notes, name);
}

static void
see_image(Walk *walk)
{
	char *text = oq_xml_pull_attribute(walk->xml, "descr");
	if (text != NULL && *text != '\0')
		g_ptr_array_add(walk->images, text);
	else
		g_free(text);
}

/* What was deleted, what stands for old programs, and the codes of fields are not read. */
static const char *const skipped[] = {"del", "moveFrom", "Fallback", "instrText", "delText",
	"binData", "rPrChange", "pPrChange", NULL};

static void
enter_property(Walk *walk)
{
	OqXmlPull *xml = walk->xml;
	if (oq_xml_pull_is(xml, "pStyle") && walk->style == NULL) {
		walk->style = val(walk);
	} else if (oq_xml_pull_is(xml, "ilvl")) {
		g_autofree char *level = val(walk);
		walk->level = level != NULL ? (guint)g_ascii_strtoull(level, NULL, 10) % 16 + 1 : 1;
	} else if (oq_xml_pull_is(xml, "numId")) {
		g_autofree char *id = val(walk);
		walk->level = g_strcmp0(id, "0") == 0 ? 0 : MAX(walk->level, 1);
	} else if (oq_xml_pull_is(xml, "outlineLvl")) {
		g_autofree char *level = val(walk);
		guint64 n = level != NULL ? g_ascii_strtoull(level, NULL, 10) : 9;
		walk->outline = n < 9 ? (guint)n + 1 : 0;
	} else if (oq_xml_pull_is(xml, "lang") && walk->lang == NULL && !walk->is_begun) {
		walk->lang = val(walk);
	} else if (oq_xml_pull_is(xml, "tblHeader")) {
		walk->is_head = TRUE;
	} else if (oq_xml_pull_is(xml, "tblLook")) {
		look_at_table(walk);
	}
}

static void
enter(Walk *walk)
{
	OqXmlPull *xml = walk->xml;
	if (g_strv_contains(skipped, oq_xml_pull_name(xml)))
		oq_xml_pull_skip(xml);
	else if (oq_xml_pull_is(xml, "p"))
		begin_paragraph(walk);
	else if (oq_xml_pull_is(xml, "tbl"))
		enter_table(walk);
	else if (oq_xml_pull_is(xml, "tab"))
		oq_xml_pull_depth(xml) > 0 && walk->is_begun ? put_text(walk, " ") : (void)0;
	else if (oq_xml_pull_is(xml, "br") || oq_xml_pull_is(xml, "cr"))
		walk->rows != NULL ? put_text(walk, " ") : oq_block_writer_break(walk->out);
	else if (oq_xml_pull_is(xml, "noBreakHyphen"))
		put_text(walk, "-");
	else if (oq_xml_pull_is(xml, "footnoteReference"))
		refer(walk, "f");
	else if (oq_xml_pull_is(xml, "endnoteReference"))
		refer(walk, "e");
	else if (oq_xml_pull_is(xml, "docPr"))
		see_image(walk);
	else
		enter_property(walk);
}

static void
leave(Walk *walk)
{
	OqXmlPull *xml = walk->xml;
	if (oq_xml_pull_is(xml, "p")) {
		end_paragraph(walk);
	} else if (oq_xml_pull_is(xml, "tbl")) {
		leave_table(walk);
	} else if (walk->rows != NULL && walk->tables == 1 && oq_xml_pull_is(xml, "tc")) {
		oq_table_text_end_cell(walk->rows);
	} else if (walk->rows != NULL && walk->tables == 1 && oq_xml_pull_is(xml, "tr")) {
		oq_table_text_end_row(walk->rows, walk->is_head);
		walk->is_head = FALSE;
	}
}

static gboolean
read_document(Walk *walk, GError **error)
{
	gboolean in_text = FALSE;
	g_autoptr(GError) failure = NULL;
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, &failure)) != OQ_XML_OVER;) {
		if (event == OQ_XML_TEXT && in_text)
			put_text(walk, oq_xml_pull_text(walk->xml));
		else if (event == OQ_XML_START)
			enter(walk);
		else if (event == OQ_XML_END)
			leave(walk);
		if (event != OQ_XML_TEXT)
			in_text = event == OQ_XML_START && oq_xml_pull_is(walk->xml, "t");
		if (oq_block_writer_is_closed(walk->out))
			break;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

/* The paragraphs of each note, by its kind and number. */
static void
read_notes(OqArchive *archive, const char *part, const char *element, const char *kind,
	OqNoteBook *notes)
{
	OqMember *member = oq_archive_member(archive, part, NULL);
	if (member == NULL)
		return;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START || !oq_xml_pull_is(xml, element))
			continue;
		g_autofree char *id = oq_xml_pull_attribute(xml, "id");
		g_autofree char *name = g_strconcat(kind, id, NULL);
		g_autofree char *text = oq_xml_gather(xml, NULL, NOTE_BYTES, NULL);
		oq_note_book_add(notes, name, text);
	}
}

static void
tell_core(OqArchive *archive, OqBlockWriter *out)
{
	OqMember *member = oq_archive_member(archive, "docProps/core.xml", NULL);
	if (member == NULL)
		return;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START || oq_xml_pull_depth(xml) == 0)
			continue;
		gboolean is_title = oq_xml_pull_is(xml, "title"),
			 is_author = oq_xml_pull_is(xml, "creator");
		g_autofree char *text = oq_xml_gather(xml, NULL, TEXT_BYTES, NULL);
		if (is_title || is_author)
			oq_block_writer_tell(out, is_title ? OQ_WIRE_TITLE : OQ_WIRE_AUTHOR, text);
	}
}

static gboolean
walk_document(OqArchive *archive, OqNoteBook *notes, OqBlockWriter *out, GError **error)
{
	g_autoptr(OqDocxStyles) styles = oq_docx_styles_read(archive);
	OqMember *member = oq_archive_member(archive, DOCUMENT, error);
	if (member == NULL)
		return FALSE;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	g_autoptr(GPtrArray) images = g_ptr_array_new_with_free_func(g_free);
	Walk walk = {.xml = xml, .out = out, .notes = notes, .styles = styles, .images = images};
	walk.n_bytes = oq_archive_size(archive, DOCUMENT);
	gboolean is_read = read_document(&walk, error);
	oq_table_text_free(walk.rows);
	g_free(walk.style);
	g_free(walk.lang);
	return is_read;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(OqArchive) archive = oq_archive_open(job, error);
	g_autoptr(OqNoteBook) notes = oq_note_book_new(job->notes);
	if (archive == NULL)
		return FALSE;
	tell_core(archive, out);
	if (job->notes != OQ_NOTES_SKIP) {
		read_notes(archive, "word/footnotes.xml", "footnote", "f", notes);
		read_notes(archive, "word/endnotes.xml", "endnote", "e", notes);
	}
	gboolean is_read = walk_document(archive, notes, out, error);
	oq_block_writer_end(out);
	oq_note_book_end(notes, out);
	return is_read;
}

const OqLoader oq_loader_docx = {.name = "docx", .fit = fit, .load = load};
