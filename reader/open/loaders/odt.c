/* odt.c - see the header. */
#include "open/loaders/odt.h"

#include "open/notes.h"
#include "open/table_text.h"
#include "open/xml_gather.h"

#include <string.h>

#define CONTENT "content.xml"

enum { TYPE_BYTES = 256, TEXT_BYTES = 4096, NOTE_BYTES = 65536, SHARE_BYTES = 65536 };

typedef struct {
	OqXmlPull *xml;
	OqBlockWriter *out;
	OqNoteBook *notes;
	GHashTable *langs;   /* of char *: what the styles of the file say, by their names */
	GHashTable *parents; /* of char *: what a style of the file is made of */
	char *style;         /* nullable: that is being read */
	guint64 n_bytes;
	guint64 told;
	guint n_notes;
	guint lists;       /* around */
	guint tables;      /* … */
	OqTableText *rows; /* nullable: of the outermost table */
	gboolean in_head;
	gboolean in_body;
} Walk;

static OqFit
fit(const OqSample *sample)
{
	static const char mark[] = "application/vnd.oasis.opendocument.text";
	g_autoptr(GBytes) type = sample->archive != NULL ? oq_archive_read(sample->archive,
								   "mimetype", TYPE_BYTES, NULL)
							 : NULL;
	gsize n_bytes = type != NULL ? g_bytes_get_size(type) : 0;
	gboolean is_odt = n_bytes >= sizeof mark - 1 &&
			  memcmp(g_bytes_get_data(type, NULL), mark, sizeof mark - 1) == 0;
	return is_odt ? OQ_FIT_SURE : OQ_FIT_NONE;
}

static void
begin(Walk *walk, OqBlockKind kind, guint level)
{
	g_autofree char *style = oq_xml_pull_attribute(walk->xml, "style-name");
	const char *lang = style != NULL ? g_hash_table_lookup(walk->langs, style) : NULL;
	const char *made_of = style != NULL ? g_hash_table_lookup(walk->parents, style) : NULL;
	const char *name = made_of != NULL ? made_of : style != NULL ? style : "";
	gboolean is_quote = g_str_has_prefix(name, "Quot") || strcmp(name, "Block_20_Text") == 0;
	if (walk->rows != NULL)
		return;
	if (kind == OQ_BLOCK_PARAGRAPH && strcmp(name, "Title") == 0)
		oq_block_writer_begin(walk->out, OQ_BLOCK_HEADING, 1, lang);
	else if (kind == OQ_BLOCK_PARAGRAPH && walk->lists > 0)
		oq_block_writer_begin(walk->out, OQ_BLOCK_ITEM, walk->lists, lang);
	else if (kind == OQ_BLOCK_PARAGRAPH && is_quote)
		oq_block_writer_begin(walk->out, OQ_BLOCK_QUOTE, 0, lang);
	else
		oq_block_writer_begin(walk->out, kind, level, lang);
}

static void
begin_heading(Walk *walk)
{
	g_autofree char *level = oq_xml_pull_attribute(walk->xml, "outline-level");
	guint64 n = level != NULL ? g_ascii_strtoull(level, NULL, 10) : 1;
	begin(walk, OQ_BLOCK_HEADING, (guint)CLAMP(n, 1, 10));
}

static void
put_text(Walk *walk, const char *text)
{
	if (walk->rows != NULL)
		oq_table_text_add(walk->rows, text, (gssize)strlen(text));
	else if (oq_block_writer_is_open(walk->out))
		oq_block_writer_text(walk->out, text, -1);
}

static void
end_paragraph(Walk *walk)
{
	if (walk->rows != NULL) {
		oq_table_text_add(walk->rows, " ", 1);
		return;
	}
	oq_block_writer_end(walk->out);
	oq_note_book_end_block(walk->notes, walk->out);
	if (oq_xml_pull_offset(walk->xml) < walk->told + SHARE_BYTES)
		return;
	walk->told = oq_xml_pull_offset(walk->xml);
	oq_block_writer_share(walk->out, walk->told, walk->n_bytes);
}

/* A note stands where it is referred to; its mark is none of the text. */
static void
read_note(Walk *walk, GError **error)
{
	char name[16];
	guint depth = oq_xml_pull_depth(walk->xml);
	g_snprintf(name, sizeof name, "%u", ++walk->n_notes);
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(walk->xml) == depth)
			break;
		if (event != OQ_XML_START || !oq_xml_pull_is(walk->xml, "note-body"))
			continue;
		g_autofree char *text = oq_xml_gather(walk->xml, NULL, NOTE_BYTES, error);
		oq_note_book_add(walk->notes, name, text);
		oq_note_book_refer(walk->notes, name);
	}
}

static void
put_image(Walk *walk, GError **error)
{
	g_autofree char *text = oq_xml_gather(walk->xml, NULL, TEXT_BYTES, error);
	put_text(walk, text);
	put_text(walk, " ");
}

