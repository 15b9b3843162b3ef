/* wayland.c - see the header. */
#include "desktop/selection/wayland.h"

#include "desktop/selection/data_control.h"
#include "desktop/selection/faults.h"
#include "desktop/selection/plain.h"
#include "desktop/selection/wayland_socket.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <string.h>
#include <unistd.h>

enum {
	CHUNK_BYTES = 64 * 1024, /* as much as a pipe holds */
	CHUNKS_AT_ONCE = 16,
};

typedef enum {
	LEARNS_GLOBALS,
	LEARNS_OFFERS,
	READS,
	LEARNS_END, /* nothing was read: is the owner still there? */
} Phase;

typedef struct {
	struct wl_proxy *proxy;
	OqOffered offered;
} Offer;

typedef struct {
	OqWayland *wayland;
	OqRequest request;
	struct wl_display *display;
	GSource *events, *text; /* of its descriptor; of the pipe: NULL: none */
	Phase phase;
	gboolean is_synced; /* all that was asked for in this phase is there */
	struct wl_registry *registry;
	struct wl_callback *sync;
	const OqDataControl *control;
	struct wl_proxy *manager, *device;
	struct wl_seat *seat;
	GPtrArray *offers;
	const struct wl_proxy *current; /* the offer that is selected; NULL: nothing is */
	const struct wl_proxy *asked;   /* the one that is read */
	int pipe;
	GByteArray *bytes;
} Reading;

struct _OqWayland {
	GList *readings;
};

static void
offer_free(gpointer data)
{
	Offer *offer = data;

	oq_data_control_clear(&offer->offered);
	wl_proxy_destroy(offer->proxy);
	g_free(offer);
}

static void
disconnect(Reading *reading)
{
	if (reading->display == NULL)
		return;
	g_ptr_array_unref(reading->offers);
	g_clear_pointer(&reading->sync, wl_callback_destroy);
	g_clear_pointer(&reading->device, wl_proxy_destroy);
	g_clear_pointer(&reading->manager, wl_proxy_destroy);
	g_clear_pointer(&reading->seat, wl_seat_destroy);
	g_clear_pointer(&reading->registry, wl_registry_destroy);
	wl_display_disconnect(reading->display);
}

static OqRequest
end(Reading *reading)
{
	OqRequest request = reading->request;

	oq_request_drop(&reading->events);
	oq_request_drop(&reading->text);
	disconnect(reading);
	if (reading->pipe >= 0)
		close(reading->pipe);
	g_clear_pointer(&reading->bytes, g_byte_array_unref);
	reading->wayland->readings = g_list_remove(reading->wayland->readings, reading);
	g_free(reading);
	return request;
}

static void
fail(Reading *reading, GError *error)
{
	OqRequest request = end(reading);

	oq_request_answer(&request, NULL, error);
}

static void
succeed(Reading *reading)
{
	OqSelectionWanted wanted = reading->request.question.wanted;
	g_autoptr(GBytes) text = oq_plain_text(g_steal_pointer(&reading->bytes), OQ_PLAIN_UTF8);
	OqRequest request = end(reading);

	oq_request_answer(&request, text, text != NULL ? NULL : oq_fault_nothing(wanted));
}

static void
be_late(gpointer owner)
{
	Reading *reading = owner;

	fail(reading, reading->phase == READS ? oq_fault_late(0)
					      : oq_fault_display("WAYLAND_DISPLAY", TRUE));
}

static void
be_stopped(gpointer owner)
{
	OqRequest request = end(owner);

	oq_request_clear(&request);
}

/* What the compositor tells; nothing is ended from within. */

static void
hear_sync(void *data, struct wl_callback *callback G_GNUC_UNUSED, guint32 serial G_GNUC_UNUSED)
{
	((Reading *)data)->is_synced = TRUE;
}

static void
sync_phase(Reading *reading, Phase phase)
{
	static const struct wl_callback_listener listener = {hear_sync};

	g_clear_pointer(&reading->sync, wl_callback_destroy);
	reading->phase = phase;
	reading->is_synced = FALSE;
	reading->sync = wl_display_sync(reading->display);
	wl_callback_add_listener(reading->sync, &listener, reading);
	wl_display_flush(reading->display);
}

