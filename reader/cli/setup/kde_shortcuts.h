/* kde_shortcuts.h - KDE's table of keys, kglobalshortcutsrc, as a text of groups and lines:
 *
 *     [program.desktop]
 *     action=Ctrl+Alt+O<TAB>another key,the standard,what it does
 *
 * What is not ours stays as it is, byte by byte. Pure. */
#pragma once

#include "base/chord.h"

/**
 * oq_kde_shortcuts_find:
 * @but: a group that does not count
 *
 * Returns: (transfer full) (nullable): what has the key: "group: action"
 */
char *oq_kde_shortcuts_find(const char *text, const OqChord *chord, const char *but);

/**
 * oq_kde_shortcuts_set:
 * @lines: (nullable): those of the group from now on; NULL: it is to be gone
 *
 * Returns: (transfer full): the text with the group as its last one
 */
char *oq_kde_shortcuts_set(const char *text, const char *group, const char *lines);

/** oq_kde_shortcuts_count: the keys that the group has. */
guint oq_kde_shortcuts_count(const char *text, const char *group);

/** oq_kde_shortcuts_code: what Qt counts it as. */
gint32 oq_kde_shortcuts_code(const OqChord *chord);
