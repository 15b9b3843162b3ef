/* x11.h - PRIMARY and CLIPBOARD of X11.
 *
 * An invisible window asks the owner for UTF-8, then for Latin-1; long texts come in parts (INCR).
 * The connection is made at the first question, in a thread, and stays. When the server goes away,
 * what was asked fails, and the next question looks for a server again.
 * Each question has a window of its own: what an owner answers too late is not taken for the answer
 * to another question, and the window is there for it, since owners may end when it is not.
 */
#pragma once

#include "desktop/selection/request.h"

typedef struct _OqX11 OqX11;

/** oq_x11_new: connects to nothing yet. */
OqX11 *oq_x11_new(void);

/** oq_x11_ask: the clipboard if that is wanted, otherwise PRIMARY. Errors: all but PROTECTED. */
void oq_x11_ask(OqX11 *x11, const OqQuestion *question);

/** oq_x11_free: nothing is answered any more. @x11 may be NULL. */
void oq_x11_free(OqX11 *x11);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqX11, oq_x11_free)
