/* keymap.h - which key code of the X server a key has, whatever layouts there are. Pure. */
#pragma once

#include <glib.h>

/** Borrowed: as the core protocol has it. */
typedef struct {
	const guint32 *keysyms; /* n_codes × n_columns */
	guint first_code;
	guint n_codes;
	guint n_columns;
	const guint8 *modifiers; /* 8 × n_per_modifier key codes, 0: none */
	guint n_per_modifier;
} OqKeymap;

/**
 * oq_keymap_find:
 * @place: of Linux, on an English keyboard; 0: it has no fixed one
 *
 * The key that has it in the first layout that has it; else, as where all layouts are Kazakh or
 * Russian, the key at its place; else the key that has it with Shift or with another level.
 *
 * Returns: never a code that another key than this one has; 0: there is none
 */
guint8 oq_keymap_find(const OqKeymap *keymap, guint32 keysym, guint place);

/** oq_keymap_modifier: the bit of the modifier that has such a key; 0: none has. */
guint16 oq_keymap_modifier(const OqKeymap *keymap, guint32 keysym);
