/* grabs.h - the grabs of the keys at the X server, and what comes of them.
 *
 * A key is grabbed once for each state of Caps Lock and Num Lock. If one of these is refused, the
 * key is another program's, and the rest is given back.
 */
#pragma once

#include "desktop/hotkeys/keymap.h"
#include "desktop/hotkeys/wishes.h"

#include <xcb/xcb.h>

typedef struct {
	guint8 code; /* 0: it is not grabbed */
	guint16 state;
	gboolean is_missing; /* the keyboard had no such key */
	gboolean has_failed;
	gboolean is_down;
	guint32 released_ms;
} OqGrab;

/** The states of Caps Lock and Num Lock, as modifiers. */
typedef struct {
	guint16 states[4];
	guint n_states;
} OqGrabLocks;

typedef struct {
	OqGrab each[OQ_N_DEEDS];
	OqGrabLocks locks;
	GArray *sent; /* requests that are not settled */
} OqGrabs;

void oq_grabs_init(OqGrabs *grabs);
void oq_grabs_clear(OqGrabs *grabs);

/** oq_grabs_forget: there are none; the server has gone. */
void oq_grabs_forget(OqGrabs *grabs);

/** oq_grabs_set: grabs what waits, and moves what was granted and has another key code now. */
void oq_grabs_set(
	OqGrabs *grabs, xcb_connection_t *connection, OqWishes *wishes, const OqKeymap *keymap);

/** oq_grabs_fail: the server has refused a request. */
void oq_grabs_fail(OqGrabs *grabs, guint sequence);

/** oq_grabs_settle: the server has answered to all. */
void oq_grabs_settle(OqGrabs *grabs, xcb_connection_t *connection, OqWishes *wishes);

/** oq_grabs_press: @repeated_ms: the time, if a key that repeats is let go at the very time at
 * which it is pressed again; 0: it is not. */
void oq_grabs_press(
	OqGrabs *grabs, OqWishes *wishes, guint8 code, guint16 state, guint32 repeated_ms);
void oq_grabs_release(OqGrabs *grabs, guint8 code, guint32 time_ms);
