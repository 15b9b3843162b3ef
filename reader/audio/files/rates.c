/* rates.c - see the header. */
#include "audio/files/rates.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audio/files/sink.h"

gboolean
oq_rates_refuse(const char *extension, guint rate_hz, GError **error)
{
	g_set_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT,
		_("a .%s file cannot have %u Hz; choose another format"), extension, rate_hz);
	return FALSE;
}

gboolean
oq_rates_check(const char *extension, guint rate_hz, GError **error)
{
	if (strcmp(extension, "flac") != 0 || rate_hz <= G_MAXUINT16 || rate_hz % 10 == 0)
		return TRUE;
	return oq_rates_refuse(extension, rate_hz, error);
}
