/* wishes.c - see the header. */
#include "desktop/hotkeys/wishes.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK(oq - hotkeys - error - quark, oq_hotkeys_error)

void
oq_wishes_init(OqWishes *wishes, const char *const keys[OQ_N_DEEDS], OqHotkeysPressed pressed,
	OqHotkeysRefused refused, gpointer data)
{
	*wishes = (OqWishes){.pressed = pressed, .refused = refused, .data = data};
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++)
		wishes->each[deed].key = g_strdup(keys[deed]);
}

void
oq_wishes_clear(OqWishes *wishes)
{
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++)
		g_clear_pointer(&wishes->each[deed].key, g_free);
}

/* @error: (transfer full) */
static void
tell(OqWishes *wishes, OqDeed deed, GError *error)
{
	OqWish *wish = &wishes->each[deed];

	wish->state = OQ_WISH_REFUSED;
	wishes->refused(deed, wish->key, error, wishes->data);
	g_error_free(error);
}

/* OQ_N_DEEDS: none */
static OqDeed
find_owner(const OqWishes *wishes, const OqChord *chord, OqDeed before)
{
	for (OqDeed deed = 0; deed < before; deed++) {
		const OqWish *wish = &wishes->each[deed];
		if (wish->state == OQ_WISH_WAITING && wish->chord.keysym == chord->keysym &&
			wish->chord.modifiers == chord->modifiers)
			return deed;
	}
	return OQ_N_DEEDS;
}

static void
judge(OqWishes *wishes, OqDeed deed)
{
	OqWish *wish = &wishes->each[deed];
	g_autoptr(GError) wrong = NULL;

	if (!oq_chord_read(wish->key, &wish->chord, &wrong)) {
		tell(wishes, deed,
			g_error_new(OQ_HOTKEYS_ERROR, OQ_HOTKEYS_ERROR_WRONG, "%s: %s",
				oq_deed_name(deed), wrong->message));
		return;
	}
	OqDeed owner = find_owner(wishes, &wish->chord, deed);
	if (owner != OQ_N_DEEDS) {
		tell(wishes, deed,
			g_error_new(OQ_HOTKEYS_ERROR, OQ_HOTKEYS_ERROR_WRONG,
				_("%s is for %s already; give %s another key in config.ini, in the "
				  "group [desktop]"),
				wish->key, oq_deed_name(owner), oq_deed_name(deed)));
		return;
	}
	wish->state = OQ_WISH_WAITING;
}

guint
oq_wishes_judge(OqWishes *wishes)
{
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		wishes->each[deed].state = OQ_WISH_NONE;
		if (wishes->each[deed].key != NULL)
			judge(wishes, deed);
	}
	return oq_wishes_count(wishes, OQ_WISH_WAITING);
}

void
oq_wishes_press(OqWishes *wishes, OqDeed deed)
{
	if (wishes->each[deed].state == OQ_WISH_GRANTED)
		wishes->pressed(deed, wishes->data);
}

static GError *
refusal(const OqWish *wish, OqDeed deed, OqHotkeysError code)
{
	const char *name = oq_deed_name(deed);

	switch (code) {
	case OQ_HOTKEYS_ERROR_TAKEN:
		return g_error_new(OQ_HOTKEYS_ERROR, code,
			_("%s is taken by another program or by the desktop; free it in the "
			  "keyboard settings, or give %s another key in config.ini, in the group "
			  "[desktop]"),
			wish->key, name);
	case OQ_HOTKEYS_ERROR_NO_KEY:
		return g_error_new(OQ_HOTKEYS_ERROR, code,
			_("%s is not on this keyboard; give %s another key in config.ini, in the "
			  "group [desktop]"),
			wish->key, name);
	default:
		return g_error_new(OQ_HOTKEYS_ERROR, OQ_HOTKEYS_ERROR_DENIED,
			_("the desktop gives no key to %s (%s was asked for); choose one in its "
			  "keyboard settings"),
			name, wish->key);
	}
}

void
oq_wishes_refuse(OqWishes *wishes, OqDeed deed, OqHotkeysError code)
{
	const OqWish *wish = &wishes->each[deed];

	if (wish->state == OQ_WISH_WAITING || wish->state == OQ_WISH_GRANTED)
		tell(wishes, deed, refusal(wish, deed, code));
}

void
oq_wishes_refuse_all(OqWishes *wishes, OqHotkeysError code, const char *message)
{
	gboolean is_told = TRUE;
	g_autoptr(GError) error = g_error_new_literal(OQ_HOTKEYS_ERROR, code, message);

	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		OqWish *wish = &wishes->each[deed];
		if (wish->state != OQ_WISH_WAITING && wish->state != OQ_WISH_GRANTED)
			continue;
		wish->state = OQ_WISH_REFUSED;
		is_told = FALSE;
	}
	if (!is_told)
		wishes->refused(OQ_N_DEEDS, NULL, error, wishes->data);
}

guint
oq_wishes_count(const OqWishes *wishes, OqWishState state)
{
	guint n = 0;

	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++)
		n += wishes->each[deed].state == state;
	return n;
}
