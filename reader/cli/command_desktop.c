/* command_desktop.c - oqyrman desktop: the service of the session, a program of its own. */
#include "base/paths.h"
#include "cli/commands.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define PROGRAM "oqyrman-desktop"

gboolean
oq_command_desktop(const OqCall *call, GError **error)
{
	if (!oq_call_has_no_words(call, "desktop", error))
		return FALSE;
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
