/* bindings.c - see the header. */
#include "home/keys/bindings.h"

#include <glib/gi18n.h>
#include <string.h>

#define BLANKS " \t"

/** A key, as the English layout has it, and what it does. */
typedef struct {
	OqKey key;
	OqAction action;
	gboolean is_chosen; /* by the user */
} Binding;

struct _OqBindings {
	const OqLayouts *layouts; /* nullable */
	OqLayout layout;          /* the last that was betrayed */
	GArray *bindings;         /* of Binding, in the order of their actions' keys */
	guint count;
};

/* The only way out that has no need of being known. */
static const OqKey leave = {.character = 'c', .ctrl = TRUE};

static const Binding *
binding_at(const OqBindings *bindings, guint i)
{
	return &g_array_index(bindings->bindings, Binding, i);
}

static const Binding *
find_binding(const OqBindings *bindings, const OqKey *key)
{
	for (guint i = 0; i < bindings->bindings->len; i++)
		if (oq_key_equal(&binding_at(bindings, i)->key, key))
			return binding_at(bindings, i);
	return NULL;
}

static void
add(OqBindings *bindings, const OqKey *key, OqAction action, gboolean is_chosen)
{
	const Binding binding = {*key, action, is_chosen};
	g_array_append_val(bindings->bindings, binding);
}

static void
remove_key(OqBindings *bindings, const OqKey *key)
{
	for (guint i = 0; i < bindings->bindings->len; i++)
		if (oq_key_equal(&binding_at(bindings, i)->key, key)) {
			g_array_remove_index(bindings->bindings, i);
			return;
		}
}

static gboolean
has_key(const OqBindings *bindings, OqAction action)
{
	OqKey key;
	return oq_bindings_key(bindings, action, &key);
}

/* Those that are free. */
static void
add_usual(OqBindings *bindings, OqAction action)
{
	OqKey key;
	g_auto(GStrv) names = g_strsplit(oq_actions_row(action)->keys, " ", -1);
	for (guint i = 0; names[i] != NULL; i++)
		if (oq_key_parse(names[i], &key) && find_binding(bindings, &key) == NULL)
			add(bindings, &key, action, FALSE);
}

static gboolean
is_named(OqAction action, const OqBindingsLine *lines, gsize n_lines)
{
	for (gsize i = 0; i < n_lines; i++)
		if (oq_actions_find(lines[i].action) == action)
			return TRUE;
	return FALSE;
}

/* ---- layouts ---- */

/* The key of which this character comes in a layout, as the English one has it; 0: none. */
static gunichar
english(const OqBindings *bindings, OqLayout layout, gunichar character)
{
	if (layout == OQ_LAYOUT_US)
		return character;
	return bindings->layouts != NULL ? oq_layouts_key(bindings->layouts, layout, character) : 0;
}

/* A key may be called as it is in whichever layout. */
static void
make_english(const OqBindings *bindings, OqKey *key)
{
	gunichar found = 0;
	if (bindings->layouts == NULL || key->kind != OQ_KEY_CHARACTER)
		return;
	for (OqLayout layout = 0; layout < OQ_N_LAYOUTS && found == 0; layout++)
		found = oq_layouts_key(bindings->layouts, layout, key->character);
	if (found != 0)
		key->character = found;
}

void
oq_bindings_overhear(OqBindings *bindings, const OqKey *key)
{
	/* With Ctrl a terminal sends Latin letters in any layout. */
	if (bindings->layouts != NULL && key->kind == OQ_KEY_CHARACTER && !key->ctrl)
		bindings->layout =
			oq_layouts_guess(bindings->layouts, bindings->layout, key->character);
}

/* ---- what the user chooses ---- */

static gboolean
is_figure(const OqKey *key)
{
	return key->kind == OQ_KEY_CHARACTER && !key->ctrl && !key->alt && key->character < 0x80 &&
	       g_ascii_isdigit(key->character);
}

/* Whoever is told. */
typedef struct {
	const char *place; /* nullable */
	GPtrArray *notices;
} Listener;

static void G_GNUC_PRINTF(2, 3) tell(const Listener *listener, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *problem = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	if (listener->place != NULL)
		g_ptr_array_add(
			listener->notices, g_strdup_printf("%s: %s", listener->place, problem));
	else
		g_ptr_array_add(listener->notices, g_steal_pointer(&problem));
}

/* From the action that usually has it. */
static void
take_away(OqBindings *bindings, const Binding *usual, const char *name, const Listener *listener)
{
	remove_key(bindings, &usual->key);
	if (!has_key(bindings, usual->action))
		tell(listener, _("“%s” has lost its key %s; give it another one"),
			oq_actions_row(usual->action)->name, name);
}

