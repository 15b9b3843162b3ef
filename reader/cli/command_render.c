/* command_render.c - oqyrman render: files as audio. */
#include "audio/files/sink_file.h"
#include "cli/speak.h"
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

static OqSink *
make_sink(const OqCall *call, guint rate_hz, gpointer data, GError **error)
{
	(void)data;
	g_autoptr(GError) failure = NULL;
	OqSink *sink =
		oq_sink_file_new(call->options->output, &OQ_SINK_FORMAT_SPEECH(rate_hz), &failure);
	oq_options_propagate(error, failure, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
	return sink;
}

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
	return check_output(call->options->output, call->words, error) &&
	       oq_speak_files(call, make_sink, NULL, TRUE, error);
}
