/* corpus.h - the documents by real writers (tests/documents), a folder for each writer. */
#pragma once

#include <glib.h>
#include <string.h>

static inline void
corpus_gather(GPtrArray *paths, const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_DIR))
			corpus_gather(paths, path);
		else
			g_ptr_array_add(paths, g_steal_pointer(&path));
	}
}

static inline int
corpus_compare(gconstpointer left, gconstpointer right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

/** corpus_paths: (transfer full): of all files below, in one order, however they lie there. */
static inline GPtrArray *
corpus_paths(const char *folder)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	corpus_gather(paths, folder);
	g_ptr_array_sort(paths, corpus_compare);
	return paths;
}
