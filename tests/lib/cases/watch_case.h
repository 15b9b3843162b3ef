/* watch_case.h - a folder that is watched, in the tests. */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static inline void
watch_case_remove(const char *path)
{
	struct stat status;
	if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
		g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
		for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
			g_autofree char *inner = g_build_filename(path, name, NULL);
			watch_case_remove(inner);
		}
	}
	g_assert_cmpint(g_remove(path), ==, 0);
}

static inline char *
watch_case_folder(void)
{
	char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_assert_nonnull(folder);
	return folder;
}

/* folder/name with that in it; folders on the way are made */
static inline void
watch_case_put(const char *folder, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *parent = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(parent, 0777), ==, 0);
	g_assert_true(
		g_file_set_contents_full(path, text, -1, G_FILE_SET_CONTENTS_NONE, 0666, NULL));
}

static inline gboolean
watch_case_has(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	return g_file_test(path, G_FILE_TEST_EXISTS);
}

static inline void
watch_case_assert(const char *folder, const char *name, const char *expected)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_assert_cmpstr(text, ==, expected);
}

static inline void
watch_case_collect(const char *folder, const char *prefix, GPtrArray *names)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_autofree char *shown = g_build_filename(prefix, name, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_DIR))
			watch_case_collect(path, shown, names);
		else
			g_ptr_array_add(names, g_steal_pointer(&shown));
	}
}

static inline gint
watch_case_compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* all files in the folder, with blanks between them; those of the folders within, too */
static inline void
watch_case_assert_files(const char *folder, const char *expected)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	watch_case_collect(folder, "", names);
	g_ptr_array_sort(names, watch_case_compare);
	g_ptr_array_add(names, NULL);
	g_autofree char *files = g_strjoinv(" ", (char **)names->pdata);
	g_assert_cmpstr(files, ==, expected);
}
