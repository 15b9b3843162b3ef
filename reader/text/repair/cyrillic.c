/* cyrillic.c - see the header. */
#include "text/repair/cyrillic.h"

#include "text/repair/arabic.h"
#include "text/repair/kinship.h"

#define MAX_PART_LETTERS 12 /* of a row of letters that are read together */
#define DOTLESS_I        0x0131

/* A word of letters of 2021. */
typedef struct {
	const OqLexicon *lexicon;
	GArray *letters; /* of OqGlyph, small; clean: it is a capital */
	GArray *out;     /* of OqGlyph */
} Word;

gboolean
oq_cyrillic_are_marked(gunichar c)
{
	switch (g_unichar_tolower(c)) {
	case 'q':
	case DOTLESS_I:
	case 0xE1:
	case 0xE4:
	case 0xF1:
	case 0xF3:
	case 0xF6:
	case 0xFA:
	case 0xFC:
	case 0xFD:
	case 0x011F:
	case 0x0144:
	case 0x014B:
	case 0x015F:
	case 0x016B:
	case 0x01F5:
		return TRUE;
	default:
		return oq_kinship_is_arabic_letter(c);
	}
}

static gunichar
lower_of(gunichar c)
{
	return c == 0x0130 ? 'i' : g_unichar_tolower(c);
}

static gunichar
letter_at(const GArray *letters, guint at)
{
	return at < letters->len ? g_array_index(letters, OqGlyph, at).c : 0;
}

static const OqAlphabetRow *
row_of(const OqLexicon *lexicon, OqAlphabetKind kind, gunichar c)
{
	char utf8[6];
	return oq_lexicon_alphabet(lexicon, kind, (OqSlice){utf8, g_unichar_to_utf8(c, utf8)});
}

/* A letter of the glyph's place and case; glyphs of letters tell with clean whether it is a
 * capital.
 */
static void
append(GArray *glyphs, OqGlyph glyph, gunichar c)
{
	glyph.c = glyph.clean > 0 ? g_unichar_toupper(c) : c;
	g_array_append_val(glyphs, glyph);
}

static gboolean
is_vowel(gunichar c)
{
	static const gunichar vowels[] = {
		'a', 'e', 'i', 'o', 'u', 'y', DOTLESS_I, 0xE4, 0xF6, 0xFC, 0x016B};
	for (guint i = 0; i < G_N_ELEMENTS(vowels); i++)
		if (c == vowels[i])
			return TRUE;
	return FALSE;
}

/* The Cyrillic letter of one of 2021; itself when it is none. */
static gunichar
cyrillic(const OqLexicon *lexicon, gunichar c)
{
	const OqAlphabetRow *row = row_of(lexicon, OQ_ALPHABET_LETTER, c);
	return row != NULL ? g_utf8_get_char(row->letters) : c;
}

/* Behind a letter and before it: the Cyrillic one of й. */
static gunichar
short_i(const OqLexicon *lexicon)
{
	return cyrillic(lexicon, 'i') + 1;
}

/* The letters of a row, from one on, the longest first; 0: there is none. */
static guint
say_part(Word *word, guint at)
{
	char text[6 * MAX_PART_LETTERS];
	gsize ends[MAX_PART_LETTERS], length = 0;
	guint n = 0;
	for (; n < MAX_PART_LETTERS && at + n < word->letters->len; n++) {
		length += g_unichar_to_utf8(letter_at(word->letters, at + n), text + length);
		ends[n] = length;
	}
	for (; n > 1; n--) {
		OqSlice key = {text, ends[n - 1]};
		const OqAlphabetRow *row =
			oq_lexicon_alphabet(word->lexicon, OQ_ALPHABET_PART, key);
		if (row == NULL && at == 0)
			row = oq_lexicon_alphabet(word->lexicon, OQ_ALPHABET_START, key);
		if (row == NULL)
			continue;
		OqGlyph whole = g_array_index(word->letters, OqGlyph, at);
		gboolean capitals = g_array_index(word->letters, OqGlyph, at + 1).clean > 0;
		whole.end = g_array_index(word->letters, OqGlyph, at + n - 1).end;
		for (const char *p = row->letters; *p != '\0'; p = g_utf8_next_char(p)) {
			append(word->out, whole, g_utf8_get_char(p));
			whole.clean = whole.clean > 0 && capitals;
		}
		return n;
	}
	return 0;
}

