/* wishes.h - which deed wishes for which key, and who is told of them: what all ways of getting
 * keys have in common. */
#pragma once

#include "base/chord.h"
#include "desktop/hotkeys/hotkeys.h"

#include <glib/gi18n.h>

/** Why there are none, and what to do; to be translated. */
#define OQ_WISHES_NOBODY                                                                           \
	N_("nobody gives keys to programs here; bind the command oqyrman selection to a key in "   \
	   "the keyboard settings of the desktop")

typedef enum {
	OQ_WISH_NONE,    /* there is no key, or a wrong one */
	OQ_WISH_WAITING, /* for an answer */
	OQ_WISH_GRANTED,
	OQ_WISH_REFUSED, /* and that was told */
} OqWishState;

typedef struct {
	char *key; /* nullable: as it was given */
	OqChord chord;
	OqWishState state;
} OqWish;

typedef struct {
	OqWish each[OQ_N_DEEDS];
	OqHotkeysPressed pressed;
	OqHotkeysRefused refused;
	gpointer data;
} OqWishes;

/** oq_wishes_init: none of them is judged yet. */
void oq_wishes_init(OqWishes *wishes, const char *const keys[OQ_N_DEEDS], OqHotkeysPressed pressed,
	OqHotkeysRefused refused, gpointer data);
void oq_wishes_clear(OqWishes *wishes);

/** oq_wishes_judge: those that are possible wait from now on, the others are refused. Returns: how
 * many wait. */
guint oq_wishes_judge(OqWishes *wishes);

/** oq_wishes_press: tells, if the deed has its key. */
void oq_wishes_press(OqWishes *wishes, OqDeed deed);

/** oq_wishes_refuse: tells, unless it was told; TAKEN, NO_KEY and DENIED have their own words. */
void oq_wishes_refuse(OqWishes *wishes, OqDeed deed, OqHotkeysError code);

/**
 * oq_wishes_refuse_all: tells once; what had its key or waited for it has none.
 * @message: to be printed
 */
void oq_wishes_refuse_all(OqWishes *wishes, OqHotkeysError code, const char *message);

guint oq_wishes_count(const OqWishes *wishes, OqWishState state);
