/* accelerator.c - see the header. */
#include "cli/setup/accelerator.h"

#include "base/chord_keys.h"

#include <string.h>

static const struct {
	const char *name;
	OqChordModifiers modifier;
} modifiers[] = {
	{"Control", OQ_CHORD_CTRL},
	{"Ctrl", OQ_CHORD_CTRL},
	{"Ctl", OQ_CHORD_CTRL},
	{"Primary", OQ_CHORD_CTRL},
	{"Alt", OQ_CHORD_ALT},
	{"Mod1", OQ_CHORD_ALT},
	{"Shift", OQ_CHORD_SHIFT},
	{"Shft", OQ_CHORD_SHIFT},
	{"Super", OQ_CHORD_SUPER},
	{"Mod4", OQ_CHORD_SUPER},
};

/* 0: another one than those of chords. */
static OqChordModifiers
find_modifier(const char *name, gsize length)
{
	for (gsize i = 0; i < G_N_ELEMENTS(modifiers); i++) {
		if (strlen(modifiers[i].name) == length &&
			g_ascii_strncasecmp(modifiers[i].name, name, length) == 0)
			return modifiers[i].modifier;
	}
	return 0;
}

gboolean
oq_accelerator_is(const char *accelerator, const OqChord *chord)
{
	OqChordModifiers read = 0;

	while (*accelerator == '<') {
		const char *end = strchr(accelerator, '>');
		OqChordModifiers modifier =
			end != NULL ? find_modifier(accelerator + 1, (gsize)(end - accelerator) - 1)
				    : 0;
		if (modifier == 0)
			return FALSE;
		read |= modifier;
		accelerator = end + 1;
	}
	const OqChordKey *key = oq_chord_keys_find(accelerator);
	return key != NULL && key->keysym == chord->keysym && read == chord->modifiers;
}
