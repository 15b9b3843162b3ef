/* kinship.c - see the header. */
#include "text/repair/kinship.h"

#include "text/characters/roles.h"

#include <string.h>

#define MAX_WORD_BYTES 40

/* So many points make a run Kazakh, and of a long one so many for each word. */
#define MIN_POINTS      3
#define WORDS_PER_POINT 2

/* What the words of a run say together. */
typedef struct {
	guint n_words;
	guint n_other;
	guint n_small_other; /* … in small letters: no names */
	guint n_dotless;     /* words with ı, and those where it is a back vowel, as in Turkish */
	guint n_strange;
	gint points;
	gboolean decides; /* a letter or word that Turkish does not have */
	gboolean sure;    /* … or even Uzbek */
	gboolean dotted;  /* İ is written, so that I is ı */
	gboolean foreign; /* a letter that Kazakh never has */
	gboolean any_old; /* á ǵ ń ó ú ý */
	gboolean any_new; /* ä ğ ñ ö ş ū ü */
	gboolean any_sh;
	gboolean any_vowel_y; /* y between consonants: in Turkish it is one itself */
} Evidence;

static gunichar
char_at(const GArray *glyphs, guint at)
{
	return g_array_index(glyphs, OqGlyph, at).c;
}

/* İ has no other small letter than i. */
static gunichar
lower_at(const GArray *glyphs, guint at)
{
	gunichar c = char_at(glyphs, at);
	return c == 0x0130 ? 'i' : g_unichar_tolower(c);
}

static gboolean
is_letter(const OqLexicon *lexicon, gunichar c)
{
	OqCharClass class = oq_letters_class(oq_lexicon_letters(lexicon), c);
	return class == OQ_CHAR_LETTER || class == OQ_CHAR_UPPER || class == OQ_CHAR_MARK;
}

gboolean
oq_kinship_is_arabic_letter(gunichar c)
{
	return c >= 0x0620 && c <= 0x06FF && g_unichar_isalpha(c);
}

gboolean
oq_kinship_next_word(const OqLexicon *lexicon, const GArray *glyphs, guint from, OqGlyphRun *word)
{
	while (from < glyphs->len && !is_letter(lexicon, char_at(glyphs, from)))
		from++;
	word->first = word->end = from;
	while (word->end < glyphs->len && is_letter(lexicon, char_at(glyphs, word->end)))
		word->end++;
	return word->end > word->first;
}

static const OqAlphabetRow *
row_of(const OqLexicon *lexicon, OqAlphabetKind kind, gunichar c)
{
	char utf8[6];
	return oq_lexicon_alphabet(lexicon, kind, (OqSlice){utf8, g_unichar_to_utf8(c, utf8)});
}

static gboolean
is_one_of(gunichar c, const gunichar *letters)
{
	while (*letters != 0 && *letters != c)
		letters++;
	return *letters != 0;
}

static const gunichar old_letters[] = {0xE1, 0x01F5, 0x0144, 0xF3, 0xFA, 0xFD, 0};
static const gunichar new_letters[] = {0xE4, 0x011F, 0xF1, 0x014B, 0xF6, 0x015F, 0x016B, 0xFC, 0};
static const gunichar deciding[] = {0xF1, 0x014B, 0x016B, 0x01F5, 0x0144, 0};
static const gunichar back_vowels[] = {'a', 'o', 0x016B, 'y', 0};
static const gunichar vowels[] = {
	'a', 'e', 'i', 'o', 'u', 'y', 0x0131, 0xE4, 0xF6, 0xFC, 0x016B, 0xE1, 0xF3, 0xFA, 0xFD, 0};

static gboolean
is_vowel(gunichar c)
{
	return is_one_of(c, vowels);
}

/* c, w, x; c before h is a letter of Kazakh. */
static gboolean
is_foreign_letter(const OqLexicon *lexicon, gunichar c, gunichar next)
{
	if (c == 'c')
		return next != 'h';
	return row_of(lexicon, OQ_ALPHABET_LETTER, c) == NULL &&
	       row_of(lexicon, OQ_ALPHABET_OLD, c) == NULL;
}

/* The vowels beside which the y of Kazakh, a vowel itself, does not stand. */
static gboolean
is_apart_from_y(gunichar c)
{
	return c != 'y' && c != 'u' && c != 'i' && c != 0x0131 && c != 0xFD && is_vowel(c);
}

/* oo, th, qu before a vowel, y where it is a consonant */
static gboolean
is_foreign_pair(gunichar c, gunichar next, gunichar behind)
{
	static const char *const pairs[] = {"aa", "ee", "oo", "yy", "th", "ph", "ck", "gh"};
	for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (c == (gunichar)pairs[i][0] && next == (gunichar)pairs[i][1])
			return TRUE;
	return (c == 'q' && next == 'u' && (behind == 'e' || behind == 'i' || behind == 'o')) ||
	       (c == 'y' && is_apart_from_y(next)) || (next == 'y' && is_apart_from_y(c));
}

