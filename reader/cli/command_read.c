/* command_read.c - oqyrman read: files aloud. */
#include "audio/files/sink_file.h"
#include "cli/messages.h"
#include "cli/resources.h"
#include "cli/speak.h"
#include "cli/unheard.h"
#include <glib/gi18n.h>

/* @line: (transfer full) */
static void
say(char *line)
{
	oq_messages_say(line);
	g_free(line);
}

/* @data: char **: receives the name of the file that is written where nothing can be heard. */
static OqSink *
make_sink(const OqCall *call, guint rate_hz, gpointer data, GError **error)
{
	char **audio = data;
	const char *text = oq_unheard_text(call);
	g_autoptr(GError) failure = NULL;
	OqSink *sink = oq_resources_player(call->options, rate_hz, &failure);
	if (sink != NULL)
		return sink;
	if (text == NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return NULL;
	}
	*audio = oq_unheard_name(text);
	oq_messages_say(failure->message);
	say(g_strdup_printf(_("it could not be heard, so it is written to %s"), *audio));
	return oq_sink_file_new(*audio, &OQ_SINK_FORMAT_SPEECH(rate_hz), error);
}

gboolean
oq_command_read(const OqCall *call, GError **error)
{
	g_autofree char *audio = NULL;
	const char *text = oq_unheard_text(call);
	if (!oq_speak_files(call, make_sink, &audio, FALSE, error))
		return FALSE;
	if (call->options->quiet || text == NULL)
		return TRUE;
	if (audio != NULL)
		say(g_strdup_printf(_("done: %s can be played on any other machine"), audio));
	else
		say(g_strdup_printf(_("done: %s was read to its end"), text));
	return TRUE;
}
