/* file_kind.c - see the header. */
#include "reading/check/file_kind.h"

#include "reading/check/tables_folder.h"

#include <string.h>

/* Below the folder of all examples: what the voice is measured by. */
static const char *const of_voice[] = {"pronunciation", "stress", "languages", NULL};

static gboolean
is_of_voice(const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *name = g_path_get_basename(folder);
	g_autofree char *file = g_path_get_basename(path);

	return g_strv_contains(of_voice, name) || strcmp(file, "formants.tsv") == 0;
}

static gboolean
is_other_table(const char *name, const OqCheckTable *others)
{
	for (; others->name != NULL; others++)
		if (strcmp(others->name, name) == 0)
			return TRUE;
	return FALSE;
}

/* A dictionary may be called words.tsv, too. */
static gboolean
is_among_tables(const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);

	return oq_tables_folder_is_one(folder);
}

OqFileKind
oq_file_kind_by_name(const char *path, const OqCheckTable *others)
{
	g_autofree char *name = g_path_get_basename(path);

	if (oq_examples_kind_of(path) != NULL)
		return OQ_FILE_KIND_EXAMPLES;
	if (is_of_voice(path) || !g_str_has_suffix(name, ".tsv"))
		return OQ_FILE_KIND_OTHER;
	if (!is_among_tables(path))
		return OQ_FILE_KIND_WORDS;
	if (oq_lexicon_has_table(name))
		return OQ_FILE_KIND_LEXICON;
	return is_other_table(name, others) ? OQ_FILE_KIND_TABLE : OQ_FILE_KIND_WORDS;
}

/* A sentence with its point, or a third column that is no "exact". */
static gboolean
is_example(const OqSheet *sheet, guint row)
{
	const char *spoken = oq_sheet_cell(sheet, row, 1), *third = oq_sheet_cell(sheet, row, 2);

	return strpbrk(spoken, ".,!?:;") != NULL ||
	       (third[0] != '\0' && strcmp(third, "exact") != 0) ||
	       oq_sheet_cell(sheet, row, 0)[0] == '!';
}

/* What the names of the columns tell; _OTHER: nothing. */
static OqFileKind
kind_by_names(const char *path, const OqSheet *sheet)
{
	g_autofree char *name = g_path_get_basename(path);

	if (oq_sheet_has(sheet, "exact"))
		return OQ_FILE_KIND_WORDS;
	if (oq_sheet_has(sheet, "also"))
		return OQ_FILE_KIND_EXAMPLES;
	if (oq_sheet_n_names(sheet) > 1 && oq_lexicon_has_table(name))
		return OQ_FILE_KIND_LEXICON;
	if (oq_sheet_has(sheet, "kind") ||
		(oq_sheet_n_names(sheet) > 1 && !oq_sheet_has(sheet, "written")))
		return OQ_FILE_KIND_TABLE;
	return OQ_FILE_KIND_OTHER;
}

OqFileKind
oq_file_kind_by_contents(const char *path, const OqSheet *sheet)
{
	guint n_examples = 0;
	OqFileKind kind = kind_by_names(path, sheet);

	if (kind != OQ_FILE_KIND_OTHER)
		return kind;
	for (guint row = 0; row < oq_sheet_n_rows(sheet); row++) {
		if (strcmp(oq_sheet_cell(sheet, row, 2), "exact") == 0)
			return OQ_FILE_KIND_WORDS;
		n_examples += is_example(sheet, row);
	}
	return 2 * n_examples > oq_sheet_n_rows(sheet) ? OQ_FILE_KIND_EXAMPLES : OQ_FILE_KIND_WORDS;
}
