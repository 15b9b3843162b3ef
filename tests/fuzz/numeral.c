#include "numeral.h"

#include <string.h>

/* Letters that look like those of a Roman numeral, and these. */
#define ROMAN_LOOKALIKES "IІΙӀXХΧCСMМVLD"
#define ROMAN_LETTERS    "IIIIXXXCCMMVLD"
#define ROMAN_NUMERAL    "^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$"
#define SMALL_ROMAN      "^(xl|x{0,3})(ix|iv|v?i{0,3})$" /* which eSpeak reads in English */

/* The numeral in Latin letters; empty: other letters are in it. */
static void
roman_letters(const char *p, const char *end, GString *out)
{
	g_string_truncate(out, 0);
	for (; p < end; p = g_utf8_next_char(p)) {
		const char *found = g_utf8_strchr(ROMAN_LOOKALIKES, -1, g_utf8_get_char(p));
		if (found == NULL) {
			g_string_truncate(out, 0);
			return;
		}
		g_string_append_c(
			out, ROMAN_LETTERS[g_utf8_pointer_to_offset(ROMAN_LOOKALIKES, found)]);
	}
}

/* XL, CV, MIX: the words around them decide whether they are numbers. */
static gboolean
may_be_word(const char *letters)
{
	gsize n = strlen(letters);
	return n < 4 &&
	       (strpbrk(letters, "CDMcdm") != NULL || (n < 3 && strpbrk(letters, "Ll") != NULL));
}

gboolean
numeral_is_roman(const char *p, const char *end)
{
	if (end - p > 1 && strspn(p, "ivxl") == (gsize)(end - p)) {
		g_autofree char *small = g_strndup(p, end - p);
		return g_regex_match_simple(SMALL_ROMAN, small, 0, 0) && !may_be_word(small);
	}
	g_autoptr(GString) letters = g_string_new(NULL);
	roman_letters(p, end, letters);
	return letters->len > 1 && strpbrk(letters->str, "IVX") != NULL &&
	       g_regex_match_simple(ROMAN_NUMERAL, letters->str, 0, 0) &&
	       !may_be_word(letters->str);
}
