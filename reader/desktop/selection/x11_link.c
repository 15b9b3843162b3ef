/* x11_link.c - see the header. */
#include "desktop/selection/x11_link.h"

#include <string.h>
#include <xcb/res.h>
#include <xcb/xcbext.h>

typedef struct {
	unsigned sequence;
	OqX11Reply taken; /* NULL: forgotten */
	gpointer data;
} Expected;

struct _OqX11Link {
	OqX11Wire wire;
	const OqX11LinkCalls *calls;
	gpointer data;
	GSource *source;
	GQueue expected;

	/* What has come and was not handed on yet. */
	xcb_generic_event_t *event;
	gboolean has_reply; /* to the first that is expected */
	void *reply;
};

typedef struct {
	GSource source;
	OqX11Link *link;
} LinkSource;

static gboolean
has_waiting(OqX11Link *link)
{
	xcb_connection_t *connection = link->wire.connection;
	Expected *first = g_queue_peek_head(&link->expected);
	xcb_generic_error_t *error = NULL;

	if (first != NULL && !link->has_reply) {
		link->has_reply =
			xcb_poll_for_reply(connection, first->sequence, &link->reply, &error);
		free(error);
	}
	if (link->event == NULL)
		link->event = xcb_poll_for_queued_event(connection);
	return link->has_reply || link->event != NULL || xcb_connection_has_error(connection) != 0;
}

/* Sending may read what has come, and then the descriptor does not tell of it. */
static gboolean
prepare(GSource *source, int *timeout_ms)
{
	OqX11Link *link = ((LinkSource *)source)->link;

	*timeout_ms = -1;
	xcb_flush(link->wire.connection);
	return has_waiting(link);
}

static gboolean
check(GSource *source)
{
	OqX11Link *link = ((LinkSource *)source)->link;

	if (link->event == NULL)
		link->event = xcb_poll_for_event(link->wire.connection); /* reads */
	return has_waiting(link);
}

static void
hand_reply(OqX11Link *link)
{
	g_autofree Expected *first = g_queue_pop_head(&link->expected);
	void *reply = g_steal_pointer(&link->reply);

	link->has_reply = FALSE;
	if (first->taken != NULL)
		first->taken(reply, first->data);
	free(reply);
}

static void
hand_event(OqX11Link *link)
{
	xcb_generic_event_t *event = g_steal_pointer(&link->event);

	link->calls->event(event, link->data);
	free(event);
}

/* The server made the reply before the event. */
static gboolean
is_reply_first(OqX11Link *link)
{
	const Expected *first = g_queue_peek_head(&link->expected);

	return link->has_reply &&
	       (link->event == NULL || (gint32)(link->event->full_sequence - first->sequence) >= 0);
}

/* One at a time, in the order of the server; calls may end all this. */
static gboolean
dispatch(GSource *source, GSourceFunc callback G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
	OqX11Link *link = ((LinkSource *)source)->link;

	if (is_reply_first(link))
		hand_reply(link);
	else if (link->event != NULL)
		hand_event(link);
	else if (xcb_connection_has_error(link->wire.connection) != 0)
		link->calls->gone(link->data);
	return G_SOURCE_CONTINUE;
}

void
oq_x11_link_serve(OqX11Link *link, const OqX11LinkCalls *calls, gpointer data)
{
	static const GSourceFuncs functions = {
		.prepare = prepare, .check = check, .dispatch = dispatch};

	link->calls = calls;
	link->data = data;
	link->source = g_source_new((GSourceFuncs *)(guintptr)&functions, sizeof(LinkSource));
	((LinkSource *)link->source)->link = link;
	g_source_add_unix_fd(link->source, xcb_get_file_descriptor(link->wire.connection),
		G_IO_IN | G_IO_HUP | G_IO_ERR);
	g_source_attach(link->source, g_main_context_get_thread_default());
}

const OqX11Wire *
oq_x11_link_wire(const OqX11Link *link)
{
	return &link->wire;
}

void
oq_x11_link_expect(OqX11Link *link, unsigned sequence, OqX11Reply taken, gpointer data)
{
	Expected *expected = g_new(Expected, 1);

	*expected = (Expected){sequence, taken, data};
	g_queue_push_tail(&link->expected, expected);
}

