/* chooser.h - a list that is walked by ear, one line at a time: bookmarks, headings, the times of
 * the sleep timer. */
#pragma once

#include <glib.h>

typedef struct {
	char *label;
	guint64 value; /* what it stands for: a place, minutes */
} OqChoice;

typedef struct _OqChooser OqChooser;

OqChooser *oq_chooser_new(void);
void oq_chooser_free(OqChooser *chooser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqChooser, oq_chooser_free)

/** oq_chooser_add: behind the others; the first one is where the walk begins. */
void oq_chooser_add(OqChooser *chooser, const char *label, guint64 value);

guint oq_chooser_n_choices(const OqChooser *chooser);

/** oq_chooser_move: @n on, or, below 0, back; FALSE: it stopped at an end. */
gboolean oq_chooser_move(OqChooser *chooser, gint n);

/** oq_chooser_move_to: the last choice whose value is not above @value, or the first one. */
void oq_chooser_move_to(OqChooser *chooser, guint64 value);

/** oq_chooser_find: the first choice with just this value, if there is one. */
void oq_chooser_find(OqChooser *chooser, guint64 value);

/** oq_chooser_here: (nullable) (transfer none): NULL: the list is empty. */
const OqChoice *oq_chooser_here(const OqChooser *chooser);

/** oq_chooser_index: of the one that is here, counted from 0. */
guint oq_chooser_index(const OqChooser *chooser);

/** oq_chooser_remove: the one that is here; then the one behind it is, or the last one. */
void oq_chooser_remove(OqChooser *chooser);
