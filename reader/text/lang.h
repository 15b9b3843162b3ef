/* lang.h - the languages that are spoken. */
#pragma once

#include <glib.h>

typedef enum {
	OQ_LANG_KK,
	OQ_LANG_RU,
	OQ_LANG_EN,
	OQ_N_LANGS, /* where a language may be missing: none */
} OqLang;

/** A set of them. Kazakh is spoken whether it is in the set or not. */
typedef guint OqLanguages;

#define OQ_LANG_BIT(lang) (1U << (lang))
#define OQ_LANGUAGES_ALL  (OQ_LANG_BIT(OQ_N_LANGS) - 1)

/** oq_lang_name: static, as in --languages and --json: "kk", "ru", "en". */
const char *oq_lang_name(OqLang lang);

/** oq_lang_find: OQ_N_LANGS: none has that name. */
OqLang oq_lang_find(const char *name);

/** oq_lang_read_list: FALSE, and nothing is set, when the list is not of names with commas between
 * them, or lacks Kazakh, whose rules read the numbers. */
gboolean oq_lang_read_list(const char *list, OqLanguages *languages);

static inline gboolean
oq_lang_is_in(OqLang lang, OqLanguages languages)
{
	return (languages & OQ_LANG_BIT(lang)) != 0;
}
