/* bound.c - see the header. */
#include "desktop/bound.h"

#include "base/paths.h"
#include "base/reason.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

enum { FOLDER_MODE = 0700 };

static char *
mark_path(void)
{
	g_autofree char *folder = oq_paths_state();

	return g_build_filename(folder, "keys-of-desktop", NULL);
}

static gboolean
remove_mark(const char *path, GError **error)
{
	if (g_unlink(path) == 0 || errno == ENOENT)
		return TRUE;
	g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s", path,
		oq_reason(errno));
	return FALSE;
}

gboolean
oq_bound_mark(const char *desktop, GError **error)
{
	g_autofree char *path = mark_path();
	g_autofree char *folder = g_path_get_dirname(path);

	if (desktop == NULL)
		return remove_mark(path, error);
	g_mkdir_with_parents(folder, FOLDER_MODE);
	return g_file_set_contents(path, desktop, -1, error);
}

gboolean
oq_bound_is_desktop(const char *desktop)
{
	const char *current = g_getenv("XDG_CURRENT_DESKTOP");
	g_auto(GStrv) names = g_strsplit(current != NULL ? current : "", ":", -1);

	return g_strv_contains((const char *const *)names, desktop);
}

gboolean
oq_bound_is_here(void)
{
	g_autofree char *path = mark_path();
	g_autofree char *desktop = NULL;

	if (!g_file_get_contents(path, &desktop, NULL, NULL))
		return FALSE;
	return oq_bound_is_desktop(g_strstrip(desktop));
}
