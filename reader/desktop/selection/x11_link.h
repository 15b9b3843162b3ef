/* x11_link.h - a connection to the X server that never lets the main loop wait, with invisible
 * windows of its own. Made in a thread, since that takes answers; used in the main context. */
#pragma once

#include <gio/gio.h>
#include <xcb/xcb.h>

typedef enum {
	OQ_X11_CLIPBOARD,
	OQ_X11_INCR,
	OQ_X11_UTF8_STRING,
	OQ_X11_UTF8_PLAIN,
	OQ_X11_PROPERTY, /* of our windows: what is sent there */
	OQ_X11_N_ATOMS,
} OqX11Atom;

enum { OQ_X11_N_WINDOWS = 16 }; /* for as many questions at once */

typedef struct {
	xcb_connection_t *connection;
	xcb_window_t windows[OQ_X11_N_WINDOWS]; /* they hear of their properties */
	xcb_atom_t atoms[OQ_X11_N_ATOMS];
	gboolean knows_clients; /* the server can tell a client's process */
} OqX11Wire;

typedef struct _OqX11Link OqX11Link;

typedef struct {
	void (*event)(const xcb_generic_event_t *event, gpointer data); /* or an error */
	void (*gone)(gpointer data); /* the server, at last: the link is to be freed then */
} OqX11LinkCalls;

/** oq_x11_link_open: @done is called in the default context. */
void oq_x11_link_open(GCancellable *stop, GAsyncReadyCallback done, gpointer data);

/** oq_x11_link_finish: (transfer full): NULL with an @error, whose message is of no use. */
OqX11Link *oq_x11_link_finish(GAsyncResult *result, GError **error);

/** oq_x11_link_serve: from now on there are calls. They may free the link. */
void oq_x11_link_serve(OqX11Link *link, const OqX11LinkCalls *calls, gpointer data);

/** oq_x11_link_wire: (transfer none): requests are sent when the main loop comes to it. */
const OqX11Wire *oq_x11_link_wire(const OqX11Link *link);

/** OqX11Reply: @reply: NULL when the request failed. */
typedef void (*OqX11Reply)(const void *reply, gpointer data);

/** oq_x11_link_expect: @sequence: of a request that was sent after all that was expected before. */
void oq_x11_link_expect(OqX11Link *link, unsigned sequence, OqX11Reply taken, gpointer data);

/** oq_x11_link_forget: what was expected for @data is not told. */
void oq_x11_link_forget(OqX11Link *link, gconstpointer data);

/** oq_x11_link_free: @link may be NULL. */
void oq_x11_link_free(OqX11Link *link);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqX11Link, oq_x11_link_free)
