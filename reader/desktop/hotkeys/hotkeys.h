/* hotkeys.h - keys that are heard whichever program has the keyboard.
 *
 * On X11 they are grabbed; on Wayland the desktop is asked for them by its portal for global
 * shortcuts; where neither is there, one line tells how the desktop's own settings do it. Where
 * these have the keys already (bound.h) they are left to them. All is done in the thread's default
 * context, without a thread and without waking up when nothing is pressed. While a menu of another
 * program is open, X11 tells nobody of keys.
 */
#pragma once

#include "desktop/deed.h"

#define OQ_HOTKEYS_ERROR (oq_hotkeys_error_quark())
GQuark oq_hotkeys_error_quark(void);

typedef enum {
	OQ_HOTKEYS_ERROR_WRONG,     /* it is not a key, or two deeds have it */
	OQ_HOTKEYS_ERROR_TAKEN,     /* another program has it */
	OQ_HOTKEYS_ERROR_NO_KEY,    /* the keyboard has no such key */
	OQ_HOTKEYS_ERROR_DENIED,    /* the desktop, or the user when it asked, has refused */
	OQ_HOTKEYS_ERROR_NO_SOURCE, /* nobody here gives keys */
	OQ_HOTKEYS_ERROR_GONE,      /* whoever gave them has gone */
} OqHotkeysError;

typedef struct _OqHotkeys OqHotkeys;

/** OqHotkeysPressed: once for a key that is held down, however long. */
typedef void (*OqHotkeysPressed)(OqDeed deed, gpointer data);

/**
 * OqHotkeysRefused: each is told once, until it was tried again.
 * @deed: OQ_N_DEEDS: it concerns all that have keys
 * @key: (nullable): as it was given; NULL with OQ_N_DEEDS
 * @error: of OQ_HOTKEYS_ERROR, in the user's language, with the cure
 */
typedef void (*OqHotkeysRefused)(OqDeed deed, const char *key, const GError *error, gpointer data);

/**
 * oq_hotkeys_new: both are called from the main loop, never from within this, and must not free it.
 * @keys: "Ctrl+Alt+O"; NULL: none
 *
 * Reaches for the X server before it returns; all else is not waited for.
 */
OqHotkeys *oq_hotkeys_new(const char *const keys[OQ_N_DEEDS], OqHotkeysPressed pressed,
	OqHotkeysRefused refused, gpointer data);

/** oq_hotkeys_free: nothing is called any more. @hotkeys may be NULL. */
void oq_hotkeys_free(OqHotkeys *hotkeys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqHotkeys, oq_hotkeys_free)

/** oq_hotkeys_retry: reaches for what was refused or has gone; nothing else ever does. */
void oq_hotkeys_retry(OqHotkeys *hotkeys);

/** oq_hotkeys_has: that deed has its key now. */
gboolean oq_hotkeys_has(const OqHotkeys *hotkeys, OqDeed deed);

/** oq_hotkeys_is_deaf: no deed has a key, and none waits for an answer. Not before the first
 * iteration of the main loop. */
gboolean oq_hotkeys_is_deaf(const OqHotkeys *hotkeys);

/** oq_hotkeys_count: how many deeds have their keys now. */
guint oq_hotkeys_count(const OqHotkeys *hotkeys);
