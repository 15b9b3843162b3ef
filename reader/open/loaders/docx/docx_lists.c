/* docx_lists.c - see the header. */
#include "open/loaders/docx/docx_lists.h"

#include "open/numbering.h"

#include <string.h>

enum { MAX_PATTERN_BYTES = 128 };

typedef struct {
	OqNumberingLevel levels[OQ_NUMBERING_LEVELS];
	gboolean is_there[OQ_NUMBERING_LEVELS];
	char *styles[OQ_NUMBERING_LEVELS]; /* nullable: of the paragraphs of a level */
	guint at;                          /* the one that is read */
} Levels;

/** What lists are made by, and share their numbers through ("abstractNum"). */
typedef struct {
	Levels levels;
	char *link;    /* nullable: a style that another one defines: that is meant */
	char *defines; /* nullable: a style */
	OqNumbering numbering;
} Plan;

/** A list ("num"): what it is made by, and how it differs from it. */
typedef struct {
	char *plan; /* nullable */
	Levels levels;
	gint starts[OQ_NUMBERING_LEVELS];
	gboolean is_fresh[OQ_NUMBERING_LEVELS]; /* begins there with its first paragraph */
} List;

struct _OqDocxLists {
	GHashTable *plans;   /* id → Plan */
	GHashTable *lists;   /* id → List */
	GHashTable *defined; /* style → Plan, not owned */
};

static void
clear_levels(Levels *levels)
{
	for (guint i = 0; i < OQ_NUMBERING_LEVELS; i++) {
		oq_numbering_level_clear(&levels->levels[i]);
		g_free(levels->styles[i]);
	}
}

static void
free_plan(gpointer data)
{
	Plan *plan = data;
	clear_levels(&plan->levels);
	g_free(plan->link);
	g_free(plan->defines);
	g_free(plan);
}

static void
free_list(gpointer data)
{
	List *list = data;
	clear_levels(&list->levels);
	g_free(list->plan);
	g_free(list);
}

static gint
number(OqXmlPull *xml, const char *name)
{
	g_autofree char *value = oq_xml_pull_attribute(xml, name);
	gint64 n = value != NULL ? g_ascii_strtoll(value, NULL, 10) : 0;
	return (gint)CLAMP(n, G_MININT / 2, G_MAXINT / 2);
}

static void
take_signs(OqNumberingLevel *level, OqXmlPull *xml)
{
	static const struct {
		const char *name;
		OqNumberingSigns signs;
		gboolean is_upper;
	} rows[] = {{"bullet", OQ_NUMBERING_NONE, FALSE}, {"none", OQ_NUMBERING_NONE, FALSE},
		{"decimalZero", OQ_NUMBERING_PADDED, FALSE},
		{"lowerLetter", OQ_NUMBERING_DOUBLED, FALSE},
		{"upperLetter", OQ_NUMBERING_DOUBLED, TRUE},
		{"lowerRoman", OQ_NUMBERING_ROMAN, FALSE}, {"upperRoman", OQ_NUMBERING_ROMAN, TRUE},
		{"russianLower", OQ_NUMBERING_RUSSIAN_DOUBLED, FALSE},
		{"russianUpper", OQ_NUMBERING_RUSSIAN_DOUBLED, TRUE}};
	g_autofree char *name = oq_xml_pull_attribute(xml, "val");
	level->signs = OQ_NUMBERING_DECIMAL;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		if (g_strcmp0(rows[i].name, name) != 0)
			continue;
		level->signs = rows[i].signs;
		level->is_upper = rows[i].is_upper;
	}
}

static void
take_pattern(OqNumberingLevel *level, OqXmlPull *xml)
{
	g_autofree char *text = oq_xml_pull_attribute(xml, "val");
	g_free(level->pattern);
	level->pattern =
		text != NULL && strlen(text) < MAX_PATTERN_BYTES ? g_steal_pointer(&text) : NULL;
}

static gboolean
is_off(OqXmlPull *xml)
{
	g_autofree char *value = oq_xml_pull_attribute(xml, "val");
	return g_strcmp0(value, "0") == 0 || g_strcmp0(value, "false") == 0 ||
	       g_strcmp0(value, "off") == 0;
}

/* An element within a level. */
static void
take_property(OqNumberingLevel *level, OqXmlPull *xml)
{
	if (oq_xml_pull_is(xml, "start"))
		level->start = number(xml, "val");
	else if (oq_xml_pull_is(xml, "numFmt"))
		take_signs(level, xml);
	else if (oq_xml_pull_is(xml, "lvlText"))
		take_pattern(level, xml);
	else if (oq_xml_pull_is(xml, "lvlRestart"))
		level->restart = (guint)CLAMP(number(xml, "val"), 0, OQ_NUMBERING_LEVELS);
	else if (oq_xml_pull_is(xml, "isLgl"))
		level->is_decimal = !is_off(xml);
}

/* Which level the element that has started is about; OQ_NUMBERING_LEVELS: none that there is. */
static guint
level_of(OqXmlPull *xml)
{
	gint level = number(xml, "ilvl");
	return level >= 0 && level < OQ_NUMBERING_LEVELS ? (guint)level : OQ_NUMBERING_LEVELS;
}

static void
begin_level(Levels *levels, guint at)
{
	levels->at = at;
	if (at == OQ_NUMBERING_LEVELS)
		return;
	levels->is_there[at] = TRUE;
	oq_numbering_level_clear(&levels->levels[at]);
	oq_numbering_level_init(&levels->levels[at]);
}

