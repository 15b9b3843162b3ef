/* xml.c - see the header. */
#include "open/xml.h"

#include "document/encoding.h"
#include "open/limits.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
#include <string.h>

enum {
	CHUNK_BYTES = 16384,
	DECLARATION_BYTES = 256,
	N_ATTRIBUTES = 32, /* of an element that are looked at together */
};

struct _OqXml {
	const OqOpenJob *job; /* nullable, and then: */
	OqMember *member;
	GBytes *bytes;
	guint64 offset;
	OqEncoding *encoding; /* nullable: what the parser does not know is decoded before */
	GString *decoded;
	gsize n_given; /* of it */
	gboolean is_begun;
	GError *failure; /* nullable: of a read */
	xmlTextReader *reader;
	gboolean is_empty; /* the element that has started ends at once */
	gboolean skips;
	int ended; /* what xmlTextReaderRead() said last */
	char *lang;
	const char *text;
	GPtrArray *attributes; /* of char * */
};

static gssize
copy_bytes(const OqXml *xml, char *bytes, gsize n_bytes)
{
	gsize n_all;
	const char *all = g_bytes_get_data(xml->bytes, &n_all);
	n_bytes = MIN(n_bytes, n_all - (gsize)xml->offset);
	if (n_bytes > 0)
		memcpy(bytes, all + xml->offset, n_bytes);
	return (gssize)n_bytes;
}

static gssize
read_raw(OqXml *xml, char *bytes, gsize n_bytes)
{
	gssize n = xml->bytes != NULL ? copy_bytes(xml, bytes, n_bytes)
		   : xml->job != NULL
			   ? oq_loader_read(xml->job, xml->offset, bytes, n_bytes, &xml->failure)
			   : oq_member_read(xml->member, bytes, n_bytes, &xml->failure);
	xml->offset += (guint64)MAX(n, 0);
	return n;
}

/* "encoding" of the declaration; NULL: none, or one that the parser knows without a table. */
static char *
declared(const char *bytes, gsize n_bytes)
{
	g_autofree char *head = g_strndup(bytes, MIN(n_bytes, DECLARATION_BYTES));
	const char *name = g_str_has_prefix(head, "<?xml") ? strstr(head, "encoding") : NULL;
	const char *end = strchr(head, '>');
	if (name == NULL || (end != NULL && name > end))
		return NULL;
	name += strcspn(name, "\"'");
	if (*name == '\0')
		return NULL;
	char *value = g_strndup(name + 1, strcspn(name + 1, "\"'"));
	if (g_ascii_strncasecmp(value, "utf", 3) == 0)
		g_clear_pointer(&value, g_free);
	return value;
}

static void
choose_encoding(OqXml *xml, const char *bytes, gsize n_bytes)
{
	g_autofree char *name = xml->job != NULL && xml->job->encoding != NULL
					? g_strdup(xml->job->encoding)
					: declared(bytes, n_bytes);
	xml->is_begun = TRUE;
	if (name != NULL)
		xml->encoding = oq_encoding_new(name, &xml->failure);
}

static gssize
read_decoded(OqXml *xml, char *bytes, gsize n_bytes)
{
	while (xml->n_given == xml->decoded->len) {
		char raw[CHUNK_BYTES];
		gssize n = read_raw(xml, raw, sizeof raw);
		if (n <= 0)
			return n;
		g_string_truncate(xml->decoded, 0);
		xml->n_given = 0;
		if (!xml->is_begun)
			choose_encoding(xml, raw, (gsize)n);
		if (xml->failure != NULL)
			return -1;
		if (xml->encoding != NULL)
			oq_encoding_decode(xml->encoding, raw, (gsize)n, xml->decoded);
		else
			g_string_append_len(xml->decoded, raw, n);
	}
	n_bytes = MIN(n_bytes, xml->decoded->len - xml->n_given);
	memcpy(bytes, xml->decoded->str + xml->n_given, n_bytes);
	xml->n_given += n_bytes;
	return (gssize)n_bytes;
}