/* и, й, and with the vowel behind it я and ю. */
static guint
say_i(Word *word, guint at)
{
	const OqLexicon *lexicon = word->lexicon;
	gunichar before = at > 0 ? letter_at(word->letters, at - 1) : 0;
	gunichar next = letter_at(word->letters, at + 1), behind = letter_at(word->letters, at + 2);
	OqGlyph glyph = g_array_index(word->letters, OqGlyph, at);
	gunichar ya = cyrillic(lexicon, 'i') + ('\x17'), yu = ya - 1; /* я and ю of и */
	gboolean glides = at == 0 ? next == 'a' || next == 'u' || next == 'o' : is_vowel(before);
	if ((next == 'a' || next == 'u') &&
		(glides || (next == 'u' && behind != 0 && !is_vowel(behind)))) {
		glyph.end = g_array_index(word->letters, OqGlyph, at + 1).end;
		append(word->out, glyph, next == 'a' ? ya : yu);
		return 2;
	}
	append(word->out, glyph, glides ? short_i(lexicon) : cyrillic(lexicon, 'i'));
	if (glides || (next != 'a' && next != 'u'))
		return 1;
	append(word->out, g_array_index(word->letters, OqGlyph, at + 1), next == 'a' ? ya : yu);
	return 2;
}

static void
say_word(Word *word)
{
	for (guint at = 0, n; at < word->letters->len; at += n) {
		n = say_part(word, at);
		if (n == 0 && letter_at(word->letters, at) == 'i')
			n = say_i(word, at);
		if (n > 0)
			continue;
		append(word->out, g_array_index(word->letters, OqGlyph, at),
			cyrillic(word->lexicon, letter_at(word->letters, at)));
		n = 1;
	}
	g_array_set_size(word->letters, 0);
}

/* Whether a word has a vowel or consonant of the back of the mouth. */
static gboolean
is_back(const GArray *glyphs, OqGlyphRun word)
{
	for (guint at = word.first; at < word.end; at++) {
		gunichar c = lower_of(g_array_index(glyphs, OqGlyph, at).c);
		if (c == 'a' || c == 'o' || c == 'y' || c == 'q' || c == 0x016B || c == 0x011F)
			return TRUE;
	}
	return FALSE;
}

/* i where it is written for ı, and a capital I, which is that of both: i beside a vowel, and in a
 * word with back vowels, but not behind k and g. */
static gunichar
meant_i(const GArray *glyphs, OqGlyphRun word, guint at)
{
	gunichar before = at > word.first ? lower_of(g_array_index(glyphs, OqGlyph, at - 1).c) : 0;
	gunichar next = at + 1 < word.end ? lower_of(g_array_index(glyphs, OqGlyph, at + 1).c) : 0;
	gboolean front = before == 'k' || before == 'g';
	return is_vowel(before) || is_vowel(next) || (is_back(glyphs, word) && !front) ? 'i'
										       : DOTLESS_I;
}

static gunichar
letter_of_2021(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun word, guint at,
	OqKinship kinship)
{
	gunichar written = g_array_index(glyphs, OqGlyph, at).c, c = lower_of(written);
	if (written == 'I' || (c == 'i' && kinship == OQ_KINSHIP_LOOSE && written != 0x0130))
		return meant_i(glyphs, word, at);
	const OqAlphabetRow *row =
		kinship == OQ_KINSHIP_OLD ? row_of(lexicon, OQ_ALPHABET_OLD, c) : NULL;
	return row != NULL ? g_utf8_get_char(row->letters) : c;
}

static void
read_latin(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun run, OqKinship kinship,
	Word *word)
{
	for (guint at = run.first; at < run.end; at++) {
		OqGlyph glyph = g_array_index(glyphs, OqGlyph, at);
		gunichar c = letter_of_2021(lexicon, glyphs, run, at, kinship);
		gunichar next =
			at + 1 < run.end ? lower_of(g_array_index(glyphs, OqGlyph, at + 1).c) : 0;
		if ((c == 's' || c == 'c') && next == 'h') {
			glyph.end = g_array_index(glyphs, OqGlyph, ++at).end;
			/* ш and ч */
			c = c == 's' ? 0x015F : cyrillic(lexicon, 0x015F) - 1;
		}
		glyph.clean = g_unichar_isupper(glyph.c);
		glyph.c = c;
		g_array_append_val(word->letters, glyph);
	}
}

