/* lexicon_judge.c - all that is wrong in a table, for those who edit it. */
#include "text/lexicon/lexicon-private.h"

#include <string.h>

static const OqLexiconTable *
find_table(const char *name)
{
	guint n_tables;
	const OqLexiconTable *tables = oq_lexicon_tables(&n_tables);
	for (guint i = 0; i < n_tables; i++)
		if (strcmp(tables[i].name, name) == 0)
			return &tables[i];
	return NULL;
}

gboolean
oq_lexicon_has_table(const char *name)
{
	return find_table(name) != NULL;
}

gboolean
oq_lexicon_judge(const char *path, GPtrArray *complaints, GError **error)
{
	g_autofree char *name = g_path_get_basename(path);
	const OqLexiconTable *table = find_table(name);
	g_return_val_if_fail(table != NULL, FALSE);
	g_autoptr(OqLexicon) lexicon = oq_lexicon_new_empty();
	return oq_rows_judge(path, table->rows, lexicon, complaints, error);
}
