/* x11_slots.c - see the header. */
#include "desktop/selection/x11_slots.h"

enum { MAX_DISCARDED = 1000 }; /* parts of a text */

OqSlot *
oq_x11_slots_take(OqX11Slots *slots, gpointer asker)
{
	OqSlot *found = NULL;

	for (guint i = 0; i < OQ_X11_N_WINDOWS; i++) {
		OqSlot *slot = &slots->slots[(slots->next + i) % OQ_X11_N_WINDOWS];
		gboolean is_better = found == NULL ||
				     (slot->state == OQ_SLOT_FREE && found->state != OQ_SLOT_FREE);
		if (slot->asker == NULL && is_better)
			found = slot;
	}
	if (found == NULL)
		return NULL;
	slots->next = (guint)(found - slots->slots) + 1;
	*found = (OqSlot){.state = OQ_SLOT_ASKED, .asker = asker};
	return found;
}

xcb_window_t
oq_x11_slots_window(const OqX11Slots *slots, const OqSlot *slot, const OqX11Wire *wire)
{
	return wire->windows[slot - slots->slots];
}

OqSlot *
oq_x11_slots_find(OqX11Slots *slots, xcb_window_t window, const OqX11Wire *wire)
{
	for (guint i = 0; i < OQ_X11_N_WINDOWS; i++)
		if (oq_x11_slots_window(slots, &slots->slots[i], wire) == window)
			return &slots->slots[i];
	return NULL;
}

void
oq_x11_slots_delete(OqX11Slots *slots, const OqSlot *slot, const OqX11Wire *wire)
{
	xcb_delete_property(wire->connection, oq_x11_slots_window(slots, slot, wire),
		wire->atoms[OQ_X11_PROPERTY]);
}

void
oq_x11_slots_leave(OqX11Slots *slots, OqSlot *slot, gboolean is_there, const OqX11Wire *wire)
{
	slot->asker = NULL;
	if (slot->state == OQ_SLOT_FILLS || (slot->state == OQ_SLOT_ASKED && is_there))
		oq_x11_slots_discard(slots, slot, wire);
}

void
oq_x11_slots_discard(OqX11Slots *slots, OqSlot *slot, const OqX11Wire *wire)
{
	slot->state = OQ_SLOT_FILLS;
	if (slot->n_discarded++ < MAX_DISCARDED)
		oq_x11_slots_delete(slots, slot, wire);
}
