/* lexicon_capitals.c - the rows of the tables that words in capitals are said by. */
#include "text/lexicon/lexicon-private.h"

#include <glib/gi18n.h>

enum { SYLLABLE_LETTERS = 1 };
enum { SYLLABLE_BEFORE = 3 };
static const char *const syllable_columns[] = {"kind", "letters", NULL};
static const char *const syllable_kinds[] = {"onset", "coda", "hiatus", "before", "behind", NULL};
G_STATIC_ASSERT(1 << (G_N_ELEMENTS(syllable_kinds) - 2) == OQ_SYLLABLE_BEHIND);

/* What is asked of the letters of a word: one, or two beside each other. */
static gboolean
add_syllable(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	OqSlice letters = oq_slice(oq_row_cell(row, SYLLABLE_LETTERS));
	glong n_needed = row->kind < SYLLABLE_BEFORE ? 2 : 1;
	if (g_utf8_strlen(letters.data, -1) != n_needed)
		return oq_row_refuse(
			row, error, _("“%s” must be of length %ld"), letters.data, n_needed);
	guint before = oq_lexicon_syllable(lexicon, letters);
	g_hash_table_insert(lexicon->syllables, oq_lexicon_key_of(lexicon, letters),
		GUINT_TO_POINTER(before | 1u << row->kind));
	return TRUE;
}

enum { WRITTEN, SPOKEN };
/* The third column is for people. */
static const char *const acronym_columns[] = {"written", "spoken", "meaning", NULL};

static gboolean
add_acronym(gpointer into, const OqRow *row, G_GNUC_UNUSED GError **error)
{
	OqLexicon *lexicon = into;
	g_hash_table_insert(lexicon->acronyms, oq_lexicon_key(lexicon, row, WRITTEN),
		oq_lexicon_keep(lexicon, row, SPOKEN));
	return TRUE;
}

const OqRows oq_lexicon_syllable_rows = {
	syllable_columns, 2, syllable_kinds, G_N_ELEMENTS(syllable_kinds) - 1, add_syllable};
const OqRows oq_lexicon_acronym_rows = {acronym_columns, 2, NULL, 0, add_acronym};
