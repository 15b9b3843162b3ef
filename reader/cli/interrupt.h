/* interrupt.h - Ctrl-C and its like: sound stops at once and no half-written file is left.
 *
 * SIGINT, SIGTERM and SIGHUP are blocked and taken by a thread of their own. A command tells it
 * what there is to stop: begin, make the sink, watch it … watch NULL, free the sink, end. Outside
 * of begin and end a signal ends the process at once, with status 130. Inside, whoever waits for a
 * text is woken and the sink dropped, so that the command's own calls fail with _CANCELLED and it
 * clears up. A further signal ends the process at once, but only a second later: timeout(1) and
 * impatient fingers send two, and the first must have the time to clear up.
 */
#pragma once

#include "audio/files/sink.h"

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

/** oq_interrupt_watch: @sink (nullable) must stay until the next call of this. */
void oq_interrupt_watch(OqInterrupt *interrupt, OqSink *sink);

/** oq_interrupt_stop: (transfer none): is cancelled between begin and end by a signal. */
GCancellable *oq_interrupt_stop(OqInterrupt *interrupt);

/** oq_interrupt_happened: there was a signal. */
gboolean oq_interrupt_happened(OqInterrupt *interrupt);
