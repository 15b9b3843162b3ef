/* signals.h - Ctrl+C and its like: what is under way is cancelled, and the program ends.
 *
 * The work runs on a thread of its own; the main thread waits in its main loop, where SIGINT,
 * SIGTERM and SIGHUP cancel what the work was given. All that may wait takes the cancellable, so
 * the work comes back at once and has left nothing half done; where it does not, because the system
 * holds it, the process ends without it. Further signals change nothing: timeout(1) and impatient
 * fingers send two.
 */
#pragma once

#include <gio/gio.h>

#define OQ_SIGNALS_STATUS 130

/** The program's work; its exit status. */
typedef int (*OqSignalsWork)(gpointer data, GCancellable *stop);

/** What has to be done when the process ends without its work, which is still under way; by the
 * main thread. */
typedef void (*OqSignalsLeave)(gpointer data);

/**
 * oq_signals_run: call it once, and make the processes that are to be single-threaded before.
 * @leave: (nullable)
 *
 * Returns: what @work returned, or OQ_SIGNALS_STATUS when there was a signal
 */
int oq_signals_run(OqSignalsWork work, OqSignalsLeave leave, gpointer data);
