/* data_control.h - the protocol of Wayland by which a program without a window learns what is
 * selected: ext-data-control-v1, or wlr-data-control-unstable-v1, which is the same but for names.
 * Only what is asked for is here, and nothing by which something would be set. */
#pragma once

#include <glib.h>
#include <wayland-client.h>

typedef struct {
	const struct wl_interface *manager, *device, *offer;
	guint32 version; /* from which on it knows the primary selection */
} OqDataControl;

/** Requests and events by their numbers. */
enum {
	OQ_MANAGER_GET_DEVICE = 1, /* new device, seat */

	OQ_DEVICE_OFFER = 0,     /* event: new offer, the next events tell what it is for */
	OQ_DEVICE_SELECTION = 1, /* event: offer, or none */
	OQ_DEVICE_FINISHED = 2,  /* event */
	OQ_DEVICE_PRIMARY = 3,   /* event: offer, or none */

	OQ_OFFER_RECEIVE = 0, /* type, descriptor */
	OQ_OFFER_TYPE = 0,    /* event: type */
};

/** oq_data_control_find: (nullable): @interface, @version: what the compositor has */
const OqDataControl *oq_data_control_find(const char *interface, guint32 version);

/** What is offered, seen type by type. */
typedef struct {
	char *type; /* NULL: no text; otherwise what to ask for */
	guint rank;
	gboolean is_secret; /* a password manager says so */
} OqOffered;

/** oq_data_control_see: one more type. */
void oq_data_control_see(OqOffered *offered, const char *type);

void oq_data_control_clear(OqOffered *offered);
