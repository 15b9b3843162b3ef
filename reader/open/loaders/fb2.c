/* fb2.c - see the header. */
#include "open/loaders/fb2.h"

#include "open/flow.h"
#include "open/loaders/fb2_facts.h"
#include "open/loaders/fb2_notes.h"
#include "open/markup/xml_gather.h"
#include "open/markup/xml_input.h"

#include <string.h>

enum {
	TEXT_BYTES = 4096, /* of a title, a name */
};

typedef struct {
	const OqOpenJob *job;
	OqArchive *archive; /* nullable */
	const char *member; /* … of it */
} File;

typedef struct {
	const File *file;
	OqFlow flow;
	OqNoteBook *notes;
	gboolean has_notes; /* they were read */
	guint sections;     /* around */
	guint quotes;
	guint poems;
	guint raised;
	gboolean in_title;
	gunichar title_end; /* the last character of what was written of it; 0: nothing */
	gboolean is_head;   /* of a table: this row is */
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
	if (member_of(sample) != NULL || oq_xml_input_says(sample->head, "<FictionBook"))
		return OQ_FIT_SURE;
	return strcmp(sample->job->extension, "fb2") == 0 ? OQ_FIT_EXTENSION : OQ_FIT_NONE;
}

/* One heading, of several lines: each is a sentence. */
static void
join_title(Walk *walk)
{
	oq_block_writer_text(walk->flow.out, g_unichar_ispunct(walk->title_end) ? " " : ". ", -1);
}

static void
begin_paragraph(Walk *walk)
{
	const char *lang = oq_xml_pull_lang(walk->flow.xml);
	if (walk->in_title && walk->title_end != 0)
		join_title(walk);
	else if (walk->in_title)
		oq_block_writer_begin(walk->flow.out, OQ_BLOCK_HEADING,
			MAX(walk->sections + walk->poems, 1), lang);
	else
		oq_block_writer_begin(walk->flow.out,
			walk->quotes > 0 ? OQ_BLOCK_QUOTE : OQ_BLOCK_PARAGRAPH, 0, lang);
}

static void
end_paragraph(Walk *walk)
{
	if (!walk->in_title)
		oq_flow_end_block(&walk->flow);
}

/* White space between elements is no text; what stands outside of a paragraph is one. */
static void
put_text(Walk *walk, const char *text)
{
	g_autofree char *seen = g_strchomp(g_strdup(text));
	gboolean is_between = walk->flow.rows == NULL && !oq_block_writer_is_open(walk->flow.out);
	if (is_between && *g_strchug(seen) == '\0')
		return;
	if (is_between)
		begin_paragraph(walk);
	oq_flow_put(&walk->flow, text, oq_xml_pull_lang(walk->flow.xml), walk->raised > 0);
	if (walk->flow.rows == NULL && walk->in_title && *seen != '\0')
		walk->title_end = g_utf8_get_char(g_utf8_prev_char(seen + strlen(seen)));
}

static void find_notes(Walk *walk);

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
	g_autofree char *type = oq_xml_pull_attribute(walk->flow.xml, "type");
	g_autofree char *name = oq_xml_pull_attribute(walk->flow.xml, "href");
	g_autofree char *text = oq_xml_gather(walk->flow.xml, NULL, TEXT_BYTES, error);
	gboolean is_inner = name != NULL && *name == '#';
	if (g_strcmp0(type, "note") != 0 && (!is_inner || !is_mark(text))) {
		put_text(walk, text);
		return;
	}
	find_notes(walk);
	oq_note_book_refer(walk->notes, is_inner ? name + 1 : name);
}

static void
see_image(Walk *walk)
{
	g_autofree char *text = oq_xml_pull_attribute(walk->flow.xml, "alt");
	oq_extras_add_image(walk->flow.extras, text);
	if (!oq_block_writer_is_open(walk->flow.out))
		oq_extras_put(walk->flow.extras, walk->flow.out);
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
	if (oq_xml_pull_is(walk->flow.xml, "table") && walk->flow.rows == NULL)
		walk->flow.rows = oq_table_text_new(walk->flow.out, FALSE);
	else if (oq_xml_pull_is(walk->flow.xml, "tr"))
		walk->is_head = TRUE;
	else if (oq_xml_pull_is(walk->flow.xml, "td"))
		walk->is_head = FALSE;
	return walk->flow.rows != NULL;
}

static gboolean
leave_table(Walk *walk)
{
	gboolean was_within = walk->flow.rows != NULL;
	if (oq_xml_pull_is(walk->flow.xml, "table")) {
		g_clear_pointer(&walk->flow.rows, oq_table_text_free);
		end_paragraph(walk);
	} else if (was_within && oq_xml_pull_is(walk->flow.xml, "tr")) {
		oq_table_text_end_row(walk->flow.rows, walk->is_head);
	} else if (was_within && is_any(walk->flow.xml, cells)) {
		oq_table_text_end_cell(walk->flow.rows);
	}
	return was_within;
}

