/* conf.c - see the header. */
#include "dispatcher/conf.h"

#include "base/small_file.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_BYTES 65536

typedef gboolean (*Set)(OqSettings *settings, const char *value);

static gboolean
set_voice(OqSettings *settings, const char *value)
{
	return *value != '\0' && oq_style_set_voice(&settings->style, value);
}

static gboolean
set_speed(OqSettings *settings, const char *value)
{
	guint64 speed_wpm;

	if (!g_ascii_string_to_unsigned(
		    value, 10, OQ_SPEED_MIN_WPM, OQ_SPEED_MAX_WPM, &speed_wpm, NULL))
		return FALSE;
	settings->style.speed_wpm = (guint16)speed_wpm;
	return TRUE;
}

static gboolean
set_languages(OqSettings *settings, const char *value)
{
	return oq_lang_read_list(value, &settings->languages);
}

static const struct {
	const char *key;
	Set set;
} keys[] = {{"Voice", set_voice}, {"Speed", set_speed}, {"Languages", set_languages}};

/* Those of other modules, which Speech Dispatcher's own files have, too, are no mistake of ours. */
static gboolean
set_one(OqSettings *settings, const char *key, const char *value)
{
	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
		if (g_ascii_strcasecmp(keys[i].key, key) == 0)
			return keys[i].set(settings, value);
	return FALSE;
}

/* Cuts the line into its key and its value, without the quotation marks around that. */
static char *
find_value(char *line)
{
	char *value = line + strcspn(line, " \t=");

	if (*value != '\0')
		*value++ = '\0';
	value += strspn(value, " \t=");
	gsize n_bytes = strlen(value);
	if (n_bytes >= 2 && value[0] == '"' && value[n_bytes - 1] == '"') {
		value[n_bytes - 1] = '\0';
		value++;
	}
	return value;
}

void
oq_conf_read(const char *path, OqSettings *settings, GPtrArray *notices)
{
	g_autoptr(GError) failure = NULL;
	gsize n_bytes;
	g_autofree char *text =
		path != NULL ? oq_small_file_read(path, MAX_BYTES, &n_bytes, &failure) : NULL;
	g_auto(GStrv) lines = text != NULL ? g_strsplit(text, "\n", -1) : NULL;

	if (failure != NULL && !g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
		g_ptr_array_add(notices, g_strdup(failure->message));
	for (guint i = 0; lines != NULL && lines[i] != NULL; i++) {
		char *line = g_strstrip(lines[i]);
		if (*line == '\0' || *line == '#')
			continue;
		if (!set_one(settings, line, find_value(line)))
			g_ptr_array_add(
				notices, g_strdup_printf(_("%s, line %u: there is no such setting"),
						 path, i + 1));
	}
}
