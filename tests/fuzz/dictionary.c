/* dictionary.c - fuzzer: a user's dictionary, an empty line, and a text that is read with it. */
#include "checks.h"
#include "scratch.h"
#include "target.h"

#include "base/table.h"
#include "reading/check/effects.h"
#include "reading/check/file_kind.h"

#include <string.h>

/* libFuzzer hands no data on from one call to the other. */
static OqLexicon *lexicon;

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	g_autoptr(GError) error = NULL;
	lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	if (lexicon == NULL)
		g_error("%s", error->message);
	return 0;
}

/* Each begins with file:line. */
static void
check_complaints(const GPtrArray *complaints, const char *path)
{
	for (guint i = 0; i < complaints->len; i++) {
		const char *complaint = g_ptr_array_index(complaints, i);
		g_assert_true(g_str_has_prefix(complaint, path));
		g_assert_true(complaint[strlen(path)] == ':');
		g_assert_true(g_ascii_isdigit(complaint[strlen(path) + 1]));
		g_assert_true(g_utf8_validate(complaint, -1, NULL));
	}
}

/* As oqyrman check does, whatever the file is. */
static void
check_sheet(const char *path)
{
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqSheet) sheet = oq_sheet_load(path, NULL);
	if (sheet == NULL)
		return;
	oq_file_kind_by_contents(path, sheet);
	oq_sheet_judge_letters(sheet, lexicon, 0, complaints);
	oq_sheet_judge_twice(sheet, 1, complaints);
	oq_effects_judge_words(sheet, lexicon, complaints);
	oq_effects_judge_table(sheet, "abbreviations.tsv", lexicon, complaints);
	check_complaints(complaints, path);
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	const char *rows = (const char *)bytes;
	const char *gap = memmem(rows, n_bytes, "\n\n", 2);
	gsize n_rows = gap != NULL ? (gsize)(gap - rows) : n_bytes;
	g_auto(Scratch) scratch;
	scratch_init(&scratch, rows, n_rows);
	g_autoptr(OqDictionary) dictionary = oq_dictionary_new(lexicon);
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GError) error = NULL;
	if (oq_dictionary_add_file(dictionary, scratch.path, complaints, &error))
		g_assert_no_error(error);
	else
		g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	check_complaints(complaints, scratch.path);
	check_sheet(scratch.path);
	const char *text = gap != NULL ? gap + 2 : rows;
	checks_read(lexicon, dictionary, text, rows + n_bytes - text);
	return 0;
}
