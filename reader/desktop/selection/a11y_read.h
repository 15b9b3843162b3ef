/* a11y_read.h - reads the text of an accessible object, and of the objects that are embedded in it,
 * call by call. Fields for passwords are left out. */
#pragma once

#include "desktop/selection/a11y_call.h"
#include "desktop/selection/selection.h"

typedef enum {
	OQ_A11Y_READ,      /* there is text */
	OQ_A11Y_NOTHING,   /* nothing is selected, or there is nothing to read */
	OQ_A11Y_PROTECTED, /* the object itself is for passwords */
	OQ_A11Y_UNFOCUSED, /* the object has the focus no more, or is none */
} OqA11yOutcome;

/** OqA11yDone: once, from the main loop; the reading is then to be freed, be it at once.
 * @text: (transfer full) (nullable) */
typedef void (*OqA11yDone)(OqA11yOutcome outcome, GString *text, gpointer data);

typedef struct _OqA11yReading OqA11yReading;

/**
 * oq_a11y_read:
 * @focus: the object that has the focus; what is selected may be an object's around it, too
 */
OqA11yReading *oq_a11y_read(GDBusConnection *connection, const OqA11yObject *focus,
	OqSelectionWanted wanted, OqA11yDone done, gpointer data);

/** oq_a11y_reading_is_sure: it has found a text, and reads it. */
gboolean oq_a11y_reading_is_sure(const OqA11yReading *reading);

/** oq_a11y_reading_free: @reading may be NULL. */
void oq_a11y_reading_free(OqA11yReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqA11yReading, oq_a11y_reading_free)
