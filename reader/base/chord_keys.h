/* chord_keys.h - the keys that can be named. */
#pragma once

#include <glib.h>

typedef struct {
	const char *name; /* X's */
	guint32 keysym;
	guint place;        /* chord.h; 0: all layouts have it */
	gboolean is_needed; /* for writing or moving: alone it cannot be a hotkey */
	const char *qt;     /* (nullable): Qt's name, where it is another one */
} OqChordKey;

/** oq_chord_keys_find: (nullable): capitals do not matter. */
const OqChordKey *oq_chord_keys_find(const char *name);

/** oq_chord_keys_of: (nullable): the key that has it. */
const OqChordKey *oq_chord_keys_of(guint32 keysym);

/** oq_chord_keys_suggest: (nullable): the key that was meant, perhaps. */
const char *oq_chord_keys_suggest(const char *name);
