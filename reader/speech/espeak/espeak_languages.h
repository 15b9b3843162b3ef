/* espeak_languages.h - the languages that a data folder of eSpeak NG has, by its files: known
 * without starting it. */
#pragma once

#include <glib.h>

typedef struct {
	char *tag;  /* "de" */
	char *name; /* "German" */
	char *file; /* "gmw/de": its place below lang/, by which eSpeak NG finds it at once */
} OqEspeakLanguage;

void oq_espeak_language_free(OqEspeakLanguage *language);

/**
 * oq_espeak_languages_list:
 * @folder: the lang/ of a data folder; one that cannot be read has none
 * @languages: (element-type OqEspeakLanguage): appended to, by their tags
 */
void oq_espeak_languages_list(const char *folder, GPtrArray *languages);
