/* unheard.c - see the header. */
#include "cli/unheard.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define EXTENSION ".wav"

gboolean
oq_unheard_is_asked(void)
{
	return g_strcmp0(g_getenv("OQYRMAN_UNHEARD"), "file") == 0;
}

const char *
oq_unheard_text(const OqCall *call)
{
	if (!oq_unheard_is_asked() || call->options->device != NULL || call->options->follow)
		return NULL;
	for (gsize i = 0; call->words[i] != NULL; i++) {
		if (strcmp(call->words[i], "-") == 0 ||
			!g_file_test(call->words[i], G_FILE_TEST_IS_REGULAR))
			return NULL;
	}
	return call->words[0];
}

/* A link that leads nowhere takes its name, too; what cannot be looked at is left to the writer. */
static gboolean
is_free(const char *path)
{
	struct stat status;
	return lstat(path, &status) != 0;
}

/* The point of ".notes" begins no extension. */
static char *
without_extension(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL ? slash + 1 : path;
	const char *point = strrchr(name, '.');
	return g_strndup(
		path, point != NULL && point > name ? (gsize)(point - path) : strlen(path));
}

static const char *
writable(const char *text)
{
	const char *slash = strrchr(text, '/');
	g_autofree char *folder = g_path_get_dirname(text);
	return slash == NULL || access(folder, W_OK) == 0 ? text : slash + 1;
}

char *
oq_unheard_name(const char *text)
{
	g_autofree char *stem = without_extension(writable(text));
	char *name = g_strconcat(stem, EXTENSION, NULL);
	for (guint n = 1; !is_free(name); n++) {
		g_free(name);
		name = g_strdup_printf("%s-%u" EXTENSION, stem, n);
	}
	return name;
}
