/* dictionary_rows.c - rows of files, and single ones, as entries of the dictionary. */
#include "base/table.h"
#include "text/repair/clean.h"
#include "text/rules/dictionary-private.h"

#include <glib/gi18n.h>
#include <string.h>

enum { WRITTEN, SPOKEN, EXACT };
static const char *const columns[] = {"written", "spoken", "exact", NULL};

/** A file that is being added. */
typedef struct {
	OqDictionary *dictionary;
	OqTable *table;
	OqClean *clean;
	GHashTable *added; /* the entries of this file */
	GPtrArray *complaints;
} Addition;

static void
complain(const Addition *addition, guint row, const char *why)
{
	g_autoptr(GError) error = NULL;
	oq_table_row_error(addition->table, row, &error, "%s", why);
	g_ptr_array_add(addition->complaints, g_strdup(error->message));
}

/* As the text is before it is looked up, but for capitals, which the entry may ask for. */
static char *
repaired(OqClean *clean, const char *cell)
{
	OqSlice text = oq_clean_repair(clean, oq_slice(cell));
	return g_strndup(text.data, text.length);
}

static OqClean *
new_clean(const OqLexicon *lexicon)
{
	OqClean *clean = oq_clean_new(lexicon);
	oq_clean_keep_capitals(clean);
	return clean;
}

static OqEntry *
read_entry(const OqLexicon *lexicon, OqClean *clean, const char *const *cells, const char **why)
{
	g_autofree char *written = repaired(clean, cells[WRITTEN]);
	gboolean has_sounds = strstr(cells[SPOKEN], OQ_ENTRY_SOUNDS) != NULL;
	g_autofree char *spoken =
		has_sounds ? g_strdup(cells[SPOKEN]) : repaired(clean, cells[SPOKEN]);
	return oq_entry_new(lexicon, written, spoken, cells[EXACT], why);
}

static OqEntry *
read_row(const Addition *addition, guint row, const char **why)
{
	const char *const cells[] = {oq_table_cell(addition->table, row, WRITTEN),
		oq_table_cell(addition->table, row, SPOKEN),
		oq_table_cell(addition->table, row, EXACT)};
	return read_entry(addition->dictionary->lexicon, addition->clean, cells, why);
}

static void
add_row(const Addition *addition, guint row)
{
	const char *why = NULL;
	OqEntry *entry = read_row(addition, row, &why);
	if (entry == NULL) {
		complain(addition, row, why);
		return;
	}
	const OqEntry *before = oq_dictionary_add(addition->dictionary, entry);
	if (before == NULL)
		g_hash_table_add(addition->added, entry);
	else if (g_hash_table_contains(addition->added, before))
		complain(addition, row, _("the same words stand further up already"));
}

gboolean
oq_dictionary_add_file(
	OqDictionary *dictionary, const char *path, GPtrArray *complaints, GError **error)
{
	g_autoptr(OqTable) table = oq_table_load_bare(path, columns, 2, complaints, error);
	if (table == NULL)
		return FALSE;
	g_autoptr(OqClean) clean = new_clean(dictionary->lexicon);
	g_autoptr(GHashTable) added = g_hash_table_new(NULL, NULL);
	Addition addition = {dictionary, table, clean, added, complaints};
	for (guint row = 0; row < oq_table_n_rows(table); row++)
		add_row(&addition, row);
	oq_dictionary_settle(dictionary);
	return TRUE;
}

gboolean
oq_dictionary_put(OqDictionary *dictionary, const char *written, const char *spoken, GError **error)
{
	const char *const cells[] = {written, spoken, ""};
	const char *why = NULL;
	g_autoptr(OqClean) clean = new_clean(dictionary->lexicon);
	OqEntry *entry = read_entry(dictionary->lexicon, clean, cells, &why);
	if (entry == NULL) {
		g_set_error_literal(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW, why);
		return FALSE;
	}
	oq_dictionary_drop(dictionary, entry);
	oq_dictionary_add(dictionary, entry);
	oq_dictionary_settle(dictionary);
	return TRUE;
}

void
oq_dictionary_remove(OqDictionary *dictionary, const char *written)
{
	/* an entry has to say something; what it is does not matter */
	const char *const cells[] = {written, "a", ""};
	const char *why = NULL;
	g_autoptr(OqClean) clean = new_clean(dictionary->lexicon);
	g_autoptr(OqEntry) entry = read_entry(dictionary->lexicon, clean, cells, &why);
	if (entry != NULL)
		oq_dictionary_drop(dictionary, entry);
}
