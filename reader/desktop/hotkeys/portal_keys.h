/* portal_keys.h - keys that the desktop gives by its portal for global shortcuts.
 *
 * The desktop asks its user, or gives the keys that were wished for, or others; which they are is
 * its settings' business. When the portal is started again, so is this; what the user takes back is
 * told and not asked for again.
 */
#pragma once

#include "desktop/hotkeys/wishes.h"

typedef struct _OqPortalKeys OqPortalKeys;

/** oq_portal_keys_new: for the @wishes that wait, which the caller keeps; @address: of the
 * session's bus */
OqPortalKeys *oq_portal_keys_new(OqWishes *wishes, const char *address);

/** oq_portal_keys_free: @keys may be NULL. */
void oq_portal_keys_free(OqPortalKeys *keys);
