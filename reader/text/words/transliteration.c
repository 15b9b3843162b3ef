/* transliteration.c - see the header. */
#include "text/words/transliteration.h"

#define MAX_LETTERS 4 /* of a row */

/* The English voice says those before it, but for a few; of others it tells their number. */
#define FIRST_STRANGE 0x0180

static const OqTransliteration *
row_of(const OqLexicon *lexicon, gunichar c)
{
	char utf8[6];
	return oq_lexicon_transliteration(lexicon, (OqSlice){utf8, g_unichar_to_utf8(c, utf8)});
}

static gboolean
is_own_cyrillic(const OqLexicon *lexicon, gunichar c)
{
	return oq_letters_is_cyrillic(c) && oq_letters_name(oq_lexicon_letters(lexicon), c) != NULL;
}

gboolean
oq_transliteration_is_strange(const OqLexicon *lexicon, gunichar c)
{
	switch (c) {
	case 0x00AA: /* a raised a */
	case 0x0149: /* n with an apostrophe */
	case 0x017F: /* long s */
		return TRUE;
	case 0x018F: /* of Azerbaijani, which the voice says */
	case OQ_LETTERS_SCHWA:
		return FALSE;
	default:
		return c >= FIRST_STRANGE && g_unichar_isalpha(c) && !is_own_cyrillic(lexicon, c);
	}
}

/* Small letters of which each has a row, or is one that is said as it is; FALSE: one is neither. */
static gboolean
spread(const OqLexicon *lexicon, gunichar c, GString *letters)
{
	gunichar lower = g_unichar_tolower(c), parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
	gboolean known = (lower < 0x80 && g_ascii_isalpha((char)lower)) ||
			 is_own_cyrillic(lexicon, lower) || row_of(lexicon, lower) != NULL;
	if (known) {
		g_string_append_unichar(letters, lower);
		return TRUE;
	}
	if (g_unichar_decompose(lower, &parts[0], &parts[1]))
		return spread(lexicon, parts[0], letters) &&
		       (parts[1] == 0 || spread(lexicon, parts[1], letters));
	gsize n_parts =
		g_unichar_fully_decompose(lower, TRUE, parts, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
	if (n_parts == 1 && parts[0] == lower)
		return !g_unichar_isalpha(lower);
	for (gsize i = 0; i < n_parts; i++)
		if (!spread(lexicon, parts[i], letters))
			return FALSE;
	return TRUE;
}

/* The longest row that the letters at @p begin with; @length: (out): its bytes, those of a letter
 * when there is none. */
static const OqTransliteration *
longest_row(const OqLexicon *lexicon, const char *p, const char *end, gsize *length)
{
	const char *ends[MAX_LETTERS];
	guint n = 0;
	for (const char *at = p; at < end && n < MAX_LETTERS; n++)
		ends[n] = at = g_utf8_next_char(at);
	for (guint i = n; i > 0; i--) {
		*length = (gsize)(ends[i - 1] - p);
		const OqTransliteration *row =
			oq_lexicon_transliteration(lexicon, (OqSlice){p, *length});
		if (row != NULL)
			return row;
	}
	return NULL;
}

/* Between two consonants of an alphabet that leaves vowels out. */
static void
append_letters(const OqLexicon *lexicon, const GString *letters, GString *out)
{
	const char *end = letters->str + letters->len;
	gboolean was_consonant = FALSE;
	gsize length = 0;
	for (const char *p = letters->str; p < end; p += length) {
		const OqTransliteration *row = longest_row(lexicon, p, end, &length);
		gboolean consonant = row != NULL && row->kind == OQ_TRANSLITERATION_CONSONANT;
		if (was_consonant && consonant)
			g_string_append(out, oq_lexicon_word(lexicon, OQ_WORD_INHERENT_VOWEL));
		if (row != NULL)
			g_string_append(out, row->spoken);
		else
			g_string_append_len(out, p, (gssize)length);
		was_consonant = consonant;
	}
}

static void
raise_first(GString *out, gsize at)
{
	char upper[6];
	gunichar first = g_utf8_get_char(out->str + at);
	gsize length = g_unichar_to_utf8(g_unichar_toupper(first), upper);
	g_string_erase(out, (gssize)at, g_utf8_skip[(guchar)out->str[at]]);
	g_string_insert_len(out, (gssize)at, upper, (gssize)length);
}

gboolean
oq_transliteration_say(const OqLexicon *lexicon, OqSlice word, GString *out)
{
	g_autoptr(GString) letters = g_string_sized_new(word.length);
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p))
		if (!spread(lexicon, g_utf8_get_char(p), letters))
			return FALSE;
	gsize before = out->len;
	append_letters(lexicon, letters, out);
	if (out->len > before && g_unichar_isupper(g_utf8_get_char(word.data)))
		raise_first(out, before);
	return TRUE;
}

const char *
oq_transliteration_name(const OqLexicon *lexicon, gunichar letter)
{
	const char *name = oq_lexicon_script(lexicon, g_unichar_get_script(letter));
	return name != NULL ? name : oq_lexicon_word(lexicon, OQ_WORD_FOREIGN_WORDS);
}
