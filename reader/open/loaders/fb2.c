/* fb2.c - see the header. */
#include "open/loaders/fb2.h"

#include "open/notes.h"
#include "open/table_text.h"
#include "open/xml_pull.h"

#include <string.h>

enum {
	TEXT_BYTES = 4096,  /* of a title, a name */
	NOTE_BYTES = 65536, /* of a note */
	SHARE_BYTES = 65536,
};

typedef struct {
	OqXmlPull *xml;
	OqBlockWriter *out;
	OqNoteBook *notes;
	guint64 n_bytes;
	guint64 told;
	guint sections; /* around */
	guint quotes;
	gboolean in_title;
	gboolean has_title; /* a paragraph of it was written */
	OqTableText *rows;  /* nullable: a table is being read */
	gboolean is_head;   /* of it: this row is */
} Walk;

static const char *
member_of(const OqSample *sample)
{
	const GPtrArray *names = sample->archive != NULL ? oq_archive_names(sample->archive) : NULL;
	for (guint i = 0; names != NULL && i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		g_autofree char *small = g_ascii_strdown(name, -1);
		if (g_str_has_suffix(small, ".fb2"))
			return name;
	}
	return NULL;
}

static OqFit
fit(const OqSample *sample)
{
	if (member_of(sample) != NULL || strstr(sample->head, "<FictionBook") != NULL)
		return OQ_FIT_SURE;
	return strcmp(sample->job->extension, "fb2") == 0 ? OQ_FIT_EXTENSION : OQ_FIT_NONE;
}

static void
tell(Walk *walk, OqWireType type, GError **error)
{
	g_autofree char *text = oq_xml_pull_gather(walk->xml, TEXT_BYTES, error);
	oq_block_writer_tell(walk->out, type, text);
}

/* Its parts, first name first, but for what is not the name. */
static void
tell_author(Walk *walk, GError **error)
{
	guint depth = oq_xml_pull_depth(walk->xml);
	g_autoptr(GString) name = g_string_new(NULL);
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(walk->xml) == depth)
			break;
		if (event != OQ_XML_START)
			continue;
		gboolean is_name = g_str_has_suffix(oq_xml_pull_name(walk->xml), "name");
		g_autofree char *text = oq_xml_pull_gather(walk->xml, TEXT_BYTES, error);
		if (is_name && *text != '\0')
			g_string_append_printf(name, "%s%s", name->len > 0 ? " " : "", text);
	}
	oq_block_writer_tell(walk->out, OQ_WIRE_AUTHOR, name->str);
}

static gboolean
read_description(Walk *walk, GError **error)
{
	guint depth = oq_xml_pull_depth(walk->xml);
	gboolean in_title_info = FALSE;
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(walk->xml) == depth)
			return TRUE;
		if (event != OQ_XML_START)
			continue;
		in_title_info |= oq_xml_pull_is(walk->xml, "title-info");
		if (in_title_info && oq_xml_pull_is(walk->xml, "book-title"))
			tell(walk, OQ_WIRE_TITLE, error);
		else if (in_title_info && oq_xml_pull_is(walk->xml, "author"))
			tell_author(walk, error);
		else if (in_title_info && oq_xml_pull_is(walk->xml, "lang"))
			tell(walk, OQ_WIRE_LANGUAGE, error);
		else if (oq_xml_pull_is(walk->xml, "document-info") ||
			 oq_xml_pull_is(walk->xml, "src-title-info"))
			oq_xml_pull_skip(walk->xml);
	}
	return FALSE;
}

static void
begin_paragraph(Walk *walk)
{
	const char *lang = oq_xml_pull_lang(walk->xml);
	if (walk->in_title && walk->has_title) /* one heading, of several lines */
		oq_block_writer_text(walk->out, ". ", 2);
	else if (walk->in_title)
		oq_block_writer_begin(walk->out, OQ_BLOCK_HEADING, MAX(walk->sections, 1), lang);
	else
		oq_block_writer_begin(
			walk->out, walk->quotes > 0 ? OQ_BLOCK_QUOTE : OQ_BLOCK_PARAGRAPH, 0, lang);
	walk->has_title |= walk->in_title;
}

static void
end_paragraph(Walk *walk)
{
	if (walk->in_title)
		return;
	oq_block_writer_end(walk->out);
	oq_note_book_end_block(walk->notes, walk->out);
	if (oq_xml_pull_offset(walk->xml) < walk->told + SHARE_BYTES)
		return;
	walk->told = oq_xml_pull_offset(walk->xml);
	oq_block_writer_share(walk->out, walk->told, walk->n_bytes);
}