/* An element of a plan or list that tells of levels. */
static void
take_level(Levels *levels, OqXmlPull *xml)
{
	if (oq_xml_pull_is(xml, "lvl"))
		begin_level(levels, level_of(xml));
	else if (levels->at == OQ_NUMBERING_LEVELS || !levels->is_there[levels->at])
		return;
	else if (oq_xml_pull_is(xml, "pStyle") && levels->styles[levels->at] == NULL)
		levels->styles[levels->at] = oq_xml_pull_attribute(xml, "val");
	else
		take_property(&levels->levels[levels->at], xml);
}

static void
take_of_plan(Plan *plan, OqXmlPull *xml)
{
	if (oq_xml_pull_is(xml, "numStyleLink") && plan->link == NULL)
		plan->link = oq_xml_pull_attribute(xml, "val");
	else if (oq_xml_pull_is(xml, "styleLink") && plan->defines == NULL)
		plan->defines = oq_xml_pull_attribute(xml, "val");
	else
		take_level(&plan->levels, xml);
}

static void
take_of_list(List *list, OqXmlPull *xml)
{
	guint at = list->levels.at;
	if (oq_xml_pull_is(xml, "abstractNumId") && list->plan == NULL) {
		list->plan = oq_xml_pull_attribute(xml, "val");
	} else if (oq_xml_pull_is(xml, "lvlOverride")) {
		list->levels.at = level_of(xml);
	} else if (oq_xml_pull_is(xml, "startOverride") && at < OQ_NUMBERING_LEVELS) {
		list->starts[at] = number(xml, "val");
		list->is_fresh[at] = TRUE;
	} else {
		take_level(&list->levels, xml);
	}
}

/* FALSE: the element that started at @depth has ended. */
static gboolean
next_within(OqXmlPull *xml, guint depth)
{
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event == OQ_XML_START)
			return TRUE;
		if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			return FALSE;
	}
	return FALSE;
}

static void
read_plan(OqDocxLists *lists, OqXmlPull *xml)
{
	guint depth = oq_xml_pull_depth(xml);
	char *id = oq_xml_pull_attribute(xml, "abstractNumId");
	Plan *plan = g_new0(Plan, 1);
	while (next_within(xml, depth))
		take_of_plan(plan, xml);
	if (id == NULL || g_hash_table_contains(lists->plans, id)) {
		free_plan(plan);
		g_free(id);
		return;
	}
	if (plan->defines != NULL)
		g_hash_table_insert(lists->defined, plan->defines, plan);
	g_hash_table_insert(lists->plans, id, plan);
}

static void
read_list(OqDocxLists *lists, OqXmlPull *xml)
{
	guint depth = oq_xml_pull_depth(xml);
	char *id = oq_xml_pull_attribute(xml, "numId");
	List *list = g_new0(List, 1);
	while (next_within(xml, depth))
		take_of_list(list, xml);
	if (id != NULL)
		g_hash_table_replace(lists->lists, id, list);
	else
		free_list(list);
}

OqDocxLists *
oq_docx_lists_read(OqMember *member)
{
	OqDocxLists *lists = g_new0(OqDocxLists, 1);
	lists->plans = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_plan);
	lists->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_list);
	lists->defined = g_hash_table_new(g_str_hash, g_str_equal);
	if (member == NULL)
		return lists;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event == OQ_XML_START && oq_xml_pull_is(xml, "abstractNum"))
			read_plan(lists, xml);
		else if (event == OQ_XML_START && oq_xml_pull_is(xml, "num"))
			read_list(lists, xml);
	}
	return lists;
}

void
oq_docx_lists_free(OqDocxLists *lists)
{
	if (lists == NULL)
		return;
	g_hash_table_unref(lists->defined);
	g_hash_table_unref(lists->lists);
	g_hash_table_unref(lists->plans);
	g_free(lists);
}

/* (nullable) */
static Plan *
plan_of(const OqDocxLists *lists, const List *list)
{
	Plan *plan = list->plan != NULL ? g_hash_table_lookup(lists->plans, list->plan) : NULL;
	return plan != NULL && plan->link != NULL ? g_hash_table_lookup(lists->defined, plan->link)
						  : plan;
}

static guint
find_level(const Plan *plan, guint level, const char *style)
{
	for (guint i = 0; i < OQ_NUMBERING_LEVELS && level == 0 && style != NULL; i++)
		if (g_strcmp0(plan->levels.styles[i], style) == 0)
			return i;
	return level > 0 ? level - 1 : 0;
}

/* As the list has them, else what it is made by. */
static void
gather_levels(const List *list, const Plan *plan, const OqNumberingLevel **levels)
{
	for (guint i = 0; i < OQ_NUMBERING_LEVELS; i++)
		levels[i] = list->levels.is_there[i]   ? &list->levels.levels[i]
			    : plan->levels.is_there[i] ? &plan->levels.levels[i]
						       : NULL;
}

char *
oq_docx_lists_next(OqDocxLists *lists, const char *id, guint level, const char *style)
{
	const OqNumberingLevel *levels[OQ_NUMBERING_LEVELS];
	List *list = id != NULL ? g_hash_table_lookup(lists->lists, id) : NULL;
	Plan *plan = list != NULL ? plan_of(lists, list) : NULL;
	guint at = plan != NULL ? find_level(plan, level, style) : OQ_NUMBERING_LEVELS;
	if (at >= OQ_NUMBERING_LEVELS)
		return NULL;
	gather_levels(list, plan, levels);
	oq_numbering_next(&plan->numbering, levels, at);
	if (list->is_fresh[at])
		plan->numbering.numbers[at] = list->starts[at];
	list->is_fresh[at] = FALSE;
	return oq_numbering_label(&plan->numbering, levels, at);
}
