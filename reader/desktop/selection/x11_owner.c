/* x11_owner.c - see the header. */
#include "desktop/selection/x11_owner.h"

#include <xcb/res.h>

static void
watch(OqX11Owner *owner, guint32 mask)
{
	if (owner->window != XCB_NONE)
		xcb_change_window_attributes(oq_x11_link_wire(owner->link)->connection,
			owner->window, XCB_CW_EVENT_MASK, &mask);
}

static void
take_process(const void *reply, gpointer data)
{
	OqX11Owner *owner = data;

	if (reply == NULL)
		return;
	xcb_res_client_id_value_iterator_t ids = xcb_res_query_client_ids_ids_iterator(reply);
	for (; ids.rem > 0; xcb_res_client_id_value_next(&ids))
		if ((ids.data->spec.mask & XCB_RES_CLIENT_ID_MASK_LOCAL_CLIENT_PID) != 0 &&
			xcb_res_client_id_value_value_length(ids.data) > 0)
			owner->process = (pid_t)*xcb_res_client_id_value_value(ids.data);
}

static void
take_window(const void *reply, gpointer data)
{
	OqX11Owner *owner = data;
	const xcb_get_selection_owner_reply_t *told = reply;
	const OqX11Wire *wire = oq_x11_link_wire(owner->link);

	if (told == NULL || told->owner == XCB_NONE)
		return; /* the server itself says so to who asks for the text */
	owner->window = told->owner;
	watch(owner, XCB_EVENT_MASK_STRUCTURE_NOTIFY);
	if (!wire->knows_clients)
		return;
	xcb_res_client_id_spec_t spec = {owner->window, XCB_RES_CLIENT_ID_MASK_LOCAL_CLIENT_PID};
	oq_x11_link_expect(owner->link,
		xcb_res_query_client_ids(wire->connection, 1, &spec).sequence, take_process, owner);
}

void
oq_x11_owner_ask(OqX11Owner *owner, OqX11Link *link, xcb_atom_t selection)
{
	*owner = (OqX11Owner){.link = link};
	oq_x11_link_expect(link,
		xcb_get_selection_owner(oq_x11_link_wire(link)->connection, selection).sequence,
		take_window, owner);
}

gboolean
oq_x11_owner_has_ended(const OqX11Owner *owner, const xcb_generic_event_t *event)
{
	const xcb_generic_error_t *error = (const xcb_generic_error_t *)event;
	const xcb_destroy_notify_event_t *end = (const xcb_destroy_notify_event_t *)event;

	if (owner->window == XCB_NONE)
		return FALSE;
	if (event->response_type == 0) /* it had ended before it could be watched */
		return error->major_code == XCB_CHANGE_WINDOW_ATTRIBUTES &&
		       error->resource_id == owner->window;
	return (event->response_type & 0x7F) == XCB_DESTROY_NOTIFY && end->window == owner->window;
}

void
oq_x11_owner_leave(OqX11Owner *owner, gboolean has_ended)
{
	oq_x11_link_forget(owner->link, owner);
	if (!has_ended)
		watch(owner, XCB_EVENT_MASK_NO_EVENT);
}
