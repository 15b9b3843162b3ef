/* config.c - see the header. */
#include "reading/config/config.h"

#include "base/ini.h"
#include "base/small_file.h"
#include "reading/config/config_value.h"

#include <glib/gi18n.h>
#include <string.h>

/* A file of the sample's size is a hundredth of it. */
#define MAX_BYTES (1024 * 1024)

/* How the name of such a group begins. */
#define PROFILE "profile"

/* Something else that lies there has nothing but wrong lines. */
#define MAX_NOTICES 20

typedef struct {
	OqConfigValue value;
	guint line; /* 0: the file has none */
} Entry;

struct _OqConfig {
	char *name; /* of the file, as notices have it */
	gboolean exists;
	Entry entries[OQ_N_CONFIG_KEYS];
	GPtrArray *bindings;
	GPtrArray *profiles;
};

/** A file that is being read. */
typedef struct {
	OqConfig *config;
	const char *folder;
	OqIni ini;
	OqConfigGroup group; /* OQ_N_CONFIG_GROUPS: none yet, or one that there is not … */
	gboolean is_told;    /* … and that was told */
	const char *profile; /* (nullable): of [profile NAME], which is none of these groups */
	GPtrArray *notices;
	guint n_notices;
} Loading;

static void
free_binding(gpointer data)
{
	OqConfigBinding *binding = data;
	g_free(binding->action);
	g_free(binding->keys);
	g_free(binding);
}

static void
free_profile_line(gpointer data)
{
	OqConfigProfileLine *line = data;
	g_free(line->profile);
	g_free(line->key);
	g_free(line->value);
	g_free(line);
}

/* @problem: (transfer full) */
static void
tell(Loading *loading, char *problem)
{
	g_autofree char *place = oq_config_place(loading->config, loading->ini.line);
	if (loading->n_notices++ < MAX_NOTICES)
		g_ptr_array_add(loading->notices, g_strdup_printf("%s: %s", place, problem));
	g_free(problem);
}

static void
tell_twice(Loading *loading, const char *written, guint line)
{
	g_autofree char *name = oq_config_value_quote(written);
	tell(loading, g_strdup_printf(_("%s stands in line %u already; what stands here counts"),
			      name, line));
}

/* Forgets, and tells, what an earlier line said of the same key. */
static void
forget_earlier(Loading *loading, const OqConfigProfileLine *line)
{
	GPtrArray *profiles = loading->config->profiles;
	for (guint i = 0; i < profiles->len && line->key != NULL; i++) {
		const OqConfigProfileLine *before = g_ptr_array_index(profiles, i);
		if (strcmp(before->profile, line->profile) != 0 ||
			g_strcmp0(before->key, line->key) != 0)
			continue;
		tell_twice(loading, line->key, before->line);
		g_ptr_array_remove_index(profiles, i);
		return;
	}
}

/* @key, @value: (nullable) */
static void
take_profile_line(Loading *loading, const char *key, const char *value)
{
	const OqConfigProfileLine line = {
		g_strdup(loading->profile), g_strdup(key), g_strdup(value), loading->ini.line};
	forget_earlier(loading, &line);
	g_ptr_array_add(loading->config->profiles, g_memdup2(&line, sizeof line));
}

/* FALSE: it is another group. */
static gboolean
take_profile(Loading *loading)
{
	gsize length = strlen(PROFILE);
	const char *name = loading->ini.name;
	loading->profile = NULL;
	if (strncmp(name, PROFILE, length) != 0 || !strchr(" \t", name[length]))
		return FALSE;
	loading->group = OQ_N_CONFIG_GROUPS;
	loading->is_told = TRUE;
	name += length + strspn(name + length, " \t");
	if (*name == '\0') {
		tell(loading, g_strdup(_("a profile needs a name: [profile NAME]")));
		return TRUE;
	}
	loading->profile = name;
	take_profile_line(loading, NULL, NULL);
	return TRUE;
}

static void
take_group(Loading *loading)
{
	if (take_profile(loading))
		return;
	g_autofree char *name = oq_config_value_quote(loading->ini.name);
	const char *meant = oq_config_keys_suggest_group(loading->ini.name);
	loading->group = oq_config_keys_find_group(loading->ini.name);
	loading->is_told = TRUE;
	if (loading->group != OQ_N_CONFIG_GROUPS)
		return;
	if (meant != NULL)
		tell(loading, g_strdup_printf(_("there is no group [%s]; did you mean [%s]?"), name,
				      meant));
	else
		tell(loading, g_strdup_printf(_("there is no group [%s]; oqyrman config shows all "
						"groups and keys"),
				      name));
}