static void
copy(const GArray *glyphs, guint from, guint end, GArray *out)
{
	if (end > from)
		g_array_append_vals(out, &g_array_index(glyphs, OqGlyph, from), end - from);
}

/* The words of a run; what is between them stays. */
static void
convert(Word *word, const GArray *glyphs, OqGlyphRun run, OqKinship kinship, gboolean arabic)
{
	OqGlyphRun next;
	guint at = run.first;
	for (; at < run.end && oq_kinship_next_word(word->lexicon, glyphs, at, &next);
		at = next.end) {
		copy(glyphs, at, next.first, word->out);
		if (!arabic && oq_kinship_is_other(word->lexicon, glyphs, next)) {
			copy(glyphs, next.first, next.end, word->out);
			continue;
		}
		if (arabic)
			oq_arabic_read(word->lexicon, glyphs, next, word->letters);
		else
			read_latin(word->lexicon, glyphs, next, kinship, word);
		say_word(word);
	}
}

typedef enum { SCRIPT_OTHER, SCRIPT_LATIN, SCRIPT_ARABIC } Script;

/* ə and others that stand in Latin words of other languages. */
static gboolean
is_rare_latin(gunichar c)
{
	return c >= 0x0250 && c <= 0x02AF;
}

static Script
script_of(const GArray *glyphs, OqGlyphRun word)
{
	gboolean latin = TRUE, arabic = TRUE;
	for (guint at = word.first; at < word.end; at++) {
		gunichar c = g_array_index(glyphs, OqGlyph, at).c;
		latin = latin && (oq_letters_is_latin(c) || is_rare_latin(c));
		arabic = arabic && oq_kinship_is_arabic_letter(c);
	}
	return latin ? SCRIPT_LATIN : arabic ? SCRIPT_ARABIC : SCRIPT_OTHER;
}

/* Words of the same letters, beside each other. */
static Script
find_run(const OqLexicon *lexicon, const GArray *glyphs, guint from, OqGlyphRun *run)
{
	OqGlyphRun word;
	if (!oq_kinship_next_word(lexicon, glyphs, from, run))
		return SCRIPT_OTHER;
	Script script = script_of(glyphs, *run);
	while (oq_kinship_next_word(lexicon, glyphs, run->end, &word) &&
		script_of(glyphs, word) == script)
		run->end = word.end;
	return script;
}

/* ، ؛ ؟ */
static void
turn_signs(GArray *glyphs)
{
	for (guint at = 0; at < glyphs->len; at++) {
		OqGlyph *glyph = &g_array_index(glyphs, OqGlyph, at);
		glyph->c = glyph->c == 0x060C   ? ','
			   : glyph->c == 0x061B ? ';'
			   : glyph->c == 0x061F ? '?'
						: glyph->c;
	}
}

gboolean
oq_cyrillic_settle(const OqLexicon *lexicon, GArray *glyphs)
{
	g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(OqGlyph));
	g_autoptr(GArray) out = g_array_sized_new(FALSE, FALSE, sizeof(OqGlyph), glyphs->len);
	Word word = {lexicon, letters, out};
	gboolean any = FALSE, any_arabic = FALSE;
	OqGlyphRun run;
	guint at = 0;
	for (Script script; script = find_run(lexicon, glyphs, at, &run), run.end > run.first;
		at = run.end) {
		OqKinship kinship = script == SCRIPT_LATIN
					    ? oq_kinship_of_latin(lexicon, glyphs, run)
					    : OQ_KINSHIP_NONE;
		gboolean arabic =
			script == SCRIPT_ARABIC && oq_kinship_is_arabic(lexicon, glyphs, run);
		copy(glyphs, at, run.first, out);
		if (arabic || kinship != OQ_KINSHIP_NONE)
			convert(&word, glyphs, run, kinship, arabic);
		else
			copy(glyphs, run.first, run.end, out);
		any = any || arabic || kinship != OQ_KINSHIP_NONE;
		any_arabic = any_arabic || arabic;
	}
	if (!any)
		return FALSE;
	copy(glyphs, at, glyphs->len, out);
	g_array_set_size(glyphs, 0);
	copy(out, 0, out->len, glyphs);
	if (any_arabic)
		turn_signs(glyphs);
	return TRUE;
}
