/* check.c - see the header. */
#include "reading/check/check.h"

#include "base/paths.h"
#include "base/table.h"
#include "reading/check/effects.h"
#include "reading/check/file_kind.h"
#include "reading/check/tables_folder.h"
#include "text/rules/dictionary.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of one file: who has more of them sees the cause in these. */
#define MAX_FAULTS 100

struct _OqCheck {
	const OqCheckTable *others;
	char *folder;       /* nullable: of the tables that were loaded last, … */
	OqLexicon *lexicon; /* … nullable: they are wrong */
	char *wrong;        /* nullable: what is, the first time */
	guint n_unjudged;   /* files, for that */
	OqCheckReport report;
};

G_DEFINE_QUARK(oq_check_error, oq_check_error)

static void
free_misread(gpointer data)
{
	OqMisread *misread = data;

	g_free(misread->place);
	g_free(misread->written);
	g_free(misread->expected);
	g_free(misread->got);
	g_free(misread->rules);
	g_free(misread);
}

OqCheck *
oq_check_new(const OqCheckTable *others)
{
	OqCheck *check = g_new0(OqCheck, 1);

	check->others = others;
	check->report.faults = g_ptr_array_new_with_free_func(g_free);
	check->report.misread = g_ptr_array_new_with_free_func(free_misread);
	return check;
}

void
oq_check_free(OqCheck *check)
{
	if (check == NULL)
		return;
	g_ptr_array_unref(check->report.misread);
	g_ptr_array_unref(check->report.faults);
	oq_lexicon_free(check->lexicon);
	g_free(check->folder);
	g_free(check->wrong);
	g_free(check);
}

const OqCheckReport *
oq_check_report(const OqCheck *check)
{
	return &check->report;
}

static guint
line_of(const char *fault, const char *path)
{
	gsize length = strlen(path);
	gboolean has_place = strncmp(fault, path, length) == 0 && fault[length] == ':';

	return has_place ? (guint)strtoul(fault + length + 1, NULL, 10) : 0;
}

static int
compare_lines(gconstpointer a, gconstpointer b, gpointer data)
{
	const char *path = *(const char *const *)data;
	guint first = line_of(*(const char *const *)a, path);
	guint second = line_of(*(const char *const *)b, path);

	return first < second ? -1 : first > second;
}

/* @faults: (transfer full): of one file; a line that is wrong in two ways keeps their order. */
static void
take_faults(OqCheck *check, const char *path, GPtrArray *faults)
{
	guint n_more = faults->len > MAX_FAULTS ? faults->len - MAX_FAULTS : 0;

	g_ptr_array_sort_with_data(faults, compare_lines, &path);
	if (n_more > 0) {
		g_ptr_array_set_size(faults, MAX_FAULTS);
		g_ptr_array_add(faults,
			g_strdup_printf(ngettext("%s: %u more fault", "%s: %u more faults", n_more),
				path, n_more));
	}
	g_ptr_array_extend_and_steal(check->report.faults, faults);
}

/* The tables that a file is judged with; NULL and an error: those are wrong themselves. */
static const OqLexicon *
lexicon_for(OqCheck *check, const char *path, GError **error)
{
	g_autofree char *folder = oq_tables_folder_above(path);

	if (folder == NULL)
		folder = oq_paths_data(oq_lang_name(OQ_LANG_KK), error);
	if (folder == NULL)
		return NULL;
	if (check->lexicon != NULL && strcmp(folder, check->folder) == 0)
		return check->lexicon;
	g_clear_pointer(&check->lexicon, oq_lexicon_free);
	g_free(check->folder);
	check->folder = g_steal_pointer(&folder);
	g_autoptr(GError) failure = NULL;
	check->lexicon = oq_lexicon_load(check->folder, &failure);
	if (check->lexicon != NULL)
		return check->lexicon;
	if (check->wrong == NULL)
		check->wrong = g_strdup(failure->message);
	g_propagate_error(error, g_steal_pointer(&failure));
	return NULL;
}

/* Of a table that is sound by itself, among all others. */
static void
judge_effects(OqCheck *check, const OqSheet *sheet, const char *path, GPtrArray *faults)
{
	g_autofree char *name = g_path_get_basename(path);
	g_autofree char *folder = g_path_get_dirname(path);
	const OqLexicon *lexicon =
		oq_tables_folder_is_one(folder) ? lexicon_for(check, path, NULL) : NULL;

	if (lexicon != NULL)
		oq_effects_judge_table(sheet, name, lexicon, faults);
}

