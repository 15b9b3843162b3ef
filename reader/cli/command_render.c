/* command_render.c - oqyrman render: files as audio. */
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
is_same_file(const char *a, const char *b)
{
	struct stat status_a, status_b;
	return stat(a, &status_a) == 0 && stat(b, &status_b) == 0 &&
	       status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
}

static gboolean
check_output(const char *output, char **files, GError **error)
{
	if (output == NULL)
		return refuse(error, _("name the audio file: oqyrman render FILE... -o OUT"));
	if (strcmp(output, "-") == 0)
		return !isatty(STDOUT_FILENO) ||
		       refuse(error,
			       _("audio is not written to a terminal; name a file or a pipe"));
	for (gsize i = 0; files[i] != NULL; i++) {
		if (strcmp(files[i], "-") != 0 && is_same_file(files[i], output))
			return refuse(error, _("the audio would overwrite a text that is to be "
					       "read; name another "
					       "file after -o"));
	}
	return TRUE;
}

gboolean
oq_command_render(const OqCall *call, GError **error)
{
	const char *output = call->options->output;
	if (!check_output(output, call->words, error))
		return FALSE;
	g_autoptr(OqReader) reader = oq_call_reader(call, error);
	g_auto(OqInputs) inputs = {NULL};
	if (reader == NULL || !oq_inputs_init(&inputs, call, reader, error))
		return FALSE;
	gboolean whole = oq_write_files(call, reader, &inputs, output, TRUE, error);
	oq_inputs_say_notes(&inputs);
	return whole;
}
