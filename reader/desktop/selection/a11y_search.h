/* a11y_search.h - looks for the object that has the focus: in the active windows of all programs,
 * downwards through what is shown. */
#pragma once

#include "desktop/selection/a11y_call.h"

/** OqA11ySearchDone: once; the search may be freed from within.
 * @object: (transfer none) (nullable): NULL: none has the focus */
typedef void (*OqA11ySearchDone)(const OqA11yObject *object, gpointer data);

typedef struct _OqA11ySearch OqA11ySearch;

OqA11ySearch *oq_a11y_search(GDBusConnection *connection, OqA11ySearchDone done, gpointer data);

/** oq_a11y_search_free: @search may be NULL. */
void oq_a11y_search_free(OqA11ySearch *search);
