/* lexicon_foreign.c - the rows of the tables that tell of other languages. */
#include "text/lexicon/lexicon-private.h"

#include <glib/gi18n.h>

gboolean
oq_lexicon_add_evidence(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	if (oq_evidence_add(
		    lexicon->evidence, oq_table_cell(table, row, 0), oq_table_cell(table, row, 1)))
		return TRUE;
	oq_table_row_error(
		table, row, error, _("one of the kinds and small Cyrillic letters are needed"));
	return FALSE;
}

gboolean
oq_lexicon_add_russian(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	const char *few = oq_table_cell(table, row, 2), *many = oq_table_cell(table, row, 3);
	if ((few[0] == '\0') != (many[0] == '\0')) {
		oq_table_row_error(table, row, error, _("one form or three are needed"));
		return FALSE;
	}
	OqRussian *russian = g_new0(OqRussian, 1);
	russian->one = oq_lexicon_keep_cell(lexicon, table, row, 1);
	russian->few = oq_lexicon_keep_cell(lexicon, table, row, 2);
	russian->many = oq_lexicon_keep_cell(lexicon, table, row, 3);
	g_hash_table_insert(lexicon->russian,
		oq_lexicon_add_key(lexicon, oq_table_cell(table, row, 0)), russian);
	return TRUE;
}

static gboolean
is_ascii_lower(const char *letters)
{
	for (; *letters != '\0'; letters++)
		if (!g_ascii_islower(*letters))
			return FALSE;
	return TRUE;
}

gboolean
oq_lexicon_add_latin(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	const char *letters = oq_table_cell(table, row, 0);
	if (!is_ascii_lower(letters)) {
		oq_table_row_error(
			table, row, error, _("“%s” is not in small Latin letters"), letters);
		return FALSE;
	}
	g_hash_table_insert(lexicon->latin, oq_lexicon_add_key(lexicon, letters),
		oq_lexicon_keep_cell(lexicon, table, row, 1));
	return TRUE;
}
