/* sources.c - see the header. */
#include "cli/sources.h"

#include "base/paths.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
add(GPtrArray *sources, const char *path)
{
	g_ptr_array_add(sources, g_strdup(path));
}

static void
add_all(GPtrArray *sources, char *const *paths)
{
	for (; paths != NULL && *paths != NULL; paths++)
		add(sources, *paths);
}

/* Folders among them are no matter: no audio can be written over one. */
static void
add_data(GPtrArray *sources, const char *name)
{
	g_autofree char *folder = oq_paths_data(name, NULL);
	g_autoptr(GDir) dir = folder != NULL ? g_dir_open(folder, 0, NULL) : NULL;

	for (const char *file; dir != NULL && (file = g_dir_read_name(dir)) != NULL;)
		g_ptr_array_add(sources, g_build_filename(folder, file, NULL));
}

GPtrArray *
oq_sources_new(const OqSettings *settings, char *const *read)
{
	GPtrArray *sources = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *config = oq_paths_config();
	g_autofree char *own = oq_paths_user_dictionary();
	g_auto(GStrv) of_system = oq_paths_system_dictionaries();

	add_all(sources, read);
	add_all(sources, settings->dictionaries);
	add(sources, own);
	add_all(sources, of_system);
	add(sources, config);
	add_data(sources, "");
	add_data(sources, "kk");
	add_data(sources, "espeak");
	return sources;
}

static gboolean
look_at(const char *file, int standard, struct stat *status)
{
	return (strcmp(file, "-") == 0 ? fstat(standard, status) : stat(file, status)) == 0;
}

gboolean
oq_sources_hold(const GPtrArray *sources, const char *path)
{
	struct stat of_path, of_source;

	if (!look_at(path, STDOUT_FILENO, &of_path) || !S_ISREG(of_path.st_mode))
		return FALSE;
	for (guint i = 0; i < sources->len; i++) {
		const char *source = g_ptr_array_index(sources, i);
		if (look_at(source, STDIN_FILENO, &of_source) &&
			of_source.st_dev == of_path.st_dev && of_source.st_ino == of_path.st_ino)
			return TRUE;
	}
	return FALSE;
}
