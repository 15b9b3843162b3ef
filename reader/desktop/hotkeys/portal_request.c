/* portal_request.c - see the header. */
#include "desktop/hotkeys/portal_request.h"

struct _OqPortalRequest {
	GDBusConnection *connection;
	GCancellable *stop;
	guint subscription;
	OqPortalAnswer answer;
	gpointer data;
};

char *
oq_portal_request_token(void)
{
	return g_strdup_printf("oqyrman%08x", g_random_int());
}

/* Where the answer comes from; that is known before the question is put. */
static char *
find_path(GDBusConnection *connection, const char *token)
{
	const char *name = g_dbus_connection_get_unique_name(connection);
	g_autofree char *sender = g_strdelimit(g_strdup(name + 1), ".", '_');

	return g_strdup_printf("%s/request/%s/%s", OQ_PORTAL_PATH, sender, token);
}

static void
unsubscribe(OqPortalRequest *request)
{
	if (request->subscription != 0)
		g_dbus_connection_signal_unsubscribe(request->connection, request->subscription);
	request->subscription = 0;
}

static void
end(OqPortalRequest *request, GVariant *results, const GError *error)
{
	unsubscribe(request);
	request->answer(results, error, request->data);
}

static void
take_response(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
	const char *signal G_GNUC_UNUSED, GVariant *arguments, gpointer data)
{
	guint32 response = 2;
	g_autoptr(GVariant) results = NULL;
	g_autoptr(GError) error = NULL;

	if (g_variant_is_of_type(arguments, G_VARIANT_TYPE("(ua{sv})")))
		g_variant_get(arguments, "(u@a{sv})", &response, &results);
	if (response == 0) {
		end(data, results, NULL);
		return;
	}
	error = g_error_new(G_IO_ERROR, G_IO_ERROR_CANCELLED, "the portal answers %u", response);
	end(data, NULL, error);
}

static void
take_reply(GObject *source, GAsyncResult *result, gpointer data)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GVariant) reply =
		g_dbus_connection_call_finish(G_DBUS_CONNECTION(source), result, &error);

	if (error != NULL && !g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		end(data, NULL, error);
}

OqPortalRequest *
oq_portal_request_new(GDBusConnection *connection, const char *interface, const char *method,
	OqPortalArguments make, OqPortalAnswer answer, gpointer data)
{
	OqPortalRequest *request = g_new0(OqPortalRequest, 1);
	g_autofree char *token = oq_portal_request_token();
	g_autofree char *path = find_path(connection, token);

	request->connection = g_object_ref(connection);
	request->stop = g_cancellable_new();
	request->answer = answer;
	request->data = data;
	request->subscription = g_dbus_connection_signal_subscribe(connection, OQ_PORTAL_NAME,
		"org.freedesktop.portal.Request", "Response", path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
		take_response, request, NULL);
	g_dbus_connection_call(connection, OQ_PORTAL_NAME, OQ_PORTAL_PATH, interface, method,
		make(token, data), G_VARIANT_TYPE("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, request->stop,
		take_reply, request);
	return request;
}

void
oq_portal_request_free(OqPortalRequest *request)
{
	if (request == NULL)
		return;
	unsubscribe(request);
	g_cancellable_cancel(request->stop);
	g_object_unref(request->stop);
	g_object_unref(request->connection);
	g_free(request);
}
