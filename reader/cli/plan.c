/* plan.c - see the header. */
#include "cli/plan.h"

#include "audio/files/sink_file.h"
#include "base/files/beside.h"
#include "cli/options_radio.h"
#include "cli/resume.h"
#include "cli/rundown.h"
#include "cli/sources.h"
#include "radio/naming.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define DEFAULT_FORMAT "wav"

typedef struct {
	const OqInputs *inputs;
	GPtrArray *read; /* of char *: names of all files that the audio is made of; NULL behind */
	GPtrArray *sources; /* of char *: the same, and what tells how they are said */
	GPtrArray *outputs;
} Plan;

static gboolean
refuse(GError **error, const char *why)
{
	g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG, why);
	return FALSE;
}

static gboolean
is_folder(const char *path)
{
	return g_str_has_suffix(path, "/") || g_file_test(path, G_FILE_TEST_IS_DIR);
}

/* One file is named for all texts. */
static gboolean
is_one(const OqOptions *options)
{
	return options->output != NULL && options->each == NULL && !is_folder(options->output);
}

static gboolean
is_pipe(const OqOptions *options)
{
	return options->output != NULL && oq_sink_file_is_stream(options->output);
}

static gboolean
check_pipe(const OqOptions *options, GError **error)
{
	if (options->resume)
		return refuse(error, _("what goes into a pipe cannot be gone on with; leave out "
				       "--resume"));
	if (options->format != NULL && strcmp(options->format, DEFAULT_FORMAT) != 0)
		return refuse(error, _("into a pipe or a device goes WAV; leave out --format, or "
				       "name a file"));
	return strcmp(oq_sink_file_path(options->output), "-") != 0 || !isatty(STDOUT_FILENO) ||
	       refuse(error, _("audio is not written to a terminal; name a file or a pipe"));
}

gboolean
oq_plan_check(const OqCall *call, GError **error)
{
	const OqOptions *options = call->options;

	if (options->follow && options->duration_ms > 0)
		return refuse(error, _("with --follow there is no end, so --duration cannot be "
				       "kept"));
	if (options->resume && options->number)
		return refuse(error, _("--resume has to know the name of the file; leave out "
				       "--number"));
	if (is_one(options) && !is_pipe(options) && options->format != NULL)
		return refuse(error, _("the extension of the file after -o picks the format; leave "
				       "out --format"));
	if (is_pipe(options))
		return check_pipe(options, error);
	return !options->follow ||
	       refuse(error, _("with --follow there is no end of the audio; write it to a pipe, "
			       "with -o -"));
}

OqTaken
oq_plan_taken(const OqOptions *options)
{
	if (options->number)
		return OQ_TAKEN_NUMBERED;
	return options->no_clobber || options->output == NULL ? OQ_TAKEN_REFUSED
							      : OQ_TAKEN_REPLACED;
}

/* Nothing that is read is written over. */
static gboolean
check_audio(const Plan *plan, const char *path, GError **error)
{
	if (!oq_sources_hold(plan->sources, path))
		return TRUE;
	g_autofree char *name =
		g_filename_display_name(strcmp(path, "-") == 0 ? _("standard output") : path);
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("the audio would overwrite '%s', which is to be read; name another file or "
		  "folder after -o"),
		name);
	return FALSE;
}

static gboolean
check_sidecars(const Plan *plan, const char *path, GError **error)
{
	g_auto(GStrv) paths = oq_sidecars_paths(plan->inputs->call->options->sidecars, path);

	for (char **other = paths; *other != NULL; other++) {
		if (!oq_sources_hold(plan->sources, *other))
			continue;
		g_autofree char *name = g_filename_display_name(*other);
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--beside would overwrite '%s', which is to be read; name another file "
			  "after -o"),
			name);
		return FALSE;
	}
	return TRUE;
}

static gboolean
check_taken(const OqPlanned *output, const OqOptions *options, GError **error)
{
	gboolean is_done = output->key != NULL && oq_journal_is_noted(output->path, output->key);

	if (is_done || oq_naming_is_free(output->path, options->sidecars))
		return TRUE;
	g_autofree char *name = g_filename_display_name(output->path);
	g_set_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_TAKEN,
		options->no_clobber
			? _("'%s' or what stands beside it is there already; leave out "
			    "--no-clobber to replace it, or give --number in its place")
			: _("'%s' or what stands beside it is there already; name it or its folder "
			    "after -o to replace it, or add --number"),
		name);
	return FALSE;
}

static gboolean
check_output(const Plan *plan, const OqPlanned *output, GError **error)
{
	const OqOptions *options = plan->inputs->call->options;
	const char *path = oq_sink_file_path(output->path);
	OqTaken taken = oq_plan_taken(options);

	if (!oq_options_radio_fit(options, output->path, error))
		return FALSE;
	if (is_pipe(options))
		return check_audio(plan, path, error);
	return taken == OQ_TAKEN_NUMBERED ||
	       (check_audio(plan, path, error) && check_sidecars(plan, path, error) &&
		       (taken == OQ_TAKEN_REPLACED || check_taken(output, options, error)));
}

