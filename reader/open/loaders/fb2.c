/* fb2.c - see the header. */
#include "open/loaders/fb2.h"

#include "open/loaders/fb2_facts.h"
#include "open/notes.h"
#include "open/table_text.h"
#include "open/xml_gather.h"

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
	guint poems;
	gboolean in_title;
	gunichar title_end; /* the last character of what was written of it; 0: nothing */
	OqTableText *rows;  /* nullable: a table is being read */
	gboolean is_head;   /* of it: this row is */
	GPtrArray *images;  /* of char *: what stands for those of the paragraph */
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

/* One heading, of several lines: each is a sentence. */
static void
join_title(Walk *walk)
{
	oq_block_writer_text(walk->out, g_unichar_ispunct(walk->title_end) ? " " : ". ", -1);
}

static void
begin_paragraph(Walk *walk)
{
	const char *lang = oq_xml_pull_lang(walk->xml);
	if (walk->in_title && walk->title_end != 0)
		join_title(walk);
	else if (walk->in_title)
		oq_block_writer_begin(
			walk->out, OQ_BLOCK_HEADING, MAX(walk->sections + walk->poems, 1), lang);
	else
		oq_block_writer_begin(
			walk->out, walk->quotes > 0 ? OQ_BLOCK_QUOTE : OQ_BLOCK_PARAGRAPH, 0, lang);
}

static void
put_images(Walk *walk)
{
	for (guint i = 0; i < walk->images->len; i++)
		oq_block_writer_image(walk->out, g_ptr_array_index(walk->images, i));
	g_ptr_array_set_size(walk->images, 0);
}

static void
end_paragraph(Walk *walk)
{
	if (walk->in_title)
		return;
	oq_block_writer_end(walk->out);
	put_images(walk);
	oq_note_book_end_block(walk->notes, walk->out);
	if (oq_xml_pull_offset(walk->xml) < walk->told + SHARE_BYTES)
		return;
	walk->told = oq_xml_pull_offset(walk->xml);
	oq_block_writer_share(walk->out, walk->told, walk->n_bytes);
}

/* White space between elements is no text; what stands outside of a paragraph is one. */
static void
put_text(Walk *walk, const char *text)
{
	g_autofree char *seen = g_strchomp(g_strdup(text));
	if (walk->rows != NULL) {
		oq_table_text_add(walk->rows, text, (gssize)strlen(text));
		return;
	}
	if (!oq_block_writer_is_open(walk->out) && *g_strchug(seen) == '\0')
		return;
	if (!oq_block_writer_is_open(walk->out))
		begin_paragraph(walk);
	oq_block_writer_lang(walk->out, oq_xml_pull_lang(walk->xml));
	oq_block_writer_text(walk->out, text, -1);
	if (walk->in_title && *seen != '\0')
		walk->title_end = g_utf8_get_char(g_utf8_prev_char(seen + strlen(seen)));
}

/* "1", "[12]", "*": what refers to a note and is not a part of the sentence. */
static gboolean
is_mark(const char *text)
{
	return *text != '\0' && strlen(text) < 8 &&
	       strspn(text, "0123456789[](){}*") == strlen(text);
}

/* Not every writer says of a link that it leads to a note. */
static void
read_link(Walk *walk, GError **error)
{
	g_autofree char *type = oq_xml_pull_attribute(walk->xml, "type");
	g_autofree char *name = oq_xml_pull_attribute(walk->xml, "href");
	g_autofree char *text = oq_xml_gather(walk->xml, NULL, TEXT_BYTES, error);
	gboolean is_inner = name != NULL && *name == '#';
	if (g_strcmp0(type, "note") == 0 || (is_inner && is_mark(text)))
		oq_note_book_refer(walk->notes, is_inner ? name + 1 : name);
	else
		put_text(walk, text);
}

static void
see_image(Walk *walk)
{
	g_autofree char *text = oq_xml_pull_attribute(walk->xml, "alt");
	if (text == NULL || *text == '\0')
		return;
	g_ptr_array_add(walk->images, g_steal_pointer(&text));
	if (!oq_block_writer_is_open(walk->out))
		put_images(walk);
}

