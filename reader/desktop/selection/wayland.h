/* wayland.h - the primary selection and the clipboard of Wayland, by data-control.
 *
 * Each question has a connection of its own, which takes less than a millisecond: meanwhile nobody
 * is told of each selection that the user makes, and a compositor may come and go.
 * The text comes through a pipe, whose end is all that is known of it: when the owner dies in the
 * midst of it, what has come by then is taken for the whole.
 */
#pragma once

#include "desktop/selection/request.h"

typedef struct _OqWayland OqWayland;

OqWayland *oq_wayland_new(void);

/** oq_wayland_ask: the clipboard if that is wanted, otherwise the primary selection. Errors: all;
 * NO_SOURCE when the compositor has no data-control, such as GNOME's. */
void oq_wayland_ask(OqWayland *wayland, const OqQuestion *question);

/** oq_wayland_free: nothing is answered any more. @wayland may be NULL. */
void oq_wayland_free(OqWayland *wayland);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqWayland, oq_wayland_free)