static void
judge_cells(OqCheck *check, const OqSheet *sheet, guint first, GPtrArray *faults)
{
	g_autofree char *installed = oq_paths_data(oq_lang_name(OQ_LANG_KK), NULL);
	g_autoptr(OqLexicon) own = check->lexicon == NULL && installed != NULL
					   ? oq_lexicon_load(installed, NULL)
					   : NULL;
	const OqLexicon *lexicon = check->lexicon != NULL ? check->lexicon : own;

	if (lexicon != NULL)
		oq_sheet_judge_letters(sheet, lexicon, first, faults);
}

/* Columns by which a row is known, as bits: the first; the kind and the second; in some tables a
 * word has but one kind, and an abbreviation one reading in each place. */
static void
judge_twice(const OqSheet *sheet, const char *path, GPtrArray *faults)
{
	enum { FIRST = 1 << 0, SECOND = 1 << 1, THIRD = 1 << 2 };
	static const char *const of_one_kind[] = {
		"lookalikes.tsv", "sentences.tsv", "suffixes.tsv", NULL};
	g_autofree char *name = g_path_get_basename(path);
	guint columns = FIRST;

	if (oq_sheet_has(sheet, "kind"))
		columns = g_strv_contains(of_one_kind, name) ? SECOND : FIRST | SECOND;
	else if (oq_sheet_has(sheet, "place"))
		columns = FIRST | THIRD;
	oq_sheet_judge_twice(sheet, columns, faults);
}

static gboolean
judge_lexicon(
	OqCheck *check, const char *path, const OqSheet *sheet, GPtrArray *faults, GError **error)
{
	if (!oq_lexicon_judge(path, faults, error))
		return FALSE;
	if (faults->len == 0)
		judge_effects(check, sheet, path, faults);
	judge_twice(sheet, path, faults);
	judge_cells(check, sheet, 0, faults);
	return TRUE;
}

static gboolean
judge_table(OqCheck *check, const char *path, const OqSheet *sheet, GPtrArray *faults)
{
	g_autofree char *name = g_path_get_basename(path);
	g_autofree char *folder = g_path_get_dirname(path);
	const OqCheckTable *table = check->others;

	while (table->name != NULL && strcmp(table->name, name) != 0)
		table++;
	g_autoptr(GError) failure = NULL;
	if (table->name != NULL && table->load != NULL && !table->load(folder, &failure))
		g_ptr_array_add(faults, g_strdup(failure->message));
	judge_twice(sheet, path, faults);
	return TRUE;
}

static gboolean
judge_words(
	OqCheck *check, const char *path, const OqSheet *sheet, GPtrArray *faults, GError **error)
{
	const OqLexicon *lexicon = lexicon_for(check, path, error);

	if (lexicon == NULL)
		return FALSE;
	g_autoptr(OqDictionary) dictionary = oq_dictionary_new(lexicon);
	if (!oq_dictionary_add_file(dictionary, path, faults, error))
		return FALSE;
	oq_effects_judge_words(sheet, lexicon, faults);
	oq_sheet_judge_letters(sheet, lexicon, 0, faults);
	return TRUE;
}

static void
add_misread(OqCheck *check, const char *path, const OqExampleRow *example, const char *got,
	const GString *rules, gboolean is_right)
{
	OqMisread *misread = g_new0(OqMisread, 1);

	misread->place = g_strdup_printf("%s:%u", path, example->line);
	misread->written = g_strdup(example->written);
	misread->expected = g_strdup(example->expected[0]);
	misread->got = g_strdup(got);
	misread->rules = g_strdup(rules->str);
	misread->is_right = is_right;
	g_ptr_array_add(check->report.misread, misread);
}

static gboolean
judge_examples(OqCheck *check, const char *path, const OqExampleKind *kind, GPtrArray *faults,
	GError **error)
{
	const OqLexicon *lexicon = lexicon_for(check, path, error);
	g_autoptr(GPtrArray) examples =
		lexicon != NULL ? oq_examples_load(kind, path, faults, error) : NULL;

	if (examples == NULL)
		return FALSE;
	for (guint i = 0; i < examples->len; i++) {
		const OqExampleRow *example = g_ptr_array_index(examples, i);
		g_autoptr(GString) rules = g_string_new(NULL);
		g_autofree char *got = oq_examples_read(lexicon, kind, example, rules);
		gboolean is_right = oq_examples_is_right(kind, example, got);
		if (is_right == example->known_to_fail)
			add_misread(check, path, example, got, rules, is_right);
	}
	check->report.n_rows += examples->len;
	return TRUE;
}

static gboolean
judge_example_file(
	OqCheck *check, const char *path, const OqSheet *sheet, GPtrArray *faults, GError **error)
{
	guint n_kinds;
	const OqExampleKind *kind = oq_examples_kind_of(path);

	if (kind == NULL)
		kind = oq_examples_kinds(&n_kinds)[0];
	if (!judge_examples(check, path, kind, faults, error))
		return FALSE;
	if (g_str_has_suffix(path, ".tsv"))
		oq_sheet_judge_twice(sheet, 1, faults);
	if (oq_examples_is_of_speech(kind))
		oq_sheet_judge_letters(sheet, check->lexicon, 1, faults);
	return TRUE;
}

