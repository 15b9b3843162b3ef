/* xml_pull.c - see the header.
 *
 * The parser is given a piece at a time and puts what it finds on a tape. It goes on behind a
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

struct _OqXmlPull {
	OqXmlInput *input;
	OqRawMarkup *markup; /* nullable */
	GString *mended;     /* by that */
	gboolean is_read;    /* to its end */
	GError *failure;     /* nullable */
	int fault_line;      /* of the first fault; 0: none */
	xmlParserCtxt *parser;
	OqXmlTape *tape;
	gboolean is_kept; /* what was taken from it */
	gboolean has_event;
	guint depth;      /* of the parser */
	GPtrArray *langs; /* of char *, nullable: as the elements around the event say themselves */
	xmlEntity entity; /* the last one that was asked for */
	xmlChar entity_text[8];
};

/* libxml2's attributes: five pointers each, the last two the value and its end. */
static void
put_attributes(OqXmlPull *xml, const xmlChar **attributes, int n)
{
	for (int i = 0; i < n; i++, attributes += 5)
		oq_xml_tape_put_attribute(xml->tape, (const char *)attributes[1],
			(const char *)attributes[0], (const char *)attributes[3],
			(gsize)(attributes[4] - attributes[3]));
}

static void
start_element(void *data, const xmlChar *name, const xmlChar *prefix G_GNUC_UNUSED,
	const xmlChar *uri G_GNUC_UNUSED, int n_namespaces G_GNUC_UNUSED,
	const xmlChar **namespaces G_GNUC_UNUSED, int n_attributes, int n_defaulted G_GNUC_UNUSED,
	const xmlChar **attributes)
{
	OqXmlPull *xml = data;
	oq_xml_tape_put(xml->tape, OQ_XML_START, xml->depth, (const char *)name);
	put_attributes(xml, attributes, n_attributes);
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
	oq_xml_tape_put(xml->tape, OQ_XML_END, xml->depth, (const char *)name);
}

static void
take_characters(void *data, const xmlChar *text, int n_bytes)
{
	OqXmlPull *xml = data;
	oq_xml_tape_put_text(xml->tape, xml->depth, (const char *)text, (gsize)n_bytes);
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
	if (!xml->is_kept)
		oq_xml_tape_forget(xml->tape);
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
	xml->tape = oq_xml_tape_new();
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
	oq_xml_tape_free(xml->tape);
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

void
oq_xml_pull_keep(OqXmlPull *xml)
{
	xml->is_kept = TRUE;
}

void
oq_xml_pull_rewind(OqXmlPull *xml)
{
	g_return_if_fail(xml->is_kept);
	oq_xml_tape_rewind(xml->tape);
	g_ptr_array_set_size(xml->langs, 0);
	xml->has_event = FALSE;
}

/* FALSE: it is over. */
static gboolean
has_next(OqXmlPull *xml)
{
	while (oq_xml_tape_is_over(xml->tape) && !xml->is_read && xml->failure == NULL)
		read_on(xml);
	return !oq_xml_tape_is_over(xml->tape);
}

static gboolean
is_at(const OqXmlPull *xml, OqXmlEvent event)
{
	return xml->has_event && oq_xml_tape_event(xml->tape) == event;
}

OqXmlEvent
oq_xml_pull_next(OqXmlPull *xml, GError **error)
{
	if (!has_next(xml)) {
		set_over(xml, error);
		return OQ_XML_OVER;
	}
	if (is_at(xml, OQ_XML_END) && xml->langs->len > 0)
		g_ptr_array_set_size(xml->langs, (gint)xml->langs->len - 1);
	oq_xml_tape_take(xml->tape);
	xml->has_event = TRUE;
	if (is_at(xml, OQ_XML_START))
		g_ptr_array_add(xml->langs, g_strdup(oq_xml_tape_attribute(xml->tape, "lang")));
	return oq_xml_tape_event(xml->tape);
}

const char *
oq_xml_pull_name(const OqXmlPull *xml)
{
	return oq_xml_tape_name(xml->tape);
}

gboolean
oq_xml_pull_is(const OqXmlPull *xml, const char *name)
{
	return strcmp(oq_xml_tape_name(xml->tape), name) == 0;
}

char *
oq_xml_pull_attribute(OqXmlPull *xml, const char *name)
{
	return g_strdup(oq_xml_tape_attribute(xml->tape, name));
}

const char *const *
oq_xml_pull_attributes(const OqXmlPull *xml)
{
	return oq_xml_tape_attributes(xml->tape);
}

const char *
oq_xml_pull_text(const OqXmlPull *xml)
{
	return oq_xml_tape_name(xml->tape);
}

/* That of the innermost element that says one. */
const char *
oq_xml_pull_lang(OqXmlPull *xml)
{
	for (guint i = xml->langs->len; i > 0; i--)
		if (g_ptr_array_index(xml->langs, i - 1) != NULL)
			return g_ptr_array_index(xml->langs, i - 1);
	return NULL;
}

guint
oq_xml_pull_depth(const OqXmlPull *xml)
{
	return oq_xml_tape_depth(xml->tape);
}

void
oq_xml_pull_skip(OqXmlPull *xml)
{
	guint depth = oq_xml_pull_depth(xml);
	while (has_next(xml) && !oq_xml_tape_is_next(xml->tape, OQ_XML_END, depth))
		oq_xml_tape_pass(xml->tape);
}

guint64
oq_xml_pull_offset(const OqXmlPull *xml)
{
	return oq_xml_input_offset(xml->input);
}
