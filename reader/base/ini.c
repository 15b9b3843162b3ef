/* ini.c - see the header. */
#include "base/ini.h"

#include <string.h>

#define BOM "\xef\xbb\xbf"

void
oq_ini_init(OqIni *ini, char *bytes, gsize n_bytes)
{
	*ini = (OqIni){.rest = bytes, .end = bytes + n_bytes};
	if (g_str_has_prefix(bytes, BOM))
		ini->rest += strlen(BOM);
}

/* The line gets a NUL behind it. */
static char *
take_line(OqIni *ini, gsize *n_bytes)
{
	char *line = ini->rest;
	char *end = memchr(line, '\n', (gsize)(ini->end - line));
	ini->rest = end != NULL ? end + 1 : NULL;
	if (end == NULL)
		end = ini->end;
	*end = '\0';
	*n_bytes = (gsize)(end - line);
	ini->line++;
	return line;
}

static OqIniKind
read_group(OqIni *ini, char *text)
{
	gsize n_bytes = strlen(text);
	if (n_bytes < 2 || text[n_bytes - 1] != ']')
		return OQ_INI_WRONG;
	text[n_bytes - 1] = '\0';
	ini->name = g_strstrip(text + 1);
	return OQ_INI_GROUP;
}

static OqIniKind
read_pair(OqIni *ini, char *text)
{
	char *sign = strchr(text, '=');
	if (sign == NULL || sign == text)
		return OQ_INI_WRONG;
	*sign = '\0';
	ini->name = g_strchomp(text);
	ini->value = g_strchug(sign + 1);
	return OQ_INI_PAIR;
}

OqIniKind
oq_ini_next(OqIni *ini)
{
	ini->name = ini->value = NULL;
	while (ini->rest != NULL) {
		gsize n_bytes = 0;
		char *line = take_line(ini, &n_bytes);
		if (!g_utf8_validate(line, (gssize)n_bytes, NULL))
			return OQ_INI_BYTES;
		char *text = g_strstrip(line);
		if (*text == '\0' || *text == '#' || *text == ';')
			continue;
		return *text == '[' ? read_group(ini, text) : read_pair(ini, text);
	}
	return OQ_INI_END;
}
