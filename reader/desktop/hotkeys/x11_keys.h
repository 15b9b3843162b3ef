/* x11_keys.h - keys that are grabbed from the X server.
 *
 * Whichever layout is on, and with Caps Lock and Num Lock or without. When the keyboard changes,
 * they move with it. The server going away ends nothing but them.
 */
#pragma once

#include "desktop/hotkeys/wishes.h"

typedef struct _OqX11Keys OqX11Keys;

/** oq_x11_keys_new: for the @wishes that wait; the caller keeps them. */
OqX11Keys *oq_x11_keys_new(OqWishes *wishes);
void oq_x11_keys_free(OqX11Keys *keys);
