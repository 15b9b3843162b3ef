/* config_value.c - see the header. */
#include "reading/config/config_value.h"

#include "base/chord.h"
#include "base/paths.h"
#include "speech/voice.h"
#include "text/lang.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is quoted: a line may be a whole file. */
#define MAX_QUOTED 60

void
oq_config_value_clear(OqConfigValue *value)
{
	g_clear_pointer(&value->text, g_free);
	value->number = 0;
}

char *
oq_config_value_quote(const char *written)
{
	GString *quoted = g_string_new(NULL);
	const char *p = written;
	for (guint n = 0; *p != '\0' && n < MAX_QUOTED; n++, p = g_utf8_next_char(p)) {
		gunichar character = g_utf8_get_char(p);
		g_string_append_unichar(quoted, g_unichar_isprint(character) ? character : '?');
	}
	g_string_append(quoted, *p != '\0' ? "…" : "");
	return g_string_free(quoted, FALSE);
}

/* The choice's index, or -1. */
static gint
find_choice(const char *choices, const char *written)
{
	g_auto(GStrv) names = g_strsplit(choices, " ", -1);
	for (gint i = 0; names[i] != NULL; i++) {
		if (g_ascii_strcasecmp(names[i], written) == 0)
			return i;
	}
	return -1;
}

static gboolean
read_number(const OqConfigRow *row, const char *written, OqConfigValue *value)
{
	guint64 number;
	if (!g_ascii_string_to_unsigned(written, 10, row->low, row->high, &number, NULL))
		return FALSE;
	value->number = (guint)number;
	return TRUE;
}

static gboolean
read_choice(const OqConfigRow *row, const char *written, OqConfigValue *value)
{
	gint choice = find_choice(row->choices, written);
	if (choice < 0)
		return FALSE;
	value->number = (guint)choice;
	return TRUE;
}

static gboolean
read_choices(const OqConfigRow *row, const char *written, OqConfigValue *value)
{
	g_auto(GStrv) names = g_strsplit(written, ",", -1);
	guint bits = 0;
	for (guint i = 0; names[i] != NULL; i++) {
		gint choice = find_choice(row->choices, g_strstrip(names[i]));
		if (choice < 0)
			return FALSE;
		bits |= 1u << choice;
	}
	value->number = bits;
	value->text = g_strjoinv(",", names);
	return TRUE;
}

static gboolean
read_languages(const char *written, OqConfigValue *value)
{
	OqLanguages languages = 0;
	if (!oq_lang_read_list(written, &languages))
		return FALSE;
	value->number = languages;
	return TRUE;
}

static char *
in_folder(const char *folder, const char *path)
{
	return g_path_is_absolute(path) ? g_strdup(path) : g_build_filename(folder, path, NULL);
}

static char *
read_file(const char *written, const char *folder, OqConfigValue *value)
{
	g_autofree char *path = g_str_has_prefix(written, "~/")
					? g_build_filename(g_get_home_dir(), written + 2, NULL)
					: in_folder(folder, written);
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
		g_autofree char *quoted = oq_config_value_quote(path);
		return g_file_test(path, G_FILE_TEST_EXISTS)
			       ? g_strdup_printf(
					 _("%s is not a file but a folder, a pipe or a device"),
					 quoted)
			       : g_strdup_printf(_("%s: there is no such file"), quoted);
	}
	value->text = g_steal_pointer(&path);
	return NULL;
}

static char *
no_voice(const char *folder, const char *written)
{
	g_autofree char *meant = oq_voice_suggest(folder, written);
	g_autofree char *quoted = oq_config_value_quote(written);
	if (meant != NULL)
		return g_strdup_printf(
			_("there is no voice “%s”; did you mean “%s”?"), quoted, meant);
	return g_strdup_printf(
		_("there is no voice “%s”; oqyrman voices lists those there are"), quoted);
}

static char *
read_voice(const char *written, OqConfigValue *value)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *folder = oq_paths_data("", &error);
	g_autoptr(OqVoice) voice = folder != NULL ? oq_voice_find(folder, written, &error) : NULL;
	if (error != NULL)
		return g_strdup(error->message);
	if (voice == NULL)
		return no_voice(folder, written);
	value->text = g_strdup(voice->id);
	return NULL;
}

static char *
read_chord(const OqConfigRow *row, const char *written, OqConfigValue *value)
{
	OqChord chord;
	g_autoptr(GError) error = NULL;

	if (g_ascii_strcasecmp(written, "none") == 0)
		return NULL;
	if (!oq_chord_read(written, &chord, &error))
		return g_strdup_printf("%s: %s", row->name, error->message);
	value->text = oq_chord_write(&chord, OQ_CHORD_OURS);
	return NULL;
}

static char *
refuse(const OqConfigRow *row, const char *written)
{
	g_autofree char *range = oq_config_value_range(row);
	g_autofree char *quoted = oq_config_value_quote(written);
	return g_strdup_printf(_("%s %s is not possible; give %s"), row->name, quoted, range);
}

static char *
read_written(const OqConfigRow *row, const char *written, const char *folder, OqConfigValue *value)
{
	switch (row->type) {
	case OQ_CONFIG_NUMBER:
		return read_number(row, written, value) ? NULL : refuse(row, written);
	case OQ_CONFIG_CHOICE:
		return read_choice(row, written, value) ? NULL : refuse(row, written);
	case OQ_CONFIG_CHOICES:
		return read_choices(row, written, value) ? NULL : refuse(row, written);
	case OQ_CONFIG_SOME_LANGUAGES:
		return read_languages(written, value) ? NULL : refuse(row, written);
	case OQ_CONFIG_VOICE_NAME:
		return read_voice(written, value);
	case OQ_CONFIG_FILE:
		return read_file(written, folder, value);
	case OQ_CONFIG_CHORD:
		return read_chord(row, written, value);
	case OQ_CONFIG_TEXT:
		break;
	}
	value->text = g_strdup(written);
	return NULL;
}

char *
oq_config_value_read(
	const OqConfigRow *row, const char *written, const char *folder, OqConfigValue *value)
{
	char *problem = NULL;
	*value = (OqConfigValue){NULL, 0};
	if (*written != '\0')
		problem = read_written(row, written, folder, value);
	if ((*written == '\0' || problem != NULL) && *row->standard != '\0')
		g_free(read_written(row, row->standard, folder, value));
	return problem;
}

static char *
list_choices(const char *choices)
{
	g_auto(GStrv) names = g_strsplit(choices, " ", -1);
	return g_strjoinv(", ", names);
}

char *
oq_config_value_range(const OqConfigRow *row)
{
	g_autofree char *choices = row->choices != NULL ? list_choices(row->choices) : NULL;
	switch (row->type) {
	case OQ_CONFIG_NUMBER:
		return g_strdup_printf(_("a whole number from %u to %u"), row->low, row->high);
	case OQ_CONFIG_CHOICE:
		return g_strdup_printf(_("one of these: %s"), choices);
	case OQ_CONFIG_CHOICES:
		return g_strdup_printf(_("some of these, with commas between them: %s"), choices);
	case OQ_CONFIG_SOME_LANGUAGES:
		return g_strdup(_("kk, and ru and en if you like, with commas between them"));
	default:
		return NULL;
	}
}
