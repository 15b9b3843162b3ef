/* line.c - see the header. */
#include "base/line.h"

/* Zero-width joiners are format characters, too, but belong to words. */
static gboolean
is_harmful(gunichar character)
{
	return g_unichar_iscntrl(character) || character == 0x061C || character == 0x200E ||
	       character == 0x200F || (character >= 0x202A && character <= 0x202E) ||
	       (character >= 0x2066 && character <= 0x2069) || character == 0xFEFF;
}

gunichar
oq_line_fold(gunichar character)
{
	if (g_unichar_isspace(character))
		return ' ';
	return is_harmful(character) ? 0 : character;
}

static gboolean
ends_line(gunichar character)
{
	GUnicodeType type = g_unichar_type(character);
	return type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

char *
oq_line_shown(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	GString *shown = g_string_new(NULL);
	for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar character = g_utf8_get_char(p);
		gboolean is_shown = !is_harmful(character) && !ends_line(character);
		g_string_append_unichar(shown, is_shown ? character : '?');
	}
	return g_string_free(shown, FALSE);
}

char *
oq_line_new(const char *text, gssize n_bytes, gsize max_characters)
{
	if (text == NULL)
		return NULL;
	g_autofree char *valid = g_utf8_make_valid(text, n_bytes);
	g_autoptr(GString) line = g_string_new(NULL);
	gboolean has_blank = FALSE;
	gsize n = 0;
	for (const char *p = valid; *p != '\0' && n < max_characters; p = g_utf8_next_char(p)) {
		gunichar character = oq_line_fold(g_utf8_get_char(p));
		if (character == ' ')
			has_blank = n > 0;
		if (character == ' ' || character == 0)
			continue;
		if (has_blank)
			g_string_append_c(line, ' ');
		n += has_blank ? 2 : 1;
		has_blank = FALSE;
		g_string_append_unichar(line, character);
	}
	return n > 0 ? g_string_free(g_steal_pointer(&line), FALSE) : NULL;
}
