/* charset.c - see the header. */
#include "document/encodings/charset.h"

#include <string.h>

/* The IANA's, what Windows and old web pages say. */
static const struct {
	const char *name;
	const char *iconv_name;
} aliases[] = {
	{"KZ-1048", "RK1048"},
	{"csKZ1048", "RK1048"},
	{"KZ1048", "RK1048"},
	{"PTCP154", "PT154"},
	{"csPTCP154", "PT154"},
	{"CP154", "PT154"},
	{"Cyrillic-Asian", "PT154"},
	{"x-cp1251", "CP1251"},
	{"cp-1251", "CP1251"},
	{"win-1251", "CP1251"},
	{"win1251", "CP1251"},
	{"windows1251", "CP1251"},
	{"koi8_r", "KOI8-R"},
	{"x-mac-cyrillic", "MAC-CYRILLIC"},
	{"unicode", "UTF-16"},
	{"csUnicode", "UTF-16"},
};

const char *
oq_charset_iconv_name(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(aliases); i++) {
		if (g_ascii_strcasecmp(name, aliases[i].name) == 0)
			return aliases[i].iconv_name;
	}
	return name;
}

gboolean
oq_charset_is_sane(const char *name)
{
	const char *end = name;

	while (g_ascii_isalnum(*end) || (*end && strchr("-_.:+()", *end) != NULL))
		end++;
	return g_ascii_isalnum(*name) && *end == '\0';
}
