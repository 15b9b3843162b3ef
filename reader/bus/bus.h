/* bus.h - a message bus, served by a thread of its own, which may wait for it.
 *
 * Connecting may hang, and so may every call; whoever is served by the bus never notices. Where
 * there is no bus, where it says nothing, and when it goes away, nothing is called and nothing is
 * printed, but see oq_bus_on_gone(). What is asked for in one thread is done in the other, in its
 * order.
 */
#pragma once

#include "bus/mailbox.h"

#include <gio/gio.h>

typedef enum {
	OQ_BUS_SESSION,
	OQ_BUS_SYSTEM,
} OqBusKind;

/** oq_bus_address: (transfer full) (nullable): where it should be; NULL: there is none. */
char *oq_bus_address(OqBusKind kind);

typedef struct _OqBus OqBus;

/** OqBusMeeting: on the bus's thread, whose default context is where the connection calls back. */
typedef void (*OqBusMeeting)(GDBusConnection *connection, gpointer object);

/**
 * oq_bus_new: what is told is told in the thread's default context.
 * @met: (nullable): called first, when the bus is there
 * @left: (nullable): called last, if @met was, even if the bus has gone since
 * @object: what every call is given
 */
OqBus *oq_bus_new(OqBusKind kind, OqBusMeeting met, OqBusMeeting left, gpointer object);

/** oq_bus_on_gone: has @gone told, as oq_bus_tell() does, when there is no bus, and when it has
 * gone; its letter is NULL in the first case. Before oq_bus_start(). */
void oq_bus_on_gone(OqBus *bus, OqMailboxCall gone);

/** oq_bus_start: begins to look for the bus; returns at once. */
void oq_bus_start(OqBus *bus);

/** oq_bus_free: what waits is cancelled, what was posted and not begun is not done, and nothing is
 * told any more. @bus may be NULL. */
void oq_bus_free(OqBus *bus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqBus, oq_bus_free)

/** oq_bus_post: has @call made on the bus's thread, as oq_mailbox_post() does, when the bus is
 * there; without one it is never made. */
void oq_bus_post(OqBus *bus, OqMailboxCall call, gpointer letter, GDestroyNotify free_letter);

/** oq_bus_tell: the bus's thread's: has @call made in the context of oq_bus_new(). */
void oq_bus_tell(OqBus *bus, OqMailboxCall call, gpointer letter, GDestroyNotify free_letter);

/** oq_bus_connection: (transfer none) (nullable): the bus's thread's: NULL when it has gone. */
GDBusConnection *oq_bus_connection(OqBus *bus);

/** oq_bus_stop: (transfer none): for all that waits on the bus's thread. */
GCancellable *oq_bus_stop(OqBus *bus);
