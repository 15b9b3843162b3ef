/* elsewhere.c - see the header. */
#include "audio/files/elsewhere.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
	const char *extension;
	const char *coding; /* as ffmpeg is told */
} formats[] = {
	{"mp2", "mp2 -b:a 256k"},
	{"m4a", "aac -b:a 192k"},
	{"aac", "aac -b:a 192k"},
};

char *
oq_elsewhere_advise(const char *path)
{
	const char *dot = strrchr(path, '.');
	for (gsize i = 0; dot != NULL && i < G_N_ELEMENTS(formats); i++) {
		if (g_ascii_strcasecmp(dot + 1, formats[i].extension) != 0)
			continue;
		g_autofree char *shown = g_filename_display_name(path);
		g_autofree char *wav =
			g_strdup_printf("%.*s.wav", (int)(strrchr(shown, '.') - shown), shown);
		g_autofree char *from = g_shell_quote(wav);
		g_autofree char *to = g_shell_quote(shown);
		return g_strdup_printf(_("there is no .%s here; write %s, then: "
					 "ffmpeg -i %s -c:a %s %s"),
			formats[i].extension, from, from, formats[i].coding, to);
	}
	return NULL;
}

char *
oq_elsewhere_refuse(const char *path, const char *known)
{
	char *advice = oq_elsewhere_advise(path);
	g_autofree char *shown = g_filename_display_name(path);

	return advice != NULL ? advice
			      : g_strdup_printf(_("'%s' does not tell the format; end the name in "
						  "one of %s"),
					shown, known);
}
