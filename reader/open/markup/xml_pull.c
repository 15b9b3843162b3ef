/* xml_pull.c - see the header.
 *
 * The parser is given a piece at a time and puts what it finds into a queue. It goes on behind a
 * fault as far as it can: what could be read is, and the first fault is told at the end. */
#include "open/markup/xml_pull.h"

#include "document/sniff.h"
#include "open/limits.h"
#include "open/markup/raw_markup.h"
#include "open/markup/xml_input.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

enum { MAX_LANG_BYTES = 64 }; /* each event has it */

typedef struct {
	OqXmlEvent type;
	guint depth;
	char *name;        /* of an element; of a text, that */
	char **attributes; /* nullable: name, value, name, value, … */
	char *lang;        /* nullable: in force */
} Event;

struct _OqXmlPull {
	OqXmlInput *input;
	OqRawMarkup *markup; /* nullable */
	GString *mended;     /* by that */
	gboolean is_read;    /* to its end */
	GError *failure;     /* nullable */
	int fault_line;      /* of the first fault; 0: none */
	xmlParserCtxt *parser;
	GQueue events;
	Event *event;     /* nullable: the last one that was given */
	guint depth;      /* of the parser */
	GPtrArray *langs; /* of char *, nullable: of the elements around it */
	xmlEntity entity; /* the last one that was asked for */
	xmlChar entity_text[8];
};

static void
free_event(gpointer data)
{
	Event *event = data;
	if (event == NULL)
		return;
	g_free(event->name);
	g_strfreev(event->attributes);
	g_free(event->lang);
	g_free(event);
}

static Event *
add_event(OqXmlPull *xml, OqXmlEvent type, const char *name, gssize n_bytes)
{
	Event *event = g_new0(Event, 1);
	event->type = type;
	event->name = n_bytes < 0 ? g_strdup(name) : g_strndup(name, (gsize)n_bytes);
	event->depth = xml->depth;
	if (xml->langs->len > 0)
		event->lang = g_strdup(g_ptr_array_index(xml->langs, xml->langs->len - 1));
	g_queue_push_tail(&xml->events, event);
	return event;
}

/* libxml2's attributes: five pointers each, the last two the value and its end. */
static char **
take_attributes(const xmlChar **attributes, int n)
{
	GPtrArray *all = g_ptr_array_new();
	for (int i = 0; i < n; i++, attributes += 5) {
		const char *prefix = (const char *)attributes[1];
		g_ptr_array_add(
			all, g_strconcat(prefix != NULL ? prefix : "", prefix != NULL ? ":" : "",
				     (const char *)attributes[0], NULL));
		g_ptr_array_add(all, g_strndup((const char *)attributes[3],
					     (gsize)(attributes[4] - attributes[3])));
	}
	g_ptr_array_add(all, NULL);
	return (char **)g_ptr_array_free(all, FALSE);
}

/* That of the element, else of the one around it. */
static void
push_lang(OqXmlPull *xml, const xmlChar **attributes, int n)
{
	const char *outer =
		xml->langs->len > 0 ? g_ptr_array_index(xml->langs, xml->langs->len - 1) : NULL;
	for (int i = 0; i < n; i++, attributes += 5) {
		if (g_strcmp0((const char *)attributes[0], "lang") != 0)
			continue;
		gsize n_bytes = (gsize)(attributes[4] - attributes[3]);
		g_ptr_array_add(xml->langs,
			g_strndup((const char *)attributes[3], MIN(n_bytes, MAX_LANG_BYTES)));
		return;
	}
	g_ptr_array_add(xml->langs, g_strdup(outer));
}

static void
start_element(void *data, const xmlChar *name, const xmlChar *prefix G_GNUC_UNUSED,
	const xmlChar *uri G_GNUC_UNUSED, int n_namespaces G_GNUC_UNUSED,
	const xmlChar **namespaces G_GNUC_UNUSED, int n_attributes, int n_defaulted G_GNUC_UNUSED,
	const xmlChar **attributes)
{
	OqXmlPull *xml = data;
	push_lang(xml, attributes, n_attributes);
	Event *event = add_event(xml, OQ_XML_START, (const char *)name, -1);
	event->attributes = take_attributes(attributes, n_attributes);
	xml->depth++;
	if (xml->depth <= OQ_LIMIT_DEPTH || xml->failure != NULL)
		return;
	g_set_error(&xml->failure, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT,
		"elements within each other: %d", OQ_LIMIT_DEPTH);
	xmlStopParser(xml->parser);
}

