/* hypertext_lists.c - hypertext.c: the numbers of items in lists. */
#include "open/markup/hypertext-private.h"

#include <string.h>

typedef struct {
	const char *name;
	OqNumberingSigns signs;
	gboolean is_upper;
} Row;

/* What attributes say. */
static const Row types[] = {
	{"1", OQ_NUMBERING_DECIMAL, FALSE},
	{"A", OQ_NUMBERING_LETTERS, TRUE},
	{"I", OQ_NUMBERING_ROMAN, TRUE},
	{"a", OQ_NUMBERING_LETTERS, FALSE},
	{"circle", OQ_NUMBERING_NONE, FALSE},
	{"disc", OQ_NUMBERING_NONE, FALSE},
	{"i", OQ_NUMBERING_ROMAN, FALSE},
	{"none", OQ_NUMBERING_NONE, FALSE},
	{"square", OQ_NUMBERING_NONE, FALSE},
};

/* What a style says. */
static const Row styles[] = {
	{"circle", OQ_NUMBERING_NONE, FALSE},
	{"decimal", OQ_NUMBERING_DECIMAL, FALSE},
	{"decimal-leading-zero", OQ_NUMBERING_PADDED, FALSE},
	{"disc", OQ_NUMBERING_NONE, FALSE},
	{"lower-alpha", OQ_NUMBERING_LETTERS, FALSE},
	{"lower-latin", OQ_NUMBERING_LETTERS, FALSE},
	{"lower-roman", OQ_NUMBERING_ROMAN, FALSE},
	{"none", OQ_NUMBERING_NONE, FALSE},
	{"square", OQ_NUMBERING_NONE, FALSE},
	{"upper-alpha", OQ_NUMBERING_LETTERS, TRUE},
	{"upper-latin", OQ_NUMBERING_LETTERS, TRUE},
	{"upper-roman", OQ_NUMBERING_ROMAN, TRUE},
};

static void
take_row(OqHypertextList *list, const Row *row)
{
	list->signs = row->signs;
	list->is_upper = row->is_upper;
}

static void
take_type(OqHypertextList *list, const char *type)
{
	for (gsize i = 0; type != NULL && i < G_N_ELEMENTS(types); i++)
		if (strcmp(types[i].name, type) == 0)
			take_row(list, &types[i]);
}

/* "list-style: none inside", "list-style-type: lower-roman" */
static void
take_style(OqHypertextList *list, const char *style)
{
	static const char property[] = "list-style";
	g_autofree char *plain = g_ascii_strdown(style != NULL ? style : "", -1);
	g_auto(GStrv) rules = g_strsplit(plain, ";", -1);
	for (guint i = 0; rules[i] != NULL; i++) {
		const char *value = strchr(rules[i], ':');
		if (value == NULL || !g_str_has_prefix(g_strchug(rules[i]), property))
			continue;
		for (gsize j = 0; j < G_N_ELEMENTS(styles); j++)
			if (oq_elements_has_word(
				    value + 1, (const char *const[]){styles[j].name, NULL}))
				take_row(list, &styles[j]);
	}
}

/* DTBook has one element for all lists. */
static gboolean
is_ordered(const char *name, const char *const *attributes)
{
	return strcmp(name, "ol") == 0 ||
	       (strcmp(name, "list") == 0 &&
		       g_strcmp0(oq_elements_attribute(attributes, "type"), "ol") == 0);
}

static gboolean
take_number(const char *text, gint *number)
{
	gint64 value = text != NULL ? g_ascii_strtoll(text, NULL, 10) : 0;
	if (text == NULL || value < G_MININT / 2 || value > G_MAXINT / 2)
		return FALSE;
	*number = (gint)value;
	return TRUE;
}

void
oq_hypertext_start_list(OqHypertext *hypertext, OqHypertextFrame *frame, const char *name,
	const char *const *attributes)
{
	OqHypertextList *list = &frame->numbers;
	gboolean is_reversed = oq_elements_attribute(attributes, "reversed") != NULL;
	*list = (OqHypertextList){.next = 1, .step = is_reversed ? -1 : 1};
	frame->in_list = hypertext->frames->len + 1;
	if (is_ordered(name, attributes)) {
		list->signs = OQ_NUMBERING_DECIMAL;
		take_type(list, oq_elements_attribute(attributes, "type"));
		take_type(list, oq_elements_attribute(attributes, "enum"));
	}
	take_style(list, oq_elements_attribute(attributes, "style"));
	if (!take_number(oq_elements_attribute(attributes, "start"), &list->next) && is_reversed)
		list->signs = OQ_NUMBERING_NONE;
}

void
oq_hypertext_number_item(
	OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes)
{
	if (frame->in_list == 0)
		return;
	OqHypertextList *list =
		&g_array_index(hypertext->frames, OqHypertextFrame, frame->in_list - 1).numbers;
	OqHypertextList own = *list;
	take_number(oq_elements_attribute(attributes, "value"), &own.next);
	list->next = own.next + own.step;
	take_type(&own, oq_elements_attribute(attributes, "type"));
	take_style(&own, oq_elements_attribute(attributes, "style"));
	gboolean is_note = frame->note != oq_hypertext_top(hypertext)->note;
	if (own.signs == OQ_NUMBERING_NONE || is_note)
		return;
	g_autoptr(GString) label = g_string_new(NULL);
	oq_numbering_append(label, own.signs, own.is_upper, own.next);
	frame->label = g_string_free(g_steal_pointer(&label), FALSE);
}

/* Where a style that is not looked at hides the numbers, they are typed. */
static gboolean
is_typed(const char *text, const char *label)
{
	gsize n = strlen(label);
	return strncmp(text, label, n) == 0 && (text[n] == '.' || text[n] == ')') &&
	       !g_ascii_isdigit(text[n + 1]);
}

void
oq_hypertext_put_label(OqHypertext *hypertext)
{
	if (hypertext->item == 0)
		return;
	OqHypertextFrame *item =
		&g_array_index(hypertext->frames, OqHypertextFrame, hypertext->item - 1);
	g_autofree char *label = g_steal_pointer(&item->label);
	if (label == NULL || is_typed(hypertext->text->str, label))
		return;
	g_string_prepend(hypertext->text, ". ");
	g_string_prepend(hypertext->text, label);
}
