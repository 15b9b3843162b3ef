#include "cases.h"

#include <string.h>

#define LINE_BREAK "⏎"

static void
add_lines(const char *path, GPtrArray *texts)
{
	g_autofree char *contents = NULL;
	g_autoptr(GError) error = NULL;
	if (!g_file_get_contents(path, &contents, NULL, &error))
		g_error("%s", error->message);
	g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		if (lines[i][0] == '\0' || lines[i][0] == '#')
			continue;
		lines[i][strcspn(lines[i], "\t")] = '\0';
		g_auto(GStrv) parts = g_strsplit(lines[i] + (lines[i][0] == '!'), LINE_BREAK, -1);
		g_ptr_array_add(texts, g_strjoinv("\n", parts));
	}
}

static int
compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
add_paths(const char *folder, GPtrArray *paths)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GDir) dir = g_dir_open(folder, 0, &error);
	if (dir == NULL)
		g_error("%s", error->message);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_DIR))
			add_paths(path, paths);
		else if (g_str_has_suffix(name, ".tsv") || g_str_has_suffix(name, ".txt"))
			g_ptr_array_add(paths, g_steal_pointer(&path));
	}
}

GPtrArray *
cases_load(const char *folder)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	add_paths(folder, paths);
	g_ptr_array_sort(paths, compare);
	GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < paths->len; i++)
		add_lines(g_ptr_array_index(paths, i), texts);
	if (texts->len == 0)
		g_error("%s: there are no cases", folder);
	return texts;
}
