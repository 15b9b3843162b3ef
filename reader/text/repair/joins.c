/* joins.c - see the header. */
#include "text/repair/joins.h"

#include "text/characters/roles.h"

#define MIN_LETTERS    4 /* of a word with spaces between them */
#define MAX_CONSONANTS 3 /* one behind the other, in a word that can be spoken */
#define MAX_VOWELS     2

static OqGlyph *
glyph_at(const GArray *glyphs, guint at)
{
	return &g_array_index(glyphs, OqGlyph, at);
}

/* OQ_CHAR_OTHER beyond the end. */
static OqCharClass
class_at(const OqLetters *letters, const GArray *glyphs, guint at)
{
	return at < glyphs->len ? oq_letters_class(letters, glyph_at(glyphs, at)->c)
				: OQ_CHAR_OTHER;
}

static gboolean
is_letter(const OqLetters *letters, const GArray *glyphs, guint at)
{
	OqCharClass class = class_at(letters, glyphs, at);
	return class == OQ_CHAR_LETTER || class == OQ_CHAR_UPPER;
}

/* The number of glyphs that are >, or spaces around it. */
static guint
count_quote(const OqLetters *letters, const GArray *glyphs, guint at)
{
	guint n = 0;
	gboolean any = FALSE;
	for (; at + n < glyphs->len; n++) {
		const OqGlyph *glyph = glyph_at(glyphs, at + n);
		gboolean sign = glyph->c == '>' && glyph->end - glyph->start == 1; /* no ＞ */
		if (!sign && class_at(letters, glyphs, at + n) != OQ_CHAR_SPACE)
			break;
		any = any || sign;
	}
	return any ? n : 0;
}

/* At the beginning of a sentence it may be a sign of its own: > 5 кг, >= */
static gboolean
is_quote(const OqLetters *letters, const GArray *glyphs, guint at, guint n)
{
	OqCharClass next = class_at(letters, glyphs, at + n);
	if (at > 0 || n == glyphs->len)
		return at > 0;
	if (next != OQ_CHAR_DIGIT)
		return glyph_at(glyphs, n)->c != '=';
	for (guint i = n; i + 1 < glyphs->len; i++)
		if (class_at(letters, glyphs, i) == OQ_CHAR_NEWLINE &&
			count_quote(letters, glyphs, i + 1) > 0)
			return TRUE;
	return FALSE;
}

void
oq_joins_quotes(const OqLetters *letters, GArray *glyphs)
{
	guint written = 0;
	gboolean line_begins = TRUE;
	for (guint at = 0; at < glyphs->len; at++) {
		guint n = line_begins ? count_quote(letters, glyphs, at) : 0;
		if (n > 0 && is_quote(letters, glyphs, at, n))
			at += n;
		if (at == glyphs->len)
			break;
		line_begins = class_at(letters, glyphs, at) == OQ_CHAR_NEWLINE;
		*glyph_at(glyphs, written++) = *glyph_at(glyphs, at);
	}
	g_array_set_size(glyphs, written);
}

/* The hyphen before a line break, behind which only spaces may stand; glyphs->len: none. */
static guint
find_hyphen(const OqLetters *letters, const GArray *glyphs, guint newline)
{
	guint at = newline;
	while (at > 0 && class_at(letters, glyphs, at - 1) == OQ_CHAR_SPACE)
		at--;
	if (at < 2)
		return glyphs->len;
	gunichar c = glyph_at(glyphs, at - 1)->c;
	gboolean hyphen = c == '-' || c == OQ_SIGN_SOFT_HYPHEN || c == OQ_GLYPHS_NOT_SIGN;
	gboolean joined = is_letter(letters, glyphs, at - 2) ||
			  class_at(letters, glyphs, at - 2) == OQ_CHAR_DIGIT;
	return hyphen && joined ? at - 1 : glyphs->len;
}

static gboolean
is_same_letter(const OqLetters *letters, const GArray *glyphs, guint a, guint b)
{
	return is_letter(letters, glyphs, a) && b < glyphs->len &&
	       g_unichar_tolower(glyph_at(glyphs, a)->c) == glyph_at(glyphs, b)->c;
}

