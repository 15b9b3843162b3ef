/* paths.c - see the header. */
#include "base/paths.h"
#include <glib/gi18n.h>

#define OWN_FOLDER     "oqyrman"
#define DICTIONARY     "dictionary.tsv"
#define ETC_DICTIONARY "/etc/" OWN_FOLDER "/" DICTIONARY

/* (transfer full) (nullable): where bin/oqyrman stands, and OQ_LIBEXEC/oqyrman/PROGRAM, which is
 * one folder further down. */
static char *
find_prefix(void)
{
	g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
	if (program == NULL)
		return NULL;
	g_autofree char *folder = g_path_get_dirname(program);
	g_autofree char *name = g_path_get_basename(folder);
	g_autofree char *above = g_path_get_dirname(folder);
	return g_str_equal(name, OWN_FOLDER) ? g_path_get_dirname(above) : g_steal_pointer(&above);
}

/* The share/ that belongs to this program: <prefix>/bin/oqyrman has <prefix>/share. */
static char *
beside_program(const char *name)
{
	g_autofree char *prefix = find_prefix();
	return prefix != NULL ? g_build_filename(prefix, "share", name, NULL) : NULL;
}

static char *
existing(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	return g_file_test(path, G_FILE_TEST_EXISTS) ? g_steal_pointer(&path) : NULL;
}

char *
oq_paths_data(const char *name, GError **error)
{
	g_return_val_if_fail(name != NULL, NULL);
	g_autofree char *own = beside_program(OWN_FOLDER);
	char *path = own != NULL ? existing(own, name) : NULL;
	const char *const *folders = g_get_system_data_dirs();
	for (gsize i = 0; path == NULL && folders[i] != NULL; i++) {
		g_autofree char *folder = g_build_filename(folders[i], OWN_FOLDER, NULL);
		path = existing(folder, name);
	}
	if (path == NULL)
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
			_("%s is not in %s: the installation is incomplete, install oqyrman again"),
			name[0] != '\0' ? name : _("the folder of the voices"),
			own != NULL ? own : OWN_FOLDER);
	return path;
}

char *
oq_paths_program(const char *name)
{
	g_autofree char *prefix = find_prefix();
	g_autofree char *path =
		prefix != NULL ? g_build_filename(prefix, OQ_LIBEXEC, OWN_FOLDER, name, NULL)
			       : NULL;
	return path != NULL && g_file_test(path, G_FILE_TEST_IS_EXECUTABLE) ? g_steal_pointer(&path)
									    : NULL;
}

char *
oq_paths_locale(void)
{
	g_autofree char *own = beside_program("locale");
	return own != NULL ? g_steal_pointer(&own) : g_strdup("/usr/share/locale");
}

char *
oq_paths_config(void)
{
	return g_build_filename(g_get_user_config_dir(), OWN_FOLDER, "config.ini", NULL);
}

char *
oq_paths_user_dictionary(void)
{
	return g_build_filename(g_get_user_config_dir(), OWN_FOLDER, DICTIONARY, NULL);
}

char **
oq_paths_system_dictionaries(void)
{
	g_autoptr(GStrvBuilder) paths = g_strv_builder_new();
	const char *const *folders = g_get_system_config_dirs();
	gboolean any_etc = FALSE;
	for (gsize i = 0; folders[i] != NULL; i++) {
		g_autofree char *path = g_build_filename(folders[i], OWN_FOLDER, DICTIONARY, NULL);
		if (g_path_is_absolute(path))
			g_strv_builder_add(paths, path);
		any_etc |= g_str_equal(path, ETC_DICTIONARY);
	}
	if (!any_etc)
		g_strv_builder_add(paths, ETC_DICTIONARY);
	return g_strv_builder_end(paths);
}

char *
oq_paths_state(void)
{
	const char *state = g_get_user_state_dir();
	if (g_path_is_absolute(state))
		return g_build_filename(state, OWN_FOLDER, NULL);
	return g_build_filename(g_get_home_dir(), ".local", "state", OWN_FOLDER, NULL);
}
