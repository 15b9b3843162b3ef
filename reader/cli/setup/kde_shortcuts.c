/* kde_shortcuts.c - see the header. */
#include "cli/setup/kde_shortcuts.h"

#include <string.h>

/* Qt's codes of the keys that have no character. */
static const struct {
	guint32 keysym;
	gint32 code;
} codes[] = {
	{0xff0d, 0x01000004},     /* Return */
	{0xff09, 0x01000001},     /* Tab */
	{0xff08, 0x01000003},     /* BackSpace */
	{0xff1b, 0x01000000},     /* Escape */
	{0xffff, 0x01000007},     /* Delete */
	{0xff63, 0x01000006},     /* Insert */
	{0xff50, 0x01000010},     /* Home */
	{0xff57, 0x01000011},     /* End */
	{0xff51, 0x01000012},     /* Left */
	{0xff52, 0x01000013},     /* Up */
	{0xff53, 0x01000014},     /* Right */
	{0xff54, 0x01000015},     /* Down */
	{0xff55, 0x01000016},     /* Page_Up */
	{0xff56, 0x01000017},     /* Page_Down */
	{0xff61, 0x01000009},     /* Print */
	{0xff13, 0x01000008},     /* Pause */
	{0xff14, 0x01000026},     /* Scroll_Lock */
	{0xff67, 0x01000055},     /* Menu */
	{0xff8d, 0x21000005},     /* KP_Enter */
	{0x1008ff14, 0x01000080}, /* XF86AudioPlay */
	{0x1008ff15, 0x01000081}, /* XF86AudioStop */
	{0x1008ff16, 0x01000082}, /* XF86AudioPrev */
	{0x1008ff17, 0x01000083}, /* XF86AudioNext */
	{0x1008ff31, 0x01000085}, /* XF86AudioPause */
	{0x1008ff18, 0x01000090}, /* XF86HomePage */
	{0x1008ff30, 0x01000091}, /* XF86Favorites */
	{0x1008ff1b, 0x01000092}, /* XF86Search */
	{0x1008ff19, 0x010000a0}, /* XF86Mail */
	{0x1008ff1d, 0x010000cb}, /* XF86Calculator */
};

enum {
	QT_SHIFT = 0x02000000,
	QT_CTRL = 0x04000000,
	QT_ALT = 0x08000000,
	QT_META = 0x10000000,
	QT_KEYPAD = 0x20000000,
	QT_F1 = 0x01000030,
	KEYSYM_F1 = 0xffbe,
	KEYSYM_F24 = 0xffd5,
	KEYSYM_KP_FIRST = 0xffaa, /* KP_Multiply; of these the last 7 bits are the character */
	KEYSYM_KP_LAST = 0xffb9,
	CHARACTER = 0x7f,
};

static gint32
key_code(guint32 keysym)
{
	if (keysym < CHARACTER)
		return g_ascii_toupper((char)keysym);
	if (keysym >= KEYSYM_F1 && keysym <= KEYSYM_F24)
		return QT_F1 + (gint32)(keysym - KEYSYM_F1);
	if (keysym >= KEYSYM_KP_FIRST && keysym <= KEYSYM_KP_LAST)
		return QT_KEYPAD | (gint32)(keysym & CHARACTER);
	for (gsize i = 0; i < G_N_ELEMENTS(codes); i++) {
		if (codes[i].keysym == keysym)
			return codes[i].code;
	}
	return 0;
}

gint32
oq_kde_shortcuts_code(const OqChord *chord)
{
	gint32 code = key_code(chord->keysym);

	code |= (chord->modifiers & OQ_CHORD_SHIFT) != 0 ? QT_SHIFT : 0;
	code |= (chord->modifiers & OQ_CHORD_CTRL) != 0 ? QT_CTRL : 0;
	code |= (chord->modifiers & OQ_CHORD_ALT) != 0 ? QT_ALT : 0;
	code |= (chord->modifiers & OQ_CHORD_SUPER) != 0 ? QT_META : 0;
	return code;
}

/* KDE puts Meta first, other programs elsewhere. */
static gboolean
is_key(const char *written, const OqChord *chord)
{
	OqChord read;
	g_autofree char *wanted = oq_chord_write(chord, OQ_CHORD_QT);

	if (g_ascii_strcasecmp(written, wanted) == 0)
		return TRUE;
	return oq_chord_read(written, &read, NULL) && read.keysym == chord->keysym &&
	       read.modifiers == chord->modifiers;
}

static gboolean
has_key(const char *line, const OqChord *chord)
{
	const char *value = strchr(line, '=');
	gboolean has = FALSE;

	if (value == NULL || g_str_has_prefix(line, "_k_"))
		return FALSE;
	g_autofree char *active = g_strndup(value + 1, strcspn(value + 1, ","));
	g_auto(GStrv) keys = g_strsplit(active, "\\t", -1); /* two characters there */
	for (guint i = 0; keys[i] != NULL && !has; i++) {
		g_auto(GStrv) tabs = g_strsplit(keys[i], "\t", -1);
		for (guint k = 0; tabs[k] != NULL && !has; k++)
			has = is_key(tabs[k], chord);
	}
	return has;
}

/* The line begins a group; @is_it: it is this one */
static gboolean
begins_group(const char *line, const char *group, gboolean *is_it)
{
	gsize length = strlen(group);

	if (*line != '[')
		return FALSE;
	*is_it = strncmp(line + 1, group, length) == 0 && line[length + 1] == ']' &&
		 line[length + 2] != '[';
	return TRUE;
}

char *
oq_kde_shortcuts_find(const char *text, const OqChord *chord, const char *but)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	const char *group = "";
	gboolean is_but = FALSE;

	for (guint i = 0; lines[i] != NULL; i++) {
		if (begins_group(lines[i], but, &is_but))
			group = lines[i] + 1;
		else if (!is_but && has_key(lines[i], chord))
			return g_strdup_printf("%.*s: %.*s", (int)strcspn(group, "]"), group,
				(int)strcspn(lines[i], "="), lines[i]);
	}
	return NULL;
}

guint
oq_kde_shortcuts_count(const char *text, const char *group)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	gboolean is_it = FALSE;
	guint n = 0;

	for (guint i = 0; lines[i] != NULL; i++) {
		if (!begins_group(lines[i], group, &is_it) && is_it &&
			!g_str_has_prefix(lines[i], "_k_") && strchr(lines[i], '=') != NULL)
			n++;
	}
	return n;
}

char *
oq_kde_shortcuts_set(const char *text, const char *group, const char *lines)
{
	GString *out = g_string_new(NULL);
	gboolean is_it = FALSE;

	for (const char *line = text; *line != '\0';) {
		gsize length = strcspn(line, "\n");
		gsize whole = length + (line[length] == '\n');
		begins_group(line, group, &is_it);
		if (!is_it)
			g_string_append_len(out, line, (gssize)whole);
		line += whole;
	}
	if (lines == NULL)
		return g_string_free(out, FALSE);
	if (out->len > 0 && out->str[out->len - 1] != '\n')
		g_string_append_c(out, '\n');
	g_string_append_printf(out, "[%s]\n%s", group, lines);
	return g_string_free(out, FALSE);
}
