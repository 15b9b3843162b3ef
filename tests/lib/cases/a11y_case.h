/* a11y_case.h - for tests: an accessibility bus, with objects of the test's on it. */
#pragma once

#include "desktop/selection/a11y.h"
#include "desktop/selection/a11y_call.h"
#include "test_bus.h"

#define A11Y_ADDRESS "AT_SPI_BUS_ADDRESS"

enum { FRAME = OQ_A11Y_ROLE_FRAME, PASSWORD = OQ_A11Y_ROLE_PASSWORD, TEXT = 61, PARAGRAPH = 73 };

enum {
	ACTIVE = 1 << OQ_A11Y_STATE_ACTIVE,
	FOCUSED = 1 << OQ_A11Y_STATE_FOCUSED,
	SHOWING = 1 << OQ_A11Y_STATE_SHOWING
};

/** An accessible object of the test's. */
typedef struct {
	const char *path;
	const char *parent;
	const char *children; /* their paths, with spaces between */
	guint role, states;
	const char *text; /* NULL: it has none */
	gint caret, start, end;
} Thing;

typedef struct {
	TestBus bus;
	OqA11y *a11y;
	GPtrArray *things;
	gboolean is_silent;
	const char *owner; /* of the objects, as they tell; NULL: the truth */
	guint n_registered;
	GString *log; /* what was answered */
} Case;

static const char accessible[] =
	"<node><interface name='org.a11y.atspi.Accessible'>"
	"<method name='GetRole'><arg type='u' direction='out'/></method>"
	"<method name='GetState'><arg type='au' direction='out'/></method>"
	"<method name='GetChildren'><arg type='a(so)' direction='out'/></method>"
	"<property name='Parent' type='(so)' access='read'/></interface></node>";
static const char text[] =
	"<node><interface name='org.a11y.atspi.Text'>"
	"<method name='GetNSelections'><arg type='i' direction='out'/></method>"
	"<method name='GetSelection'><arg type='i'/><arg type='i' direction='out'/>"
	"<arg type='i' direction='out'/></method>"
	"<method name='GetText'><arg type='i'/><arg type='i'/><arg type='s' "
	"direction='out'/></method>"
	"<property name='CaretOffset' type='i' access='read'/></interface></node>";
static const char registry[] = "<node><interface name='org.a11y.atspi.Registry'>"
			       "<method name='RegisterEvent'><arg type='s'/></method>"
			       "</interface></node>";

static inline const char *
own_name(const Case *c)
{
	if (c->owner != NULL)
		return c->owner;
	return g_dbus_connection_get_unique_name(c->bus.client);
}

static inline const Thing *
find(const Case *c, const char *path)
{
	for (guint i = 0; i < c->things->len; i++) {
		const Thing *thing = c->things->pdata[i];
		if (strcmp(thing->path, path) == 0)
			return thing;
	}
	g_assert_not_reached();
}

static inline GVariant *
list_children(const Case *c, const Thing *thing)
{
	GVariantBuilder list = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a(so)"));
	g_auto(GStrv) paths = g_strsplit(thing->children != NULL ? thing->children : "", " ", -1);

	for (guint i = 0; paths[i] != NULL && *paths[i] != '\0'; i++)
		g_variant_builder_add(&list, "(so)", own_name(c), paths[i]);
	return g_variant_new("(a(so))", &list);
}

static inline GVariant *
list_states(const Thing *thing)
{
	GVariantBuilder list = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("au"));

	g_variant_builder_add(&list, "u", thing->states);
	g_variant_builder_add(&list, "u", 0);
	return g_variant_new("(au)", &list);
}

static inline GVariant *
cut_text(const Thing *thing, GVariant *arguments)
{
	gint start, end;

	g_variant_get(arguments, "(ii)", &start, &end);
	g_autofree char *part = g_utf8_substring(thing->text, start, end);
	return g_variant_new("(s)", part);
}

static inline GVariant *
reply_to(const Case *c, const Thing *thing, const char *method, GVariant *arguments)
{
	if (strcmp(method, "GetRole") == 0)
		return g_variant_new("(u)", thing->role);
	if (strcmp(method, "GetState") == 0)
		return list_states(thing);
	if (strcmp(method, "GetChildren") == 0)
		return list_children(c, thing);
	if (strcmp(method, "GetNSelections") == 0)
		return g_variant_new("(i)", thing->start < thing->end ? 1 : 0);
	if (strcmp(method, "GetSelection") == 0)
		return g_variant_new("(ii)", thing->start, thing->end);
	g_assert_cmpstr(method, ==, "GetText");
	g_assert_cmpuint(thing->role, !=, PASSWORD);
	return cut_text(thing, arguments);
}

static inline void
hear_call(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path, const char *interface G_GNUC_UNUSED, const char *method,
	GVariant *arguments, GDBusMethodInvocation *invocation, gpointer data)
{
	Case *c = data;

	if (strcmp(method, "RegisterEvent") == 0) {
		c->n_registered++;
		g_dbus_method_invocation_return_value(invocation, NULL);
	} else if (c->is_silent) {
		g_object_unref(invocation);
	} else {
		g_dbus_method_invocation_return_value(
			invocation, reply_to(c, find(c, path), method, arguments));
	}
}

static inline GVariant *
hear_get(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path, const char *interface G_GNUC_UNUSED, const char *property,
	GError **error G_GNUC_UNUSED, gpointer data)
{
	const Case *c = data;
	const Thing *thing = find(c, path);

	if (strcmp(property, "CaretOffset") == 0)
		return g_variant_new("i", thing->caret);
	return g_variant_new("(so)", own_name(c),
		thing->parent != NULL ? thing->parent : "/org/a11y/atspi/null");
}

static inline void
put_on_bus(Case *c, const char *xml, const char *path)
{
	static const GDBusInterfaceVTable table = {
		.method_call = hear_call, .get_property = hear_get};
	g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml(xml, NULL);

	g_assert_cmpuint(g_dbus_connection_register_object(
				 c->bus.client, path, node->interfaces[0], &table, c, NULL, NULL),
		>, 0);
}

static inline void
add(Case *c, const Thing *thing)
{
	g_ptr_array_add(c->things, g_memdup2(thing, sizeof *thing));
	put_on_bus(c, accessible, thing->path);
	if (thing->text != NULL)
		put_on_bus(c, text, thing->path);
}

#define ADD(c, ...) add(c, &(Thing){__VA_ARGS__})