/* Counts and what always works. */
static gboolean
may_be_chosen(const OqKey *key)
{
	return !is_figure(key) && key->kind != OQ_KEY_ESCAPE && !oq_key_equal(key, &leave);
}

static void
choose_free(OqBindings *bindings, const OqKey *key, OqAction action, const char *name,
	const Listener *listener)
{
	const Binding *found = find_binding(bindings, key);
	if (found == NULL || !found->is_chosen) {
		const Binding before = found != NULL ? *found : (Binding){0};
		if (found != NULL)
			take_away(bindings, &before, name, listener);
		add(bindings, key, action, TRUE);
	} else if (found->action != action)
		tell(listener, _("%s, for “%s”, is the key of “%s” already"), name,
			oq_actions_row(action)->name, oq_actions_row(found->action)->name);
}

static void
choose_key(OqBindings *bindings, OqAction action, const char *name, const Listener *listener)
{
	const char *action_name = oq_actions_row(action)->name;
	OqKey key;
	if (!oq_key_parse(name, &key)) {
		tell(listener, _("%s, for “%s”, is no key"), name, action_name);
		return;
	}
	make_english(bindings, &key);
	if (may_be_chosen(&key))
		choose_free(bindings, &key, action, name, listener);
	else if (action != OQ_ACTION_QUIT || !oq_key_equal(&key, &leave))
		tell(listener, _("%s cannot be chosen for “%s”"), name, action_name);
}

static void
tell_unknown(const Listener *listener, const char *action)
{
	const char *meant = oq_actions_suggest(action);
	if (meant != NULL)
		tell(listener, _("there is no action “%s”; did you mean “%s”?"), action, meant);
	else
		tell(listener, _("there is no action “%s”; oqyrman config shows all of them"),
			action);
}

static void
choose(OqBindings *bindings, const OqBindingsLine *line, const Listener *listener)
{
	OqAction action = oq_actions_find(line->action);
	if (action == OQ_ACTION_NONE) {
		tell_unknown(listener, line->action);
		return;
	}
	g_auto(GStrv) names = g_strsplit_set(line->keys, BLANKS, -1);
	for (guint i = 0; names[i] != NULL; i++)
		if (names[i][0] != '\0')
			choose_key(bindings, action, names[i], listener);
}

/* What was chosen wrongly leaves the action with its usual keys; nothing at all was meant. */
static void
mend(OqBindings *bindings, const OqBindingsLine *line)
{
	OqAction action = oq_actions_find(line->action);
	if (action != OQ_ACTION_NONE && !has_key(bindings, action) &&
		line->keys[strspn(line->keys, BLANKS)] != '\0')
		add_usual(bindings, action);
}

OqBindings *
oq_bindings_new(
	const OqLayouts *layouts, const OqBindingsLine *lines, gsize n_lines, GPtrArray *notices)
{
	OqBindings *bindings = g_new0(OqBindings, 1);
	bindings->layouts = layouts;
	bindings->bindings = g_array_new(FALSE, FALSE, sizeof(Binding));
	for (OqAction action = OQ_ACTION_NONE + 1; action < OQ_N_ACTIONS; action++)
		if (!is_named(action, lines, n_lines))
			add_usual(bindings, action);
	for (gsize i = 0; i < n_lines; i++)
		choose(bindings, &lines[i], &(Listener){lines[i].place, notices});
	for (gsize i = 0; i < n_lines; i++)
		mend(bindings, &lines[i]);
	if (find_binding(bindings, &leave) == NULL)
		add(bindings, &leave, OQ_ACTION_QUIT, FALSE);
	return bindings;
}

OqBindings *
oq_bindings_new_configured(const OqLayouts *layouts, const OqConfig *config, GPtrArray *notices)
{
	const GPtrArray *chosen = oq_config_bindings(config);
	g_autofree OqBindingsLine *lines = g_new0(OqBindingsLine, chosen->len);
	g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < chosen->len; i++) {
		const OqConfigBinding *binding = g_ptr_array_index(chosen, i);
		char *place = oq_config_place(config, binding->line);
		g_ptr_array_add(places, place);
		lines[i] = (OqBindingsLine){binding->action, binding->keys, place};
	}
	return oq_bindings_new(layouts, lines, chosen->len, notices);
}

void
oq_bindings_free(OqBindings *bindings)
{
	if (bindings == NULL)
		return;
	g_array_unref(bindings->bindings);
	g_free(bindings);
}

/* ---- what keys do ---- */

