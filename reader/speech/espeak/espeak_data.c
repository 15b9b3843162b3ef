/* espeak_data.c - see the header. */
#include "speech/espeak/espeak_data.h"

#include "speech/speech.h"

#include <glib/gi18n.h>

/* The SHA-256 of a file, as hexadecimal digits; NULL when it cannot be read. */
static char *
checksum(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *contents = NULL;
	gsize n_bytes = 0;

	if (!g_file_get_contents(path, &contents, &n_bytes, NULL))
		return NULL;
	return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)contents, n_bytes);
}

static char *
read_stamp(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "stamp", NULL);
	char *stamp = NULL;

	return g_file_get_contents(path, &stamp, NULL, NULL) ? g_strstrip(stamp) : NULL;
}

gboolean
oq_espeak_data_fits(const char *folder, GError **error)
{
	g_autofree char *stamp = folder != NULL ? read_stamp(folder) : NULL;
	g_autofree char *phonemes = folder != NULL ? checksum(folder, "phontab") : NULL;

	if (stamp != NULL && phonemes != NULL && g_str_equal(stamp, phonemes))
		return TRUE;
	g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE,
		stamp != NULL
			? _("eSpeak NG has changed since Oqyrman was built, so its plain Kazakh "
			    "voice speaks; build or install oqyrman again")
			: _("Oqyrman's own Kazakh voice is not installed, so eSpeak NG's plain one "
			    "speaks; build or install oqyrman again"));
	return FALSE;
}
