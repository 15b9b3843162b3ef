/* bindings.h - what a key does: its action, and how many times.
 *
 * A key does the same in the English, the Russian and the Kazakh layout (layouts.h). One character
 * may be two keys: a full stop is its own key in the English layout, / in the Russian and 7 in the
 * Kazakh one. The layout that was last betrayed is tried first, then English, Russian, Kazakh; the
 * first in which the key does something wins. Letters betray it: Latin ones the English layout,
 * Kazakh ones the Kazakh, other Cyrillic ones the Russian unless the Kazakh is known to be in use.
 * Until there was one it is English. A capital that does nothing is taken as its small letter: Caps
 * Lock may be on.
 *
 * Figures before a key are how many times it is done; Escape, or a key that does nothing, clears
 * them. Ctrl+C always leaves. */
#pragma once

#include "home/keys/actions.h"
#include "home/keys/key.h"
#include "home/keys/layouts.h"
#include "reading/config/config.h"

/** A larger number of times is this one. */
#define OQ_BINDINGS_MAX_COUNT 9999

/** A line of config.ini, such as "pause = space Enter"; no keys: the action has none. */
typedef struct {
	const char *action, *keys;
	const char *place; /* (nullable): what a message about it begins with */
} OqBindingsLine;

typedef struct _OqBindings OqBindings;

/**
 * oq_bindings_new:
 * @layouts: (nullable): must outlive it; NULL: characters are keys as they are
 * @lines: (array length=n_lines): replace the usual keys of their actions; a key that another
 *   action usually has is taken from it; keys may be called as they are in any layout
 * @notices: (element-type utf8): receives a message for each action that there is not, each key
 * that is none, may not be chosen or is chosen twice, and each action that was left without a key
 * by that; all else is done
 */
OqBindings *oq_bindings_new(
	const OqLayouts *layouts, const OqBindingsLine *lines, gsize n_lines, GPtrArray *notices);

/** oq_bindings_new_configured: of the lines of the group [keys] of @config. */
OqBindings *oq_bindings_new_configured(
	const OqLayouts *layouts, const OqConfig *config, GPtrArray *notices);
void oq_bindings_free(OqBindings *bindings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqBindings, oq_bindings_free)

/**
 * oq_bindings_take:
 * @count: (out): how many times, at least 1; without an action what was typed of it so far, 0 where
 *   nothing was
 *
 * Returns: OQ_ACTION_NONE: a figure, or a key that does nothing
 */
OqAction oq_bindings_take(OqBindings *bindings, const OqKey *key, guint *count);

/** oq_bindings_knows: the key has an action, or is a figure, in some layout. */
gboolean oq_bindings_knows(const OqBindings *bindings, const OqKey *key);

/** oq_bindings_overhear: a key that was typed elsewhere, as into a prompt: it tells the layout. */
void oq_bindings_overhear(OqBindings *bindings, const OqKey *key);

/** oq_bindings_key: the first key of an action, to be told; FALSE: it has none. */
gboolean oq_bindings_key(const OqBindings *bindings, OqAction action, OqKey *key);

/** oq_bindings_help: (transfer full): what all keys do, in the user's language, a line each, the
 * groups with a head and an empty line between them; good to hear, too. */
char *oq_bindings_help(const OqBindings *bindings);
