/* suffixes.c - see the header. */
#include "text/words/suffixes.h"

#include <string.h>

static gboolean parse_rest(const OqLexicon *lexicon, OqSlice written, OqSuffixes *suffixes);

/* One form of the suffix at the beginning, then the rest. */
static gboolean
parse_form(const OqLexicon *lexicon, OqSlice written, const OqSuffixForm *form, guint index,
	OqSuffixes *suffixes)
{
	for (guint harmony = 0; harmony < 2; harmony++) {
		const char *text = form->form[harmony];
		if (text == NULL || text[0] != written.data[0] || text[1] != written.data[1] ||
			!oq_slice_has_prefix(written, oq_slice(text)))
			continue;
		suffixes->suffix[suffixes->n++] = index;
		if (parse_rest(lexicon, oq_slice_skip(written, strlen(text)), suffixes))
			return TRUE;
		suffixes->n--;
	}
	return FALSE;
}

static gboolean
parse_rest(const OqLexicon *lexicon, OqSlice written, OqSuffixes *suffixes)
{
	if (written.length == 0)
		return TRUE;
	if (suffixes->n == OQ_SUFFIXES_MAX)
		return FALSE;
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(lexicon, &n_all);
	gboolean possessive = suffixes->n > 0 &&
			      all[suffixes->suffix[suffixes->n - 1]].kind == OQ_SUFFIX_POSSESSIVE;
	for (guint i = 0; i < n_all; i++) {
		/* тарау is a noun, not -лар and -еу */
		if (suffixes->n > 0 &&
			(all[i].kind == OQ_SUFFIX_ORDINAL || all[i].kind == OQ_SUFFIX_COLLECTIVE))
			continue;
		for (guint form = 0; form < OQ_N_SUFFIX_FORMS; form++) {
			/* "н" is the accusative only behind a possessive */
			if ((form == OQ_SUFFIX_AFTER_POSSESSIVE) == possessive &&
				parse_form(lexicon, written, &all[i].forms[form], i, suffixes))
				return TRUE;
		}
		if (parse_form(lexicon, written, &all[i].misspelt, i, suffixes))
			return TRUE;
	}
	return FALSE;
}

gboolean
oq_suffixes_parse(const OqLexicon *lexicon, OqSlice written, OqSuffixes *suffixes)
{
	suffixes->n = 0;
	return written.length > 0 && parse_rest(lexicon, written, suffixes);
}

gboolean
oq_suffixes_parse_behind_possessive(const OqLexicon *lexicon, OqSlice written, OqSuffixes *suffixes)
{
	*suffixes = oq_suffixes_named(lexicon, OQ_NAMED_POSSESSIVE);
	if (written.length == 0 || !parse_rest(lexicon, written, suffixes))
		return FALSE;
	suffixes->n--;
	memmove(suffixes->suffix, suffixes->suffix + 1, suffixes->n);
	return TRUE;
}

gboolean
oq_suffixes_parse_case(const OqLexicon *lexicon, OqSlice written, OqSuffixes *suffixes)
{
	if (!oq_suffixes_parse(lexicon, written, suffixes))
		return FALSE;
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(lexicon, &n_all);
	for (guint i = 0; i < suffixes->n; i++) {
		OqSuffixKind kind = all[suffixes->suffix[i]].kind;
		if (kind == OQ_SUFFIX_DERIVING || kind == OQ_SUFFIX_ORDINAL ||
			kind == OQ_SUFFIX_COLLECTIVE)
			return FALSE;
	}
	return TRUE;
}

static OqSlice
last_word(const GString *words)
{
	const char *space = strrchr(words->str, ' ');
	return oq_slice(space != NULL ? space + 1 : words->str);
}

static void
replace_last(GString *words, OqSlice last, const char *word)
{
	g_string_truncate(words, last.data - words->str);
	g_string_append(words, word);
}

/* қырық ends in қырқ before a vowel; қ к п at the end of a word become ғ г б there, and ь goes. */
static void
soften_end(const OqLexicon *lexicon, GString *words)
{
	OqSlice last = last_word(words);
	const OqNumeral *numeral = oq_lexicon_numeral(lexicon, last);
	if (numeral != NULL && numeral->stem != NULL) {
		replace_last(words, last, numeral->stem);
		return;
	}
	if (last.length == 0)
		return;
	const char *letter = g_utf8_prev_char(words->str + words->len);
	gunichar end = g_utf8_get_char(letter);
	g_string_truncate(words, letter - words->str);
	if (!oq_letters_is_soft_sign(oq_lexicon_letters(lexicon), end))
		g_string_append_unichar(words, oq_letters_soften(oq_lexicon_letters(lexicon), end));
}

/* миллиграмм, but миллиграмнан */
static void
drop_doubled(const OqLetters *letters, GString *words)
{
	const char *end = words->str + words->len;
	const char *last = words->len > 0 ? g_utf8_prev_char(end) : end;
	const char *before = last > words->str ? g_utf8_prev_char(last) : end;
	if (before == end || oq_letters_is_vowel(letters, g_utf8_get_char(last)) ||
		g_utf8_get_char(last) != g_utf8_get_char(before))
		return;
	g_string_truncate(words, last - words->str);
}

static gboolean
replace_numeral(const OqLexicon *lexicon, OqSuffixKind kind, GString *words)
{
	OqSlice last = last_word(words);
	const OqNumeral *numeral = oq_lexicon_numeral(lexicon, last);
	if (numeral == NULL)
		return FALSE;
	const char *word = kind == OQ_SUFFIX_ORDINAL      ? numeral->ordinal
			   : kind == OQ_SUFFIX_COLLECTIVE ? numeral->collective
							  : NULL;
	if (word != NULL)
		replace_last(words, last, word);
	return word != NULL;
}

static void
attach(const OqLexicon *lexicon, const OqSuffix *suffix, gboolean possessive, GString *words)
{
	if (replace_numeral(lexicon, suffix->kind, words))
		return;
	const OqLetters *letters = oq_lexicon_letters(lexicon);
	OqSlice last = last_word(words);
	guint form = possessive ? OQ_SUFFIX_AFTER_POSSESSIVE : oq_letters_ending(letters, last);
	const char *text = suffix->forms[form].form[oq_letters_harmony(letters, last)];
	if (text == NULL)
		return;
	drop_doubled(letters, words);
	if (oq_letters_is_vowel(letters, g_utf8_get_char(text)))
		soften_end(lexicon, words);
	g_string_append(words, text);
}

static void
attach_all(
	const OqLexicon *lexicon, const OqSuffixes *suffixes, gboolean possessive, GString *words)
{
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(lexicon, &n_all);
	for (guint i = 0; i < suffixes->n; i++) {
		const OqSuffix *suffix = &all[suffixes->suffix[i]];
		attach(lexicon, suffix, possessive, words);
		possessive = suffix->kind == OQ_SUFFIX_POSSESSIVE;
	}
}

void
oq_suffixes_attach(const OqLexicon *lexicon, const OqSuffixes *suffixes, GString *words)
{
	attach_all(lexicon, suffixes, FALSE, words);
}

void
oq_suffixes_attach_behind_possessive(
	const OqLexicon *lexicon, const OqSuffixes *suffixes, GString *words)
{
	attach_all(lexicon, suffixes, TRUE, words);
}

OqSuffixes
oq_suffixes_named(const OqLexicon *lexicon, OqNamedSuffix suffix)
{
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(lexicon, &n_all);
	return (OqSuffixes){1, {(guint8)(oq_lexicon_suffix(lexicon, suffix) - all)}};
}
