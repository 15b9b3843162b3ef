/* unheard.c - see the header. */
#include "cli/unheard.h"
#include "radio/naming.h"
#include <string.h>
#include <unistd.h>

#define EXTENSION "wav"

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
	return oq_naming_beside(writable(text), EXTENSION);
}
