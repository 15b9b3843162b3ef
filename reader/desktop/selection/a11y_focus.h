/* a11y_focus.h - the accessibility bus, and which object has the focus: known by the events of
 * those that get it or lose it. Nothing is polled; what had it before somebody listened is looked
 * for when it is asked for. */
#pragma once

#include "desktop/selection/a11y_call.h"

typedef enum {
	OQ_A11Y_CONNECTING,
	OQ_A11Y_NO_BUS,
	OQ_A11Y_UNKNOWN, /* which object has the focus */
	OQ_A11Y_NOBODY,  /* has it, as far as accessibility goes */
	OQ_A11Y_KNOWN,
} OqA11yFocusState;

typedef struct _OqA11yFocus OqA11yFocus;

/** oq_a11y_focus_new: begins to connect. @changed: the connection is there, or cannot be had, or
 * has gone; not when the focus moves. */
OqA11yFocus *oq_a11y_focus_new(void (*changed)(gpointer data), gpointer data);

OqA11yFocusState oq_a11y_focus_state(const OqA11yFocus *focus);

/** oq_a11y_focus_object: (transfer none): when it is known. */
const OqA11yObject *oq_a11y_focus_object(const OqA11yFocus *focus);

/** oq_a11y_focus_connection: (transfer none): when there is a bus. */
GDBusConnection *oq_a11y_focus_connection(const OqA11yFocus *focus);

/** oq_a11y_focus_connect: once more, where there is no bus. */
void oq_a11y_focus_connect(OqA11yFocus *focus);

/** oq_a11y_focus_learn: @object: (nullable): what was found out otherwise; NULL: nobody has it */
void oq_a11y_focus_learn(OqA11yFocus *focus, const OqA11yObject *object);

/** oq_a11y_focus_doubt: what is known turns out to be wrong. */
void oq_a11y_focus_doubt(OqA11yFocus *focus);

/** oq_a11y_focus_free: @focus may be NULL. */
void oq_a11y_focus_free(OqA11yFocus *focus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqA11yFocus, oq_a11y_focus_free)
