/* capitals.c - see the header. */
#include "text/repair/capitals.h"

#include "text/characters/escapes.h"
#include "text/characters/roles.h"
#include "text/words/sayable.h"

#define MIN_WORD_LETTERS    4 /* of a word that shows that there is more than acronyms … */
#define MAX_ACRONYM_LETTERS 6
#define MIN_WORDS           2 /* … if there are as many */

typedef struct {
	guint first; /* glyphs */
	guint end;
} Word;

gboolean
oq_capitals_are_all(const OqLetters *letters, OqSlice sentence)
{
	gboolean any = FALSE;
	const char *end = sentence.data + sentence.length;
	for (const char *p = sentence.data, *next; p < end; p = next) {
		gsize n_escape = oq_escapes_length(p, end, TRUE);
		next = n_escape > 0 ? p + n_escape : g_utf8_next_char(p);
		if (n_escape > 0)
			continue;
		OqCharClass class = oq_letters_class(letters, g_utf8_get_char(p));
		if (class == OQ_CHAR_LETTER)
			return FALSE;
		any = any || class == OQ_CHAR_UPPER;
	}
	return any;
}

static gunichar
char_at(const GArray *glyphs, guint at)
{
	return g_array_index(glyphs, OqGlyph, at).c;
}

static gboolean
is_capital(const OqLexicon *lexicon, const GArray *glyphs, guint at)
{
	return at < glyphs->len &&
	       oq_letters_class(oq_lexicon_letters(lexicon), char_at(glyphs, at)) == OQ_CHAR_UPPER;
}

static gboolean
find_word(const OqLexicon *lexicon, const GArray *glyphs, guint from, Word *word)
{
	for (word->first = from; word->first < glyphs->len; word->first++)
		if (is_capital(lexicon, glyphs, word->first))
			break;
	for (word->end = word->first; is_capital(lexicon, glyphs, word->end);)
		word->end++;
	return word->end > word->first;
}

static gboolean
may_be_acronym(const OqLexicon *lexicon, const GArray *glyphs, Word word, GString *scratch)
{
	gboolean roman = TRUE, cyrillic = TRUE;
	g_string_truncate(scratch, 0);
	for (guint at = word.first; at < word.end; at++) {
		roman = roman && oq_roles_roman(char_at(glyphs, at)) != '\0';
		cyrillic = cyrillic && !oq_letters_is_western(char_at(glyphs, at));
		g_string_append_unichar(scratch, char_at(glyphs, at));
	}
	OqSlice text = {scratch->str, scratch->len};
	return roman || !cyrillic || word.end - word.first < 2 ||
	       oq_lexicon_acronym(lexicon, text) != NULL ||
	       (word.end - word.first <= MAX_ACRONYM_LETTERS && !oq_sayable_is_word(lexicon, text));
}

/* Two words and a number: without one, no rule asks what the words are. */
static gboolean
is_heading(const OqLexicon *lexicon, const GArray *glyphs, GString *scratch)
{
	guint n_words = 0, n_digits = 0;
	for (guint at = 0; at < glyphs->len; at++)
		n_digits += char_at(glyphs, at) >= '0' && char_at(glyphs, at) <= '9';
	Word word;
	for (guint at = 0; n_digits > 0 && find_word(lexicon, glyphs, at, &word); at = word.end)
		n_words += word.end - word.first >= MIN_WORD_LETTERS &&
			   !may_be_acronym(lexicon, glyphs, word, scratch);
	return n_words >= MIN_WORDS;
}

void
oq_capitals_lower(const OqLexicon *lexicon, GArray *glyphs, GString *scratch)
{
	if (!is_heading(lexicon, glyphs, scratch))
		return;
	Word word;
	for (guint at = 0; find_word(lexicon, glyphs, at, &word); at = word.end) {
		if (may_be_acronym(lexicon, glyphs, word, scratch))
			continue;
		for (guint i = word.first; i < word.end; i++) {
			OqGlyph *glyph = &g_array_index(glyphs, OqGlyph, i);
			glyph->c = g_unichar_tolower(glyph->c);
		}
	}
}