static void
end_element(void *data, const xmlChar *name, const xmlChar *prefix G_GNUC_UNUSED,
	const xmlChar *uri G_GNUC_UNUSED)
{
	OqXmlPull *xml = data;
	xml->depth -= xml->depth > 0;
	add_event(xml, OQ_XML_END, (const char *)name, -1);
	if (xml->langs->len > 0)
		g_ptr_array_set_size(xml->langs, (gint)xml->langs->len - 1);
}

static void
take_characters(void *data, const xmlChar *text, int n_bytes)
{
	add_event(data, OQ_XML_TEXT, (const char *)text, n_bytes);
}

/* Those that the file defines are not read, and grow to nothing. */
static xmlEntity *
find_entity(void *data, const xmlChar *name)
{
	OqXmlPull *xml = data;
	xmlEntity *known = xmlGetPredefinedEntity(name);
	const htmlEntityDesc *html = known == NULL ? htmlEntityLookup(name) : NULL;
	gunichar c = html != NULL ? html->value : ' ';
	if (known != NULL)
		return known;
	xml->entity_text[g_unichar_to_utf8(c, (char *)xml->entity_text)] = '\0';
	xml->entity = (xmlEntity){.type = XML_ENTITY_DECL,
		.name = name,
		.content = xml->entity_text,
		.orig = xml->entity_text,
		.length = (int)strlen((char *)xml->entity_text),
		.etype = XML_INTERNAL_PREDEFINED_ENTITY};
	return &xml->entity;
}

static void
note_fault(void *data, xmlErrorPtr fault)
{
	OqXmlPull *xml = data;
	if (fault->level == XML_ERR_FATAL && xml->fault_line == 0)
		xml->fault_line = MAX(fault->line, 1);
}

/* UTF-16 and the like are the parser's to decode. */
static void
make_markup(OqXmlPull *xml, const char *bytes, gsize n_bytes)
{
	gsize n_bom;
	gboolean is_wide = oq_sniff_bom(bytes, n_bytes, &n_bom) != NULL ||
			   memchr(bytes, '\0', MIN(n_bytes, 2)) != NULL;
	if (oq_xml_input_is_decoded(xml->input) || !is_wide)
		xml->markup = oq_raw_markup_new(TRUE);
}

/* What is decoded here says of itself that it is in another encoding. */
static void
make_parser(OqXmlPull *xml, const char *bytes, gsize n_bytes)
{
	gboolean is_decoded = oq_xml_input_is_decoded(xml->input);
	xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
		.startElementNs = start_element,
		.endElementNs = end_element,
		.characters = take_characters,
		.ignorableWhitespace = take_characters,
		.cdataBlock = take_characters,
		.getEntity = find_entity,
		.serror = note_fault};
	int options = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
	xml->parser = xmlCreatePushParserCtxt(&handler, xml, NULL, 0, NULL);
	xmlCtxtUseOptions(xml->parser, options | (is_decoded ? XML_PARSE_IGNORE_ENC : 0));
	if (is_decoded)
		xmlSwitchEncoding(xml->parser, XML_CHAR_ENCODING_UTF8);
	make_markup(xml, bytes, n_bytes);
}

static void
parse(OqXmlPull *xml, const char *bytes, gsize n_bytes, gboolean is_last)
{
	if (xml->markup != NULL) {
		g_string_truncate(xml->mended, 0);
		oq_raw_markup_add(xml->markup, bytes, n_bytes, is_last, xml->mended);
		bytes = xml->mended->str;
		n_bytes = xml->mended->len;
	}
	xmlParseChunk(xml->parser, bytes, (int)n_bytes, is_last);
}

static void
read_on(OqXmlPull *xml)
{
	gsize n_bytes;
	const char *bytes = oq_xml_input_next(xml->input, &n_bytes, &xml->failure);
	if (bytes != NULL && xml->parser == NULL)
		make_parser(xml, bytes, n_bytes);
	if (bytes != NULL) {
		parse(xml, bytes, n_bytes, FALSE);
		return;
	}
	xml->is_read = TRUE;
	if (xml->parser != NULL)
		parse(xml, "", 0, TRUE);
	else if (xml->failure == NULL)
		xml->fault_line = 1; /* there is nothing */
}

static OqXmlPull *
new_pull(OqXmlInput *input)
{
	OqXmlPull *xml = g_new0(OqXmlPull, 1);
	xml->input = input;
	xml->mended = g_string_new(NULL);
	xml->langs = g_ptr_array_new_with_free_func(g_free);
	g_queue_init(&xml->events);
	return xml;
}

