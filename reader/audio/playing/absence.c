/* absence.c - see the header. */
#include "audio/playing/absence.h"

#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *
given(const char *name)
{
	const char *value = g_getenv(name);
	return value != NULL && value[0] != '\0' ? value : NULL;
}

static gboolean
is_by_sudo(void)
{
	guint64 user;
	const char *asked = given("SUDO_UID");
	return asked != NULL && g_ascii_string_to_unsigned(asked, 10, 0, G_MAXUINT, &user, NULL) &&
	       user != geteuid();
}

static gboolean
is_of_another(const char *folder)
{
	struct stat own;
	return stat(folder, &own) == 0 && own.st_uid != geteuid();
}

char *
oq_absence_cure(void)
{
	const char *folder = given("XDG_RUNTIME_DIR");
	if (given("PULSE_SERVER") != NULL || (folder != NULL && !is_of_another(folder)))
		return NULL;
	if (is_by_sudo())
		return g_strdup(_("under sudo the sound server of your session is not found: "
				  "leave sudo out"));
	if (folder != NULL)
		return g_strdup_printf(_("XDG_RUNTIME_DIR, %s, is another user's, and so is the "
					 "sound server: run this as that user"),
			folder);
	return g_strdup_printf(_("XDG_RUNTIME_DIR is not set, as under cron or in a service, so "
				 "no sound server is found: set XDG_RUNTIME_DIR=/run/user/%u"),
		(guint)geteuid());
}