static void
free_output(gpointer data)
{
	OqPlanned *output = data;

	g_strfreev(output->files);
	g_free(output->path);
	g_free(output->key);
	g_free(output->title);
	g_free(output);
}

/* (transfer none): a new one. */
static OqPlanned *
add_output(Plan *plan, char **files, const char *path)
{
	OqPlanned *output = g_new0(OqPlanned, 1);

	output->files = g_strdupv(files);
	output->path = g_strdup(path);
	if (plan->inputs->call->options->resume)
		output->key = oq_resume_key(plan->inputs->call, files);
	g_ptr_array_add(plan->outputs, output);
	return output;
}

static gboolean
is_twice(const Plan *plan, const char *path)
{
	for (guint i = 0; i < plan->outputs->len; i++) {
		const OqPlanned *output = g_ptr_array_index(plan->outputs, i);
		if (strcmp(output->path, path) == 0)
			return TRUE;
	}
	return FALSE;
}

/* An OqRundownNamed. */
static gboolean
add_own(guint index, const char *title, const char *path, gpointer data, GError **error)
{
	Plan *plan = data;
	char *files[] = {plan->inputs->files[index], NULL};

	if (plan->inputs->call->options->number || !is_twice(plan, path)) {
		OqPlanned *output = add_output(plan, files, path);
		output->first_item = index;
		output->title = g_strdup(title);
		return check_output(plan, output, error);
	}
	g_autofree char *name = g_filename_display_name(path);
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("two texts would both become '%s'; render them one by one, or add --number"),
		name);
	return FALSE;
}

static gboolean
add_named_as_text(Plan *plan, guint index, GError **error)
{
	const OqOptions *options = plan->inputs->call->options;
	const char *format = options->format != NULL ? options->format : DEFAULT_FORMAT;
	const char *file = plan->inputs->files[index];

	if (strcmp(file, "-") == 0)
		return refuse(error, _("name the audio file: oqyrman render FILE... -o OUT"));
	g_autofree char *path = options->output != NULL
					? oq_naming_in(options->output, file, format)
					: oq_naming_beside(file, format);
	return add_own(index, NULL, path, plan, error);
}

static gboolean
add_each(Plan *plan, GError **error)
{
	gboolean fits = TRUE;

	if (plan->inputs->call->options->each != NULL)
		return oq_rundown_name_each(plan->inputs, add_own, plan, error);
	for (guint i = 0; plan->inputs->files[i] != NULL && fits; i++)
		fits = add_named_as_text(plan, i, error);
	return fits;
}

static GPtrArray *
list_read(const OqInputs *inputs)
{
	const OqOptions *options = inputs->call->options;
	char *const others[] = {
		options->list, options->intro, options->between, options->outro, options->bed};
	GPtrArray *read = g_ptr_array_new();

	for (guint i = 0; inputs->files[i] != NULL; i++)
		g_ptr_array_add(read, inputs->files[i]);
	for (guint i = 0; i < G_N_ELEMENTS(others); i++)
		if (others[i] != NULL)
			g_ptr_array_add(read, others[i]);
	g_ptr_array_add(read, NULL);
	return read;
}

/* What is not there at all is left to whoever reads it. */
static gboolean
may_resume(const Plan *plan, GError **error)
{
	for (char **file = (char **)plan->read->pdata; *file != NULL; file++)
		if (strcmp(*file, "-") == 0 || (g_file_test(*file, G_FILE_TEST_EXISTS) &&
						       !g_file_test(*file, G_FILE_TEST_IS_REGULAR)))
			return refuse(error, _("what comes through a pipe cannot be read again; "
					       "leave out --resume"));
	return TRUE;
}

static gboolean
add_all(Plan *plan, GError **error)
{
	const OqInputs *inputs = plan->inputs;
	const OqOptions *options = inputs->call->options;

	if (is_pipe(options) && options->sidecars != 0)
		return refuse(error, _("beside what goes into a pipe nothing can stand; leave out "
				       "--beside, or name a file after -o"));
	if (options->resume && !may_resume(plan, error))
		return FALSE;
	if (!is_one(options))
		return add_each(plan, error);
	return check_output(plan, add_output(plan, inputs->files, options->output), error);
}

GPtrArray *
oq_plan_new(const OqInputs *inputs, GError **error)
{
	g_autoptr(GPtrArray) read = list_read(inputs);
	g_autoptr(GPtrArray) sources =
		oq_sources_new(inputs->call->settings, (char *const *)read->pdata);
	g_autoptr(GPtrArray) outputs = g_ptr_array_new_with_free_func(free_output);
	Plan plan = {inputs, read, sources, outputs};

	return add_all(&plan, error) ? g_steal_pointer(&outputs) : NULL;
}
