/* arrivals.h - which texts of a folder have arrived whole.
 *
 * What lies in the folder is looked at each time; events of the system only tell when to look, and
 * what they alone know. So lost events, and folders of other machines, which have none, cost no
 * more than time. A text has arrived when nobody has it open for writing, as far as that can be
 * known, and it has not changed for a while; what was moved in under its name is whole at once. An
 * empty file is given more time: some programs make the name first.
 */
#pragma once

#include <glib.h>

typedef struct _OqArrivals OqArrivals;

/**
 * oq_arrivals_new:
 * @settle_ms: the while
 */
OqArrivals *oq_arrivals_new(const char *folder, guint settle_ms);
void oq_arrivals_free(OqArrivals *arrivals);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqArrivals, oq_arrivals_free)

/** oq_arrivals_fd: readable when there is a reason to look; -1: there are no events to be had. */
int oq_arrivals_fd(const OqArrivals *arrivals);

/**
 * oq_arrivals_look:
 * @now_us: monotonic
 *
 * Returns: (transfer full) (element-type filename): the names of those that have arrived, the
 *   oldest first; NULL and G_FILE_ERROR when the folder cannot be read
 */
GPtrArray *oq_arrivals_look(OqArrivals *arrivals, gint64 now_us, GError **error);

/** oq_arrivals_next_us: when another look is due that no event will ask for; G_MAXINT64: never. */
gint64 oq_arrivals_next_us(const OqArrivals *arrivals);
