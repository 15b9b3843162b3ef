/* awake.h - the machine stays awake while a text is read, and when it sleeps all the same, the
 * reading hears of it in time.
 *
 * Logind is asked not to take the machine for idle and to wait a moment with sleeping; the
 * desktop's portal is asked not to suspend, since desktops do that on their own account. Screens
 * may go dark. Where nobody is there to be asked, nothing happens.
 */
#pragma once

#include <glib.h>

/** Both are there; called in the default context of the thread that made it. */
typedef struct {
	/* The machine is about to sleep: pause, save. It does not sleep before this returns, or
	 * some seconds are over. */
	void (*falls_asleep)(gpointer data);
	void (*wakes_up)(gpointer data);
} OqAwakeCalls;

typedef struct _OqAwake OqAwake;

/** oq_awake_new: returns at once; @calls are kept by the caller. */
OqAwake *oq_awake_new(const OqAwakeCalls *calls, gpointer data);

/** oq_awake_free: the machine may sleep. @awake may be NULL. */
void oq_awake_free(OqAwake *awake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqAwake, oq_awake_free)

/** oq_awake_hold: whether a text is being read just now; not at first. */
void oq_awake_hold(OqAwake *awake, gboolean is_reading);
