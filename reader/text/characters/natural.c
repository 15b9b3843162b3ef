/* natural.c - see the header. */
#include "text/characters/natural.h"

/* Behind a letter of the key stands its rank: those that Unicode has at another place than the
 * alphabet follow their neighbour. */
enum { RANK_OWN = 1, RANK_NEXT, RANK_THIRD };

/* Numbers are compared by how many digits they have, at first. */
#define LENGTH_ZERO 0x100
#define MAX_LENGTH  0x4000

typedef struct {
	gunichar letter;
	gunichar neighbour;
	gunichar rank;
} Letter;

/* ё behind е, ә а, ғ г, қ к, ң н, ө о, ұ ү у, һ х, і ы. */
static const Letter letters[] = {
	{0x0451, 0x0435, RANK_NEXT},
	{0x04D9, 0x0430, RANK_NEXT},
	{0x0493, 0x0433, RANK_NEXT},
	{0x049B, 0x043A, RANK_NEXT},
	{0x04A3, 0x043D, RANK_NEXT},
	{0x04E9, 0x043E, RANK_NEXT},
	{0x04B1, 0x0443, RANK_NEXT},
	{0x04AF, 0x0443, RANK_THIRD},
	{0x04BB, 0x0445, RANK_NEXT},
	{0x0456, 0x044B, RANK_NEXT},
};

static void
append_letter(GString *key, gunichar c)
{
	gunichar neighbour = g_unichar_tolower(c), rank = RANK_OWN;
	for (gsize i = 0; i < G_N_ELEMENTS(letters); i++)
		if (letters[i].letter == neighbour) {
			rank = letters[i].rank;
			neighbour = letters[i].neighbour;
			break;
		}
	g_string_append_unichar(key, neighbour);
	g_string_append_unichar(key, rank);
}

/* Returns what stands behind the number. */
static const char *
append_number(GString *key, const char *p)
{
	g_autoptr(GString) digits = g_string_new(NULL);
	for (; g_unichar_isdigit(g_utf8_get_char(p)); p = g_utf8_next_char(p)) {
		gint value = g_unichar_digit_value(g_utf8_get_char(p));
		if (value > 0 || digits->len > 0)
			g_string_append_c(digits, (char)('0' + value));
	}
	g_string_append_c(key, '0');
	g_string_append_unichar(key, LENGTH_ZERO + (gunichar)MIN(digits->len, MAX_LENGTH));
	g_string_append_len(key, digits->str, (gssize)digits->len);
	return p;
}

char *
oq_natural_key(const char *name)
{
	g_autofree char *composed = g_utf8_normalize(name, -1, G_NORMALIZE_NFC);
	GString *key = g_string_new(NULL);
	for (const char *p = composed; p != NULL && *p != '\0';) {
		if (g_unichar_isdigit(g_utf8_get_char(p))) {
			p = append_number(key, p);
			continue;
		}
		append_letter(key, g_utf8_get_char(p));
		p = g_utf8_next_char(p);
	}
	return g_string_free(key, FALSE);
}
