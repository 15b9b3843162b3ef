/* command_render.c - oqyrman render: files as audio. */
#include "audio/files/sink_file.h"
#include "cli/commands.h"
#include "cli/write.h"
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
check_output(const char *output, char **files, gboolean follows, GError **error)
{
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
	gboolean is_same = files[0] == NULL && is_same_file("-", output);
	for (gsize i = 0; files[i] != NULL && !is_same; i++)
		is_same = is_same_file(files[i], output);
	return !is_same ||
	       refuse(error, _("the audio would overwrite a text that is to be read; name another "
			       "file after -o"));
}

gboolean
oq_command_render(const OqCall *call, GError **error)
{
	const char *output = call->options->output;
	if (!check_output(output, call->words, call->options->follow, error))
		return FALSE;
	g_autoptr(OqReader) reader = oq_call_reader(call, error);
	g_auto(OqInputs) inputs = {NULL};
	if (reader == NULL || !oq_inputs_init(&inputs, call, reader, error))
		return FALSE;
	gboolean whole = oq_write_files(call, reader, &inputs, output, TRUE, error);
	oq_inputs_say_notes(&inputs);
	return whole;
}