static gboolean
keeps_hyphen(const OqLetters *letters, const GArray *glyphs, guint hyphen, guint next)
{
	gunichar before = glyph_at(glyphs, hyphen - 1)->c, behind = glyph_at(glyphs, next)->c;
	if (glyph_at(glyphs, hyphen)->c != '-')
		return FALSE;
	if (class_at(letters, glyphs, hyphen - 1) != OQ_CHAR_LETTER ||
		oq_letters_is_western(before) != oq_letters_is_western(behind))
		return TRUE;
	if (oq_letters_is_western(behind))
		return FALSE;
	guint first = hyphen - 1;
	while (first > 0 && is_letter(letters, glyphs, first - 1))
		first--;
	gboolean paired = is_same_letter(letters, glyphs, first, next) &&
			  is_same_letter(letters, glyphs, first + 1, next + 1);
	return paired || hyphen - first < 2 || oq_letters_is_vowel(letters, behind);
}

void
oq_joins_lines(const OqLetters *letters, GArray *glyphs)
{
	for (guint at = 0; at < glyphs->len; at++) {
		if (class_at(letters, glyphs, at) != OQ_CHAR_NEWLINE)
			continue;
		guint hyphen = find_hyphen(letters, glyphs, at), next = at;
		while (class_at(letters, glyphs, next) == OQ_CHAR_NEWLINE ||
			class_at(letters, glyphs, next) == OQ_CHAR_SPACE)
			next++;
		if (hyphen == glyphs->len || class_at(letters, glyphs, next) != OQ_CHAR_LETTER) {
			at = next - 1;
			continue;
		}
		guint first = hyphen + keeps_hyphen(letters, glyphs, hyphen, next);
		g_array_remove_range(glyphs, first, next - first);
		at = first;
	}
}

/* The number of letters from @first on that stand alone, with single spaces between them. */
static guint
count_spaced(const OqLetters *letters, const GArray *glyphs, guint first)
{
	guint n = 0;
	for (guint at = first; is_letter(letters, glyphs, at); at += 2) {
		OqCharClass behind = class_at(letters, glyphs, at + 1);
		if (is_letter(letters, glyphs, at + 1) || behind == OQ_CHAR_DIGIT)
			break;
		n++;
		if (behind != OQ_CHAR_SPACE)
			break;
	}
	return n;
}

/* Whether letters with a glyph between them could be a word: neither a list of letters nor
 * capitals behind small ones. */
static gboolean
is_word(const OqLetters *letters, const GArray *glyphs, guint first, guint n)
{
	guint n_consonants = 0, n_vowels = 0, n_ordered = 0;
	gboolean any_vowel = FALSE, any_consonant = FALSE;
	for (guint i = 0; i < n; i++) {
		gunichar c = glyph_at(glyphs, first + 2 * i)->c;
		gunichar before = i > 0 ? glyph_at(glyphs, first + 2 * (i - 1))->c : c;
		gboolean vowel = oq_letters_is_vowel(letters, c);
		n_vowels = vowel ? n_vowels + 1 : 0;
		n_consonants = vowel ? 0 : n_consonants + 1;
		any_vowel = any_vowel || vowel;
		any_consonant = any_consonant || !vowel;
		n_ordered += c == before + 1;
		gboolean uneven = g_unichar_isupper(c) && g_unichar_islower(before);
		if (n_vowels > MAX_VOWELS || n_consonants > MAX_CONSONANTS || n_ordered > 1 ||
			uneven)
			return FALSE;
	}
	return any_vowel && any_consonant;
}

void
oq_joins_letters(const OqLetters *letters, GArray *glyphs)
{
	guint written = 0;
	for (guint at = 0; at < glyphs->len;) {
		gboolean begins = at == 0 || !is_letter(letters, glyphs, at - 1);
		guint n = begins ? count_spaced(letters, glyphs, at) : 0;
		gboolean joined = n >= MIN_LETTERS && is_word(letters, glyphs, at, n);
		guint n_glyphs = MAX(2 * n, 2) - 1, step = joined ? 2 : 1;
		for (guint i = 0; i < n_glyphs; i += step)
			*glyph_at(glyphs, written++) = *glyph_at(glyphs, at + i);
		at += n_glyphs;
	}
	g_array_set_size(glyphs, written);
}
