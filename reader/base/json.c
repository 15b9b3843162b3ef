/* json.c - see the header. */
#include "base/json.h"

enum { DELETE = 0x7F, LAST_CONTROL = 0x9F, LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029 };

static gboolean
is_escaped(gunichar character)
{
	return character < ' ' || (character >= DELETE && character <= LAST_CONTROL) ||
	       character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR;
}

static void
append_character(GString *out, gunichar character)
{
	if (character == '"' || character == '\\') {
		g_string_append_c(out, '\\');
		g_string_append_c(out, (char)character);
	} else if (character == '\n') {
		g_string_append(out, "\\n");
	} else if (is_escaped(character)) {
		g_string_append_printf(out, "\\u%04x", character);
	} else {
		g_string_append_unichar(out, character);
	}
}

void
oq_json_append_string(GString *out, const char *text, gsize n_bytes)
{
	g_string_append_c(out, '"');
	for (const char *p = text; p < text + n_bytes; p += g_utf8_skip[(guchar)*p])
		append_character(out, g_utf8_get_char(p));
	g_string_append_c(out, '"');
}
