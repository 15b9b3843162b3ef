/* command_help.c - oqyrman help: what there is, and what each verb does. */
#include "cli/help.h"
#include "cli/output.h"
#include <glib/gi18n.h>

static gboolean
refuse(const char *name, GError **error)
{
	const char *meant = oq_commands_suggest(name);
	if (meant != NULL)
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no command %s; did you mean %s?"), name, meant);
	else
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no command %s; see oqyrman help"), name);
	return FALSE;
}

gboolean
oq_command_help(const OqCall *call, GError **error)
{
	const char *name = call->words[0];
	const OqCommand *command = name != NULL ? oq_commands_find(name) : NULL;
	if (name != NULL && command == NULL)
		return refuse(name, error);
	if (name != NULL && call->words[1] != NULL) {
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("oqyrman help tells of one command; leave out %s"), call->words[1]);
		return FALSE;
	}
	g_autofree char *help = command != NULL ? oq_help_command(command) : oq_help_all();
	return oq_output_print(help, error);
}
