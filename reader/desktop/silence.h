/* silence.h - whoever else speaks, a screen reader first of all, is let finish.
 *
 * All that speaks through Speech Dispatcher waits in its queue. A message without a sound is put
 * behind all of them, at the lowest priority: it stops nobody, and when its turn comes nobody
 * speaks. Where Speech Dispatcher does not run, nobody does. There is a connection only while one
 * waits.
 */
#pragma once

#include <gio/gio.h>

typedef struct _OqSilence OqSilence;

/** oq_silence_new: @come: it is silent, or @patience_ms have passed; in the thread's default
 * context, and not from within oq_silence_wait(). */
OqSilence *oq_silence_new(guint patience_ms, void (*come)(gpointer data), gpointer data);

/** oq_silence_free: @silence may be NULL. */
void oq_silence_free(OqSilence *silence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSilence, oq_silence_free)

/** oq_silence_wait: TRUE: it is silent, and stays so for us until it is broken. FALSE: it is
 * waited for. */
gboolean oq_silence_wait(OqSilence *silence);

/** oq_silence_break: it is not needed any more, nor waited for. */
void oq_silence_break(OqSilence *silence);
