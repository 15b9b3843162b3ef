/* interrupt.h - Ctrl-C and its like: sound stops at once and no half-written file is left.
 *
 * SIGINT, SIGTERM and SIGHUP are blocked and taken by a thread of their own. Before begin and after
 * end a signal ends the process at once, with status 130. Between them it cancels what
 * oq_interrupt_stop() gives, so that the command's own calls fail with _CANCELLED and it clears up.
 * A further signal ends the process at once, but only a second later: timeout(1) and impatient
 * fingers send two, and the first must have the time to clear up.
 */
#pragma once

#include <gio/gio.h>

#define OQ_INTERRUPT_STATUS 130

typedef struct _OqInterrupt OqInterrupt;

/** oq_interrupt_new: call it before any other thread is made: they inherit the blocked signals. */
OqInterrupt *oq_interrupt_new(void);

/** oq_interrupt_free: the signals stay blocked: the process is about to end, with its own status.
 */
void oq_interrupt_free(OqInterrupt *interrupt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqInterrupt, oq_interrupt_free)

void oq_interrupt_begin(OqInterrupt *interrupt);
void oq_interrupt_end(OqInterrupt *interrupt);

/** oq_interrupt_stop: (transfer none): is cancelled between begin and end by a signal. */
GCancellable *oq_interrupt_stop(OqInterrupt *interrupt);

/** oq_interrupt_happened: there was a signal. */
gboolean oq_interrupt_happened(OqInterrupt *interrupt);
