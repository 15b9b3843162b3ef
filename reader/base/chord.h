/* chord.h - a key with its modifiers, as people write it ("Ctrl+Alt+O", "Super+F9", "Print") and as
 * desktops do.
 *
 * Modifiers are Ctrl, Alt, Shift and Super, in any order and in whatever capitals; keys have the
 * names that X gives them: a Latin letter, a digit, F1 to F24, Page_Up, comma. Pure.
 */
#pragma once

#include <glib.h>

#define OQ_CHORD_ERROR (oq_chord_error_quark())
GQuark oq_chord_error_quark(void);

typedef enum {
	OQ_CHORD_ERROR_WRONG, /* it is not a key, or one that writing needs; the message has the
				 cure */
} OqChordError;

typedef enum {
	OQ_CHORD_CTRL = 1 << 0,
	OQ_CHORD_ALT = 1 << 1,
	OQ_CHORD_SHIFT = 1 << 2,
	OQ_CHORD_SUPER = 1 << 3,
} OqChordModifiers;

typedef struct {
	OqChordModifiers modifiers;
	guint32 keysym; /* of X; of a letter the small one */
} OqChord;

typedef enum {
	OQ_CHORD_OURS,   /* Ctrl+Alt+O */
	OQ_CHORD_PORTAL, /* CTRL+ALT+o: the shortcuts specification of XDG */
	OQ_CHORD_GTK,    /* <Control><Alt>o */
	OQ_CHORD_XFCE,   /* <Primary><Alt>o */
	OQ_CHORD_QT,     /* Ctrl+Alt+O, where Super is Meta and keys have other names */
} OqChordStyle;

/** oq_chord_read: FALSE and OQ_CHORD_ERROR: @chord is as it was. */
gboolean oq_chord_read(const char *written, OqChord *chord, GError **error);

/** oq_chord_write: (transfer full) */
char *oq_chord_write(const OqChord *chord, OqChordStyle style);

/** oq_chord_place: where the key is that types it on an English keyboard, by its key code of Linux;
 * 0: it is a key that all layouts have. */
guint oq_chord_place(const OqChord *chord);
