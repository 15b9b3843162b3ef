/* naming.c - see the header. */
#include "radio/naming.h"

#include "audio/files/sink_file.h"
#include "radio/sidecars/sidecars.h"
#include "radio/watch/watched_names.h"

#include <string.h>
#include <sys/stat.h>

static const char *
name_in(const char *path)
{
	const char *slash = strrchr(path, G_DIR_SEPARATOR);

	return slash != NULL ? slash + 1 : path;
}

static char *
with_extension(const char *path, const char *extension)
{
	const char *name = name_in(path);
	g_autofree char *end = g_strconcat(".", extension, NULL);
	g_autofree char *named = oq_watched_names_with(name, end);

	return g_strdup_printf("%.*s%s", (int)(name - path), path, named);
}

/* A folder may be named with a slash behind it. */
static char *
without_slashes(const char *text)
{
	gsize n_bytes = strlen(text);

	while (n_bytes > 1 && text[n_bytes - 1] == G_DIR_SEPARATOR)
		n_bytes--;
	return g_strndup(text, n_bytes);
}

char *
oq_naming_beside(const char *text, const char *extension)
{
	g_autofree char *path = without_slashes(text);

	return with_extension(path, extension);
}

char *
oq_naming_in(const char *folder, const char *text, const char *extension)
{
	g_autofree char *path = without_slashes(text);
	g_autofree char *inside = g_build_filename(folder, name_in(path), NULL);

	return with_extension(inside, extension);
}

char *
oq_naming_number(const char *path, guint n)
{
	const char *name = name_in(path);
	g_autofree char *numbered = oq_watched_names_number(name, oq_watched_names_stem(name), n);

	return g_strdup_printf("%.*s%s", (int)(name - path), path, numbered);
}

/* What cannot be looked at is left to the writer. */
static gboolean
is_there(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0;
}

gboolean
oq_naming_is_free(const char *path, guint sidecars)
{
	const char *file = oq_sink_file_path(path);
	g_auto(GStrv) beside = oq_sidecars_paths(sidecars, file);
	gboolean is_taken = is_there(file);

	for (char **other = beside; *other != NULL && !is_taken; other++)
		is_taken = is_there(*other);
	return !is_taken;
}

guint
oq_naming_free(const char *path, guint sidecars, guint n)
{
	for (;; n++) {
		g_autofree char *numbered = oq_naming_number(path, n);
		if (oq_naming_is_free(numbered, sidecars))
			return n;
	}
}
