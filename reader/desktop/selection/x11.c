/* x11.c - see the header. */
#include "desktop/selection/x11.h"

#include "desktop/selection/faults.h"
#include "desktop/selection/incoming.h"
#include "desktop/selection/plain.h"
#include "desktop/selection/x11_owner.h"
#include "desktop/selection/x11_slots.h"

enum { PIECE_UNITS = 64 * 1024 }; /* of 4 bytes: what is read at once */

typedef struct {
	OqX11 *x11;
	OqRequest request;
	OqSlot *slot; /* NULL: it waits for the connection */
	guint target;
	OqIncoming incoming;
	gboolean is_reading;
	OqX11Owner owner;
	gboolean has_owner_ended;
} Transfer;

struct _OqX11 {
	OqX11Link *link; /* NULL: not connected */
	GCancellable *opening;
	GList *transfers;
	OqX11Slots slots;
};

/* What is asked for, one after the other. */
static const struct {
	int atom; /* of the link; negative: one that X11 has always had */
	OqPlainEncoding encoding;
} targets[] = {
	{OQ_X11_UTF8_STRING, OQ_PLAIN_UTF8},
	{OQ_X11_UTF8_PLAIN, OQ_PLAIN_UTF8},
	{-(int)XCB_ATOM_STRING, OQ_PLAIN_LATIN1},
};

static xcb_atom_t
target_atom(const OqX11Wire *wire, guint target)
{
	int atom = targets[target].atom;

	return atom < 0 ? (xcb_atom_t)-atom : wire->atoms[atom];
}

static xcb_atom_t
selection_atom(const OqX11Wire *wire, const Transfer *transfer)
{
	return transfer->request.question.wanted == OQ_SELECTION_CLIPBOARD
		       ? wire->atoms[OQ_X11_CLIPBOARD]
		       : XCB_ATOM_PRIMARY;
}

static const OqX11Wire *
wire_of(const Transfer *transfer)
{
	return oq_x11_link_wire(transfer->x11->link);
}

static xcb_window_t
window_of(const Transfer *transfer)
{
	return oq_x11_slots_window(&transfer->x11->slots, transfer->slot, wire_of(transfer));
}

/* The slot is left to what may still come. */
static void
leave(Transfer *transfer)
{
	OqX11 *x11 = transfer->x11;

	if (transfer->slot == NULL || x11->link == NULL)
		return;
	oq_x11_slots_leave(&x11->slots, transfer->slot, transfer->is_reading, wire_of(transfer));
	oq_x11_owner_leave(&transfer->owner, transfer->has_owner_ended);
	oq_x11_link_forget(x11->link, transfer);
}

static OqRequest
end(Transfer *transfer)
{
	OqRequest request = transfer->request;

	leave(transfer);
	transfer->x11->transfers = g_list_remove(transfer->x11->transfers, transfer);
	oq_incoming_clear(&transfer->incoming);
	g_free(transfer);
	return request;
}

static void
fail(Transfer *transfer, GError *error)
{
	OqRequest request = end(transfer);

	oq_request_answer(&request, NULL, error);
}

static void
succeed(Transfer *transfer)
{
	OqSelectionWanted wanted = transfer->request.question.wanted;
	g_autoptr(GBytes) text = oq_plain_text(
		oq_incoming_steal(&transfer->incoming), targets[transfer->target].encoding);
	OqRequest request = end(transfer);

	oq_request_answer(&request, text, text != NULL ? NULL : oq_fault_nothing(wanted));
}

static void
be_late(gpointer owner)
{
	Transfer *transfer = owner;

	fail(transfer, transfer->slot != NULL ? oq_fault_late(transfer->owner.process)
					      : oq_fault_display("DISPLAY", TRUE));
}

static void
be_stopped(gpointer owner)
{
	OqRequest request = end(owner);

	oq_request_clear(&request);
}

