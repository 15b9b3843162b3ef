/* lexicon_shortened.c - rows of abbreviations.tsv and contractions.tsv. */
#include "text/lexicon/lexicon-private.h"

#include <glib/gi18n.h>
#include <string.h>

enum {
	ABBREVIATION_WRITTEN,
	ABBREVIATION_SPOKEN,
	ABBREVIATION_PLACE,
	ABBREVIATION_POINT,
	ABBREVIATION_BEFORE_NOUN
};
static const char *const abbreviation_columns[] = {
	"written", "spoken", "place", "point", "before_noun", NULL};
static const char *const places[] = {
	[OQ_ABBREVIATION_ANYWHERE] = "any",
	[OQ_ABBREVIATION_BEHIND_NUMBER] = "number",
	[OQ_ABBREVIATION_BEHIND_ORDINAL] = "ordinal",
	[OQ_ABBREVIATION_BEHIND_YEAR] = "year",
	[OQ_ABBREVIATION_BEHIND_NAME] = "name",
	[OQ_ABBREVIATION_BEFORE_NUMBER] = "before-number",
	[OQ_ABBREVIATION_BEFORE_NAME] = "before-name",
	[OQ_ABBREVIATION_OF_LAW] = "law",
	[OQ_ABBREVIATION_OF_ARTICLE] = "article",
	[OQ_ABBREVIATION_OF_SCHOOL] = "school",
	NULL,
};
static const char *const points[] = {[FALSE] = "never", [TRUE] = "may", NULL};

/* More than one letter with a vowel, and no point, hyphen or slash within. */
static gboolean
looks_like_word(const OqLexicon *lexicon, OqSlice key)
{
	for (gsize i = 0; i < key.length; i++)
		if (strchr("./-", key.data[i]) != NULL)
			return FALSE;
	return g_utf8_strlen(key.data, (gssize)key.length) > 1 &&
	       oq_letters_has_vowel(lexicon->letters, key);
}

/* Where several rows are written the same, the first that is in its place holds. */
static void
insert_abbreviation(OqLexicon *lexicon, const OqRow *row, OqAbbreviation *abbreviation)
{
	OqSlice key = oq_slice(oq_row_cell(row, ABBREVIATION_WRITTEN));
	abbreviation->is_word_too = looks_like_word(lexicon, key);
	g_ptr_array_add(lexicon->shortened, abbreviation);
	OqAbbreviation *last = g_hash_table_lookup(lexicon->abbreviations, &key);
	if (last == NULL) {
		g_hash_table_insert(lexicon->abbreviations,
			oq_lexicon_key(lexicon, row, ABBREVIATION_WRITTEN), abbreviation);
		return;
	}
	while (last->next != NULL)
		last = last->next;
	last->next = abbreviation;
}

static gboolean
add_abbreviation(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	guint place, may_end;
	if (!oq_row_choose(row, ABBREVIATION_PLACE, places, &place, error) ||
		!oq_row_choose(row, ABBREVIATION_POINT, points, &may_end, error))
		return FALSE;
	OqAbbreviation *abbreviation = g_new0(OqAbbreviation, 1);
	abbreviation->spoken = oq_lexicon_keep(lexicon, row, ABBREVIATION_SPOKEN);
	abbreviation->before_noun = oq_lexicon_keep(lexicon, row, ABBREVIATION_BEFORE_NOUN);
	abbreviation->place = place;
	abbreviation->may_end = (gboolean)may_end;
	insert_abbreviation(lexicon, row, abbreviation);
	return TRUE;
}

enum { CONTRACTION_WORD, CONTRACTION_LETTERS };
static const char *const contraction_columns[] = {"word", "letters", NULL};

static gboolean
add_contraction(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	OqSlice word = oq_slice(oq_row_cell(row, CONTRACTION_WORD));
	OqSlice letters = oq_slice(oq_row_cell(row, CONTRACTION_LETTERS));
	if (!oq_slice_has_prefix(word, letters) || letters.length == word.length)
		return oq_row_refuse(
			row, error, _("“letters” must be the first letters of “word”"));
	OqContraction *contraction = g_new0(OqContraction, 1);
	contraction->word = oq_lexicon_keep(lexicon, row, CONTRACTION_WORD);
	contraction->n_bytes = letters.length;
	g_ptr_array_add(lexicon->shortened, contraction);
	gpointer letter = GUINT_TO_POINTER(g_unichar_tolower(g_utf8_get_char(word.data)));
	OqContraction *last = g_hash_table_lookup(lexicon->contractions, letter);
	if (last == NULL)
		g_hash_table_insert(lexicon->contractions, letter, contraction);
	while (last != NULL && last->next != NULL)
		last = last->next;
	if (last != NULL)
		last->next = contraction;
	return TRUE;
}

const OqRows oq_lexicon_abbreviation_rows = {abbreviation_columns, 4, NULL, 0, add_abbreviation};
const OqRows oq_lexicon_contraction_rows = {contraction_columns, 2, NULL, 0, add_contraction};
