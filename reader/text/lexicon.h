/* lexicon.h - all tables of voices/kk as one immutable object, shared by any number of threads. */
#pragma once

#include <glib.h>

typedef struct _OqLexicon OqLexicon;

/**
 * oq_lexicon_load:
 * @folder: where numerals.tsv, suffixes.tsv … are
 *
 * Returns: (transfer full): NULL and @error (OQ_TABLE_ERROR, with file:line) when a table is missing
 *   or wrong.
 */
OqLexicon *oq_lexicon_load(const char *folder, GError **error);
void oq_lexicon_free(OqLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqLexicon, oq_lexicon_free)
