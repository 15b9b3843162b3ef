/* keymap.c - see the header. */
#include "desktop/hotkeys/keymap.h"

/* How X counts what Linux counts from 0. */
#define FIRST_PLACE 8

enum { N_MODIFIERS = 8 };

/* 0: no key has it there. */
static guint8
find_in(const OqKeymap *keymap, guint column, guint32 keysym)
{
	for (guint i = 0; i < keymap->n_codes && column < keymap->n_columns; i++) {
		if (keymap->keysyms[i * keymap->n_columns + column] == keysym)
			return (guint8)(keymap->first_code + i);
	}
	return 0;
}

/* The first and the second layout begin in the columns 0 and 2; others, and further levels of these
 * two, come behind the fourth, where each key has them elsewhere. */
static guint8
find_typed(const OqKeymap *keymap, guint32 keysym)
{
	guint8 code = find_in(keymap, 0, keysym);

	if (code == 0)
		code = find_in(keymap, 2, keysym);
	for (guint column = 4; code == 0 && column < keymap->n_columns; column++)
		code = find_in(keymap, column, keysym);
	return code;
}

static guint8
at_place(const OqKeymap *keymap, guint place)
{
	guint code = place + FIRST_PLACE;

	return place != 0 && code >= keymap->first_code &&
			       code < keymap->first_code + keymap->n_codes
		       ? (guint8)code
		       : 0;
}

guint8
oq_keymap_find(const OqKeymap *keymap, guint32 keysym, guint place)
{
	guint8 code = keysym != 0 ? find_typed(keymap, keysym) : 0;

	if (code == 0)
		code = at_place(keymap, place);
	if (code == 0 && keysym != 0)
		code = find_in(keymap, 1, keysym);
	if (code == 0 && keysym != 0)
		code = find_in(keymap, 3, keysym);
	return code;
}

static gboolean
has_keysym(const OqKeymap *keymap, guint8 code, guint32 keysym)
{
	if (code < keymap->first_code || code >= keymap->first_code + keymap->n_codes)
		return FALSE;
	const guint32 *row =
		&keymap->keysyms[(gsize)(code - keymap->first_code) * keymap->n_columns];
	for (guint column = 0; column < keymap->n_columns; column++) {
		if (row[column] == keysym)
			return TRUE;
	}
	return FALSE;
}

guint16
oq_keymap_modifier(const OqKeymap *keymap, guint32 keysym)
{
	for (guint i = 0; i < N_MODIFIERS * keymap->n_per_modifier; i++) {
		guint8 code = keymap->modifiers[i];
		if (code != 0 && has_keysym(keymap, code, keysym))
			return (guint16)(1u << (i / keymap->n_per_modifier));
	}
	return 0;
}