static int
give(void *data, char *bytes, int n_bytes)
{
	return (int)read_decoded(data, bytes, (gsize)n_bytes);
}

static int
close_nothing(void *data G_GNUC_UNUSED)
{
	return 0;
}

/* The first bytes tell the encoding, and the parser is told before it reads. */
static OqXml *
begin(OqXml *xml)
{
	xml->decoded = g_string_new(NULL);
	xml->attributes = g_ptr_array_new_with_free_func(g_free);
	char none;
	read_decoded(xml, &none, 0);
	gboolean is_decoded = xml->encoding != NULL; /* so the declaration is not true any more */
	xml->reader = xmlReaderForIO(give, close_nothing, xml, NULL, is_decoded ? "UTF-8" : NULL,
		XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
			(is_decoded ? XML_PARSE_IGNORE_ENC : 0));
	xml->ended = 1;
	return xml;
}

OqXml *
oq_xml_new_member(OqMember *member)
{
	OqXml *xml = g_new0(OqXml, 1);
	xml->member = member;
	return begin(xml);
}

OqXml *
oq_xml_new_bytes(GBytes *bytes)
{
	OqXml *xml = g_new0(OqXml, 1);
	xml->bytes = g_bytes_ref(bytes);
	return begin(xml);
}

OqXml *
oq_xml_new_file(const OqOpenJob *job)
{
	OqXml *xml = g_new0(OqXml, 1);
	xml->job = job;
	return begin(xml);
}

void
oq_xml_free(OqXml *xml)
{
	if (xml == NULL)
		return;
	xmlFreeTextReader(xml->reader);
	oq_member_free(xml->member);
	g_clear_pointer(&xml->bytes, g_bytes_unref);
	g_ptr_array_unref(xml->attributes);
	oq_encoding_free(xml->encoding);
	g_string_free(xml->decoded, TRUE);
	g_clear_error(&xml->failure);
	xmlFree(xml->lang);
	g_free(xml);
}

static OqXmlEvent
set_over(OqXml *xml, GError **error)
{
	if (xml->failure != NULL)
		g_propagate_error(error, g_steal_pointer(&xml->failure));
	else if (xml->ended < 0)
		g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "XML, line %d",
			xmlTextReaderGetParserLineNumber(xml->reader));
	xml->ended = 0;
	return OQ_XML_OVER;
}

static OqXmlEvent
take_entity(OqXml *xml)
{
	const htmlEntityDesc *entity = htmlEntityLookup(xmlTextReaderConstName(xml->reader));
	static const char *const spaces = " ";
	char bytes[8] = "";
	if (entity != NULL)
		bytes[g_unichar_to_utf8(entity->value, bytes)] = '\0';
	xml->text = entity != NULL ? g_intern_string(bytes) : spaces;
	return OQ_XML_TEXT;
}

/* What the node is that the parser stands at; FALSE: nothing that is told. */
static gboolean
take_node(OqXml *xml, OqXmlEvent *event)
{
	switch (xmlTextReaderNodeType(xml->reader)) {
	case XML_READER_TYPE_ELEMENT:
		xml->is_empty = xmlTextReaderIsEmptyElement(xml->reader) == 1;
		*event = OQ_XML_START;
		return TRUE;
	case XML_READER_TYPE_END_ELEMENT:
		*event = OQ_XML_END;
		return TRUE;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		xml->text = (const char *)xmlTextReaderConstValue(xml->reader);
		*event = OQ_XML_TEXT;
		return xml->text != NULL;
	case XML_READER_TYPE_ENTITY_REFERENCE:
		*event = take_entity(xml);
		return TRUE;
	default:
		return FALSE;
	}
}

