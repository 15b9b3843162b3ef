/* settings.c - see the header. */
#include "reading/settings.h"

void
oq_settings_init(OqSettings *settings)
{
	*settings = (OqSettings){.style = OQ_STYLE_DEFAULT, .languages = OQ_LANGUAGES_ALL};
}

void
oq_settings_clear(OqSettings *settings)
{
	g_clear_pointer(&settings->dictionaries, g_strfreev);
	g_clear_pointer(&settings->encoding, g_free);
	g_clear_pointer(&settings->device, g_free);
}

guint
oq_settings_n_jobs(const OqSettings *settings)
{
	return settings->n_jobs > 0 ? settings->n_jobs : g_get_num_processors();
}