/* ext comes first where both are there. */
static void
hear_global(void *data, struct wl_registry *registry, guint32 name, const char *interface,
	guint32 version)
{
	Reading *reading = data;
	const OqDataControl *control = oq_data_control_find(interface, version);

	if (strcmp(interface, wl_seat_interface.name) == 0 && reading->seat == NULL)
		reading->seat = wl_registry_bind(registry, name, &wl_seat_interface, 1);
	if (control == NULL || (reading->control != NULL && reading->control < control))
		return;
	g_clear_pointer(&reading->manager, wl_proxy_destroy);
	reading->control = control;
	reading->manager = wl_registry_bind(registry, name, control->manager, control->version);
}

static void
hear_global_end(void *data G_GNUC_UNUSED, struct wl_registry *registry G_GNUC_UNUSED,
	guint32 name G_GNUC_UNUSED)
{
}

static int
hear_offer(const void *unused G_GNUC_UNUSED, void *target, guint32 event,
	const struct wl_message *message G_GNUC_UNUSED, union wl_argument *arguments)
{
	Offer *offer = wl_proxy_get_user_data(target);

	if (event == OQ_OFFER_TYPE)
		oq_data_control_see(&offer->offered, arguments[0].s);
	return 0;
}

static void
add_offer(Reading *reading, struct wl_proxy *proxy)
{
	Offer *offer = g_new0(Offer, 1);

	offer->proxy = proxy;
	g_ptr_array_add(reading->offers, offer);
	wl_proxy_add_dispatcher(proxy, hear_offer, NULL, offer);
}

static int
hear_device(const void *unused G_GNUC_UNUSED, void *target, guint32 event,
	const struct wl_message *message G_GNUC_UNUSED, union wl_argument *arguments)
{
	Reading *reading = wl_proxy_get_user_data(target);
	gboolean is_clipboard = reading->request.question.wanted == OQ_SELECTION_CLIPBOARD;

	if (event == OQ_DEVICE_OFFER)
		add_offer(reading, (struct wl_proxy *)arguments[0].o);
	else if (event == (is_clipboard ? OQ_DEVICE_SELECTION : OQ_DEVICE_PRIMARY))
		reading->current = (struct wl_proxy *)arguments[0].o;
	return 0;
}

/* The steps, from the main loop. */

static void
ask_offers(Reading *reading)
{
	if (reading->manager == NULL || reading->seat == NULL) {
		fail(reading, oq_fault_no_data_control());
		return;
	}
	reading->device = wl_proxy_marshal_flags(reading->manager, OQ_MANAGER_GET_DEVICE,
		reading->control->device, reading->control->version, 0, NULL, reading->seat);
	wl_proxy_add_dispatcher(reading->device, hear_device, NULL, reading);
	sync_phase(reading, LEARNS_OFFERS);
}

static const Offer *
find_current(const Reading *reading)
{
	for (guint i = 0; i < reading->offers->len; i++) {
		const Offer *offer = reading->offers->pdata[i];
		if (offer->proxy == reading->current)
			return offer;
	}
	return NULL;
}

static void
end_text(Reading *reading)
{
	oq_request_drop(&reading->text);
	if (reading->bytes->len > 0)
		succeed(reading);
	else
		sync_phase(reading, LEARNS_END);
}

static gboolean
read_text(int fd, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	Reading *reading = data;
	g_autofree guint8 *chunk = g_malloc(CHUNK_BYTES);

	for (guint i = 0; i < CHUNKS_AT_ONCE; i++) {
		gsize room = OQ_SELECTION_MAX_BYTES - reading->bytes->len;
		gssize n_bytes = read(fd, chunk, CHUNK_BYTES);
		if (n_bytes < 0 && (errno == EAGAIN || errno == EINTR))
			return G_SOURCE_CONTINUE;
		if (n_bytes > 0)
			g_byte_array_append(reading->bytes, chunk, MIN((gsize)n_bytes, room));
		if (n_bytes <= 0 || (gsize)n_bytes > room) {
			end_text(reading);
			return G_SOURCE_REMOVE;
		}
	}
	return G_SOURCE_CONTINUE;
}