static void
note_style(Walk *walk)
{
	if (oq_xml_pull_is(walk->xml, "style")) {
		g_free(walk->style);
		walk->style = oq_xml_pull_attribute(walk->xml, "name");
		char *parent = oq_xml_pull_attribute(walk->xml, "parent-style-name");
		if (parent != NULL && walk->style != NULL)
			g_hash_table_replace(walk->parents, g_strdup(walk->style), parent);
		else
			g_free(parent);
	} else if (oq_xml_pull_is(walk->xml, "text-properties") && walk->style != NULL) {
		char *lang = oq_xml_pull_attribute(walk->xml, "language");
		if (lang != NULL)
			g_hash_table_replace(walk->langs, g_strdup(walk->style), lang);
	}
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

/* Changes that were made, remarks, and tables of contents are not read. */
static const char *const skipped[] = {"tracked-changes", "annotation", "table-of-content",
	"alphabetical-index", "note-citation", "sequence-decls", "forms", NULL};

static void
enter(Walk *walk, GError **error)
{
	OqXmlPull *xml = walk->xml;
	walk->in_body |= oq_xml_pull_is(xml, "body");
	if (!walk->in_body)
		note_style(walk);
	else if (g_strv_contains(skipped, oq_xml_pull_name(xml)))
		oq_xml_pull_skip(xml);
	else if (oq_xml_pull_is(xml, "h"))
		begin_heading(walk);
	else if (oq_xml_pull_is(xml, "p"))
		begin(walk, OQ_BLOCK_PARAGRAPH, 0);
	else if (oq_xml_pull_is(xml, "list"))
		walk->lists++;
	else if (oq_xml_pull_is(xml, "table"))
		enter_table(walk);
	else if (oq_xml_pull_is(xml, "table-header-rows"))
		walk->in_head = TRUE;
	else if (oq_xml_pull_is(xml, "note"))
		read_note(walk, error);
	else if (oq_xml_pull_is(xml, "desc") || oq_xml_pull_is(xml, "title"))
		put_image(walk, error);
	else if (oq_xml_pull_is(xml, "s") || oq_xml_pull_is(xml, "tab"))
		put_text(walk, " ");
	else if (oq_xml_pull_is(xml, "line-break"))
		walk->rows != NULL ? put_text(walk, " ") : oq_block_writer_break(walk->out);
}

static void
leave(Walk *walk)
{
	OqXmlPull *xml = walk->xml;
	if (oq_xml_pull_is(xml, "p") || oq_xml_pull_is(xml, "h"))
		end_paragraph(walk);
	else if (oq_xml_pull_is(xml, "list"))
		walk->lists -= walk->lists > 0;
	else if (oq_xml_pull_is(xml, "table"))
		leave_table(walk);
	else if (oq_xml_pull_is(xml, "table-header-rows"))
		walk->in_head = FALSE;
	else if (walk->rows != NULL && walk->tables == 1 && oq_xml_pull_is(xml, "table-cell"))
		oq_table_text_end_cell(walk->rows);
	else if (walk->rows != NULL && walk->tables == 1 && oq_xml_pull_is(xml, "table-row"))
		oq_table_text_end_row(walk->rows, walk->in_head);
}

static gboolean
read_content(Walk *walk, GError **error)
{
	g_autoptr(GError) failure = NULL;
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, &failure)) != OQ_XML_OVER;) {
		if (event == OQ_XML_TEXT && walk->in_body)
			put_text(walk, oq_xml_pull_text(walk->xml));
		else if (event == OQ_XML_START)
			enter(walk, &failure);
		else if (event == OQ_XML_END && walk->in_body)
			leave(walk);
		if (failure != NULL || oq_block_writer_is_closed(walk->out))
			break;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static void
tell_meta(OqArchive *archive, OqBlockWriter *out)
{
	OqMember *member = oq_archive_member(archive, "meta.xml", NULL);
	if (member == NULL)
		return;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START)
			continue;
		OqWireType type = oq_xml_pull_is(xml, "title")             ? OQ_WIRE_TITLE
				  : oq_xml_pull_is(xml, "initial-creator") ? OQ_WIRE_AUTHOR
				  : oq_xml_pull_is(xml, "creator")         ? OQ_WIRE_AUTHOR
				  : oq_xml_pull_is(xml, "language")        ? OQ_WIRE_LANGUAGE
									   : OQ_WIRE_BLOCK;
		if (type == OQ_WIRE_BLOCK)
			continue;
		g_autofree char *text = oq_xml_gather(xml, NULL, TEXT_BYTES, NULL);
		oq_block_writer_tell(out, type, text);
	}
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(OqArchive) archive = oq_archive_open(job, error);
	if (archive == NULL)
		return FALSE;
	tell_meta(archive, out);
	OqMember *member = oq_archive_member(archive, CONTENT, error);
	if (member == NULL)
		return FALSE;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	g_autoptr(OqNoteBook) notes = oq_note_book_new(job->notes);
	g_autoptr(GHashTable) langs =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr(GHashTable) parents =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	Walk walk = {.xml = xml, .out = out, .notes = notes, .langs = langs, .parents = parents};
	walk.n_bytes = oq_archive_size(archive, CONTENT);
	gboolean is_read = read_content(&walk, error);
	oq_table_text_free(walk.rows);
	g_free(walk.style);
	oq_block_writer_end(out);
	oq_note_book_end(notes, out);
	return is_read;
}

const OqLoader oq_loader_odt = {.name = "odt", .fit = fit, .load = load};