static void
refer(Walk *walk)
{
	g_autofree char *type = oq_xml_pull_attribute(walk->xml, "type");
	g_autofree char *name = oq_xml_pull_attribute(walk->xml, "href");
	if (g_strcmp0(type, "note") != 0)
		return;
	oq_note_book_refer(walk->notes, name != NULL && *name == '#' ? name + 1 : name);
	oq_xml_pull_skip(walk->xml);
}

static void
describe_image(Walk *walk)
{
	g_autofree char *text = oq_xml_pull_attribute(walk->xml, "alt");
	if (text != NULL && *text != '\0')
		oq_block_writer_text(walk->out, text, -1);
}

static gboolean
is_any(const OqXmlPull *xml, const char *const *names)
{
	return g_strv_contains(names, oq_xml_pull_name(xml));
}

static const char *const paragraphs[] = {"p", "text-author", "date", NULL};
static const char *const quotes[] = {"epigraph", "cite", "annotation", NULL};

/* FALSE: it is no part of a table. */
static gboolean
enter_table(Walk *walk)
{
	if (oq_xml_pull_is(walk->xml, "table") && walk->rows == NULL)
		walk->rows = oq_table_text_new(walk->out, FALSE);
	else if (oq_xml_pull_is(walk->xml, "tr"))
		walk->is_head = TRUE;
	else if (oq_xml_pull_is(walk->xml, "td"))
		walk->is_head = FALSE;
	return walk->rows != NULL;
}

static gboolean
leave_table(Walk *walk)
{
	gboolean was_within = walk->rows != NULL;
	if (oq_xml_pull_is(walk->xml, "table"))
		g_clear_pointer(&walk->rows, oq_table_text_free);
	else if (was_within && oq_xml_pull_is(walk->xml, "tr"))
		oq_table_text_end_row(walk->rows, walk->is_head);
	else if (was_within && (oq_xml_pull_is(walk->xml, "td") || oq_xml_pull_is(walk->xml, "th")))
		oq_table_text_end_cell(walk->rows);
	return was_within;
}

static void
enter(Walk *walk)
{
	OqXmlPull *xml = walk->xml;
	if (enter_table(walk))
		return;
	if (oq_xml_pull_is(xml, "section"))
		walk->sections++;
	else if (is_any(xml, quotes))
		walk->quotes++;
	else if (oq_xml_pull_is(xml, "title"))
		walk->in_title = TRUE;
	else if (oq_xml_pull_is(xml, "subtitle"))
		oq_block_writer_begin(
			walk->out, OQ_BLOCK_HEADING, walk->sections + 1, oq_xml_pull_lang(xml));
	else if (oq_xml_pull_is(xml, "stanza"))
		begin_paragraph(walk);
	else if (is_any(xml, paragraphs))
		begin_paragraph(walk);
	else if (oq_xml_pull_is(xml, "a"))
		refer(walk);
	else if (oq_xml_pull_is(xml, "image"))
		describe_image(walk);
}

static void
leave(Walk *walk)
{
	OqXmlPull *xml = walk->xml;
	if (leave_table(walk))
		return;
	if (oq_xml_pull_is(xml, "section")) {
		walk->sections -= walk->sections > 0;
	} else if (is_any(xml, quotes)) {
		walk->quotes -= walk->quotes > 0;
	} else if (oq_xml_pull_is(xml, "title")) {
		walk->in_title = walk->has_title = FALSE;
		end_paragraph(walk);
	} else if (oq_xml_pull_is(xml, "v")) {
		oq_block_writer_break(walk->out);
	} else if (oq_xml_pull_is(xml, "subtitle") || oq_xml_pull_is(xml, "stanza") ||
		   is_any(xml, paragraphs)) {
		end_paragraph(walk);
	}
}

static void
put_text(Walk *walk, const char *text)
{
	if (walk->rows != NULL)
		oq_table_text_add(walk->rows, text, (gssize)strlen(text));
	else if (oq_block_writer_is_open(walk->out))
		oq_block_writer_text(walk->out, text, -1);
}

static gboolean
read_body(Walk *walk, GError **error)
{
	guint depth = oq_xml_pull_depth(walk->xml);
	walk->sections = 0;
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_START)
			enter(walk);
		else if (event == OQ_XML_TEXT)
			put_text(walk, oq_xml_pull_text(walk->xml));
		else if (event == OQ_XML_END && oq_xml_pull_depth(walk->xml) == depth)
			return TRUE;
		else if (event == OQ_XML_END)
			leave(walk);
		if (oq_block_writer_is_closed(walk->out))
			return TRUE;
	}
	return FALSE;
}

