/* letter_pairs.c - see the header. */
#include "text/characters/letter_pairs.h"

#include "text/characters/letter_pairs_table.h"

/* What occurs in no text, or hardly ever. */
enum {
	RAISED = -24,  /* a capital behind a small letter */
	MIXED = -32,   /* letters of two alphabets in one word */
	FOREIGN = -20, /* a letter of another alphabet, but the Latin one without accents */
	SYMBOL = -12,  /* what is neither letter nor figure nor punctuation mark … */
	BROKEN = -24,  /* … behind a letter */
	NOTHING = -60, /* a control character, or none */
	ZERO = 'C',
	KAZAKH = 0,
	RUSSIAN = 1,
};

/* In the order of the table: the Russian letters, which stand in a row, come before. */
static const guint16 others[] = {
	0x0451, 0x04D9, 0x0493, 0x049B, 0x04A3, 0x04E9, 0x04B1, 0x04AF, 0x04BB, 0x0456};

enum { N_RUSSIAN = 33 };

/* 0: none of the two alphabets. */
static guint8
index_of(gunichar small)
{
	if (small >= 0x0430 && small <= 0x044F)
		return (guint8)(small - 0x0430 + 1);
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
		if (small == others[i])
			return (guint8)(N_RUSSIAN + i);
	return 0;
}

gboolean
oq_letter_pairs_is_letter(gunichar c)
{
	return index_of(g_unichar_tolower(c)) != 0;
}

gboolean
oq_letter_pairs_is_kazakh(gunichar c)
{
	gunichar small = g_unichar_tolower(c);
	return small != 0x0456 && index_of(small) > N_RUSSIAN;
}

static void
add_points(OqLetterPairs *pairs, gint kazakh, gint russian)
{
	pairs->word[KAZAKH] += kazakh;
	pairs->word[RUSSIAN] += russian;
	pairs->n_in_word++;
}

static void
add_pair(OqLetterPairs *pairs, guint8 next)
{
	add_points(pairs, pair_bits[KAZAKH][pairs->last][next] - ZERO,
		pair_bits[RUSSIAN][pairs->last][next] - ZERO);
	pairs->last = next;
}

static void
add_fault(OqLetterPairs *pairs, gint points)
{
	add_points(pairs, points, points);
}

void
oq_letter_pairs_end(OqLetterPairs *pairs)
{
	if (pairs->last != 0)
		add_pair(pairs, 0);
	pairs->n_pairs += pairs->n_in_word;
	pairs->n_points += MAX(pairs->word[KAZAKH], pairs->word[RUSSIAN]);
	pairs->n_kazakh += pairs->word[KAZAKH];
	pairs->n_russian += pairs->word[RUSSIAN];
	if (pairs->is_marked) {
		pairs->n_marked++;
		pairs->n_marked_pairs += pairs->n_in_word;
		pairs->n_marked_points += pairs->word[KAZAKH];
	}
	pairs->word[KAZAKH] = pairs->word[RUSSIAN] = 0;
	pairs->n_in_word = 0;
	pairs->was_small = pairs->was_foreign = pairs->is_marked = FALSE;
}

void
oq_letter_pairs_mark(OqLetterPairs *pairs)
{
	pairs->is_marked = TRUE;
}

static void
add_letter(OqLetterPairs *pairs, guint8 index, gboolean is_small)
{
	if (pairs->was_foreign)
		add_fault(pairs, MIXED);
	if (pairs->was_small && !is_small)
		add_fault(pairs, RAISED);
	add_pair(pairs, index);
	pairs->was_small = is_small;
	pairs->was_foreign = FALSE;
	pairs->n_letters++;
}

static void
add_foreign(OqLetterPairs *pairs, gunichar c)
{
	if (pairs->last != 0)
		add_fault(pairs, MIXED);
	oq_letter_pairs_end(pairs);
	if (c >= 0x80)
		add_fault(pairs, FOREIGN);
	pairs->was_foreign = TRUE;
}

/* Neither dash nor quotation mark nor bracket; what may well stand behind a word is none. */
static gboolean
is_symbol(gunichar c, gboolean is_behind_letter)
{
	GUnicodeType type = g_unichar_type(c);
	if (c == 0x2116) /* that of a number */
		return FALSE;
	if (!g_unichar_ispunct(c) || type > G_UNICODE_OTHER_PUNCTUATION)
		return TRUE;
	return is_behind_letter && type == G_UNICODE_OTHER_PUNCTUATION && c != 0x2026;
}

static void
add_sign(OqLetterPairs *pairs, gunichar c)
{
	gboolean is_behind_letter = pairs->last != 0;
	if (pairs->n_in_word > 0 || pairs->was_foreign)
		oq_letter_pairs_end(pairs);
	if (c < 0x80 || g_unichar_isspace(c) || g_unichar_isdigit(c))
		return;
	if (c == 0xFFFD || g_unichar_iscntrl(c) || !g_unichar_isdefined(c))
		add_fault(pairs, NOTHING);
	else if (is_symbol(c, is_behind_letter))
		add_fault(pairs, is_behind_letter ? BROKEN : SYMBOL);
}

void
oq_letter_pairs_add(OqLetterPairs *pairs, gunichar c)
{
	gunichar small = g_unichar_tolower(c);
	guint8 index = index_of(small);
	if (index != 0)
		add_letter(pairs, index, c == small);
	else if (g_unichar_isalpha(c))
		add_foreign(pairs, c);
	else
		add_sign(pairs, c);
}

void
oq_letter_pairs_add_text(OqLetterPairs *pairs, const char *text, gsize n_bytes)
{
	const char *end = text + n_bytes;
	for (const char *p = text; p < end; p = g_utf8_next_char(p))
		oq_letter_pairs_add(pairs, g_utf8_get_char(p));
	oq_letter_pairs_end(pairs);
}