static char *
unknown_key(OqConfigGroup group, const char *written)
{
	g_autofree char *name = oq_config_value_quote(written);
	const char *own = group != OQ_N_CONFIG_GROUPS ? oq_config_keys_group(group) : NULL;
	OqConfigGroup elsewhere = oq_config_keys_elsewhere(written);
	const char *meant = own != NULL ? oq_config_keys_suggest(group, written) : NULL;
	if (elsewhere != OQ_N_CONFIG_GROUPS)
		return g_strdup_printf(_("%s belongs to the group [%s]: write it below that line"),
			name, oq_config_keys_group(elsewhere));
	if (own == NULL)
		return g_strdup_printf(_("%s stands in no group; oqyrman config shows all groups "
					 "and keys"),
			name);
	if (meant != NULL)
		return g_strdup_printf(
			_("there is no key %s in [%s]; did you mean %s?"), name, own, meant);
	return g_strdup_printf(
		_("there is no key %s in [%s]; oqyrman config shows all groups and keys"), name,
		own);
}

/* A value that is not possible leaves what an earlier line said. */
static void
take_value(Loading *loading, OqConfigKey key)
{
	const OqConfigRow *row = oq_config_keys_row(key);
	Entry *entry = &loading->config->entries[key];
	g_auto(OqConfigValue) value;
	char *problem = oq_config_value_read(row, loading->ini.value, loading->folder, &value);
	if (problem != NULL) {
		tell(loading, problem);
		return;
	}
	if (entry->line != 0)
		tell_twice(loading, row->name, entry->line);
	OqConfigValue before = entry->value;
	entry->value = value;
	value = before;
	entry->line = *loading->ini.value != '\0' ? loading->ini.line : 0;
}

static void
take_binding(Loading *loading)
{
	GPtrArray *bindings = loading->config->bindings;
	const OqConfigBinding binding = {
		g_strdup(loading->ini.name), g_strdup(loading->ini.value), loading->ini.line};
	for (guint i = 0; i < bindings->len; i++) {
		const OqConfigBinding *before = g_ptr_array_index(bindings, i);
		if (strcmp(before->action, binding.action) != 0)
			continue;
		tell_twice(loading, binding.action, before->line);
		g_ptr_array_remove_index(bindings, i);
		break;
	}
	g_ptr_array_add(bindings, g_memdup2(&binding, sizeof binding));
}

/* Of a group that there is not, one notice is enough. */
static void
take_pair(Loading *loading)
{
	OqConfigKey key = OQ_N_CONFIG_KEYS;
	if (loading->profile != NULL) {
		take_profile_line(loading, loading->ini.name, loading->ini.value);
		return;
	}
	if (loading->group == OQ_CONFIG_GROUP_KEYS) {
		take_binding(loading);
		return;
	}
	if (loading->group != OQ_N_CONFIG_GROUPS)
		key = oq_config_keys_find(loading->group, loading->ini.name);
	if (key != OQ_N_CONFIG_KEYS)
		take_value(loading, key);
	else if (loading->group != OQ_N_CONFIG_GROUPS || !loading->is_told)
		tell(loading, unknown_key(loading->group, loading->ini.name));
}

static void
take_lines(Loading *loading)
{
	for (OqIniKind kind; (kind = oq_ini_next(&loading->ini)) != OQ_INI_END;) {
		if (kind == OQ_INI_GROUP)
			take_group(loading);
		else if (kind == OQ_INI_PAIR)
			take_pair(loading);
		else if (kind == OQ_INI_BYTES)
			tell(loading, g_strdup(_("is not UTF-8; save it as UTF-8")));
		else
			tell(loading, g_strdup(_("this is neither [group] nor key = value")));
	}
}

static void
tell_rest(const Loading *loading)
{
	if (loading->n_notices <= MAX_NOTICES)
		return;
	guint n_more = loading->n_notices - MAX_NOTICES;
	g_ptr_array_add(
		loading->notices, g_strdup_printf(ngettext("%s: %u more line is wrong",
							  "%s: %u more lines are wrong", n_more),
					  loading->config->name, n_more));
}

static void
load(OqConfig *config, const char *path, GPtrArray *notices)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *folder = g_path_get_dirname(path);
	gsize n_bytes = 0;
	g_autofree char *bytes = oq_small_file_read(path, MAX_BYTES, &n_bytes, &error);
	Loading loading = {.config = config, .folder = folder, .notices = notices};
	if (bytes == NULL) {
		if (!g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
			g_ptr_array_add(notices, g_strdup(error->message));
		return;
	}
	config->exists = TRUE;
	loading.group = OQ_N_CONFIG_GROUPS;
	oq_ini_init(&loading.ini, bytes, n_bytes);
	take_lines(&loading);
	tell_rest(&loading);
}

