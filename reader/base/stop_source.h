/* stop_source.h - a GSource that is ready once a GCancellable is cancelled, by whatever thread.
 *
 * Not g_cancellable_source_new(): GLib 2.74 loses that one when it is let go while another thread
 * is still within g_cancellable_cancel().
 */
#pragma once

#include <gio/gio.h>

/**
 * oq_stop_source_new:
 * @stop: must outlive the source
 *
 * Returns: (transfer full): its callback is a GUnixFDSourceFunc. When no descriptor is left it is
 *   never ready.
 */
GSource *oq_stop_source_new(GCancellable *stop);
