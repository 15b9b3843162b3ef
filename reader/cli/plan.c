/* plan.c - see the header. */
#include "cli/plan.h"

#include "audio/files/sink_file.h"
#include "base/beside.h"
#include "cli/resume.h"
#include "radio/naming.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEFAULT_FORMAT "wav"

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
	return options->output != NULL && !is_folder(options->output);
}

static gboolean
is_pipe(const OqOptions *options)
{
	return options->output != NULL && strcmp(oq_sink_file_path(options->output), "-") == 0;
}

static gboolean
check_pipe(const OqOptions *options, GError **error)
{
	if (options->resume)
		return refuse(error, _("what goes into a pipe cannot be gone on with; leave out "
				       "--resume"));
	return !isatty(STDOUT_FILENO) ||
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
	if (is_one(options) && options->format != NULL)
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

static gboolean
look_at(const char *file, struct stat *status)
{
	return (strcmp(file, "-") == 0 ? fstat(STDIN_FILENO, status) : stat(file, status)) == 0;
}

static gboolean
is_same_file(const char *text, const char *output)
{
	struct stat of_text, of_output;

	return look_at(text, &of_text) && stat(output, &of_output) == 0 &&
	       of_text.st_dev == of_output.st_dev && of_text.st_ino == of_output.st_ino;
}

static gboolean
is_among(const char *path, char *const *files)
{
	gboolean is_same = FALSE;

	for (; *files != NULL && !is_same; files++)
		is_same = is_same_file(*files, path);
	return is_same;
}

/* Nothing that is read is written over. */
static gboolean
check_sidecars(const char *path, guint sidecars, char *const *files, GError **error)
{
	g_auto(GStrv) paths = oq_sidecars_paths(sidecars, oq_sink_file_path(path));

	for (char **other = paths; *other != NULL; other++) {
		if (!is_among(*other, files))
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
		_("'%s' or what stands beside it is there already; name it after -o to replace it, "
		  "or add --number"),
		name);
	return FALSE;
}

static gboolean
check_output(const OqPlanned *output, const OqInputs *inputs, GError **error)
{
	const OqOptions *options = inputs->call->options;
	OqTaken taken = oq_plan_taken(options);

	if (taken == OQ_TAKEN_NUMBERED)
		return TRUE;
	if (is_among(oq_sink_file_path(output->path), inputs->files))
		return refuse(error, _("the audio would overwrite a text that is to be read; name "
				       "another file after -o"));
	return check_sidecars(output->path, options->sidecars, inputs->files, error) &&
	       (taken == OQ_TAKEN_REPLACED || check_taken(output, options, error));
}

static void
free_output(gpointer data)
{
	OqPlanned *output = data;

	g_strfreev(output->files);
	g_free(output->path);
	g_free(output->key);
	g_free(output);
}

static gboolean
may_resume(char *const *files, GError **error)
{
	for (; *files != NULL; files++)
		if (strcmp(*files, "-") == 0 || !g_file_test(*files, G_FILE_TEST_IS_REGULAR))
			return refuse(error, _("what comes through a pipe cannot be read again; "
					       "leave out --resume"));
	return TRUE;
}

/* @path: (transfer full) */
static gboolean
add_output(GPtrArray *outputs, const OqInputs *inputs, char **files, char *path, GError **error)
{
	OqPlanned *output = g_new0(OqPlanned, 1);

	g_ptr_array_add(outputs, output);
	output->files = g_strdupv(files);
	output->path = path;
	if (inputs->call->options->resume) {
		if (!may_resume(files, error))
			return FALSE;
		output->key = oq_resume_key(inputs->call, files);
	}
	return check_output(output, inputs, error);
}

static gboolean
is_twice(const GPtrArray *outputs, const char *path)
{
	for (guint i = 0; i < outputs->len; i++)
		if (strcmp(((const OqPlanned *)g_ptr_array_index(outputs, i))->path, path) == 0)
			return TRUE;
	return FALSE;
}

static gboolean
add_own(GPtrArray *outputs, const OqInputs *inputs, char *file, GError **error)
{
	const OqOptions *options = inputs->call->options;
	const char *format = options->format != NULL ? options->format : DEFAULT_FORMAT;
	char *files[] = {file, NULL};
	if (strcmp(file, "-") == 0)
		return refuse(error, _("name the audio file: oqyrman render FILE... -o OUT"));
	g_autofree char *path = options->output != NULL
					? oq_naming_in(options->output, file, format)
					: oq_naming_beside(file, format);
	if (options->number || !is_twice(outputs, path))
		return add_output(outputs, inputs, files, g_steal_pointer(&path), error);
	g_autofree char *name = g_filename_display_name(path);
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("two texts would both become '%s'; render them one by one, or add --number"),
		name);
	return FALSE;
}

GPtrArray *
oq_plan_new(const OqInputs *inputs, GError **error)
{
	const OqOptions *options = inputs->call->options;
	g_autoptr(GPtrArray) outputs = g_ptr_array_new_with_free_func(free_output);
	gboolean fits = TRUE;

	if (is_pipe(options) && options->sidecars != 0)
		fits = refuse(error, _("beside what goes into a pipe nothing can stand; leave out "
				       "--beside, or name a file after -o"));
	else if (is_one(options))
		fits = add_output(outputs, inputs, inputs->files, g_strdup(options->output), error);
	for (char **file = inputs->files; *file != NULL && fits && !is_one(options); file++)
		fits = add_own(outputs, inputs, *file, error);
	return fits ? g_steal_pointer(&outputs) : NULL;
}
