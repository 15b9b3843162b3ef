/* espeak_text.c - see the header. */
#include "speech/espeak_text.h"

/* eSpeak's buffers hold words of 160 bytes, and not all of them are watched. The longest words of
 * Kazakh have some 45 letters of two bytes; a longer one is cut. */
#define MAX_WORD_BYTES 100

/* What eSpeak is trusted with: Latin, Cyrillic, punctuation and signs. For other alphabets it loads
 * a second language, and reads freed memory when it then meets a character without a name there;
 * U+0001 begins a command that changes the voice. */
static gboolean
is_safe(gunichar c)
{
	return (c >= 0x0020 && c <= 0x036F) || (c >= 0x0400 && c <= 0x052F) ||
	       (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2000 && c <= 0x27FF);
}

static void
add_char(GString *text, GArray *places, gunichar c, gsize byte)
{
	guint32 place = (guint32)byte;

	g_array_append_val(places, place);
	g_string_append_unichar(text, c);
}

/* As in initials, with a space between or not: many in a row overflow another buffer. */
static gboolean
is_dot_of_letter(const gunichar before[2], const char *dot)
{
	return *dot == '.' && dot[1] &&
	       (before[0] == ' ' ||
		       (g_unichar_isalnum(before[0]) && !g_unichar_isalnum(before[1])));
}

void
oq_espeak_text_make(const GString *spoken, GString *text, GArray *places)
{
	gunichar before[2] = {' ', ' '};
	gsize word_start = 0; /* in the text */

	g_string_truncate(text, 0);
	g_array_set_size(places, 0);
	for (const char *next = spoken->str; *next; next += g_utf8_skip[(guchar)*next]) {
		gunichar c = g_utf8_get_char(next);
		gsize byte = (gsize)(next - spoken->str);
		if (text->len - word_start >= MAX_WORD_BYTES) {
			add_char(text, places, ' ', byte);
			word_start = text->len;
		}
		if (!is_safe(c) || is_dot_of_letter(before, next))
			c = ' ';
		add_char(text, places, c, byte);
		if (c == ' ')
			word_start = text->len;
		before[1] = before[0];
		before[0] = c;
	}
}
