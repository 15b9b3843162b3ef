/* shown.c - see the header. */
#include "radio/sidecars/shown.h"

#include <string.h>

enum {
	NO_BREAK_SPACE = 0x00A0,
	FIGURE_SPACE = 0x2007,
	NON_JOINER = 0x200C,
	JOINER = 0x200D,
	NARROW_SPACE = 0x202F,
};

gboolean
oq_shown_is_break(gunichar character)
{
	return (g_unichar_isspace(character) || g_unichar_iscntrl(character)) &&
	       character != NO_BREAK_SPACE && character != FIGURE_SPACE &&
	       character != NARROW_SPACE;
}

static gboolean
is_hidden(gunichar character)
{
	return g_unichar_type(character) == G_UNICODE_FORMAT && character != JOINER &&
	       character != NON_JOINER;
}

gboolean
oq_shown_is_inner(gunichar before, gunichar character)
{
	return g_unichar_ismark(character) || character == JOINER || character == NON_JOINER ||
	       before == JOINER;
}

void
oq_shown_append(GString *out, const char *text, gsize n_bytes)
{
	gboolean is_due = FALSE; /* a space */

	for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char(p)) {
		gunichar character = g_utf8_get_char(p);
		if (oq_shown_is_break(character)) {
			is_due = out->len > 0;
		} else if (!is_hidden(character)) {
			if (is_due)
				g_string_append_c(out, ' ');
			g_string_append_unichar(out, character);
			is_due = FALSE;
		}
	}
}

gboolean
oq_shown_is_empty(const char *text, gsize n_bytes)
{
	for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char(p)) {
		gunichar character = g_utf8_get_char(p);
		if (!g_unichar_isspace(character) && !g_unichar_iscntrl(character) &&
			!g_unichar_iszerowidth(character))
			return FALSE;
	}
	return TRUE;
}

guint
oq_shown_width(const char *text)
{
	guint width = 0;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
		width += strchr("<>{", *p) != NULL ? 2 : 1;
	return width;
}
