/* scripts.c - see the header. */
#include "text/repair/scripts.h"

#include "text/words/suffixes.h"

#define MIN_NAME_LETTERS 3

/* What the letters of a word say of its alphabet. */
typedef struct {
	guint n_latin;
	guint n_cyrillic;
	guint n_latin_first; /* Latin letters before the first other one */
	guint n_signs;       /* that always stand for another letter, and decide nothing */
	gboolean sure_latin; /* a letter that has no twin */
	gboolean sure_cyrillic;
	gboolean any_near; /* a Latin letter that looks a little different */
	gboolean any_other;
} Evidence;

typedef enum { SCRIPT_UNKNOWN, SCRIPT_LATIN, SCRIPT_CYRILLIC } Script;

static OqGlyph *
glyph_at(const GArray *glyphs, guint at)
{
	return &g_array_index(glyphs, OqGlyph, at);
}

static gboolean
is_letter(const OqLexicon *lexicon, gunichar c)
{
	OqCharClass class = oq_letters_class(oq_lexicon_letters(lexicon), c);
	return class == OQ_CHAR_LETTER || class == OQ_CHAR_UPPER || class == OQ_CHAR_MARK;
}

/* A letter, or a sign that may stand for one, as ¥ for Ұ: not before or behind a number. */
static gboolean
is_part(const OqLexicon *lexicon, const GArray *glyphs, guint at)
{
	if (at >= glyphs->len)
		return FALSE;
	gunichar c = glyph_at(glyphs, at)->c;
	return is_letter(lexicon, c) ||
	       (oq_lexicon_lookalike(lexicon, c) != NULL && at + 1 < glyphs->len &&
		       is_letter(lexicon, glyph_at(glyphs, at + 1)->c));
}

/* The point between an initial and what follows. */
static gboolean
is_point_of_initial(const OqLexicon *lexicon, const GArray *glyphs, guint first, guint at)
{
	if (at >= glyphs->len || glyph_at(glyphs, at)->c != '.' ||
		!is_part(lexicon, glyphs, at + 1))
		return FALSE;
	return at - first == 1 || glyph_at(glyphs, at - 2)->c == '.';
}

/* The end of the word at first, with the initials before it. */
static guint
find_end(const OqLexicon *lexicon, const GArray *glyphs, guint first)
{
	guint at = first;
	while (is_part(lexicon, glyphs, at) ||
		(at > first && is_point_of_initial(lexicon, glyphs, first, at)))
		at++;
	return at;
}

/* Of neither alphabet: Greek, Chinese. */
static gboolean
is_other(gunichar c)
{
	return c >= 0x0250 && !oq_letters_is_cyrillic(c) && !g_unichar_ismark(c);
}

static gboolean
is_latin(gunichar c)
{
	return c < 0x0250 || g_unichar_get_script(c) == G_UNICODE_SCRIPT_LATIN;
}

static void
weigh(const OqLexicon *lexicon, gunichar c, Evidence *evidence)
{
	const OqLookalike *lookalike = oq_lexicon_lookalike(lexicon, c);
	if (lookalike != NULL && lookalike->kind == OQ_LOOKALIKE_ALWAYS) {
		evidence->n_signs++;
	} else if (is_latin(c)) {
		evidence->n_latin++;
		evidence->n_latin_first += evidence->n_cyrillic == 0;
		evidence->sure_latin = evidence->sure_latin || lookalike == NULL;
		evidence->any_near = evidence->any_near ||
				     (lookalike != NULL && lookalike->kind == OQ_LOOKALIKE_NEAR);
	} else if (is_other(c)) {
		evidence->any_other = TRUE;
	} else {
		evidence->n_cyrillic++;
		evidence->sure_cyrillic =
			evidence->sure_cyrillic || oq_lexicon_twin(lexicon, c) == 0;
	}
}

/* iPhoneға */
static gboolean
is_name_with_ending(const OqLexicon *lexicon, const GArray *glyphs, guint first, guint end,
	const Evidence *evidence, GString *scratch)
{
	if (evidence->n_latin_first < MIN_NAME_LETTERS || !evidence->any_near ||
		evidence->n_signs > 0)
		return FALSE;
	g_string_truncate(scratch, 0);
	for (guint at = first + evidence->n_latin_first; at < end; at++)
		g_string_append_unichar(scratch, g_unichar_tolower(glyph_at(glyphs, at)->c));
	OqSuffixes suffixes;
	return oq_suffixes_parse(lexicon, (OqSlice){scratch->str, scratch->len}, &suffixes);
}

static Script
judge(const OqLexicon *lexicon, const GArray *glyphs, guint first, guint end, GString *scratch)
{
	Evidence evidence = {0};
	for (guint at = first; at < end; at++)
		if (glyph_at(glyphs, at)->c != '.')
			weigh(lexicon, glyph_at(glyphs, at)->c, &evidence);
	if (evidence.sure_latin != evidence.sure_cyrillic && !evidence.any_other &&
		!is_name_with_ending(lexicon, glyphs, first, end, &evidence, scratch))
		return evidence.sure_latin ? SCRIPT_LATIN : SCRIPT_CYRILLIC;
	if (evidence.sure_latin || evidence.sure_cyrillic || evidence.any_other)
		return SCRIPT_UNKNOWN;
	return evidence.n_latin > evidence.n_cyrillic ? SCRIPT_LATIN : SCRIPT_CYRILLIC;
}

/* Behind any vowel, or before one that is surely a vowel: Київ, Yақыт, but not сїю (сүю). */
static gboolean
is_beside_vowel(const OqLexicon *lexicon, const GArray *glyphs, guint at)
{
	const OqLetters *letters = oq_lexicon_letters(lexicon);
	if (at + 1 < glyphs->len && oq_letters_is_vowel(letters, glyph_at(glyphs, at + 1)->c))
		return TRUE;
	char before[6];
	gsize length = at > 0 ? g_unichar_to_utf8(glyph_at(glyphs, at - 1)->c, before) : 0;
	return oq_letters_has_vowel(letters, (OqSlice){before, length});
}

static gunichar
put_right(const OqLexicon *lexicon, const GArray *glyphs, guint at, Script script)
{
	gunichar c = glyph_at(glyphs, at)->c, twin = oq_lexicon_twin(lexicon, c);
	if (script == SCRIPT_LATIN)
		return twin != 0 ? twin : c;
	const OqLookalike *lookalike = oq_lexicon_lookalike(lexicon, c);
	if (lookalike == NULL)
		return c;
	return is_beside_vowel(lexicon, glyphs, at) ? lookalike->beside_vowel : lookalike->letter;
}

void
oq_scripts_settle(const OqLexicon *lexicon, GArray *glyphs, GString *scratch)
{
	for (guint first = 0, end; first < glyphs->len; first = end + 1) {
		end = find_end(lexicon, glyphs, first);
		Script script = judge(lexicon, glyphs, first, end, scratch);
		if (script == SCRIPT_UNKNOWN)
			continue;
		for (guint at = first; at < end; at++)
			glyph_at(glyphs, at)->c = put_right(lexicon, glyphs, at, script);
	}
}
