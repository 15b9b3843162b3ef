/* a11y_tree.h - a stretch of an object's text with all that is embedded in it, read call by call,
 * as many at a time as there are objects side by side. */
#pragma once

#include "desktop/selection/a11y_call.h"

/** OqA11yTreeDone: once, later than it was begun; the tree may be freed from within.
 * @text: (transfer full): may be empty */
typedef void (*OqA11yTreeDone)(GString *text, gpointer data);

typedef struct _OqA11yTree OqA11yTree;

/**
 * oq_a11y_tree_read:
 * @start, @end: characters; -1 as the end: all
 * @is_selection: of the first and the last embedded object only what is selected there, unless it
 *   has no selection of its own
 */
OqA11yTree *oq_a11y_tree_read(GDBusConnection *connection, const OqA11yObject *object, gint start,
	gint end, gboolean is_selection, OqA11yTreeDone done, gpointer data);

/** oq_a11y_tree_free: @tree may be NULL. */
void oq_a11y_tree_free(OqA11yTree *tree);
