/* x11_owner.h - whose selection it is: its process, and whether it has ended. */
#pragma once

#include "desktop/selection/x11_link.h"

#include <sys/types.h>

typedef struct {
	OqX11Link *link;
	xcb_window_t window; /* none: nobody's, or not known yet */
	pid_t process;       /* 0: not known (yet) */
} OqX11Owner;

/** oq_x11_owner_ask: @owner: stays where it is until it is left. */
void oq_x11_owner_ask(OqX11Owner *owner, OqX11Link *link, xcb_atom_t selection);

/** oq_x11_owner_has_ended: is that what @event says? */
gboolean oq_x11_owner_has_ended(const OqX11Owner *owner, const xcb_generic_event_t *event);

/** oq_x11_owner_leave: @has_ended: there is nothing to be left but what was asked. */
void oq_x11_owner_leave(OqX11Owner *owner, gboolean has_ended);
