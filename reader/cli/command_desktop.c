/* command_desktop.c - oqyrman desktop: the service of the session, a program of its own. */
#include "base/paths.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/setup/setup.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define PROGRAM "oqyrman-desktop"

static void
print_line(const char *line, gpointer data)
{
	GError **error = data;
	g_autofree char *ended = g_strconcat(line, "\n", NULL);

	if (*error == NULL)
		oq_output_print(ended, error);
}

static OqConfig *
load_config(void)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *path = oq_paths_config();
	OqConfig *config = oq_config_load(path, notices);

	for (guint i = 0; i < notices->len; i++)
		oq_messages_say(g_ptr_array_index(notices, i));
	return config;
}

/* What cannot be printed is done all the same. */
static gboolean
set_up(gboolean undoes, GError **error)
{
	g_autoptr(OqConfig) config = load_config();
	g_autoptr(GError) unprinted = NULL;
	g_autofree char *program = g_file_read_link("/proc/self/exe", error);
	if (program == NULL)
		return FALSE;
	gboolean is_done = undoes ? oq_undo_keys(print_line, &unprinted, error)
				  : oq_setup_keys(config, program, print_line, &unprinted, error);
	if (!is_done || unprinted == NULL)
		return is_done;
	g_propagate_error(error, g_steal_pointer(&unprinted));
	return FALSE;
}

gboolean
oq_command_desktop(const OqCall *call, GError **error)
{
	if (!oq_call_has_no_words(call, "desktop", error))
		return FALSE;
	if (call->options->setup || call->options->undo)
		return set_up(call->options->undo, error);
	g_autofree char *path = oq_paths_program(PROGRAM);
	if (path != NULL) {
		char *arguments[] = {path, NULL};
		execv(path, arguments);
	}
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
		_("%s cannot be started: %s; install oqyrman again"), PROGRAM,
		g_strerror(path != NULL ? errno : ENOENT));
	return FALSE;
}
