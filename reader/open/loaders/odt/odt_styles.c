/* odt_styles.c - see the header. */
#include "open/loaders/odt/odt_styles.h"

#include <string.h>

enum { MAX_STEPS = 16 }; /* from a style to what it is based on */

typedef struct {
	char *parent; /* nullable */
	char *lang;   /* nullable */
	guint level;  /* of the outline, from 1; 0: none */
	gboolean is_raised;
} Style;

struct _OqOdtStyles {
	GHashTable *by_name; /* of Style */
	OqOdtLists *lists;
};

static void
free_style(gpointer data)
{
	Style *style = data;
	g_free(style->parent);
	g_free(style->lang);
	g_free(style);
}

OqOdtStyles *
oq_odt_styles_new(void)
{
	OqOdtStyles *styles = g_new0(OqOdtStyles, 1);
	styles->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_style);
	styles->lists = oq_odt_lists_new();
	return styles;
}

void
oq_odt_styles_free(OqOdtStyles *styles)
{
	if (styles == NULL)
		return;
	g_hash_table_unref(styles->by_name);
	oq_odt_lists_free(styles->lists);
	g_free(styles);
}

/* (nullable) */
static Style *
begin_style(OqOdtStyles *styles, OqXmlPull *xml)
{
	g_autofree char *name = oq_xml_pull_attribute(xml, "name");
	g_autofree char *level = oq_xml_pull_attribute(xml, "default-outline-level");
	if (name == NULL)
		return NULL;
	Style *style = g_new0(Style, 1);
	style->parent = oq_xml_pull_attribute(xml, "parent-style-name");
	style->level = level != NULL ? (guint)MIN(g_ascii_strtoull(level, NULL, 10), 10) : 0;
	g_hash_table_replace(styles->by_name, g_steal_pointer(&name), style);
	return style;
}

/* "super 58%", or by so much of a line */
static void
read_look(Style *style, OqXmlPull *xml, gboolean has_langs)
{
	g_autofree char *position = oq_xml_pull_attribute(xml, "text-position");
	if (has_langs && style->lang == NULL)
		style->lang = oq_xml_pull_attribute(xml, "language");
	style->is_raised = position != NULL && (g_str_has_prefix(position, "super") ||
						       g_ascii_strtod(position, NULL) > 0);
}

void
oq_odt_styles_read(OqOdtStyles *styles, OqXmlPull *xml, gboolean has_langs, GError **error)
{
	guint depth = oq_xml_pull_depth(xml);
	Style *style = NULL;
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			return;
		if (event != OQ_XML_START)
			continue;
		if (oq_xml_pull_is(xml, "style"))
			style = begin_style(styles, xml);
		else if (style != NULL && oq_xml_pull_is(xml, "text-properties"))
			read_look(style, xml, has_langs);
		else
			oq_odt_lists_read(styles->lists, xml);
	}
}

/* Their names are in English whatever language the program speaks; "_20_" is a space. */
static OqOdtStyle
named(const char *name, guint *level)
{
	if (strcmp(name, "Title") == 0) {
		*level = 1;
		return OQ_ODT_STYLE_HEADING;
	}
	if (g_str_has_prefix(name, "Contents_20_"))
		return OQ_ODT_STYLE_CONTENTS;
	return g_str_has_prefix(name, "Quot") || strcmp(name, "Block_20_Text") == 0
		       ? OQ_ODT_STYLE_QUOTE
		       : OQ_ODT_STYLE_PLAIN;
}

OqOdtStyle
oq_odt_styles_find(const OqOdtStyles *styles, const char *name, guint *level)
{
	for (guint i = 0; i < MAX_STEPS && name != NULL; i++) {
		const Style *style = g_hash_table_lookup(styles->by_name, name);
		OqOdtStyle found = named(name, level);
		if (found != OQ_ODT_STYLE_PLAIN)
			return found;
		if (style != NULL && style->level > 0) {
			*level = style->level;
			return OQ_ODT_STYLE_HEADING;
		}
		name = style != NULL ? style->parent : NULL;
	}
	return OQ_ODT_STYLE_PLAIN;
}

const char *
oq_odt_styles_lang(const OqOdtStyles *styles, const char *name)
{
	const Style *style = name != NULL ? g_hash_table_lookup(styles->by_name, name) : NULL;
	return style != NULL ? style->lang : NULL;
}

gboolean
oq_odt_styles_is_raised(const OqOdtStyles *styles, const char *name)
{
	for (guint i = 0; i < MAX_STEPS && name != NULL; i++) {
		const Style *style = g_hash_table_lookup(styles->by_name, name);
		if (style != NULL && style->is_raised)
			return TRUE;
		name = style != NULL ? style->parent : NULL;
	}
	return FALSE;
}

OqOdtLists *
oq_odt_styles_lists(const OqOdtStyles *styles)
{
	return styles->lists;
}
