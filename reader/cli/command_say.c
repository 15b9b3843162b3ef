/* command_say.c - oqyrman say: a short text, now. */
#include "cli/resources.h"
#include "cli/speak.h"
#include <glib/gi18n.h>

static OqSink *
make_sink(const OqCall *call, guint rate_hz, gpointer data, GError **error)
{
	(void)data;
	return oq_resources_player(call->options, rate_hz, error);
}

gboolean
oq_command_say(const OqCall *call, GError **error)
{
	if (call->words[0] == NULL) {
		g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("say what is to be said, as in: oqyrman say WORDS"));
		return FALSE;
	}
	g_autofree char *text = g_strjoinv(" ", call->words);
	return oq_speak_text(call, make_sink, text, error);
}