void
oq_x11_link_forget(OqX11Link *link, gconstpointer data)
{
	for (GList *item = link->expected.head; item != NULL; item = item->next)
		if (((Expected *)item->data)->data == data)
			((Expected *)item->data)->taken = NULL;
}

void
oq_x11_link_free(OqX11Link *link)
{
	if (link == NULL)
		return;
	if (link->source != NULL) {
		g_source_destroy(link->source);
		g_source_unref(link->source);
	}
	g_queue_clear_full(&link->expected, g_free);
	free(link->event);
	free(link->reply);
	xcb_disconnect(link->wire.connection);
	g_free(link);
}

/* In a thread: how a link is made. */

static void
learn_atoms(OqX11Wire *wire)
{
	static const char *const names[] = {[OQ_X11_CLIPBOARD] = "CLIPBOARD",
		[OQ_X11_INCR] = "INCR",
		[OQ_X11_UTF8_STRING] = "UTF8_STRING",
		[OQ_X11_UTF8_PLAIN] = "text/plain;charset=utf-8",
		[OQ_X11_PROPERTY] = "OQYRMAN_SELECTION"};
	xcb_intern_atom_cookie_t cookies[OQ_X11_N_ATOMS];

	for (guint i = 0; i < OQ_X11_N_ATOMS; i++)
		cookies[i] = xcb_intern_atom(wire->connection, FALSE, strlen(names[i]), names[i]);
	for (guint i = 0; i < OQ_X11_N_ATOMS; i++) {
		xcb_intern_atom_reply_t *reply =
			xcb_intern_atom_reply(wire->connection, cookies[i], NULL);
		wire->atoms[i] = reply != NULL ? reply->atom : XCB_ATOM_NONE;
		free(reply);
	}
}

static void
make_windows(OqX11Wire *wire, xcb_window_t root)
{
	const guint32 values[] = {TRUE, XCB_EVENT_MASK_PROPERTY_CHANGE};

	for (guint i = 0; i < OQ_X11_N_WINDOWS; i++) {
		wire->windows[i] = xcb_generate_id(wire->connection);
		xcb_create_window(wire->connection, XCB_COPY_FROM_PARENT, wire->windows[i], root,
			-1, -1, 1, 1, 0, XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT,
			XCB_CW_OVERRIDE_REDIRECT | XCB_CW_EVENT_MASK, values);
	}
}

/* Since its version 1.2; to ask without the extension would end the connection. */
static gboolean
knows_clients(xcb_connection_t *connection)
{
	const xcb_query_extension_reply_t *extension =
		xcb_get_extension_data(connection, &xcb_res_id);

	if (extension == NULL || !extension->present)
		return FALSE;
	xcb_res_query_version_reply_t *version = xcb_res_query_version_reply(
		connection, xcb_res_query_version(connection, 1, 2), NULL);
	gboolean knows = version != NULL &&
			 (version->server_major > 1 ||
				 (version->server_major == 1 && version->server_minor >= 2));
	free(version);
	return knows;
}

static void
open_link(GTask *task, gpointer source G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED,
	GCancellable *stop G_GNUC_UNUSED)
{
	int number = 0;
	g_autoptr(OqX11Link) link = g_new0(OqX11Link, 1);
	OqX11Wire *wire = &link->wire;

	g_queue_init(&link->expected);
	wire->connection = xcb_connect(NULL, &number);
	if (xcb_connection_has_error(wire->connection) == 0) {
		xcb_screen_iterator_t screens =
			xcb_setup_roots_iterator(xcb_get_setup(wire->connection));
		for (int i = 0; i < number && screens.rem > 1; i++)
			xcb_screen_next(&screens);
		make_windows(wire, screens.data->root);
		learn_atoms(wire);
		wire->knows_clients = knows_clients(wire->connection);
	}
	if (xcb_connection_has_error(wire->connection) != 0)
		g_task_return_new_error(task, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "no X server");
	else
		g_task_return_pointer(
			task, g_steal_pointer(&link), (GDestroyNotify)oq_x11_link_free);
}

void
oq_x11_link_open(GCancellable *stop, GAsyncReadyCallback done, gpointer data)
{
	g_autoptr(GTask) task = g_task_new(NULL, stop, done, data);

	g_task_run_in_thread(task, open_link);
}

OqX11Link *
oq_x11_link_finish(GAsyncResult *result, GError **error)
{
	return g_task_propagate_pointer(G_TASK(result), error);
}