static void
convert(Transfer *transfer)
{
	const OqX11Wire *wire = wire_of(transfer);

	oq_incoming_clear(&transfer->incoming);
	oq_incoming_init(&transfer->incoming, wire->atoms[OQ_X11_INCR], OQ_SELECTION_MAX_BYTES);
	transfer->slot->state = OQ_SLOT_ASKED;
	xcb_convert_selection(wire->connection, window_of(transfer), selection_atom(wire, transfer),
		target_atom(wire, transfer->target), wire->atoms[OQ_X11_PROPERTY],
		XCB_CURRENT_TIME);
}

static void
convert_next(Transfer *transfer)
{
	if (++transfer->target < G_N_ELEMENTS(targets))
		convert(transfer);
	else
		fail(transfer, oq_fault_nothing(transfer->request.question.wanted));
}

static void take_piece(const void *reply, gpointer data);

static void
read_piece(Transfer *transfer)
{
	const OqX11Wire *wire = wire_of(transfer);
	/* It is deleted with its last piece, by which the owner knows that it was read. */
	xcb_get_property_cookie_t cookie = xcb_get_property(wire->connection, TRUE,
		window_of(transfer), wire->atoms[OQ_X11_PROPERTY], XCB_GET_PROPERTY_TYPE_ANY,
		transfer->incoming.n_read / 4, PIECE_UNITS);

	transfer->is_reading = TRUE;
	oq_x11_link_expect(transfer->x11->link, cookie.sequence, take_piece, transfer);
}

static void
wait_for_part(Transfer *transfer)
{
	transfer->slot->state = OQ_SLOT_FILLS;
	if (transfer->has_owner_ended)
		fail(transfer, oq_fault_ended());
}

static void
take_piece(const void *reply, gpointer data)
{
	Transfer *transfer = data;
	const xcb_get_property_reply_t *property = reply;
	OqIncomingPiece piece = {0};

	transfer->is_reading = FALSE;
	if (property != NULL)
		piece = (OqIncomingPiece){property->type, property->format, property->bytes_after,
			xcb_get_property_value(property), xcb_get_property_value_length(property)};
	switch (oq_incoming_take(&transfer->incoming, &piece)) {
	case OQ_INCOMING_MORE:
		read_piece(transfer);
		break;
	case OQ_INCOMING_WAIT:
		wait_for_part(transfer);
		break;
	case OQ_INCOMING_WHOLE:
		/* otherwise it was cut, and there is still something to come */
		if (piece.n_bytes_after == 0 &&
			(!transfer->incoming.is_in_parts || piece.n_bytes == 0))
			transfer->slot->state = OQ_SLOT_FREE;
		succeed(transfer);
		break;
	case OQ_INCOMING_REFUSED:
		oq_x11_slots_delete(&transfer->x11->slots, transfer->slot, wire_of(transfer));
		convert_next(transfer);
		break;
	}
}

static void
start(Transfer *transfer)
{
	OqX11 *x11 = transfer->x11;

	transfer->slot = oq_x11_slots_take(&x11->slots, transfer);
	if (transfer->slot == NULL) {
		fail(transfer, oq_fault_late(0));
		return;
	}
	oq_x11_owner_ask(&transfer->owner, x11->link, selection_atom(wire_of(transfer), transfer));
	convert(transfer);
}

static void
hear_owner(OqX11 *x11, const xcb_selection_notify_event_t *event)
{
	const OqX11Wire *wire = oq_x11_link_wire(x11->link);
	OqSlot *slot = oq_x11_slots_find(&x11->slots, event->requestor, wire);

	if (slot == NULL || slot->state != OQ_SLOT_ASKED)
		return; /* nobody has asked, or it says it twice */
	Transfer *transfer = slot->asker;
	if (transfer == NULL && event->property != XCB_ATOM_NONE)
		oq_x11_slots_discard(&x11->slots, slot, wire);
	else if (transfer == NULL)
		slot->state = OQ_SLOT_FREE;
	else if (transfer->is_reading || event->target != target_atom(wire, transfer->target))
		return;
	else if (event->property != XCB_ATOM_NONE)
		read_piece(transfer);
	else
		convert_next(transfer);
}