static gboolean
is_roman(const GArray *glyphs, OqGlyphRun word)
{
	for (guint at = word.first; at < word.end; at++)
		if (char_at(glyphs, at) >= 0x80 || oq_roles_roman(char_at(glyphs, at)) == '\0')
			return FALSE;
	return TRUE;
}

static gboolean
is_ascii_letter_at(const GArray *glyphs, guint at)
{
	return at < glyphs->len && char_at(glyphs, at) < 0x80 &&
	       g_ascii_isalpha((char)char_at(glyphs, at));
}

/* Beside @, or a point or slash within a name: info@mail.kz, egov.kz; but not t.b. */
static gboolean
is_of_address(const GArray *glyphs, OqGlyphRun word)
{
	gunichar before = word.first > 0 ? char_at(glyphs, word.first - 1) : ' ';
	gunichar behind = word.end < glyphs->len ? char_at(glyphs, word.end) : ' ';
	if (before == '@' || behind == '@' || before == '_' || behind == '_' || before == '/')
		return TRUE;
	gboolean joins = behind == '.' && word.end - word.first > 1 &&
			 is_ascii_letter_at(glyphs, word.end + 1) &&
			 is_ascii_letter_at(glyphs, word.end + 2);
	gboolean joined = before == '.' && word.end - word.first > 1 && word.first > 2 &&
			  is_ascii_letter_at(glyphs, word.first - 2) &&
			  is_ascii_letter_at(glyphs, word.first - 3);
	return joins || joined;
}

static gunichar
next_lower(const GArray *glyphs, guint at, OqGlyphRun word)
{
	return at < word.end ? lower_at(glyphs, at) : 0;
}

gboolean
oq_kinship_is_other(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun word)
{
	gboolean small = FALSE;
	if (is_roman(glyphs, word) || is_of_address(glyphs, word))
		return TRUE;
	for (guint at = word.first; at < word.end; at++) {
		gunichar c = lower_at(glyphs, at), next = next_lower(glyphs, at + 1, word);
		gboolean capital = g_unichar_isupper(char_at(glyphs, at));
		if (is_foreign_letter(lexicon, c, next) || (small && capital) ||
			is_foreign_pair(c, next, next_lower(glyphs, at + 2, word)))
			return TRUE;
		small = !capital;
	}
	return FALSE;
}

/* A letter of a language that is neither Kazakh nor English. */
static gboolean
has_strange_letter(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun word)
{
	gboolean strange = FALSE, marked = FALSE, foreign = FALSE;
	for (guint at = word.first; at < word.end; at++) {
		gunichar c = lower_at(glyphs, at), next = next_lower(glyphs, at + 1, word);
		gboolean other = is_foreign_letter(lexicon, c, next);
		/* no word of Kazakh begins with ñ */
		strange = strange || (other && c >= 0x80) || (c == 0xF1 && at == word.first);
		foreign = foreign || other;
		marked = marked || is_one_of(c, old_letters) || is_one_of(c, new_letters) ||
			 c == 0x0131 || (c == 'q' && next != 'u');
	}
	return strange || (foreign && marked);
}

static gboolean
is_sure_word(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun word)
{
	char text[MAX_WORD_BYTES];
	gsize length = 0;
	for (guint at = word.first; at < word.end && length + 6 < sizeof text; at++)
		length += g_unichar_to_utf8(lower_at(glyphs, at), text + length);
	return oq_lexicon_alphabet(lexicon, OQ_ALPHABET_WORD, (OqSlice){text, length}) != NULL;
}

/* What the letters of a word say. */
typedef struct {
	gboolean q, mark, soft, dotless, strange, vowel_y, front;
	gboolean coda;          /* ñ before a consonant or at the end, where Spanish has none */
	gboolean front_dotless; /* ı behind a front vowel, where Turkish has i */
} Letters;

static void
look(const GArray *glyphs, OqGlyphRun word, Letters *letters, Evidence *evidence)
{
	gunichar before = 0;
	gboolean back = FALSE, front = FALSE; /* the last vowel */
	for (guint at = word.first; at < word.end; at++) {
		gunichar c = lower_at(glyphs, at), next = next_lower(glyphs, at + 1, word);
		if (evidence->dotted && char_at(glyphs, at) == 'I')
			c = 0x0131;
		/* quality */
		letters->q =
			letters->q ||
			(c == 'q' && !(next == 'u' && is_vowel(next_lower(glyphs, at + 2, word))));
		letters->mark = letters->mark || is_one_of(c, deciding);
		letters->soft =
			letters->soft || is_one_of(c, new_letters) || is_one_of(c, old_letters);
		letters->dotless = letters->dotless || c == 0x0131;
		letters->coda = letters->coda ||
				((c == 0xF1 || c == 0x0144 || c == 0x014B) && !is_vowel(next));
		letters->strange = letters->strange || (c == 0x0131 && back);
		letters->front_dotless = letters->front_dotless || (c == 0x0131 && front);
		letters->vowel_y =
			letters->vowel_y || (c == 'y' && before != 0 && next != 0 &&
						    !is_vowel(before) && !is_vowel(next));
		evidence->any_old = evidence->any_old || is_one_of(c, old_letters);
		evidence->any_new = evidence->any_new || is_one_of(c, new_letters);
		evidence->any_sh = evidence->any_sh || (c == 's' && next == 'h');
		letters->front = letters->front || c == 0xE4 || c == 0xF6 || c == 0xFC;
		if (is_vowel(c) && c != 'u') {
			back = is_one_of(c, back_vowels);
			front = c == 'e' || c == 0xE4 || c == 0xF6 || c == 0xFC;
		}
		before = c;
	}
	letters->vowel_y = letters->vowel_y && !letters->front;
}

