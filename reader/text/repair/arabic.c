/* arabic.c - see the header. */
#include "text/repair/arabic.h"

#define HAMZA_HIGH 0x0674
#define HAMZA      0x0621

static const OqAlphabetRow *
row_of(const OqLexicon *lexicon, gunichar c)
{
	char utf8[6];
	return oq_lexicon_alphabet(
		lexicon, OQ_ALPHABET_ARABIC, (OqSlice){utf8, g_unichar_to_utf8(c, utf8)});
}

static gboolean
is_hamza(gunichar c)
{
	return c == HAMZA_HIGH || c == HAMZA;
}

/* The ending of مەن, بەن, پەن, which is the same behind back vowels. */
static guint
before_ending(const GArray *glyphs, OqGlyphRun word)
{
	const OqGlyph *end = &g_array_index(glyphs, OqGlyph, word.end - 1);
	gboolean ending = word.end - word.first > 4 && end->c == 0x0646 && end[-1].c == 0x06D5 &&
			  (end[-2].c == 0x0645 || end[-2].c == 0x0628 || end[-2].c == 0x067E);
	return ending ? word.end - 3 : word.end;
}

/* How far the nearest of some letters is from a place in a word; G_MAXUINT: there is none. */
static guint
distance(const GArray *glyphs, OqGlyphRun word, guint at, const gunichar letters[4])
{
	guint nearest = G_MAXUINT;
	for (guint i = word.first; i < word.end; i++) {
		gunichar c = g_array_index(glyphs, OqGlyph, i).c;
		if (c == letters[0] || c == letters[1] || c == letters[2] || c == letters[3])
			nearest = MIN(nearest, i > at ? i - at : at - i);
	}
	return nearest;
}

static gboolean
is_arabic_vowel(gunichar c)
{
	return c == 0x0627 || c == 0x06D5 || c == 0x0648 || c == 0x06C7 || c == 0x0649 ||
	       c == 0x064A;
}

/* Whether a vowel is a front one: the word has the sign of it, or ە, ك or گ nearer than ق or ع; but
 * ا and و are so in the first syllable alone, and ا makes what follows back (رەسپۋبليكاسى). */
static gboolean
is_soft(const GArray *glyphs, OqGlyphRun word, guint at)
{
	static const gunichar front[] = {0x06D5, 0x0643, 0x06AF, 0x06A9};
	static const gunichar back[] = {0x0642, 0x0639, 0x0642, 0x0642};
	gboolean vowel_before = FALSE;
	if (is_hamza(g_array_index(glyphs, OqGlyph, word.first).c))
		return TRUE;
	word.end = before_ending(glyphs, word);
	if (distance(glyphs, word, at, front) >= distance(glyphs, word, at, back))
		return FALSE;
	for (guint i = word.first; i <= at; i++) {
		gunichar c = g_array_index(glyphs, OqGlyph, i).c;
		if (vowel_before && (c == 0x0627 || (c == 0x0648 && i == at)))
			return FALSE;
		vowel_before = vowel_before || is_arabic_vowel(c);
	}
	return TRUE;
}

void
oq_arabic_read(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun run, GArray *letters)
{
	guint32 start = g_array_index(glyphs, OqGlyph, run.first).start;
	for (guint at = run.first; at < run.end; at++) {
		OqGlyph glyph = g_array_index(glyphs, OqGlyph, at);
		const OqAlphabetRow *row = row_of(lexicon, glyph.c);
		if (row == NULL || row->letters[0] == '\0')
			continue;
		glyph.start = MIN(start, glyph.start);
		start = G_MAXUINT32;
		const char *letter = row->letters == row->soft || !is_soft(glyphs, run, at)
					     ? row->letters
					     : row->soft;
		glyph.c = g_utf8_get_char(letter);
		glyph.clean = 0;
		g_array_append_val(letters, glyph);
	}
}
