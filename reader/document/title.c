/* title.c - see the header. */
#include "document/title.h"

#include <string.h>

#define MAX_EXTENSION 8

static gboolean
is_extension(const char *text)
{
	gsize n_letters = 0, n = 0;
	for (; text[n] != '\0'; n++) {
		if (!g_ascii_isalnum(text[n]))
			return FALSE;
		n_letters += g_ascii_isalpha(text[n]);
	}
	return n_letters > 0 && n <= MAX_EXTENSION;
}

char *
oq_title_of_file(const char *path)
{
	char *title = g_filename_display_basename(path);
	char *point = strrchr(title, '.');
	if (point != NULL && point > title && is_extension(point + 1))
		*point = '\0';
	return title;
}

char *
oq_title_of_folder(const char *path)
{
	g_autofree char *whole = g_canonicalize_filename(path, NULL);
	return g_filename_display_basename(whole);
}

char *
oq_title_extension(const char *path)
{
	const char *point = strrchr(path, '.');
	if (point == NULL || strchr(point, '/') != NULL || !is_extension(point + 1))
		return g_strdup("");
	return g_ascii_strdown(point + 1, -1);
}
