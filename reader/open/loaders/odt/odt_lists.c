/* odt_lists.c - see the header. */
#include "open/loaders/odt/odt_lists.h"

#include "open/numbering.h"
#include "text/characters/letters.h"

#include <string.h>

enum { MAX_AFFIX_BYTES = 64 };

typedef struct {
	OqNumberingLevel levels[OQ_NUMBERING_LEVELS];
	gboolean is_there[OQ_NUMBERING_LEVELS];
} Style;

/** A list that is open. */
typedef struct {
	const char *style; /* nullable: by_style has it */
	gboolean is_said;  /* the number of its item, or that has none */
	char *start;       /* nullable: the number that its item begins at */
} Open;

struct _OqOdtLists {
	GHashTable *styles; /* name → Style; that of the outline has the name "" */
	Style *style;       /* nullable: whose levels come */

	GPtrArray *numberings;  /* of OqNumbering: all that lists have */
	GHashTable *by_id;      /* of a list → its numbering */
	GHashTable *by_style;   /* → that of the last list which had it */
	OqNumbering *numbering; /* of the outermost list that is open */
	GArray *open;           /* of Open */
	OqNumbering outline;
};

static const char outline_name[] = "";

static void
free_style(gpointer data)
{
	Style *style = data;
	for (guint i = 0; i < OQ_NUMBERING_LEVELS; i++)
		oq_numbering_level_clear(&style->levels[i]);
	g_free(style);
}

static void
clear_open(gpointer data)
{
	g_free(((Open *)data)->start);
}

OqOdtLists *
oq_odt_lists_new(void)
{
	OqOdtLists *lists = g_new0(OqOdtLists, 1);
	lists->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_style);
	lists->numberings = g_ptr_array_new_with_free_func(g_free);
	lists->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	lists->by_style = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	lists->open = g_array_new(FALSE, FALSE, sizeof(Open));
	g_array_set_clear_func(lists->open, clear_open);
	return lists;
}

void
oq_odt_lists_free(OqOdtLists *lists)
{
	if (lists == NULL)
		return;
	g_array_unref(lists->open);
	g_hash_table_unref(lists->by_style);
	g_hash_table_unref(lists->by_id);
	g_ptr_array_unref(lists->numberings);
	g_hash_table_unref(lists->styles);
	g_free(lists);
}

static void
begin_style(OqOdtLists *lists, char *name)
{
	if (name == NULL)
		return;
	lists->style = g_new0(Style, 1);
	g_hash_table_replace(lists->styles, name, lists->style);
}

/* "а, б, .., аа, аб, ... (ru)", "А, Б, .., Аа, Бб, ... (ru)" */
static void
take_russian(OqNumberingLevel *level, const char *format)
{
	g_autofree char *small = g_utf8_strdown(format, -1);
	g_auto(GStrv) samples = g_strsplit(small, ", ", -1);
	const char *fifth = g_strv_length(samples) > 4 ? samples[4] : "";
	gboolean is_doubled = *fifth != '\0' &&
			      g_utf8_get_char(fifth) == g_utf8_get_char(g_utf8_next_char(fifth));
	level->is_upper = g_unichar_isupper(g_utf8_get_char(format));
	level->signs = is_doubled ? OQ_NUMBERING_RUSSIAN_DOUBLED : OQ_NUMBERING_RUSSIAN;
}