static gboolean
judge(OqCheck *check, const char *path, OqFileKind kind, GPtrArray *faults, GError **error)
{
	g_autoptr(OqSheet) sheet = oq_sheet_load(path, error);

	if (sheet == NULL)
		return FALSE;
	if (kind == OQ_FILE_KIND_WORDS)
		kind = oq_file_kind_by_contents(path, sheet);
	if (kind == OQ_FILE_KIND_EXAMPLES)
		return judge_example_file(check, path, sheet, faults, error);
	check->report.n_rows += oq_sheet_n_rows(sheet);
	if (kind == OQ_FILE_KIND_LEXICON)
		return judge_lexicon(check, path, sheet, faults, error);
	return kind == OQ_FILE_KIND_TABLE ? judge_table(check, path, sheet, faults)
					  : judge_words(check, path, sheet, faults, error);
}

static gboolean
judge_file(OqCheck *check, const char *path, OqFileKind kind, GError **error)
{
	GPtrArray *faults = g_ptr_array_new_with_free_func(g_free);
	gboolean whole = judge(check, path, kind, faults, error);

	check->report.n_files++;
	take_faults(check, path, faults);
	return whole;
}

/* From the name of the table on: its folder may be told in two ways. */
static const char *
tail_of(const char *message)
{
	const char *end = strstr(message, ".tsv");

	while (end != NULL && end > message && end[-1] != '/')
		end--;
	return end != NULL ? end : message;
}

static gboolean
is_told(const OqCheck *check, const char *message)
{
	for (guint i = 0; i < check->report.faults->len; i++)
		if (strcmp(tail_of(g_ptr_array_index(check->report.faults, i)), tail_of(message)) ==
			0)
			return TRUE;
	return FALSE;
}

/* That tables are wrong with which others would be read is told once, behind all. */
static void
tell_wrong(OqCheck *check)
{
	if (check->wrong != NULL && !is_told(check, check->wrong))
		g_ptr_array_add(check->report.faults, g_strdup(check->wrong));
	if (check->n_unjudged > 0)
		g_ptr_array_add(check->report.faults,
			g_strdup(_("dictionaries and examples are not judged as long as a table is "
				   "wrong")));
	g_clear_pointer(&check->wrong, g_free);
	check->n_unjudged = 0;
}

/* What cannot be read is a fault among those of the others. */
static gboolean
judge_all(OqCheck *check, const GPtrArray *files, GCancellable *stop, GError **error)
{
	for (guint i = 0; i < files->len; i++) {
		const char *path = g_ptr_array_index(files, i);
		OqFileKind kind = oq_file_kind_by_name(path, check->others);
		g_autoptr(GError) failure = NULL;
		if (g_cancellable_set_error_if_cancelled(stop, error))
			return FALSE;
		if (kind == OQ_FILE_KIND_OTHER || judge_file(check, path, kind, &failure))
			continue;
		if (g_error_matches(failure, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW))
			check->n_unjudged++;
		else
			g_ptr_array_add(check->report.faults, g_strdup(failure->message));
	}
	return TRUE;
}

static gboolean
miss(GError **error, const char *path, const char *why)
{
	g_autofree char *name = g_filename_display_name(path);

	g_set_error(error, OQ_CHECK_ERROR, OQ_CHECK_ERROR_MISSING, "%s: %s", name, why);
	return FALSE;
}

static gboolean
add_folder(OqCheck *check, const char *path, GCancellable *stop, GError **error)
{
	guint n_before = check->report.n_files;
	g_autoptr(GPtrArray) files = oq_tables_folder_list(path, error);

	if (files == NULL || !judge_all(check, files, stop, error))
		return FALSE;
	tell_wrong(check);
	return check->report.n_files > n_before ||
	       miss(error, path, _("there is no table, no dictionary and no example in it"));
}

gboolean
oq_check_add(OqCheck *check, const char *path, GCancellable *stop, GError **error)
{
	if (!g_file_test(path, G_FILE_TEST_EXISTS))
		return miss(error, path, _("there is no such file"));
	if (g_file_test(path, G_FILE_TEST_IS_DIR))
		return add_folder(check, path, stop, error);
	OqFileKind kind = oq_file_kind_by_name(path, check->others);
	if (kind == OQ_FILE_KIND_OTHER)
		return miss(error, path,
			_("this is neither a table nor a dictionary nor examples that can be "
			  "judged"));
	gboolean whole = judge_file(check, path, kind, error);
	if (whole)
		tell_wrong(check);
	return whole;
}
