/* command_check.c - oqyrman check: what is wrong in tables, dictionaries and examples. */
#include "base/line.h"
#include "base/paths.h"
#include "base/romanization.h"
#include "base/table.h"
#include "base/typing.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "reading/check/check.h"
#include "speech/score/prosody.h"
#include <glib/gi18n.h>

static gboolean
load_layouts(const char *folder, GError **error)
{
	g_autoptr(OqLayouts) layouts = oq_layouts_load(folder, error);
	return layouts != NULL;
}

static gboolean
load_prosody(const char *folder, GError **error)
{
	g_autoptr(OqProsody) prosody = oq_prosody_load(folder, error);
	return prosody != NULL;
}

static gboolean
load_romanization(const char *folder, GError **error)
{
	g_autoptr(OqRomanization) romanization = oq_romanization_load(folder, error);
	return romanization != NULL;
}

static gboolean
load_typing(const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename(folder, "typing.tsv", NULL);
	g_autoptr(OqTyping) typing = oq_typing_load(path, error);
	return typing != NULL;
}

/* Those that the lexicon does not hold. */
static const OqCheckTable others[] = {
	{"keys.tsv", NULL},
	{"large.tsv", NULL},
	{"layouts.tsv", load_layouts},
	{"pauses.tsv", load_prosody},
	{"phonemes.tsv", NULL},
	{"questions.tsv", load_prosody},
	{"romanization.tsv", load_romanization},
	{"speeds.tsv", NULL},
	{"typing.tsv", load_typing},
	{NULL, NULL},
};

/* What a table holds must not steer a terminal; where a line and a cell of it end is seen. */
static void
append_line(GString *out, const char *text)
{
	g_autoptr(GString) line = g_string_new(text);
	g_string_replace(line, "\n", "\u23CE", 0);
	g_auto(GStrv) cells = g_strsplit(line->str, "\t", -1);
	for (char **cell = cells; *cell != NULL; cell++) {
		g_autofree char *shown = oq_line_shown(*cell);
		g_string_append_printf(out, "%s%s", cell > cells ? "\t" : "", shown);
	}
	g_string_append_c(out, '\n');
}

static void G_GNUC_PRINTF(2, 3) append(GString *out, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *line = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	append_line(out, line);
}

/* Three lines: what is written, what should be said, what is. */
static void
append_misread(GString *out, const OqMisread *misread)
{
	append(out, "%s: %s", misread->place, misread->written);
	if (misread->is_right) {
		append(out, _("  is right now: take its ! away"));
		return;
	}
	append(out, _("  should be: %s"), misread->expected);
	append(out, _("  is said:   %s"), misread->got);
}

static void
append_summary(GString *out, const OqCheckReport *report)
{
	guint n_wrong = report->faults->len + report->misread->len;
	if (n_wrong == 0)
		append(out, _("all is right; files: %u, rows: %u"), report->n_files,
			report->n_rows);
	else
		append(out, _("files: %u, rows: %u, wrong: %u"), report->n_files, report->n_rows,
			n_wrong);
}

/* Examples come last: they are what somebody who is at work on a rule looks for. */
static gboolean
print_report(const OqCheckReport *report, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (guint i = 0; i < report->faults->len; i++)
		append_line(out, g_ptr_array_index(report->faults, i));
	append_summary(out, report);
	for (guint i = 0; i < report->misread->len; i++)
		append_misread(out, g_ptr_array_index(report->misread, i));
	if (!oq_output_print(out->str, error))
		return FALSE;
	if (report->faults->len + report->misread->len > 0)
		g_set_error_literal(error, OQ_CHECK_ERROR, OQ_CHECK_ERROR_WRONG, "");
	return report->faults->len + report->misread->len == 0;
}

static void
add_existing(GPtrArray *paths, const char *path)
{
	if (g_file_test(path, G_FILE_TEST_EXISTS))
		g_ptr_array_add(paths, g_strdup(path));
}

/* (transfer full): what was named; else the dictionaries that texts are read with. */
static GPtrArray *
choose_paths(const OqCall *call)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *own = oq_paths_user_dictionary();
	g_auto(GStrv) of_system = oq_paths_system_dictionaries();
	for (char **word = call->words; *word != NULL; word++)
		g_ptr_array_add(paths, g_strdup(*word));
	if (paths->len > 0)
		return paths;
	for (char **path = call->settings->dictionaries; path != NULL && *path != NULL; path++)
		g_ptr_array_add(paths, g_strdup(*path));
	add_existing(paths, own);
	for (char **path = of_system; *path != NULL; path++)
		add_existing(paths, *path);
	return paths;
}

static gboolean
print_none(GError **error)
{
	g_autofree char *path = oq_paths_user_dictionary();
	g_autofree char *name = g_filename_display_name(path);
	g_autoptr(GString) out = g_string_new(NULL);
	append(out, _("there is no %s; oqyrman teach WRITTEN SAID makes it"), name);
	return oq_output_print(out->str, error);
}

/* What cannot be read is an input that is missing, whatever the reason. */
static gboolean
add(OqCheck *check, const char *path, GCancellable *stop, GError **error)
{
	g_autoptr(GError) failure = NULL;
	if (oq_check_add(check, path, stop, &failure))
		return TRUE;
	if (failure->domain == G_FILE_ERROR ||
		g_error_matches(failure, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE))
		g_set_error_literal(
			error, OQ_CHECK_ERROR, OQ_CHECK_ERROR_MISSING, failure->message);
	else
		g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

gboolean
oq_command_check(const OqCall *call, GError **error)
{
	g_autoptr(GPtrArray) paths = choose_paths(call);
	g_autoptr(OqCheck) check = oq_check_new(others);
	if (paths->len == 0)
		return print_none(error);
	for (guint i = 0; i < paths->len; i++)
		if (!add(check, g_ptr_array_index(paths, i), call->stop, error))
			return FALSE;
	return print_report(oq_check_report(check), error);
}
