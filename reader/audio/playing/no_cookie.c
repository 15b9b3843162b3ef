/* no_cookie.c - see the header. */
#include "audio/playing/no_cookie.h"

#include <glib.h>

#define ANY_COOKIE "/dev/zero" /* one that is read, and never written */

/* In both places where the client looks. */
static gboolean
has_cookie(void)
{
	const char *home = g_get_home_dir(), *config = g_getenv("XDG_CONFIG_HOME");
	g_autofree char *in_config = config != NULL
					     ? g_build_filename(config, "pulse", "cookie", NULL)
					     : g_build_filename(home, ".config/pulse/cookie", NULL);
	g_autofree char *in_home = g_build_filename(home, ".pulse-cookie", NULL);

	return g_file_test(in_config, G_FILE_TEST_EXISTS) ||
	       g_file_test(in_home, G_FILE_TEST_EXISTS);
}

void
oq_no_cookie(void)
{
	if (!has_cookie())
		g_setenv("PULSE_COOKIE", ANY_COOKIE, FALSE);
}