static void
enter(Walk *walk, GError **error)
{
	OqXmlPull *xml = walk->flow.xml;
	if (oq_xml_pull_is(xml, "a"))
		read_link(walk, error);
	else if (oq_xml_pull_is(xml, "sup"))
		walk->raised++;
	else if (enter_table(walk))
		return;
	else if (oq_xml_pull_is(xml, "section"))
		walk->sections++;
	else if (is_any(xml, quotes))
		walk->quotes++;
	else if (oq_xml_pull_is(xml, "title"))
		walk->in_title = TRUE;
	else if (oq_xml_pull_is(xml, "subtitle"))
		oq_block_writer_begin(walk->flow.out, OQ_BLOCK_HEADING, walk->sections + 1,
			oq_xml_pull_lang(xml));
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
	OqXmlPull *xml = walk->flow.xml;
	if (oq_xml_pull_is(xml, "sup"))
		walk->raised -= walk->raised > 0;
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
		oq_block_writer_break(walk->flow.out);
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
	guint depth = oq_xml_pull_depth(walk->flow.xml);
	walk->sections = 0;
	for (OqXmlEvent event; (event = oq_xml_pull_next(walk->flow.xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_START)
			enter(walk, error);
		else if (event == OQ_XML_TEXT)
			put_text(walk, oq_xml_pull_text(walk->flow.xml));
		else if (event == OQ_XML_END && oq_xml_pull_depth(walk->flow.xml) == depth)
			return TRUE;
		else if (event == OQ_XML_END)
			leave(walk);
		if (oq_block_writer_is_closed(walk->flow.out))
			return TRUE;
	}
	return FALSE;
}

static void
read_element(Walk *walk, gboolean only_notes, GError **error)
{
	gboolean is_body = oq_xml_pull_is(walk->flow.xml, "body");
	gboolean are_notes = oq_fb2_notes_is_body(walk->flow.xml);
	if (are_notes && (only_notes || walk->file->job->notes == OQ_NOTES_END))
		oq_fb2_notes_read(walk->flow.xml, walk->notes, error);
	else if (is_body && !are_notes && !only_notes)
		read_body(walk, error);
	else if (oq_xml_pull_is(walk->flow.xml, "description") && !only_notes)
		oq_fb2_facts_read(walk->flow.xml, walk->flow.out, error);
	else if (oq_xml_pull_depth(walk->flow.xml) > 0)
		oq_xml_pull_skip(walk->flow.xml);
}

/* Behind the bodies stand the pictures, of which nothing is wanted. */
static gboolean
read_all(Walk *walk, gboolean only_notes, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gboolean is_book = FALSE, has_text = FALSE;
	for (OqXmlEvent event; failure == NULL && (event = oq_xml_pull_next(walk->flow.xml,
							   &failure)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START)
			continue;
		if ((has_text && oq_xml_pull_is(walk->flow.xml, "binary")) ||
			oq_block_writer_is_closed(walk->flow.out))
			break;
		is_book |= oq_xml_pull_is(walk->flow.xml, "FictionBook");
		has_text |= oq_xml_pull_is(walk->flow.xml, "body");
		read_element(walk, only_notes, &failure);
	}
	if (failure == NULL && !is_book)
		g_set_error_literal(
			&failure, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "XML: no FictionBook");
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static OqXmlPull *
open_xml(const File *file, GError **error)
{
	if (file->archive == NULL)
		return oq_xml_pull_new_file(file->job);
	if (file->member == NULL) {
		g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "zip: no fb2");
		return NULL;
	}
	OqMember *opened = oq_archive_member(file->archive, file->member, error);
	return opened != NULL ? oq_xml_pull_new_member(opened) : NULL;
}

static void
read_all_notes(Walk *walk, const File *file)
{
	g_autoptr(OqXmlPull) xml = open_xml(file, NULL);
	Walk notes = {
		.file = file, .flow = {.xml = xml, .out = walk->flow.out}, .notes = walk->notes};
	if (xml != NULL)
		read_all(&notes, TRUE, NULL);
}

/* They stand behind the text: where they are wanted within it, the first one that is referred to
 * has them read, and what stands before it is on its way by then. */
static void
find_notes(Walk *walk)
{
	File file = *walk->file;
	if (walk->has_notes || file.job->notes != OQ_NOTES_INLINE)
		return;
	walk->has_notes = TRUE;
	oq_block_writer_flush(walk->flow.out);
	g_autoptr(OqArchive) again = file.archive != NULL ? oq_archive_open(file.job, NULL) : NULL;
	if ((file.archive != NULL) != (again != NULL))
		return;
	file.archive = again;
	read_all_notes(walk, &file);
}

static gboolean
read_text(Walk *walk, GError **error)
{
	const File *file = walk->file;
	g_autoptr(OqXmlPull) xml = open_xml(file, error);
	if (xml == NULL)
		return FALSE;
	walk->flow.xml = xml;
	walk->flow.n_bytes = file->archive != NULL ? oq_archive_size(file->archive, file->member)
						   : file->job->n_bytes;
	return read_all(walk, FALSE, error);
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	gboolean is_zip = oq_archive_is_one(job);
	g_autoptr(OqArchive) archive = is_zip ? oq_archive_open(job, error) : NULL;
	if (archive == NULL && is_zip)
		return FALSE;
	const OqSample sample = {.job = job, .archive = archive};
	const File file = {job, archive, member_of(&sample)};
	g_autoptr(OqNoteBook) notes = oq_note_book_new(job->notes);
	g_autoptr(OqExtras) extras = oq_extras_new(notes);
	Walk walk = {.file = &file, .flow = {.out = out, .extras = extras}, .notes = notes};
	gboolean is_read = read_text(&walk, error);
	oq_table_text_free(walk.flow.rows);
	oq_block_writer_end(out);
	oq_note_book_end(notes, out);
	return is_read;
}

const OqLoader oq_loader_fb2 = {.name = "fb2", .fit = fit, .load = load};
