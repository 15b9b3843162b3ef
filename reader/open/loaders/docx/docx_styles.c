/* docx_styles.c - see the header. */
#include "open/loaders/docx/docx_styles.h"

#include <string.h>

enum { MAX_STEPS = 16 }; /* from a style to what it is based on */

typedef struct {
	char *name;  /* small letters */
	char *based; /* nullable */
	guint level; /* of the outline, from 1; 0: none */
	char *list;  /* nullable: the id of the one that its paragraphs are in; "0": of none */
	guint depth; /* in it, from 1; 0: it does not say */
} Style;

struct _OqDocxStyles {
	GHashTable *by_id; /* of Style */
};

static void
free_style(gpointer data)
{
	Style *style = data;
	g_free(style->name);
	g_free(style->based);
	g_free(style->list);
	g_free(style);
}

static guint
number(OqXmlPull *xml)
{
	g_autofree char *value = oq_xml_pull_attribute(xml, "val");
	return value != NULL ? (guint)MIN(g_ascii_strtoull(value, NULL, 10), 100) : 0;
}

static void
read_style(OqDocxStyles *styles, OqXmlPull *xml)
{
	guint depth = oq_xml_pull_depth(xml);
	char *id = oq_xml_pull_attribute(xml, "styleId");
	Style *style = g_new0(Style, 1);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			break;
		if (event != OQ_XML_START)
			continue;
		g_autofree char *value = oq_xml_pull_attribute(xml, "val");
		if (oq_xml_pull_is(xml, "name") && style->name == NULL && value != NULL)
			style->name = g_utf8_strdown(value, -1);
		else if (oq_xml_pull_is(xml, "basedOn") && style->based == NULL)
			style->based = g_steal_pointer(&value);
		else if (oq_xml_pull_is(xml, "outlineLvl") && number(xml) < 9)
			style->level = number(xml) + 1;
		else if (oq_xml_pull_is(xml, "ilvl"))
			style->depth = number(xml) + 1;
		else if (oq_xml_pull_is(xml, "numId") && style->list == NULL)
			style->list = g_steal_pointer(&value);
	}
	if (id != NULL)
		g_hash_table_replace(styles->by_id, id, style);
	else
		free_style(style);
}

OqDocxStyles *
oq_docx_styles_read(OqMember *member)
{
	OqDocxStyles *styles = g_new0(OqDocxStyles, 1);
	styles->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_style);
	if (member == NULL)
		return styles;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;)
		if (event == OQ_XML_START && oq_xml_pull_is(xml, "style"))
			read_style(styles, xml);
	return styles;
}

void
oq_docx_styles_free(OqDocxStyles *styles)
{
	if (styles == NULL)
		return;
	g_hash_table_unref(styles->by_id);
	g_free(styles);
}

static gboolean
is_listed(const Style *style)
{
	return style->list != NULL && strcmp(style->list, "0") != 0;
}

/* By their names, which Word keeps in English whatever language it speaks. */
static OqDocxStyle
named(const Style *style, guint *level)
{
	const char *name = style->name != NULL ? style->name : "";
	if (g_str_has_prefix(name, "heading ") && g_ascii_isdigit(name[8])) {
		*level = (guint)(name[8] - '0');
		return OQ_DOCX_STYLE_HEADING;
	}
	if (style->level > 0) {
		*level = style->level;
		return OQ_DOCX_STYLE_HEADING;
	}
	if (strcmp(name, "title") == 0) {
		*level = 1;
		return OQ_DOCX_STYLE_TITLE;
	}
	if (g_str_has_prefix(name, "toc ") || g_str_has_prefix(name, "contents ") ||
		strcmp(name, "index heading") == 0)
		return OQ_DOCX_STYLE_CONTENTS;
	if (strstr(name, "quot") != NULL || strcmp(name, "block text") == 0)
		return OQ_DOCX_STYLE_QUOTE;
	gboolean is_list = g_str_has_prefix(name, "list ") && strcmp(name, "list paragraph") != 0;
	return is_list || is_listed(style) ? OQ_DOCX_STYLE_ITEM : OQ_DOCX_STYLE_PLAIN;
}

OqDocxStyle
oq_docx_styles_find(const OqDocxStyles *styles, const char *id, guint *level)
{
	OqDocxStyle found = OQ_DOCX_STYLE_PLAIN;
	for (guint i = 0; i < MAX_STEPS && id != NULL && found == OQ_DOCX_STYLE_PLAIN; i++) {
		const Style *style = g_hash_table_lookup(styles->by_id, id);
		if (style == NULL)
			break;
		found = named(style, level);
		id = style->based;
	}
	return found;
}

const char *
oq_docx_styles_list(const OqDocxStyles *styles, const char **style, guint *level)
{
	const char *id = *style;
	*level = 0;
	for (guint i = 0; i < MAX_STEPS && id != NULL; i++) {
		const Style *found = g_hash_table_lookup(styles->by_id, id);
		if (found == NULL)
			return NULL;
		if (*level == 0)
			*level = found->depth;
		if (found->list != NULL) {
			*style = id;
			return is_listed(found) ? found->list : NULL;
		}
		id = found->based;
	}
	return NULL;
}
