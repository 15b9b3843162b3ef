/* alphabets.c - see the header. */
#include "speech/espeak/alphabets.h"

#include <string.h>

#define MAX_SCRIPTS 3

struct _OqAlphabet {
	const char *languages; /* with blanks around each */
	GUnicodeScript scripts[MAX_SCRIPTS];
};

#define NONE G_UNICODE_SCRIPT_INVALID_CODE

static const OqAlphabet alphabets[] = {
	{" kk ru ru-lv be uk bg mk sr ky tt ba cv nog tk az uz ",
		{G_UNICODE_SCRIPT_CYRILLIC, NONE}},
	{" el grc ", {G_UNICODE_SCRIPT_GREEK, NONE}},
	{" ka ", {G_UNICODE_SCRIPT_GEORGIAN, NONE}},
	{" hy hyw ", {G_UNICODE_SCRIPT_ARMENIAN, NONE}},
	{" ar fa ur sd ug ", {G_UNICODE_SCRIPT_ARABIC, NONE}},
	{" he ", {G_UNICODE_SCRIPT_HEBREW, NONE}},
	{" hi mr ne kok ", {G_UNICODE_SCRIPT_DEVANAGARI, NONE}},
	{" as bn bpy ", {G_UNICODE_SCRIPT_BENGALI, NONE}},
	{" gu ", {G_UNICODE_SCRIPT_GUJARATI, NONE}},
	{" pa ", {G_UNICODE_SCRIPT_GURMUKHI, NONE}},
	{" or ", {G_UNICODE_SCRIPT_ORIYA, NONE}},
	{" ta ", {G_UNICODE_SCRIPT_TAMIL, NONE}},
	{" te ", {G_UNICODE_SCRIPT_TELUGU, NONE}},
	{" kn ", {G_UNICODE_SCRIPT_KANNADA, NONE}},
	{" ml ", {G_UNICODE_SCRIPT_MALAYALAM, NONE}},
	{" si ", {G_UNICODE_SCRIPT_SINHALA, NONE}},
	{" my shn ", {G_UNICODE_SCRIPT_MYANMAR, NONE}},
	{" th ", {G_UNICODE_SCRIPT_THAI, NONE}},
	{" am ", {G_UNICODE_SCRIPT_ETHIOPIC, NONE}},
	{" chr chr-us-qaaa-x-west ", {G_UNICODE_SCRIPT_CHEROKEE, NONE}},
	{" ko ", {G_UNICODE_SCRIPT_HANGUL, G_UNICODE_SCRIPT_HAN, NONE}},
	{" ja ", {G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_HAN}},
	{" cmn cmn-latn-pinyin yue hak ", {G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_BOPOMOFO, NONE}},
};

const OqAlphabet *
oq_alphabets_find(const char *language)
{
	const char *slash = strrchr(language, '/');
	const char *name = slash != NULL ? slash + 1 : language;
	g_autofree char *bare = g_ascii_strdown(name, (gssize)strcspn(name, "+"));
	g_autofree char *word = g_strconcat(" ", bare, " ", NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(alphabets); i++)
		if (strstr(alphabets[i].languages, word) != NULL)
			return &alphabets[i];
	return NULL;
}

/* What belongs to no alphabet, such as a length mark, is trusted where it is a letter. */
gboolean
oq_alphabets_has(const OqAlphabet *alphabet, gunichar c)
{
	GUnicodeScript script = g_unichar_get_script(c);

	if (!g_unichar_isalpha(c) && !g_unichar_ismark(c))
		return FALSE;
	if (script == G_UNICODE_SCRIPT_LATIN)
		return TRUE;
	for (guint i = 0; alphabet != NULL && i < MAX_SCRIPTS; i++)
		if (alphabet->scripts[i] != NONE && alphabet->scripts[i] == script)
			return TRUE;
	return alphabet != NULL &&
	       (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED);
}