/* Without its title, which is its number. */
static char *
note_text(OqXmlPull *xml, GError **error)
{
	guint depth = oq_xml_pull_depth(xml);
	GString *text = g_string_new(NULL);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			break;
		if (event == OQ_XML_START && oq_xml_pull_is(xml, "title"))
			oq_xml_pull_skip(xml);
		else if (event == OQ_XML_TEXT && text->len < NOTE_BYTES)
			g_string_append(text, oq_xml_pull_text(xml));
	}
	return g_strstrip(g_string_free(text, FALSE));
}

/* Of the body of notes: each section is one. */
static gboolean
read_notes(Walk *walk, GError **error)
{
	guint depth = oq_xml_pull_depth(walk->xml);
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(walk->xml) == depth)
			return TRUE;
		if (event != OQ_XML_START || !oq_xml_pull_is(walk->xml, "section"))
			continue;
		g_autofree char *name = oq_xml_pull_attribute(walk->xml, "id");
		g_autofree char *text = note_text(walk->xml, error);
		oq_note_book_add(walk->notes, name, text);
	}
	return FALSE;
}

static gboolean
is_of_notes(OqXmlPull *xml)
{
	g_autofree char *name = oq_xml_pull_attribute(xml, "name");
	return name != NULL && (strcmp(name, "notes") == 0 || strcmp(name, "comments") == 0 ||
				       strcmp(name, "footnotes") == 0);
}

/* Behind the bodies stand the pictures, of which nothing is wanted. @only_notes: they stand behind
 * the text that refers to them, so they are read first where they are wanted. */
static gboolean
read_all(Walk *walk, gboolean only_notes, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gboolean is_book = FALSE;
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, &failure)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START)
			continue;
		is_book |= oq_xml_pull_is(walk->xml, "FictionBook");
		if (oq_xml_pull_is(walk->xml, "binary") || oq_block_writer_is_closed(walk->out))
			break;
		gboolean is_body = oq_xml_pull_is(walk->xml, "body");
		if (is_body && is_of_notes(walk->xml) && only_notes)
			read_notes(walk, &failure);
		else if (is_body && !is_of_notes(walk->xml) && !only_notes)
			read_body(walk, &failure);
		else if (oq_xml_pull_is(walk->xml, "description") && !only_notes)
			read_description(walk, &failure);
		else if (oq_xml_pull_depth(walk->xml) > 0)
			oq_xml_pull_skip(walk->xml);
	}
	if (failure != NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	return is_book && (error == NULL || *error == NULL);
}

static OqXmlPull *
open_xml(const OqOpenJob *job, OqArchive *archive, const char *member, GError **error)
{
	if (archive == NULL)
		return oq_xml_pull_new_file(job);
	OqMember *opened = oq_archive_member(archive, member, error);
	return opened != NULL ? oq_xml_pull_new_member(opened) : NULL;
}

static gboolean
read_part(Walk *walk, const OqOpenJob *job, OqArchive *archive, const char *member,
	gboolean only_notes, GError **error)
{
	g_autoptr(OqXmlPull) xml = open_xml(job, archive, member, error);
	if (xml == NULL)
		return FALSE;
	walk->xml = xml;
	return read_all(walk, only_notes, error);
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	char mark[2] = "";
	if (oq_loader_read(job, 0, mark, sizeof mark, error) < 0)
		return FALSE;
	g_autoptr(OqArchive) archive =
		memcmp(mark, "PK", 2) == 0 ? oq_archive_open(job, error) : NULL;
	const OqSample sample = {.job = job, .archive = archive};
	const char *member = member_of(&sample);
	g_autoptr(OqNoteBook) notes = oq_note_book_new(job->notes);
	Walk walk = {.out = out, .notes = notes};
	walk.n_bytes = archive != NULL ? oq_archive_size(archive, member) : job->n_bytes;
	if (job->notes != OQ_NOTES_SKIP)
		read_part(&walk, job, archive, member, TRUE, NULL);
	gboolean is_read = read_part(&walk, job, archive, member, FALSE, error);
	oq_table_text_free(walk.rows);
	oq_block_writer_end(out);
	oq_note_book_end(notes, out);
	return is_read;
}

const OqLoader oq_loader_fb2 = {.name = "fb2", .fit = fit, .load = load};
