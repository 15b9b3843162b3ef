/* key.h - one press of a key, and what it is called: in config.ini, and aloud. A plain value. */
#pragma once

#include <glib.h>

typedef enum {
	OQ_KEY_CHARACTER,
	OQ_KEY_ENTER,
	OQ_KEY_ESCAPE,
	OQ_KEY_TAB,
	OQ_KEY_BACKSPACE,
	OQ_KEY_DELETE,
	OQ_KEY_INSERT,
	OQ_KEY_LEFT,
	OQ_KEY_RIGHT,
	OQ_KEY_UP,
	OQ_KEY_DOWN,
	OQ_KEY_PAGE_UP,
	OQ_KEY_PAGE_DOWN,
	OQ_KEY_HOME,
	OQ_KEY_END,
	OQ_KEY_F1,
	OQ_KEY_F12 = OQ_KEY_F1 + 11, /* those between them have no names of their own */
	OQ_KEY_PASTE,                /* a text that was pasted: no key */
} OqKeyKind;

typedef struct {
	OqKeyKind kind;
	gunichar character; /* of OQ_KEY_CHARACTER, else 0; with ctrl always a small letter */
	gboolean ctrl, alt;
	gboolean shift;   /* never of characters, which show it themselves */
	const char *text; /* of OQ_KEY_PASTE, else NULL: valid UTF-8, line breaks included */
} OqKey;

gboolean oq_key_equal(const OqKey *a, const OqKey *b);

/** oq_key_name: (transfer full): as config.ini has it: "space", "w", "Ctrl+Left", "Page_Up", "F1".
 */
char *oq_key_name(const OqKey *key);

/**
 * oq_key_parse: the key of such a name.
 *
 * Capitals matter in single characters alone; "PageUp", "Return", "Esc" and "Shift+b" are
 * understood, too.
 *
 * Returns: FALSE: it is none, and @key is undefined
 */
gboolean oq_key_parse(const char *name, OqKey *key);

/** oq_key_spoken: (transfer full): in the user's language and without signs, which nobody hears:
 * "left arrow", "Shift and b", "question mark". */
char *oq_key_spoken(const OqKey *key);