static void
weigh(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun word, Evidence *evidence)
{
	Letters letters = {0};
	evidence->foreign = evidence->foreign || has_strange_letter(lexicon, glyphs, word);
	if (is_roman(glyphs, word) || is_of_address(glyphs, word))
		return;
	evidence->n_words++;
	if (oq_kinship_is_other(lexicon, glyphs, word)) {
		evidence->n_other++;
		evidence->n_small_other += g_unichar_islower(char_at(glyphs, word.first));
		return;
	}
	look(glyphs, word, &letters, evidence);
	gboolean sure = is_sure_word(lexicon, glyphs, word);
	evidence->n_dotless += letters.dotless;
	evidence->n_strange += letters.strange && !sure;
	evidence->points += 2 * sure + letters.q + letters.mark + letters.soft +
			    (letters.dotless && !letters.strange) + letters.vowel_y + letters.coda +
			    letters.front_dotless;
	evidence->any_vowel_y = evidence->any_vowel_y || letters.vowel_y;
	evidence->decides =
		evidence->decides || sure || letters.q || letters.mark || letters.front_dotless;
	evidence->sure = evidence->sure || sure || letters.mark;
}

static gboolean
has_dotted(const GArray *glyphs, OqGlyphRun run)
{
	for (guint at = run.first; at < run.end; at++)
		if (char_at(glyphs, at) == 0x0130)
			return TRUE;
	return FALSE;
}

/* bo‘lib, o'zbek */
static gboolean
has_uzbek_apostrophe(const GArray *glyphs, OqGlyphRun run)
{
	static const gunichar apostrophes[] = {'\'', '`', 0x2018, 0x2019, 0x02BB, 0x02BC, 0};
	for (guint at = run.first + 1; at < run.end; at++) {
		gunichar before = lower_at(glyphs, at - 1);
		if (is_one_of(char_at(glyphs, at), apostrophes) && (before == 'o' || before == 'g'))
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_kazakh(const Evidence *evidence)
{
	/* in the alphabet of 2018 ı is й */
	gboolean turkish = !evidence->any_old && evidence->n_strange > 0 &&
			   2 * evidence->n_strange >= evidence->n_dotless;
	gboolean decides = evidence->decides ||
			   (evidence->any_vowel_y && (evidence->any_new || evidence->any_old));
	return !evidence->foreign && !turkish && evidence->points >= MIN_POINTS &&
	       evidence->points * WORDS_PER_POINT >= (gint)evidence->n_words &&
	       2 * evidence->n_other <= evidence->n_words &&
	       (evidence->n_small_other > 0 ? evidence->sure : decides) &&
	       !(evidence->any_old && evidence->any_new);
}

OqKinship
oq_kinship_of_latin(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun run)
{
	Evidence evidence = {.dotted = has_dotted(glyphs, run)};
	OqGlyphRun word;
	for (guint at = run.first; at < run.end && oq_kinship_next_word(lexicon, glyphs, at, &word);
		at = word.end)
		weigh(lexicon, glyphs, word, &evidence);
	if (!is_kazakh(&evidence) || has_uzbek_apostrophe(glyphs, run))
		return OQ_KINSHIP_NONE;
	if (evidence.any_old || (!evidence.any_new && evidence.any_sh && evidence.n_dotless > 0))
		return OQ_KINSHIP_OLD;
	return evidence.n_dotless > 0 ? OQ_KINSHIP_NEW : OQ_KINSHIP_LOOSE;
}

gboolean
oq_kinship_is_arabic(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun run)
{
	/* ە ۇ ۋ ڭ ٴ, which neither Arabic nor Persian has */
	static const gunichar own[] = {0x06D5, 0x06C7, 0x06CB, 0x06AD, 0x0674, 0};
	gboolean any = FALSE;
	for (guint at = run.first; at < run.end; at++) {
		gunichar c = char_at(glyphs, at);
		if (!oq_kinship_is_arabic_letter(c))
			continue;
		if (row_of(lexicon, OQ_ALPHABET_ARABIC, c) == NULL)
			return FALSE;
		gboolean inside =
			at + 1 < run.end && oq_kinship_is_arabic_letter(char_at(glyphs, at + 1));
		any = any || is_one_of(c, own) || (c == 0x0649 /* ى */ && inside);
	}
	return any;
}