/** An action, or a figure. */
typedef struct {
	OqAction action;
	gboolean is_figure;
	guint figure;
} Meaning;

static gboolean
find_as(const OqBindings *bindings, const OqKey *key, Meaning *meaning)
{
	const Binding *binding = find_binding(bindings, key);
	meaning->is_figure = is_figure(key);
	if (meaning->is_figure)
		meaning->figure = (guint)g_unichar_digit_value(key->character);
	meaning->action = binding != NULL ? binding->action : OQ_ACTION_NONE;
	return meaning->is_figure || binding != NULL;
}

static gboolean
find_in_layouts(const OqBindings *bindings, const OqKey *key, Meaning *meaning)
{
	const OqLayout order[] = {bindings->layout, OQ_LAYOUT_US, OQ_LAYOUT_RU, OQ_LAYOUT_KZ};
	for (guint i = 0; i < G_N_ELEMENTS(order); i++) {
		OqKey physical = *key;
		physical.character = english(bindings, order[i], key->character);
		if (physical.character != 0 && find_as(bindings, &physical, meaning))
			return TRUE;
	}
	return FALSE;
}

static gboolean
find_meaning(const OqBindings *bindings, const OqKey *key, Meaning *meaning)
{
	OqKey small = *key;
	*meaning = (Meaning){0};
	if (key->kind != OQ_KEY_CHARACTER)
		return find_as(bindings, key, meaning);
	if (find_in_layouts(bindings, key, meaning))
		return TRUE;
	small.character = g_unichar_tolower(key->character);
	return small.character != key->character && find_in_layouts(bindings, &small, meaning);
}

OqAction
oq_bindings_take(OqBindings *bindings, const OqKey *key, guint *count)
{
	Meaning meaning;
	oq_bindings_overhear(bindings, key);
	find_meaning(bindings, key, &meaning);
	if (meaning.is_figure) {
		bindings->count = MIN(bindings->count * 10 + meaning.figure, OQ_BINDINGS_MAX_COUNT);
		*count = bindings->count;
		return OQ_ACTION_NONE;
	}
	*count = meaning.action != OQ_ACTION_NONE ? MAX(bindings->count, 1) : 0;
	bindings->count = 0;
	return meaning.action;
}

gboolean
oq_bindings_knows(const OqBindings *bindings, const OqKey *key)
{
	Meaning meaning;
	return find_meaning(bindings, key, &meaning);
}

gboolean
oq_bindings_key(const OqBindings *bindings, OqAction action, OqKey *key)
{
	for (guint i = 0; i < bindings->bindings->len; i++)
		if (binding_at(bindings, i)->action == action) {
			*key = binding_at(bindings, i)->key;
			return TRUE;
		}
	return FALSE;
}

/* NULL: the action has none. */
static char *
spoken_keys(const OqBindings *bindings, OqAction action)
{
	g_autofree char *all = NULL;
	for (guint i = 0; i < bindings->bindings->len; i++) {
		if (binding_at(bindings, i)->action != action)
			continue;
		g_autofree char *before = g_steal_pointer(&all);
		g_autofree char *key = oq_key_spoken(&binding_at(bindings, i)->key);
		all = before == NULL ? g_steal_pointer(&key)
				     : g_strdup_printf(_("%s or %s"), before, key);
	}
	return g_steal_pointer(&all);
}

static void
add_line(GString *help, const char *keys, const char *meaning)
{
	g_string_append_printf(help, "%s: %s.\n", keys, meaning);
}

static void
add_group(const OqBindings *bindings, OqActionGroup group, GString *help)
{
	g_autoptr(GString) lines = g_string_new(NULL);
	for (OqAction action = OQ_ACTION_NONE + 1; action < OQ_N_ACTIONS; action++) {
		const OqActionRow *row = oq_actions_row(action);
		g_autofree char *keys = row->group == group ? spoken_keys(bindings, action) : NULL;
		if (keys != NULL)
			add_line(lines, keys, _(row->meaning));
	}
	if (group == OQ_ACTIONS_MOVE) {
		add_line(lines, _("figures before a key"), _("so many times"));
		add_line(lines, _("Escape"), _("forget the figures"));
	}
	if (lines->len > 0)
		g_string_append_printf(help, "%s%s.\n%s", help->len > 0 ? "\n" : "",
			oq_actions_group(group), lines->str);
}

char *
oq_bindings_help(const OqBindings *bindings)
{
	GString *help = g_string_new(NULL);
	for (OqActionGroup group = 0; group < OQ_N_ACTION_GROUPS; group++)
		add_group(bindings, group, help);
	return g_string_free(help, FALSE);
}