/* Besides: "1", "a", "I", "01, 02, 03, ..." */
static void
take_signs(OqNumberingLevel *level, OqXmlPull *xml)
{
	g_autofree char *told = oq_xml_pull_attribute(xml, "num-format");
	g_autofree char *sync = oq_xml_pull_attribute(xml, "letter-sync");
	const char *format = told != NULL ? told : "";
	gboolean is_one = strlen(format) == 1;
	char c = g_ascii_tolower(*format);
	level->signs = OQ_NUMBERING_DECIMAL;
	level->is_upper = g_ascii_isupper(*format);
	if (*format == '\0')
		level->signs = OQ_NUMBERING_NONE;
	else if (is_one && c == 'i')
		level->signs = OQ_NUMBERING_ROMAN;
	else if (is_one && c == 'a')
		level->signs =
			g_strcmp0(sync, "true") == 0 ? OQ_NUMBERING_DOUBLED : OQ_NUMBERING_LETTERS;
	else if (g_str_has_prefix(format, "01"))
		level->signs = OQ_NUMBERING_PADDED;
	else if (oq_letters_is_cyrillic(g_utf8_get_char(format)) &&
		 g_str_has_suffix(format, "(ru)"))
		take_russian(level, format);
}

static void
append_affix(GString *pattern, OqXmlPull *xml, const char *name)
{
	g_autofree char *text = oq_xml_pull_attribute(xml, name);
	if (text != NULL && strlen(text) <= MAX_AFFIX_BYTES)
		g_string_append(pattern, text);
}

/* "%1%.%2%)", which newer files have besides. */
static char *
whole_pattern(OqXmlPull *xml)
{
	g_autofree char *format = oq_xml_pull_attribute(xml, "num-list-format");
	if (format == NULL || strlen(format) > 4 * MAX_AFFIX_BYTES)
		return NULL;
	GString *pattern = g_string_new(NULL);
	for (const char *p = format; *p != '\0'; p++) {
		g_string_append_c(pattern, *p);
		if (*p == '%' && g_ascii_isdigit(p[1]) && p[2] == '%') {
			g_string_append_c(pattern, p[1]);
			p += 2;
		}
	}
	return g_string_free(pattern, FALSE);
}

static char *
pattern_of(OqXmlPull *xml, guint level)
{
	char *whole = whole_pattern(xml);
	if (whole != NULL)
		return whole;
	g_autofree char *shown = oq_xml_pull_attribute(xml, "display-levels");
	guint64 n_shown = shown != NULL ? g_ascii_strtoull(shown, NULL, 10) : 1;
	GString *pattern = g_string_new(NULL);
	append_affix(pattern, xml, "num-prefix");
	for (guint i = level + 1 - (guint)CLAMP(n_shown, 1, level + 1); i <= level; i++)
		g_string_append_printf(pattern, "%%%u%s", i + 1, i < level ? "." : "");
	append_affix(pattern, xml, "num-suffix");
	return g_string_free(pattern, FALSE);
}

static gint
number(OqXmlPull *xml, const char *name, gint otherwise)
{
	g_autofree char *value = oq_xml_pull_attribute(xml, name);
	gint64 n = value != NULL ? g_ascii_strtoll(value, NULL, 10) : otherwise;
	return (gint)CLAMP(n, G_MININT / 2, G_MAXINT / 2);
}

/* Bullets and pictures have no format. */
static void
take_level(Style *style, OqXmlPull *xml)
{
	gint at = number(xml, "level", 0) - 1;
	if (at < 0 || at >= OQ_NUMBERING_LEVELS)
		return;
	OqNumberingLevel *level = &style->levels[at];
	oq_numbering_level_clear(level);
	oq_numbering_level_init(level);
	style->is_there[at] = TRUE;
	level->start = number(xml, "start-value", 1);
	level->pattern = pattern_of(xml, (guint)at);
	take_signs(level, xml);
}

void
oq_odt_lists_read(OqOdtLists *lists, OqXmlPull *xml)
{
	if (oq_xml_pull_is(xml, "list-style"))
		begin_style(lists, oq_xml_pull_attribute(xml, "name"));
	else if (oq_xml_pull_is(xml, "outline-style"))
		begin_style(lists, g_strdup(outline_name));
	else if (lists->style != NULL &&
		 (g_str_has_prefix(oq_xml_pull_name(xml), "list-level-style-") ||
			 oq_xml_pull_is(xml, "outline-level-style")))
		take_level(lists->style, xml);
}

