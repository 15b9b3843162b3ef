/* powers.c - see the header. */
#include "open/powers.h"

#include "text/characters/roles.h"

#include <string.h>

enum { MAX_MEASURE_LETTERS = 3, MAX_CHARACTERS = 4 };

static const char *const digits[] = {"\342\201\260", "\302\271", "\302\262", "\302\263",
	"\342\201\264", "\342\201\265", "\342\201\266", "\342\201\267", "\342\201\270",
	"\342\201\271"};
static const char minus[] = "\342\201\273";

/* Whether a word as short as that of a measure ends it. */
static gboolean
is_behind_measure(const GString *text)
{
	guint n_letters = 0;
	for (const char *p = text->str + text->len; p > text->str; n_letters++) {
		p = g_utf8_prev_char(p);
		if (!g_unichar_isalpha(g_utf8_get_char(p)))
			break;
	}
	return n_letters >= 1 && n_letters <= MAX_MEASURE_LETTERS;
}

/* Other numbers have marks of notes behind them. */
static gboolean
is_behind_ten(const GString *text)
{
	return g_str_has_suffix(text->str, "10") &&
	       (text->len == 2 || !g_ascii_isalnum(text->str[text->len - 3]));
}

/* A minus of whatever kind, digits, and nothing else. */
static gboolean
append_number(GString *out, const char *raised)
{
	guint n_digits = 0, n = 0;
	for (const char *p = raised; *p != '\0'; p = g_utf8_next_char(p), n++) {
		gunichar c = g_utf8_get_char(p);
		gboolean is_minus = n == 0 && (c == '-' || c == 0x2013 || c == 0x2212);
		if ((!is_minus && (c < '0' || c > '9')) || n == MAX_CHARACTERS)
			return FALSE;
		g_string_append(out, is_minus ? minus : digits[c - '0']);
		n_digits += !is_minus;
	}
	return n_digits > 0;
}

/* (transfer full): the letters that end it. */
static char *
last_word(const GString *text)
{
	const char *first = text->str + text->len;
	while (first > text->str) {
		const char *p = g_utf8_prev_char(first);
		if (!g_unichar_isalpha(g_utf8_get_char(p)))
			break;
		first = p;
	}
	return g_strdup(first);
}

/* A letter by itself, or metres and parts of them, in whatever alphabet: км, mm. */
static gboolean
is_behind_sure_measure(const GString *text)
{
	g_autofree char *word = last_word(text);
	if (word[0] == '\0')
		return FALSE;
	const char *second = g_utf8_next_char(word);
	gunichar c = g_utf8_get_char(second);
	gboolean is_metre = g_unichar_islower(c) && oq_roles_roman(g_unichar_toupper(c)) == 'M';
	return c == 0 || (is_metre && *g_utf8_next_char(second) == '\0');
}

gboolean
oq_powers_append(GString *text, const char *raised)
{
	gboolean is_square = strcmp(raised, "2") == 0 || strcmp(raised, "3") == 0;
	g_autoptr(GString) signs = g_string_new(NULL);
	if (!(is_square && is_behind_measure(text)) && !is_behind_ten(text))
		return FALSE;
	if (!append_number(signs, raised))
		return FALSE;
	g_string_append(text, signs->str);
	return TRUE;
}

gboolean
oq_powers_append_sure(GString *text, const char *raised)
{
	return (is_behind_sure_measure(text) || is_behind_ten(text)) &&
	       oq_powers_append(text, raised);
}
