/* lang.c - see the header. */
#include "text/lang.h"

static const char *const names[] = {
	[OQ_LANG_KK] = "kk",
	[OQ_LANG_RU] = "ru",
	[OQ_LANG_EN] = "en",
};

G_STATIC_ASSERT(G_N_ELEMENTS(names) == OQ_N_LANGS);

const char *
oq_lang_name(OqLang lang)
{
	g_return_val_if_fail(lang < OQ_N_LANGS, NULL);
	return names[lang];
}

gboolean
oq_lang_read_list(const char *list, OqLanguages *languages)
{
	g_auto(GStrv) given = g_strsplit(list, ",", -1);
	OqLanguages known = 0;

	for (gsize i = 0; given[i] != NULL; i++) {
		OqLang lang = oq_lang_find(g_strstrip(given[i]));
		if (lang == OQ_N_LANGS)
			return FALSE;
		known |= OQ_LANG_BIT(lang);
	}
	if (oq_lang_is_in(OQ_LANG_KK, known))
		*languages = known;
	return oq_lang_is_in(OQ_LANG_KK, known);
}

OqLang
oq_lang_find(const char *name)
{
	OqLang lang = 0;

	while (lang < OQ_N_LANGS && !g_str_equal(names[lang], name))
		lang++;
	return lang;
}
