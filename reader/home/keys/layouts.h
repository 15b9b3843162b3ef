/* layouts.h - which key of the keyboard a character was typed with: layouts.tsv. Immutable.
 *
 * A terminal sends characters, never keys: of the key that is / in the English layout comes a full
 * stop in the Russian one. A key is named by what it types in the English layout, so that it can be
 * known again in the others. */
#pragma once

#include <glib.h>

/** In the order in which they are tried. */
typedef enum {
	OQ_LAYOUT_US,
	OQ_LAYOUT_RU,
	OQ_LAYOUT_KZ,
	OQ_N_LAYOUTS,
} OqLayout;

typedef struct _OqLayouts OqLayouts;

/**
 * oq_layouts_load:
 * @folder: of the tables, such as voices/kk
 *
 * Returns: NULL and OQ_TABLE_ERROR when the table is missing or wrong
 */
OqLayouts *oq_layouts_load(const char *folder, GError **error);
void oq_layouts_free(OqLayouts *layouts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqLayouts, oq_layouts_free)

/** oq_layouts_key: the key that types @character in @layout, as its English sign; 0: none does. */
gunichar oq_layouts_key(const OqLayouts *layouts, OqLayout layout, gunichar character);

/**
 * oq_layouts_guess:
 * @before: the layout so far
 *
 * A letter, or what one layout alone has, tells which layout is in use; @before where that has the
 * letter, too.
 */
OqLayout oq_layouts_guess(const OqLayouts *layouts, OqLayout before, gunichar character);
