/* kept_place.h - what the program keeps of the texts it has read, as a test finds it. */
#pragma once

#include "numbered_book.h"

#include <glib/gstdio.h>

/** kept_place_path: (transfer full) (nullable): the only file of a place below that folder; nothing
 * there was set aside as damaged. */
static inline char *
kept_place_path(const char *state)
{
	g_autofree char *folder = g_build_filename(state, "oqyrman", NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	char *path = NULL;

	for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
		g_assert_null(strstr(name, "damaged"));
		if (!g_str_has_suffix(name, ".place"))
			continue;
		g_assert_null(path);
		path = g_build_filename(folder, name, NULL);
	}
	return path;
}

/** kept_place_number: of the sentence at which the place is kept, or 0: nothing is. */
static inline guint
kept_place_number(const char *state, const char *book)
{
	g_autofree char *path = kept_place_path(state);
	g_autofree char *text = NULL;
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(GError) error = NULL;

	if (path == NULL)
		return 0;
	g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &error);
	g_assert_no_error(error);
	guint64 place = g_key_file_get_uint64(file, "place", "place", &error);
	g_assert_no_error(error);
	g_assert_true(g_file_get_contents(book, &text, NULL, NULL));
	g_assert_cmpuint(place, <, strlen(text));
	guint number = numbered_book_number(text + place);
	g_autofree char *words = g_key_file_get_string(file, "place", "words", NULL);
	g_assert_cmpuint(number, >, 0);
	if (words != NULL) /* else it was changed before its first sentence was there */
		g_assert_cmpuint(numbered_book_number(words), ==, number);
	return number;
}
