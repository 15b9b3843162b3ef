/* chord.c - see the header. */
#include "base/chord.h"

#include "base/chord_keys.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is quoted: a line may be a whole file. */
#define MAX_QUOTED 40

G_DEFINE_QUARK(oq - chord - error - quark, oq_chord_error)

static const struct {
	const char *name;
	OqChordModifiers modifier;
} modifiers[] = {
	{"ctrl", OQ_CHORD_CTRL},
	{"control", OQ_CHORD_CTRL},
	{"primary", OQ_CHORD_CTRL},
	{"alt", OQ_CHORD_ALT},
	{"shift", OQ_CHORD_SHIFT},
	{"super", OQ_CHORD_SUPER},
	{"win", OQ_CHORD_SUPER},
	{"meta", OQ_CHORD_SUPER},
};

/* The order in which they are written. */
static const OqChordModifiers order[] = {
	OQ_CHORD_CTRL, OQ_CHORD_ALT, OQ_CHORD_SHIFT, OQ_CHORD_SUPER};

static const char *const names[][G_N_ELEMENTS(order)] = {
	[OQ_CHORD_OURS] = {"Ctrl+", "Alt+", "Shift+", "Super+"},
	[OQ_CHORD_PORTAL] = {"CTRL+", "ALT+", "SHIFT+", "LOGO+"},
	[OQ_CHORD_GTK] = {"<Control>", "<Alt>", "<Shift>", "<Super>"},
	[OQ_CHORD_XFCE] = {"<Primary>", "<Alt>", "<Shift>", "<Super>"},
	[OQ_CHORD_QT] = {"Ctrl+", "Alt+", "Shift+", "Meta+"},
};

static OqChordModifiers
find_modifier(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(modifiers); i++) {
		if (g_ascii_strcasecmp(modifiers[i].name, name) == 0)
			return modifiers[i].modifier;
	}
	return 0;
}

/* (transfer full): on one line, and nothing that steers a terminal. */
static char *
quote(const char *written)
{
	g_autofree char *valid = g_utf8_make_valid(written, -1);
	GString *quoted = g_string_new(NULL);
	const char *p = valid;

	for (guint n = 0; *p != '\0' && n < MAX_QUOTED; n++, p = g_utf8_next_char(p)) {
		gunichar character = g_utf8_get_char(p);
		g_string_append_unichar(quoted, g_unichar_isprint(character) ? character : '?');
	}
	g_string_append(quoted, *p != '\0' ? "…" : "");
	return g_string_free(quoted, FALSE);
}

static gboolean
refuse_key(const char *name, GError **error)
{
	g_autofree char *quoted = quote(name);
	const char *meant = oq_chord_keys_suggest(name);

	if (*name == '\0' || find_modifier(name) != 0)
		g_set_error_literal(error, OQ_CHORD_ERROR, OQ_CHORD_ERROR_WRONG,
			_("a key is missing behind the modifiers; write it as Ctrl+Alt+O"));
	else if (!g_str_is_ascii(name))
		g_set_error(error, OQ_CHORD_ERROR, OQ_CHORD_ERROR_WRONG,
			_("“%s”: name the key by the Latin letter that it has on an English "
			  "keyboard"),
			quoted);
	else if (meant != NULL)
		g_set_error(error, OQ_CHORD_ERROR, OQ_CHORD_ERROR_WRONG,
			_("there is no key “%s”; did you mean %s?"), quoted, meant);
	else
		g_set_error(error, OQ_CHORD_ERROR, OQ_CHORD_ERROR_WRONG,
			_("there is no key “%s”; write a Latin letter, a digit, F1 to F24, or a "
			  "name such as Print, Home or comma"),
			quoted);
	return FALSE;
}

static gboolean
read_modifier(const char *name, OqChordModifiers *read, GError **error)
{
	g_autofree char *quoted = quote(name);
	OqChordModifiers modifier = find_modifier(name);

	*read |= modifier;
	if (modifier == 0)
		g_set_error(error, OQ_CHORD_ERROR, OQ_CHORD_ERROR_WRONG,
			_("“%s” is none of Ctrl, Alt, Shift and Super; write a key as Ctrl+Alt+O"),
			quoted);
	return modifier != 0;
}

/* What types or moves does so still, when it is pressed alone or with Shift. */
static gboolean
is_free(const OqChordKey *key, OqChordModifiers with, GError **error)
{
	if (!key->is_needed || (with & ~(guint)OQ_CHORD_SHIFT) != 0)
		return TRUE;
	g_set_error(error, OQ_CHORD_ERROR, OQ_CHORD_ERROR_WRONG,
		_("%s alone is needed for writing; add Ctrl, Alt or Super, as Ctrl+Alt+%s"),
		key->name, key->name);
	return FALSE;
}

static gboolean
read_parts(char **parts, OqChord *chord, GError **error)
{
	OqChordModifiers read = 0;
	guint last = g_strv_length(parts) - 1;
	const OqChordKey *key = oq_chord_keys_find(g_strstrip(parts[last]));

	for (guint i = 0; i < last; i++) {
		if (!read_modifier(g_strstrip(parts[i]), &read, error))
			return FALSE;
	}
	if (key == NULL)
		return refuse_key(parts[last], error);
	if (!is_free(key, read, error))
		return FALSE;
	*chord = (OqChord){read, key->keysym};
	return TRUE;
}

gboolean
oq_chord_read(const char *written, OqChord *chord, GError **error)
{
	g_auto(GStrv) parts = g_strsplit(*written != '\0' ? written : " ", "+", -1);

	return read_parts(parts, chord, error);
}

static void
write_key(const OqChordKey *key, OqChordStyle style, GString *out)
{
	gboolean is_letter = key->keysym >= 'a' && key->keysym <= 'z';

	if (style == OQ_CHORD_QT && key->qt != NULL)
		g_string_append(out, key->qt);
	else if (is_letter && style != OQ_CHORD_OURS && style != OQ_CHORD_QT)
		g_string_append_c(out, (char)key->keysym);
	else
		g_string_append(out, key->name);
}

char *
oq_chord_write(const OqChord *chord, OqChordStyle style)
{
	GString *out = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(order); i++) {
		if ((chord->modifiers & order[i]) != 0)
			g_string_append(out, names[style][i]);
	}
	write_key(oq_chord_keys_of(chord->keysym), style, out);
	return g_string_free(out, FALSE);
}

guint
oq_chord_place(const OqChord *chord)
{
	return oq_chord_keys_of(chord->keysym)->place;
}