static gboolean
is_any(const OqXmlPull *xml, const char *const *names)
{
	return g_strv_contains(names, oq_xml_pull_name(xml));
}

static const char *const cells[] = {"td", "th", NULL};
static const char *const paragraphs[] = {"p", "text-author", "date", NULL};
static const char *const ended[] = {"subtitle", "stanza", NULL};
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
	if (oq_xml_pull_is(walk->xml, "table")) {
		g_clear_pointer(&walk->rows, oq_table_text_free);
		end_paragraph(walk);
	} else if (was_within && oq_xml_pull_is(walk->xml, "tr")) {
		oq_table_text_end_row(walk->rows, walk->is_head);
	} else if (was_within && is_any(walk->xml, cells)) {
		oq_table_text_end_cell(walk->rows);
	}
	return was_within;
}

static void
enter(Walk *walk, GError **error)
{
	OqXmlPull *xml = walk->xml;
	if (oq_xml_pull_is(xml, "a"))
		read_link(walk, error);
	else if (enter_table(walk))
		return;
	else if (oq_xml_pull_is(xml, "section"))
		walk->sections++;
	else if (is_any(xml, quotes))
		walk->quotes++;
	else if (oq_xml_pull_is(xml, "title"))
		walk->in_title = TRUE;
	else if (oq_xml_pull_is(xml, "subtitle"))
		oq_block_writer_begin(
			walk->out, OQ_BLOCK_HEADING, walk->sections + 1, oq_xml_pull_lang(xml));
	else if (oq_xml_pull_is(xml, "poem"))
		walk->poems++;
	else if (is_any(xml, paragraphs))
		begin_paragraph(walk);
	else if (oq_xml_pull_is(xml, "image"))
		see_image(walk);
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
		walk->in_title = FALSE;
		walk->title_end = 0;
		end_paragraph(walk);
	} else if (oq_xml_pull_is(xml, "v")) {
		oq_block_writer_break(walk->out);
	} else if (oq_xml_pull_is(xml, "poem")) {
		walk->poems -= walk->poems > 0;
		end_paragraph(walk);
	} else if (is_any(xml, ended) || is_any(xml, paragraphs)) {
		end_paragraph(walk);
	}
}

static gboolean
read_body(Walk *walk, GError **error)
{
	guint depth = oq_xml_pull_depth(walk->xml);
	walk->sections = 0;
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_START)
			enter(walk, error);
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

/* Of the body of notes: each section that has a name is one. Its title is its mark. */
static gboolean
read_notes(Walk *walk, GError **error)
{
	static const char *const unread[] = {"title", NULL};
	guint depth = oq_xml_pull_depth(walk->xml);
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(walk->xml) == depth)
			return TRUE;
		if (event != OQ_XML_START || !oq_xml_pull_is(walk->xml, "section"))
			continue;
		g_autofree char *name = oq_xml_pull_attribute(walk->xml, "id");
		if (name == NULL)
			continue;
		g_autofree char *text = oq_xml_gather(walk->xml, unread, NOTE_BYTES, error);
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
	gboolean is_book = FALSE, has_text = FALSE;
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->xml, &failure)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START)
			continue;
		is_book |= oq_xml_pull_is(walk->xml, "FictionBook");
		gboolean is_body = oq_xml_pull_is(walk->xml, "body");
		if ((has_text && oq_xml_pull_is(walk->xml, "binary")) ||
			oq_block_writer_is_closed(walk->out))
			break;
		has_text |= is_body;
		if (is_body && is_of_notes(walk->xml) && only_notes)
			read_notes(walk, &failure);
		else if (is_body && !is_of_notes(walk->xml) && !only_notes)
			read_body(walk, &failure);
		else if (oq_xml_pull_is(walk->xml, "description") && !only_notes)
			oq_fb2_facts_read(walk->xml, walk->out, &failure);
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
	g_autoptr(GPtrArray) images = g_ptr_array_new_with_free_func(g_free);
	Walk walk = {.out = out, .notes = notes, .images = images};
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
