/* introduce.c - see the header. */
#include "audio/playing/introduce.h"

#include <glib.h>

#define ICON "preferences-desktop-accessibility"

/* In both languages a value stands in quotation marks, where these two have a meaning. */
static char *
quote(const char *name)
{
	GString *quoted = g_string_new("\"");

	for (; *name != '\0'; name++) {
		if (*name == '"' || *name == '\\')
			g_string_append_c(quoted, '\\');
		g_string_append_c(quoted, *name);
	}
	g_string_append_c(quoted, '"');
	return g_string_free(quoted, FALSE);
}

void
oq_introduce(const char *name)
{
	g_autofree char *quoted = quote(name);
	g_autofree char *pulse_name = g_strconcat("application.name=", quoted, NULL);
	g_autofree char *pipewire = g_strdup_printf(
		"{ application.name = %s node.description = %s application.icon-name = \"" ICON
		"\" media.role = \"Accessibility\" }",
		quoted, quoted);

	/* ALSA's plugin has set a name already, which PULSE_PROP alone would leave. */
	g_setenv("PULSE_PROP_OVERRIDE", pulse_name, FALSE);
	g_setenv("PULSE_PROP", "application.icon_name=" ICON " media.role=a11y", FALSE);
	g_setenv("PIPEWIRE_ALSA", pipewire, FALSE);
	g_setenv("PIPEWIRE_PROPS", pipewire, FALSE);
}
