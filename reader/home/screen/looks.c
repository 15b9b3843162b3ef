/* looks.c - see the header. */
#include "home/screen/looks.h"

#include <string.h>
#include <unistd.h>

static gboolean
is_set(char **environment, const char *name)
{
	const char *value = g_environ_getenv(environment, name);

	return value != NULL && value[0] != '\0';
}

static gboolean
is_plain(char **environment)
{
	const char *term = g_environ_getenv(environment, "TERM");
	const char *accessible = g_environ_getenv(environment, "ACCESSIBLE");

	return is_set(environment, "NO_COLOR") || !is_set(environment, "TERM") ||
	       strcmp(term, "dumb") == 0 ||
	       (is_set(environment, "ACCESSIBLE") && strcmp(accessible, "0") != 0);
}

/* Where the locale is none in particular, a terminal is likelier to show UTF-8 than not to. */
OqLooks
oq_looks_choose(gboolean is_terminal, const char *charset, gboolean no_color, char **environment)
{
	gboolean is_utf8 = g_ascii_strcasecmp(charset, "UTF-8") == 0;
	gboolean is_ascii = strcmp(charset, "ANSI_X3.4-1968") == 0 || strcmp(charset, "ASCII") == 0;

	return (OqLooks){
		.is_terminal = is_terminal,
		.rewrites = is_terminal && !no_color && !is_plain(environment),
		.is_utf8 = is_utf8,
		.charset = !is_terminal || is_utf8 || is_ascii ? NULL : charset,
	};
}

OqLooks
oq_looks_of(int fd, gboolean no_color)
{
	g_auto(GStrv) environment = g_get_environ();
	const char *charset;

	g_get_charset(&charset);
	return oq_looks_choose(isatty(fd) != 0, charset, no_color, environment);
}