OqConfig *
oq_config_load(const char *path, GPtrArray *notices)
{
	OqConfig *config = g_new0(OqConfig, 1);
	config->name = path != NULL ? g_filename_display_basename(path) : g_strdup("");
	config->bindings = g_ptr_array_new_with_free_func(free_binding);
	config->profiles = g_ptr_array_new_with_free_func(free_profile_line);
	for (OqConfigKey key = 0; key < OQ_N_CONFIG_KEYS; key++)
		g_free(oq_config_value_read(
			oq_config_keys_row(key), "", "/", &config->entries[key].value));
	if (path != NULL)
		load(config, path, notices);
	return config;
}

void
oq_config_free(OqConfig *config)
{
	if (config == NULL)
		return;
	for (OqConfigKey key = 0; key < OQ_N_CONFIG_KEYS; key++)
		oq_config_value_clear(&config->entries[key].value);
	g_ptr_array_unref(config->bindings);
	g_ptr_array_unref(config->profiles);
	g_free(config->name);
	g_free(config);
}

gboolean
oq_config_exists(const OqConfig *config)
{
	return config->exists;
}

gboolean
oq_config_is_set(const OqConfig *config, OqConfigKey key)
{
	return config->entries[key].line != 0;
}

guint
oq_config_number(const OqConfig *config, OqConfigKey key)
{
	return config->entries[key].value.number;
}

const char *
oq_config_text(const OqConfig *config, OqConfigKey key)
{
	return config->entries[key].value.text;
}

const GPtrArray *
oq_config_bindings(const OqConfig *config)
{
	return config->bindings;
}

const GPtrArray *
oq_config_profiles(const OqConfig *config)
{
	return config->profiles;
}

char *
oq_config_place(const OqConfig *config, guint line)
{
	return g_strdup_printf(_("%s, line %u"), config->name, line);
}

static void
apply_text(const OqConfig *config, OqConfigKey key, char **setting)
{
	if (!oq_config_is_set(config, key))
		return;
	g_free(*setting);
	*setting = g_strdup(oq_config_text(config, key));
}

static void
apply_dictionary(const OqConfig *config, char ***dictionaries)
{
	if (!oq_config_is_set(config, OQ_CONFIG_DICTIONARY))
		return;
	g_strfreev(*dictionaries);
	*dictionaries = g_new0(char *, 2);
	(*dictionaries)[0] = g_strdup(oq_config_text(config, OQ_CONFIG_DICTIONARY));
}

static void
apply_style(const OqConfig *config, OqStyle *style)
{
	if (oq_config_is_set(config, OQ_CONFIG_VOICE))
		oq_style_set_voice(style, oq_config_text(config, OQ_CONFIG_VOICE));
	if (oq_config_is_set(config, OQ_CONFIG_SPEED))
		style->speed_wpm = (guint16)oq_config_number(config, OQ_CONFIG_SPEED);
	if (oq_config_is_set(config, OQ_CONFIG_PITCH))
		style->pitch_percent = (guint8)oq_config_number(config, OQ_CONFIG_PITCH);
	if (oq_config_is_set(config, OQ_CONFIG_VOLUME))
		style->volume_percent = (guint8)oq_config_number(config, OQ_CONFIG_VOLUME);
	if (oq_config_is_set(config, OQ_CONFIG_PAUSES))
		style->pauses_percent = (guint16)oq_config_number(config, OQ_CONFIG_PAUSES);
	if (oq_config_is_set(config, OQ_CONFIG_QUOTES))
		oq_style_set_quotes(style, oq_config_text(config, OQ_CONFIG_QUOTES));
}

void
oq_config_apply(const OqConfig *config, OqSettings *settings)
{
	apply_style(config, &settings->style);
	if (oq_config_is_set(config, OQ_CONFIG_LANGUAGES))
		settings->languages = oq_config_number(config, OQ_CONFIG_LANGUAGES);
	if (oq_config_is_set(config, OQ_CONFIG_PUNCTUATION))
		settings->punctuation = oq_config_number(config, OQ_CONFIG_PUNCTUATION);
	if (oq_config_is_set(config, OQ_CONFIG_SKIP))
		settings->skips = oq_config_number(config, OQ_CONFIG_SKIP);
	if (oq_config_is_set(config, OQ_CONFIG_NOTES))
		settings->notes = oq_config_number(config, OQ_CONFIG_NOTES);
	if (oq_config_is_set(config, OQ_CONFIG_WRITTEN_PAUSES))
		settings->written_pauses = oq_config_number(config, OQ_CONFIG_WRITTEN_PAUSES) != 0;
	if (oq_config_is_set(config, OQ_CONFIG_LEAD_MS))
		settings->lead_ms = oq_config_number(config, OQ_CONFIG_LEAD_MS);
	apply_dictionary(config, &settings->dictionaries);
	apply_text(config, OQ_CONFIG_DEVICE, &settings->device);
}
