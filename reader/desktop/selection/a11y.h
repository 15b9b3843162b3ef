/* a11y.h - what is selected where the focus is, by accessibility (AT-SPI).
 *
 * Over GDBus rather than libatspi, whose calls wait. Accessibility need not be turned on for it:
 * GTK's programs are on its bus anyway, others come there when a screen reader runs or the
 * desktop's settings say so.
 */
#pragma once

#include "desktop/selection/request.h"

typedef struct _OqA11y OqA11y;

/** oq_a11y_new: begins to connect, since it has to know where the focus goes. */
OqA11y *oq_a11y_new(void);

/** oq_a11y_ask: the clipboard cannot be wanted. Errors: NOTHING: nothing is selected in the object
 * that has the focus; NO_SOURCE: none is known; TIMEOUT; PROTECTED. */
void oq_a11y_ask(OqA11y *a11y, const OqQuestion *question);

/** oq_a11y_free: nothing is answered any more. @a11y may be NULL. */
void oq_a11y_free(OqA11y *a11y);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqA11y, oq_a11y_free)
