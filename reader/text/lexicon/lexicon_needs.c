/* lexicon_needs.c - what C asks for in whatever text: a linguist's slip must be told at the start,
 * not in mid-sentence. */
#include "text/characters/roles.h"
#include "text/lexicon/lexicon-private.h"

static gboolean
miss(const char *folder, const char *table, const char *what, GError **error)
{
	g_autofree char *path = g_build_filename(folder, table, NULL);
	return oq_rows_miss(path, what, error);
}

static gboolean
check_numerals(const OqLexicon *lexicon, const char *folder, GError **error)
{
	for (guint64 value = 0, step = 1; value <= OQ_MAX_NUMERAL; value += step) {
		g_autofree char *digits = g_strdup_printf("%" G_GUINT64_FORMAT, value);
		if (oq_lexicon_number(lexicon, value) == NULL)
			return miss(folder, "numerals.tsv", digits, error);
		step = value < 10 ? 1 : value < 100 ? 10 : value < 1000 ? 900 : value * 999;
	}
	return TRUE;
}

static gboolean
check_letters(const OqLexicon *lexicon, const char *folder, GError **error)
{
	char letter[8] = {0};
	g_unichar_to_utf8(oq_letters_lacking(lexicon->letters), letter);
	if (letter[0] != '\0')
		return miss(folder, "letters.tsv", letter, error);
	for (letter[0] = 'a'; letter[0] <= 'z'; letter[0]++)
		if (oq_lexicon_latin(lexicon, oq_slice(letter)) == NULL)
			return miss(folder, "latin.tsv", letter, error);
	return TRUE;
}

/* The rows of names.h. */
static gboolean
check_names(const OqLexicon *lexicon, const char *folder, GError **error)
{
	for (guint i = 0; i < OQ_N_NAMED_WORDS; i++)
		if (lexicon->words[i] == NULL)
			return miss(folder, "words.tsv", oq_names_words()[i], error);
	for (guint i = 0; i < OQ_N_NAMED_SUFFIXES; i++)
		if (lexicon->named_suffixes[i] == OQ_NO_SUFFIX)
			return miss(folder, "suffixes.tsv", oq_names_suffixes()[i], error);
	for (guint i = 0; i < OQ_N_NAMED_RUSSIAN; i++)
		if (oq_lexicon_russian(lexicon, oq_slice(oq_names_russian()[i])) == NULL)
			return miss(folder, "russian.tsv", oq_names_russian()[i], error);
	return TRUE;
}

static gboolean
check_signs(const OqLexicon *lexicon, const char *folder, GError **error)
{
	return oq_lexicon_sign(lexicon, OQ_SIGN_ELLIPSIS, OQ_PUNCTUATION_ALL) != NULL ||
	       miss(folder, "signs.tsv", "…", error);
}

static gboolean
check_months(const OqLexicon *lexicon, const char *folder, GError **error)
{
	return lexicon->months->len == 2 * OQ_N_MONTHS ||
	       miss(folder, "calendar.tsv", "month", error);
}

gboolean
oq_lexicon_check(const OqLexicon *lexicon, const char *folder, GError **error)
{
	return check_numerals(lexicon, folder, error) && check_letters(lexicon, folder, error) &&
	       check_names(lexicon, folder, error) && check_signs(lexicon, folder, error) &&
	       check_months(lexicon, folder, error);
}
