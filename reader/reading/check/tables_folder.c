/* tables_folder.c - see the header. */
#include "reading/check/tables_folder.h"

#include "base/reason.h"

#include <glib/gi18n.h>
#include <string.h>

#define MARK      "letters.tsv" /* which no folder of all tables lacks */
#define MAX_DEPTH 16
#define MAX_FILES 10000

gboolean
oq_tables_folder_is_one(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, MARK, NULL);

	return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

char *
oq_tables_folder_above(const char *path)
{
	g_autofree char *whole = g_canonicalize_filename(path, NULL);
	char *folder = g_path_get_dirname(whole);

	if (oq_tables_folder_is_one(folder))
		return folder;
	for (;;) {
		g_autofree char *below = g_build_filename(folder, "voices", "kk", NULL);
		g_autofree char *last = folder;
		if (oq_tables_folder_is_one(below))
			return g_steal_pointer(&below);
		folder = g_path_get_dirname(last);
		if (strcmp(folder, last) == 0)
			break;
	}
	g_free(folder);
	return NULL;
}

static int
compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static gboolean
list(const char *path, guint depth, GPtrArray *files, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GDir) dir = g_dir_open(path, 0, &failure);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

	if (dir == NULL) {
		g_set_error(error, failure->domain, failure->code, _("%s cannot be read: %s"), path,
			oq_reason_of(failure));
		return FALSE;
	}
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
		if (name[0] != '.')
			g_ptr_array_add(names, g_build_filename(path, name, NULL));
	g_ptr_array_sort(names, compare);
	for (guint i = 0; i < names->len && files->len < MAX_FILES; i++) {
		const char *name = g_ptr_array_index(names, i);
		gboolean is_folder = g_file_test(name, G_FILE_TEST_IS_DIR);
		if (!is_folder && g_file_test(name, G_FILE_TEST_IS_REGULAR))
			g_ptr_array_add(files, g_strdup(name));
		else if (is_folder && depth < MAX_DEPTH &&
			 !g_file_test(name, G_FILE_TEST_IS_SYMLINK))
			list(name, depth + 1, files, NULL);
	}
	return TRUE;
}

GPtrArray *
oq_tables_folder_list(const char *path, GError **error)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);

	return list(path, 0, files, error) ? g_steal_pointer(&files) : NULL;
}
