/* command_help.c - oqyrman help: what there is, and what each verb does. */
#include "base/paths.h"
#include "cli/help.h"
#include "cli/output.h"
#include "home/keys/bindings.h"
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

/* As the user has them; what is wrong with them is told by what reads. */
static gboolean
print_keys(GError **error)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *path = oq_paths_config();
	g_autoptr(OqConfig) config = oq_config_load(path, notices);
	g_autoptr(OqLayouts) layouts = oq_call_layouts(error);
	if (layouts == NULL)
		return FALSE;
	g_autoptr(OqBindings) bindings = oq_bindings_new_configured(layouts, config, notices);
	g_autofree char *help = oq_bindings_help(bindings);
	return oq_output_print(help, error);
}

gboolean
oq_command_help(const OqCall *call, GError **error)
{
	const char *name = call->words[0];
	const OqCommand *command = name != NULL ? oq_commands_find(name) : NULL;
	gboolean is_keys = g_strcmp0(name, "keys") == 0;
	if (name != NULL && command == NULL && !is_keys)
		return refuse(name, error);
	if (name != NULL && call->words[1] != NULL) {
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("oqyrman help tells of one command; leave out %s"), call->words[1]);
		return FALSE;
	}
	if (is_keys)
		return print_keys(error);
	g_autofree char *help = command != NULL ? oq_help_command(command) : oq_help_all();
	return oq_output_print(help, error);
}