OqXmlPull *
oq_xml_pull_new_member(OqMember *member)
{
	return new_pull(oq_xml_input_new_member(member));
}

OqXmlPull *
oq_xml_pull_new_bytes(GBytes *bytes)
{
	return new_pull(oq_xml_input_new_bytes(bytes));
}

OqXmlPull *
oq_xml_pull_new_file(const OqOpenJob *job)
{
	return new_pull(oq_xml_input_new_file(job));
}

/* An entity that the file defines makes a document of its own for it. */
static void
free_parser(xmlParserCtxt *parser)
{
	if (parser == NULL)
		return;
	xmlFreeDoc(parser->myDoc);
	parser->myDoc = NULL;
	xmlFreeParserCtxt(parser);
}

void
oq_xml_pull_free(OqXmlPull *xml)
{
	if (xml == NULL)
		return;
	free_parser(xml->parser);
	oq_xml_input_free(xml->input);
	oq_raw_markup_free(xml->markup);
	g_string_free(xml->mended, TRUE);
	g_clear_error(&xml->failure);
	g_queue_clear_full(&xml->events, free_event);
	free_event(xml->event);
	g_ptr_array_unref(xml->langs);
	g_free(xml);
}

static void
set_over(OqXmlPull *xml, GError **error)
{
	guint mended_line = xml->markup != NULL ? oq_raw_markup_fault_line(xml->markup) : 0;
	if (mended_line > 0 && (xml->fault_line == 0 || (int)mended_line < xml->fault_line))
		xml->fault_line = (int)mended_line;
	if (xml->failure != NULL)
		g_propagate_error(error, g_steal_pointer(&xml->failure));
	else if (xml->fault_line > 0)
		g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "XML, line %d",
			xml->fault_line);
	xml->fault_line = 0;
	g_clear_pointer(&xml->markup, oq_raw_markup_free); /* it is told once */
}

/* The next one of the queue; FALSE: it is over. */
static gboolean
take_event(OqXmlPull *xml)
{
	while (g_queue_is_empty(&xml->events) && !xml->is_read && xml->failure == NULL)
		read_on(xml);
	if (g_queue_is_empty(&xml->events))
		return FALSE;
	free_event(xml->event);
	xml->event = g_queue_pop_head(&xml->events);
	return TRUE;
}

OqXmlEvent
oq_xml_pull_next(OqXmlPull *xml, GError **error)
{
	if (take_event(xml))
		return xml->event->type;
	set_over(xml, error);
	return OQ_XML_OVER;
}

const char *
oq_xml_pull_name(const OqXmlPull *xml)
{
	return xml->event->name;
}

gboolean
oq_xml_pull_is(const OqXmlPull *xml, const char *name)
{
	return strcmp(xml->event->name, name) == 0;
}

static const char *
without_prefix(const char *name)
{
	const char *colon = strchr(name, ':');
	return colon != NULL ? colon + 1 : name;
}

char *
oq_xml_pull_attribute(OqXmlPull *xml, const char *name)
{
	char **all = xml->event->attributes;
	for (guint i = 0; all != NULL && all[i] != NULL; i += 2)
		if (strcmp(without_prefix(all[i]), name) == 0)
			return g_strdup(all[i + 1]);
	return NULL;
}

const char *const *
oq_xml_pull_attributes(const OqXmlPull *xml)
{
	static const char *const none[] = {NULL};
	return xml->event->attributes != NULL ? (const char *const *)xml->event->attributes : none;
}

const char *
oq_xml_pull_text(const OqXmlPull *xml)
{
	return xml->event->name;
}

const char *
oq_xml_pull_lang(OqXmlPull *xml)
{
	return xml->event->lang;
}

guint
oq_xml_pull_depth(const OqXmlPull *xml)
{
	return xml->event->depth;
}

/* The event behind it is its end: what is between goes. */
void
oq_xml_pull_skip(OqXmlPull *xml)
{
	guint depth = xml->event->depth;
	Event *start = g_steal_pointer(&xml->event);
	while (take_event(xml))
		if (xml->event->type == OQ_XML_END && xml->event->depth == depth)
			break;
	if (xml->event != NULL && xml->event->type == OQ_XML_END && xml->event->depth == depth)
		g_queue_push_head(&xml->events, g_steal_pointer(&xml->event));
	free_event(xml->event);
	xml->event = start;
}

guint64
oq_xml_pull_offset(const OqXmlPull *xml)
{
	return oq_xml_input_offset(xml->input);
}
