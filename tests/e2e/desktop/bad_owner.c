/* bad_owner.c - owns what is selected on X11, and does not what it should: bad_owner endless | slow
 * | silent | more | less | dies. A line on standard output tells that it owns it. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xcb/xcb.h>

#define CHUNK_BYTES 65536

enum { N_CHUNKS = 16, DIES_BEHIND = 3, SLOW_US = 300000 };

typedef struct {
	xcb_connection_t *connection;
	xcb_atom_t incr, utf8;
	const char *kind;
	xcb_window_t reader;
	xcb_atom_t property;
	guint n_sent; /* chunks */
	char chunk[CHUNK_BYTES];
} Owner;

static xcb_atom_t
find_atom(xcb_connection_t *connection, const char *name)
{
	xcb_intern_atom_reply_t *reply = xcb_intern_atom_reply(
		connection, xcb_intern_atom(connection, FALSE, (guint16)strlen(name), name), NULL);
	xcb_atom_t atom = reply->atom;

	free(reply);
	return atom;
}

static gboolean
is_kind(const Owner *owner, const char *kind)
{
	return strcmp(owner->kind, kind) == 0;
}

/* Tells that it comes piece by piece: so many bytes at least, which need not be true. */
static void
begin(Owner *owner, const xcb_selection_request_event_t *request)
{
	const guint32 events = XCB_EVENT_MASK_PROPERTY_CHANGE;
	guint32 n_bytes = is_kind(owner, "less") ? G_MAXUINT32 : 10;
	xcb_selection_notify_event_t answer = {.response_type = XCB_SELECTION_NOTIFY,
		.time = request->time,
		.requestor = request->requestor,
		.selection = request->selection,
		.target = request->target,
		.property = request->property};

	owner->reader = request->requestor;
	owner->property = request->property;
	owner->n_sent = 0;
	xcb_change_window_attributes(owner->connection, owner->reader, XCB_CW_EVENT_MASK, &events);
	xcb_change_property(owner->connection, XCB_PROP_MODE_REPLACE, owner->reader,
		owner->property, owner->incr, 32, 1, &n_bytes);
	xcb_send_event(owner->connection, FALSE, owner->reader, 0, (const char *)&answer);
}

static guint32
size_of_next(const Owner *owner)
{
	gboolean ends = is_kind(owner, "more") || is_kind(owner, "less");
	guint n_chunks = is_kind(owner, "less") ? 1 : N_CHUNKS;

	if (is_kind(owner, "slow"))
		return 10;
	return ends && owner->n_sent >= n_chunks ? 0 : CHUNK_BYTES;
}

/* The one before was taken. */
static void
send_next(Owner *owner)
{
	if (is_kind(owner, "silent"))
		return;
	if (is_kind(owner, "dies") && owner->n_sent == DIES_BEHIND)
		exit(0);
	if (is_kind(owner, "slow"))
		g_usleep(SLOW_US);
	xcb_change_property(owner->connection, XCB_PROP_MODE_REPLACE, owner->reader,
		owner->property, owner->utf8, 8, size_of_next(owner), owner->chunk);
	owner->n_sent++;
}

static void
take(Owner *owner, const xcb_generic_event_t *event)
{
	const xcb_property_notify_event_t *changed = (gconstpointer)event;
	guint kind = event->response_type & 0x7Fu;

	if (kind == XCB_SELECTION_REQUEST)
		begin(owner, (gconstpointer)event);
	else if (kind == XCB_PROPERTY_NOTIFY && changed->window == owner->reader &&
		 changed->atom == owner->property && changed->state == XCB_PROPERTY_DELETE)
		send_next(owner);
	xcb_flush(owner->connection);
}

int
main(int argc, char **argv)
{
	Owner owner = {.kind = argc > 1 ? argv[1] : "", .connection = xcb_connect(NULL, NULL)};
	xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(owner.connection)).data;
	xcb_window_t window = xcb_generate_id(owner.connection);
	xcb_generic_event_t *event;

	memset(owner.chunk, 'a', sizeof owner.chunk);
	owner.incr = find_atom(owner.connection, "INCR");
	owner.utf8 = find_atom(owner.connection, "UTF8_STRING");
	xcb_create_window(owner.connection, 0, window, screen->root, 0, 0, 1, 1, 0,
		XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT, 0, NULL);
	xcb_set_selection_owner(owner.connection, window, XCB_ATOM_PRIMARY, XCB_CURRENT_TIME);
	xcb_flush(owner.connection);
	puts("owns");
	fflush(stdout);
	while ((event = xcb_wait_for_event(owner.connection)) != NULL) {
		take(&owner, event);
		free(event);
	}
	return 0;
}