static void
ask_text(Reading *reading)
{
	const Offer *offer = find_current(reading);
	int ends[2];

	if (offer == NULL || offer->offered.type == NULL) {
		fail(reading, oq_fault_nothing(reading->request.question.wanted));
		return;
	}
	if (offer->offered.is_secret) {
		fail(reading, oq_fault_protected());
		return;
	}
	if (!g_unix_open_pipe(ends, FD_CLOEXEC, NULL)) {
		fail(reading, oq_fault_display("WAYLAND_DISPLAY", FALSE));
		return;
	}
	g_unix_set_fd_nonblocking(ends[0], TRUE, NULL);
	reading->pipe = ends[0];
	reading->asked = offer->proxy;
	reading->phase = READS;
	reading->is_synced = FALSE;
	wl_proxy_marshal_flags(offer->proxy, OQ_OFFER_RECEIVE, NULL, reading->control->version, 0,
		offer->offered.type, ends[1]);
	wl_display_flush(reading->display);
	close(ends[1]);
	reading->text = g_unix_fd_source_new(ends[0], G_IO_IN | G_IO_HUP | G_IO_ERR);
	g_source_set_callback(reading->text, G_SOURCE_FUNC(read_text), reading, NULL);
	g_source_attach(reading->text, g_main_context_get_thread_default());
}

static void
go_on(Reading *reading)
{
	if (!reading->is_synced)
		return;
	switch (reading->phase) {
	case LEARNS_GLOBALS:
		ask_offers(reading);
		break;
	case LEARNS_OFFERS:
		ask_text(reading);
		break;
	case LEARNS_END:
		fail(reading, reading->current == reading->asked
				      ? oq_fault_nothing(reading->request.question.wanted)
				      : oq_fault_ended());
		break;
	case READS:
		break;
	}
}

static gboolean
take_events(struct wl_display *display)
{
	while (wl_display_prepare_read(display) != 0)
		if (wl_display_dispatch_pending(display) < 0)
			return FALSE;
	return wl_display_read_events(display) >= 0 && wl_display_dispatch_pending(display) >= 0;
}

static gboolean
hear_display(int fd G_GNUC_UNUSED, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	Reading *reading = data;
	struct wl_display *display = reading->display;

	if (!take_events(display)) {
		fail(reading, oq_fault_display_gone());
		return G_SOURCE_REMOVE;
	}
	go_on(reading);
	return G_SOURCE_CONTINUE;
}

/* What has gone wrong is told by errors. */
static void
log_nothing(const char *format G_GNUC_UNUSED, va_list arguments G_GNUC_UNUSED)
{
}

static void
start(Reading *reading, int fd)
{
	static const struct wl_registry_listener listener = {hear_global, hear_global_end};

	wl_log_set_handler_client(log_nothing);
	reading->display = wl_display_connect_to_fd(fd);
	reading->offers = g_ptr_array_new_with_free_func(offer_free);
	reading->bytes = g_byte_array_new();
	reading->registry = wl_display_get_registry(reading->display);
	wl_registry_add_listener(reading->registry, &listener, reading);
	reading->events = g_unix_fd_source_new(fd, G_IO_IN | G_IO_HUP | G_IO_ERR);
	g_source_set_callback(reading->events, G_SOURCE_FUNC(hear_display), reading, NULL);
	g_source_attach(reading->events, g_main_context_get_thread_default());
	sync_phase(reading, LEARNS_GLOBALS);
}

OqWayland *
oq_wayland_new(void)
{
	return g_new0(OqWayland, 1);
}

void
oq_wayland_ask(OqWayland *wayland, const OqQuestion *question)
{
	static const OqRequestCalls calls = {.late = be_late, .stopped = be_stopped};
	Reading *reading = g_new0(Reading, 1);
	gboolean is_frozen;
	int fd = oq_wayland_socket_open(&is_frozen);

	reading->wayland = wayland;
	reading->pipe = -1;
	oq_request_begin(&reading->request, question, &calls, reading);
	wayland->readings = g_list_prepend(wayland->readings, reading);
	if (fd < 0)
		fail(reading, oq_fault_display("WAYLAND_DISPLAY", is_frozen));
	else
		start(reading, fd);
}

void
oq_wayland_free(OqWayland *wayland)
{
	if (wayland == NULL)
		return;
	while (wayland->readings != NULL)
		be_stopped(wayland->readings->data);
	g_free(wayland);
}