static void
hear_property(OqX11 *x11, const xcb_property_notify_event_t *event)
{
	const OqX11Wire *wire = oq_x11_link_wire(x11->link);
	OqSlot *slot = oq_x11_slots_find(&x11->slots, event->window, wire);

	if (slot == NULL || slot->state != OQ_SLOT_FILLS ||
		event->state != XCB_PROPERTY_NEW_VALUE ||
		event->atom != wire->atoms[OQ_X11_PROPERTY])
		return;
	Transfer *transfer = slot->asker;
	if (transfer == NULL)
		oq_x11_slots_discard(&x11->slots, slot, wire);
	else if (!transfer->is_reading)
		read_piece(transfer);
}

/* What it has sent before it ended counts. */
static void
hear_end(OqX11 *x11, const xcb_generic_event_t *event)
{
	for (GList *item = x11->transfers, *next; item != NULL; item = next) {
		Transfer *transfer = item->data;
		next = item->next;
		if (!oq_x11_owner_has_ended(&transfer->owner, event))
			continue;
		transfer->has_owner_ended = TRUE;
		if (!transfer->is_reading)
			fail(transfer, oq_fault_ended());
	}
}

static void
hear(const xcb_generic_event_t *event, gpointer data)
{
	OqX11 *x11 = data;

	switch (event->response_type & 0x7F) { /* whoever sent it */
	case XCB_SELECTION_NOTIFY:
		hear_owner(x11, (const xcb_selection_notify_event_t *)event);
		break;
	case XCB_PROPERTY_NOTIFY:
		hear_property(x11, (const xcb_property_notify_event_t *)event);
		break;
	default:
		hear_end(x11, event);
		break;
	}
}

static void
lose(gpointer data)
{
	OqX11 *x11 = data;

	g_clear_pointer(&x11->link, oq_x11_link_free);
	x11->slots = (OqX11Slots){0};
	while (x11->transfers != NULL)
		fail(x11->transfers->data, oq_fault_display_gone());
}

static void
be_open(GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
	static const OqX11LinkCalls calls = {.event = hear, .gone = lose};
	OqX11 *x11 = data;
	g_autoptr(GError) error = NULL;
	OqX11Link *link = oq_x11_link_finish(result, &error);

	if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		return; /* there is no x11 any more */
	g_clear_object(&x11->opening);
	x11->link = link;
	if (link != NULL)
		oq_x11_link_serve(link, &calls, x11);
	for (GList *item = x11->transfers, *next; item != NULL; item = next) {
		next = item->next;
		if (link != NULL)
			start(item->data);
		else
			fail(item->data, oq_fault_display("DISPLAY", FALSE));
	}
}

OqX11 *
oq_x11_new(void)
{
	return g_new0(OqX11, 1);
}

void
oq_x11_ask(OqX11 *x11, const OqQuestion *question)
{
	static const OqRequestCalls calls = {.late = be_late, .stopped = be_stopped};
	Transfer *transfer = g_new0(Transfer, 1);

	transfer->x11 = x11;
	oq_request_begin(&transfer->request, question, &calls, transfer);
	x11->transfers = g_list_append(x11->transfers, transfer);
	if (x11->link != NULL) {
		start(transfer);
	} else if (x11->opening == NULL) {
		x11->opening = g_cancellable_new();
		oq_x11_link_open(x11->opening, be_open, x11);
	}
}

void
oq_x11_free(OqX11 *x11)
{
	if (x11 == NULL)
		return;
	while (x11->transfers != NULL)
		be_stopped(x11->transfers->data);
	if (x11->opening != NULL) {
		g_cancellable_cancel(x11->opening);
		g_object_unref(x11->opening);
	}
	oq_x11_link_free(x11->link);
	g_free(x11);
}