OqXmlEvent
oq_xml_next(OqXml *xml, GError **error)
{
	OqXmlEvent event;
	gboolean skips = xml->skips;
	xml->skips = FALSE;
	if (xml->is_empty) {
		xml->is_empty = FALSE;
		return OQ_XML_END;
	}
	guint depth = xml->reader != NULL ? oq_xml_depth(xml) : 0;
	while (xml->reader != NULL && xml->ended == 1 && xml->failure == NULL) {
		xml->ended = xmlTextReaderRead(xml->reader);
		if (xml->ended != 1 || !take_node(xml, &event))
			continue;
		if (oq_xml_depth(xml) > OQ_LIMIT_DEPTH) {
			g_set_error(&xml->failure, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT,
				"elements within each other: %d", OQ_LIMIT_DEPTH);
			continue;
		}
		if (!skips || (event == OQ_XML_END && oq_xml_depth(xml) == depth))
			return event;
		xml->is_empty = FALSE;
	}
	return set_over(xml, error);
}

const char *
oq_xml_name(const OqXml *xml)
{
	return (const char *)xmlTextReaderConstLocalName(xml->reader);
}

gboolean
oq_xml_is(const OqXml *xml, const char *name)
{
	return strcmp(oq_xml_name(xml), name) == 0;
}

char *
oq_xml_attribute(OqXml *xml, const char *name)
{
	char *value = NULL;
	int found = xmlTextReaderMoveToFirstAttribute(xml->reader);
	for (; found == 1 && value == NULL; found = xmlTextReaderMoveToNextAttribute(xml->reader))
		if (strcmp(oq_xml_name(xml), name) == 0)
			value = g_strdup((const char *)xmlTextReaderConstValue(xml->reader));
	xmlTextReaderMoveToElement(xml->reader);
	return value;
}

const char *const *
oq_xml_attributes(OqXml *xml)
{
	g_ptr_array_set_size(xml->attributes, 0);
	int found = xmlTextReaderMoveToFirstAttribute(xml->reader);
	for (guint n = 0; found == 1 && n < N_ATTRIBUTES; n++) {
		const xmlChar *value = xmlTextReaderConstValue(xml->reader);
		g_ptr_array_add(xml->attributes,
			g_strdup((const char *)xmlTextReaderConstName(xml->reader)));
		g_ptr_array_add(
			xml->attributes, g_strdup(value != NULL ? (const char *)value : ""));
		found = xmlTextReaderMoveToNextAttribute(xml->reader);
	}
	xmlTextReaderMoveToElement(xml->reader);
	g_ptr_array_add(xml->attributes, NULL);
	return (const char *const *)xml->attributes->pdata;
}

const char *
oq_xml_text(const OqXml *xml)
{
	return xml->text;
}

const char *
oq_xml_lang(OqXml *xml)
{
	xmlFree(xml->lang);
	xml->lang = (char *)xmlTextReaderXmlLang(xml->reader);
	return xml->lang;
}

guint
oq_xml_depth(const OqXml *xml)
{
	return (guint)MAX(xmlTextReaderDepth(xml->reader), 0);
}

void
oq_xml_skip(OqXml *xml)
{
	xml->skips = TRUE;
}

guint64
oq_xml_offset(const OqXml *xml)
{
	return xml->offset;
}

char *
oq_xml_gather(OqXml *xml, gsize max_bytes, GError **error)
{
	guint depth = oq_xml_depth(xml);
	GString *text = g_string_new(NULL);
	for (;;) {
		OqXmlEvent event = oq_xml_next(xml, error);
		if (event == OQ_XML_OVER || (event == OQ_XML_END && oq_xml_depth(xml) == depth))
			break;
		if (event == OQ_XML_TEXT && text->len < max_bytes)
			g_string_append(text, oq_xml_text(xml));
		else if (event == OQ_XML_END && text->len < max_bytes)
			g_string_append_c(text, ' ');
	}
	return g_strstrip(g_string_free(text, FALSE));
}
