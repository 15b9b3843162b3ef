/* watched_names.c - see the header. */
#include "radio/watch/watched_names.h"

#include <limits.h>
#include <string.h>
#include <sys/stat.h>

enum { NUMBER_BYTES = 8 };

/* What browsers, clients of servers and programs that synchronise call a file until it is whole. */
static const char *const unfinished[] = {".part", ".partial", ".filepart", ".tmp", ".temp",
	".crdownload", ".download", ".opdownload", ".aria2", ".swp", ".lock", "~"};

/* What else lies about in shared folders. */
static const char *const strays[] = {"Thumbs.db", "desktop.ini"};

static gboolean
ends_with(const char *name, const char *suffix)
{
	gsize n_name = strlen(name), n_suffix = strlen(suffix);

	return n_name >= n_suffix && g_ascii_strcasecmp(name + n_name - n_suffix, suffix) == 0;
}

/* Files that an office program or an editor keeps beside the one that is open. */
static gboolean
is_kept_beside(const char *name)
{
	return g_str_has_prefix(name, "~$") || (name[0] == '#' && ends_with(name, "#"));
}

gboolean
oq_watched_names_is_text(const char *name)
{
	if (name[0] == '.' || name[0] == '\0' || is_kept_beside(name))
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS(unfinished); i++)
		if (ends_with(name, unfinished[i]))
			return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS(strays); i++)
		if (g_ascii_strcasecmp(name, strays[i]) == 0)
			return FALSE;
	return TRUE;
}

gsize
oq_watched_names_stem(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot != NULL && dot != name ? (gsize)(dot - name) : strlen(name);
}

/* So much of the stem as leaves room for @n_more bytes; no character is cut in two. */
static gsize
fitting(const char *name, gsize n_stem, gsize n_more)
{
	if (n_stem + n_more <= NAME_MAX)
		return n_stem;
	n_stem = n_more < NAME_MAX ? NAME_MAX - n_more : 0;
	while (n_stem > 0 && ((guchar)name[n_stem] & 0xC0) == 0x80)
		n_stem--;
	return n_stem;
}

char *
oq_watched_names_with(const char *name, const char *extension)
{
	gsize n_stem = fitting(name, oq_watched_names_stem(name), strlen(extension) + NUMBER_BYTES);

	return g_strdup_printf("%.*s%s", (int)n_stem, name, extension);
}

char *
oq_watched_names_number(const char *name, gsize n_stem, guint n)
{
	if (n == 1)
		return g_strdup(name);
	g_autofree char *end = g_strdup_printf("-%u%s", n, name + n_stem);

	return g_strdup_printf("%.*s%s", (int)fitting(name, n_stem, strlen(end)), name, end);
}

gsize
oq_watched_names_stem_in(const char *name, const char *stem)
{
	return g_str_has_prefix(name, stem) ? strlen(stem) : oq_watched_names_stem(name);
}

static gboolean
is_taken(const char *folder, char *const *names, const char *stem, guint n)
{
	for (; *names != NULL; names++) {
		struct stat status;
		gsize n_stem = oq_watched_names_stem_in(*names, stem);
		g_autofree char *name = oq_watched_names_number(*names, n_stem, n);
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (lstat(path, &status) == 0)
			return TRUE;
	}
	return FALSE;
}

guint
oq_watched_names_free(const char *folder, char *const *names, const char *stem)
{
	guint n = 1;

	while (is_taken(folder, names, stem, n))
		n++;
	return n;
}
