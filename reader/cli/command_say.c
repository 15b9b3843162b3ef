/* command_say.c - oqyrman say: a short text, now. */
#include "cli/by_service.h"
#include "cli/commands.h"
#include "cli/listen.h"
#include <glib/gi18n.h>

gboolean
oq_command_say(const OqCall *call, GError **error)
{
	if (call->words[0] == NULL) {
		g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("say what is to be said, as in: oqyrman say WORDS"));
		return FALSE;
	}
	g_autofree char *text = g_strjoinv(" ", call->words);
	g_autoptr(GError) failure = NULL;
	if (oq_by_service_say(call, text, &failure))
		return TRUE;
	if (!g_error_matches(failure, OQ_BY_SERVICE_ERROR, OQ_BY_SERVICE_ERROR_NONE)) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	g_autoptr(OqReader) reader = oq_call_reader(call, error);
	if (reader == NULL)
		return FALSE;
	g_autoptr(OqCursor) cursor =
		call->options->spell ? oq_reader_spell(reader, text) : oq_reader_text(reader, text);
	g_autoptr(OqListen) listen = oq_listen_new(call, reader, NULL, error);
	gboolean said;
	if (listen == NULL || !oq_listen_to(cursor, &said, listen, error))
		return FALSE;
	if (said)
		return TRUE;
	g_set_error_literal(error, OQ_INPUTS_ERROR, OQ_INPUTS_ERROR_NOTHING,
		_("there is not a word in this that can be said"));
	return FALSE;
}
