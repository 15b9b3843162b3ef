/* x11_slots.h - our windows, one for each question; some wait for an answer that nobody wants any
 * more, which is then thrown away. Windows, since many owners know who asks by that alone. */
#pragma once

#include "desktop/selection/x11_link.h"

typedef enum {
	OQ_SLOT_FREE,
	OQ_SLOT_ASKED,
	OQ_SLOT_FILLS, /* is there, or comes part by part */
} OqSlotState;

typedef struct {
	OqSlotState state;
	gpointer asker; /* NULL: nobody waits for it */
	guint n_discarded;
} OqSlot;

typedef struct {
	OqSlot slots[OQ_X11_N_WINDOWS];
	guint next;
} OqX11Slots;

/** oq_x11_slots_take: (nullable): the one that was in use the longest time ago, free ones first,
 * for
 * @asker; NULL: all are waited for. */
OqSlot *oq_x11_slots_take(OqX11Slots *slots, gpointer asker);

xcb_window_t oq_x11_slots_window(
	const OqX11Slots *slots, const OqSlot *slot, const OqX11Wire *wire);

/** oq_x11_slots_find: (nullable): which one is it? */
OqSlot *oq_x11_slots_find(OqX11Slots *slots, xcb_window_t window, const OqX11Wire *wire);

/** oq_x11_slots_delete: what is there now; its owner learns that it may send the next part. */
void oq_x11_slots_delete(OqX11Slots *slots, const OqSlot *slot, const OqX11Wire *wire);

/** oq_x11_slots_leave: nobody waits for it any more. @is_there: something has come of it. */
void oq_x11_slots_leave(OqX11Slots *slots, OqSlot *slot, gboolean is_there, const OqX11Wire *wire);

/** oq_x11_slots_discard: something has come that nobody waits for. An owner that never comes to an
 * end is left alone at last. */
void oq_x11_slots_discard(OqX11Slots *slots, OqSlot *slot, const OqX11Wire *wire);
