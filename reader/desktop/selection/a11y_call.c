/* a11y_call.c - see the header. */
#include "desktop/selection/a11y_call.h"

#include <string.h>

typedef struct {
	OqA11yReply taken;
	gpointer data;
	const GVariantType *value; /* NULL: a method was called */
} Call;

void
oq_a11y_object_clear(OqA11yObject *object)
{
	g_clear_pointer(&object->sender, g_free);
	g_clear_pointer(&object->path, g_free);
}

void
oq_a11y_object_set(OqA11yObject *object, const char *sender, const char *path)
{
	OqA11yObject old = *object;

	*object = (OqA11yObject){g_strdup(sender), g_strdup(path)};
	oq_a11y_object_clear(&old);
}

OqA11yObject *
oq_a11y_object_new(const char *sender, const char *path)
{
	OqA11yObject *object = g_new0(OqA11yObject, 1);

	oq_a11y_object_set(object, sender, path);
	return object;
}

void
oq_a11y_object_free(OqA11yObject *object)
{
	if (object == NULL)
		return;
	oq_a11y_object_clear(object);
	g_free(object);
}

/* (transfer full) (nullable): what a (v) holds, if it is of that type. */
static GVariant *
value_of(GVariant *reply, const GVariantType *type)
{
	g_autoptr(GVariant) value = NULL;

	g_variant_get(reply, "(v)", &value);
	return g_variant_is_of_type(value, type) ? g_steal_pointer(&value) : NULL;
}

static void
take(GObject *source, GAsyncResult *result, gpointer data)
{
	g_autofree Call *call = data;
	g_autoptr(GError) error = NULL;
	g_autoptr(GVariant) reply =
		g_dbus_connection_call_finish(G_DBUS_CONNECTION(source), result, &error);

	if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		return;
	if (call->value != NULL && reply != NULL) {
		g_autoptr(GVariant) value = value_of(reply, call->value);
		call->taken(value, call->data);
	} else {
		call->taken(reply, call->data);
	}
}

/* Who tells of an object may tell of none, or of whatever it likes. */
static void
refuse(GDBusConnection *connection, GVariant *arguments, GCancellable *stop, const Call *call)
{
	g_autoptr(GTask) task = g_task_new(connection, stop, take, g_memdup2(call, sizeof *call));

	if (arguments != NULL)
		g_variant_unref(g_variant_ref_sink(arguments));
	g_task_return_new_error(task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no such object");
}

static void
make_call(GDBusConnection *connection, const OqA11yObject *object, const char *interface,
	const char *method, GVariant *arguments, const char *type, GCancellable *stop, Call call)
{
	if (!g_dbus_is_name(object->sender)) {
		refuse(connection, arguments, stop, &call);
		return;
	}
	g_dbus_connection_call(connection, object->sender, object->path, interface, method,
		arguments, G_VARIANT_TYPE(type), G_DBUS_CALL_FLAGS_NONE, -1, stop, take,
		g_memdup2(&call, sizeof call));
}

/* (transfer full): of what is there before the last dot. */
static char *
interface_of(const char *name)
{
	return g_strdup_printf("org.a11y.atspi.%.*s", (int)(strrchr(name, '.') - name), name);
}

void
oq_a11y_call(GDBusConnection *connection, const OqA11yObject *object, const char *method,
	GVariant *arguments, const char *type, GCancellable *stop, OqA11yReply taken, gpointer data)
{
	g_autofree char *interface = interface_of(method);

	make_call(connection, object, interface, strrchr(method, '.') + 1, arguments, type, stop,
		(Call){taken, data, NULL});
}

void
oq_a11y_get(GDBusConnection *connection, const OqA11yObject *object, const char *property,
	const char *type, GCancellable *stop, OqA11yReply taken, gpointer data)
{
	g_autofree char *interface = interface_of(property);

	make_call(connection, object, "org.freedesktop.DBus.Properties", "Get",
		g_variant_new("(ss)", interface, strrchr(property, '.') + 1), "(v)", stop,
		(Call){taken, data, G_VARIANT_TYPE(type)});
}

gboolean
oq_a11y_has_state(GVariant *reply, guint state)
{
	g_autoptr(GVariant) words = NULL;
	gsize n_words;

	if (reply == NULL)
		return FALSE;
	words = g_variant_get_child_value(reply, 0);
	const guint32 *bits = g_variant_get_fixed_array(words, &n_words, sizeof *bits);
	return state / 32 < n_words && (bits[state / 32] >> (state % 32) & 1) != 0;
}
