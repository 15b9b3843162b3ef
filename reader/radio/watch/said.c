/* said.c - see the header. */
#include "radio/watch/said.h"

#include <string.h>

#define NAME "oqyrman: "

char **
oq_said_lines(const char *said)
{
	g_auto(GStrv) lines = g_strsplit(said, "\n", -1);
	GPtrArray *own = g_ptr_array_new();

	for (char **line = lines; *line != NULL; line++)
		if (g_str_has_prefix(*line, NAME))
			g_ptr_array_add(own, g_strdup(*line + strlen(NAME)));
	g_ptr_array_add(own, NULL);
	return (char **)g_ptr_array_free(own, FALSE);
}

/* The last it says is why it ended. */
char *
oq_said_why(const char *said)
{
	g_auto(GStrv) lines = oq_said_lines(said);
	guint n_lines = g_strv_length(lines);

	if (n_lines > 0)
		return g_strdup(lines[n_lines - 1]);
	return g_strndup(said, strcspn(said, "\n"));
}