/* Lists go on where another one ended that they name, or the last one of their style. */
static OqNumbering *
numbering_of(OqOdtLists *lists, OqXmlPull *xml, const char *style)
{
	g_autofree char *id = oq_xml_pull_attribute(xml, "continue-list");
	g_autofree char *goes_on = oq_xml_pull_attribute(xml, "continue-numbering");
	OqNumbering *found = NULL;
	if (id != NULL)
		found = g_hash_table_lookup(lists->by_id, id);
	else if (g_strcmp0(goes_on, "true") == 0 && style != NULL)
		found = g_hash_table_lookup(lists->by_style, style);
	if (found != NULL)
		return found;
	found = g_new0(OqNumbering, 1);
	g_ptr_array_add(lists->numberings, found);
	return found;
}

/* (nullable): of the list around, unless it has its own. */
static const char *
keep_style(OqOdtLists *lists, char *own)
{
	gpointer kept;
	guint n = lists->open->len;
	if (own == NULL)
		return n > 0 ? g_array_index(lists->open, Open, n - 1).style : NULL;
	if (!g_hash_table_lookup_extended(lists->by_style, own, &kept, NULL))
		kept = own;
	g_hash_table_insert(lists->by_style, own, lists->numbering); /* a key that is there stays */
	return kept;
}

void
oq_odt_lists_enter(OqOdtLists *lists, OqXmlPull *xml)
{
	char *style = oq_xml_pull_attribute(xml, "style-name");
	char *id = oq_xml_pull_attribute(xml, "id");
	if (lists->open->len == 0)
		lists->numbering = numbering_of(lists, xml, style);
	if (id != NULL)
		g_hash_table_replace(lists->by_id, id, lists->numbering);
	const Open made = {.style = keep_style(lists, style), .is_said = TRUE};
	g_array_append_val(lists->open, made);
}

void
oq_odt_lists_leave(OqOdtLists *lists)
{
	if (lists->open->len > 0)
		g_array_set_size(lists->open, lists->open->len - 1);
}

guint
oq_odt_lists_depth(const OqOdtLists *lists)
{
	return lists->open->len;
}

void
oq_odt_lists_enter_item(OqOdtLists *lists, OqXmlPull *xml)
{
	if (lists->open->len == 0)
		return;
	Open *list = &g_array_index(lists->open, Open, lists->open->len - 1);
	g_free(list->start);
	list->start = oq_xml_pull_attribute(xml, "start-value");
	list->is_said = oq_xml_pull_is(xml, "list-header");
}

/* (transfer full) (nullable) @start: (nullable) */
static char *
count(const OqOdtLists *lists, const char *name, OqNumbering *numbering, guint at,
	const char *start)
{
	const OqNumberingLevel *levels[OQ_NUMBERING_LEVELS] = {NULL};
	const Style *style = name != NULL ? g_hash_table_lookup(lists->styles, name) : NULL;
	if (at >= OQ_NUMBERING_LEVELS)
		return NULL;
	for (guint i = 0; style != NULL && i < OQ_NUMBERING_LEVELS; i++)
		levels[i] = style->is_there[i] ? &style->levels[i] : NULL;
	oq_numbering_next(numbering, levels, at);
	if (start != NULL)
		numbering->numbers[at] =
			(gint)CLAMP(g_ascii_strtoll(start, NULL, 10), 0, G_MAXINT / 2);
	return oq_numbering_label(numbering, levels, at);
}

char *
oq_odt_lists_next(OqOdtLists *lists)
{
	guint n = lists->open->len;
	Open *list = n > 0 ? &g_array_index(lists->open, Open, n - 1) : NULL;
	if (list == NULL || list->is_said)
		return NULL;
	list->is_said = TRUE;
	return count(lists, list->style, lists->numbering, n - 1, list->start);
}

char *
oq_odt_lists_heading(OqOdtLists *lists, guint level)
{
	return level > 0 ? count(lists, outline_name, &lists->outline, level - 1, NULL) : NULL;
}
