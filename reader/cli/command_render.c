/* command_render.c - oqyrman render: files as audio. */
#include "audio/files/sink_file.h"
#include "cli/commands.h"
#include "cli/rundown.h"
#include "cli/write.h"
#include "radio/sidecars/sidecars.h"
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
refuse(GError **error, const char *why)
{
	g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG, why);
	return FALSE;
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
is_among(const char *path, char **files)
{
	gboolean is_same = files[0] == NULL && is_same_file("-", path);

	for (gsize i = 0; files[i] != NULL && !is_same; i++)
		is_same = is_same_file(files[i], path);
	return is_same;
}

static gboolean
check_output(const char *output, char **files, gboolean follows, gboolean lasts, GError **error)
{
	if (follows && lasts)
		return refuse(error, _("with --follow there is no end, so --duration cannot be "
				       "kept"));
	if (output == NULL)
		return refuse(error, _("name the audio file: oqyrman render FILE... -o OUT"));
	output = oq_sink_file_path(output);
	if (strcmp(output, "-") == 0)
		return !isatty(STDOUT_FILENO) ||
		       refuse(error,
			       _("audio is not written to a terminal; name a file or a pipe"));
	if (follows)
		return refuse(error, _("with --follow there is no end of the audio; write it to a "
				       "pipe, with -o -"));
	return !is_among(output, files) ||
	       refuse(error, _("the audio would overwrite a text that is to be read; name another "
			       "file after -o"));
}

/* Nothing that is read is written over, and a pipe has no name that they could have. */
static gboolean
check_sidecars(guint sidecars, const char *output, char **files, GError **error)
{
	const char *path = oq_sink_file_path(output);
	if (sidecars == 0)
		return TRUE;
	if (strcmp(path, "-") == 0)
		return refuse(error, _("beside what goes into a pipe nothing can stand; leave out "
				       "--beside, or name a file after -o"));
	g_auto(GStrv) paths = oq_sidecars_paths(sidecars, path);
	for (gsize i = 0; paths[i] != NULL; i++) {
		if (!is_among(paths[i], files))
			continue;
		g_autofree char *name = g_filename_display_name(paths[i]);
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--beside would overwrite '%s', which is to be read; name another file "
			  "after -o"),
			name);
		return FALSE;
	}
	return TRUE;
}

/* Jingles and the list are read, too. */
static gboolean
check_names(const OqCall *call, GError **error)
{
	const OqOptions *options = call->options;
	const char *output = options->output;
	char *const read[] = {
		options->list, options->intro, options->between, options->outro, options->bed};
	for (guint i = 0; output != NULL && i < G_N_ELEMENTS(read); i++)
		if (read[i] != NULL && is_same_file(read[i], oq_sink_file_path(output)))
			return refuse(error, _("the audio would overwrite what it is made of; name "
					       "another file after -o"));
	return check_output(
		       output, call->words, options->follow, options->duration_ms > 0, error) &&
	       check_sidecars(options->sidecars, output, call->words, error);
}

static gboolean
write_texts(const OqCall *call, const OqReader *reader, OqInputs *inputs, GError **error)
{
	const OqOptions *options = call->options;
	gboolean whole = options->each != NULL ? oq_rundown_write_each(call, inputs, error)
					       : oq_write_files(call, reader, inputs,
							 options->output, TRUE, error);
	oq_inputs_say_notes(inputs);
	return whole;
}

gboolean
oq_command_render(const OqCall *call, GError **error)
{
	const OqOptions *options = call->options;
	g_autoptr(OqRunningOrder) order = NULL;
	OqCall own = *call; /* with the texts of a list as its words */
	if (!oq_rundown_check(call, error))
		return FALSE;
	if (options->list != NULL && (order = oq_rundown_order(call, error)) == NULL)
		return FALSE;
	g_auto(GStrv) listed = order != NULL ? oq_rundown_words(order) : NULL;
	if (listed != NULL)
		own.words = listed;
	if (options->each == NULL && !check_names(&own, error))
		return FALSE;
	g_autoptr(OqReader) reader = oq_call_reader(call, error);
	g_auto(OqInputs) inputs = {NULL};
	if (reader == NULL || !oq_inputs_init(&inputs, &own, reader, error) ||
		(options->each == NULL &&
			!check_sidecars(options->sidecars, options->output, inputs.files, error)))
		return FALSE;
	inputs.order = order;
	return write_texts(&own, reader, &inputs, error);
}
