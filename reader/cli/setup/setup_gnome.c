/* setup_gnome.c - keys in GNOME's settings, as its own list of the user's keys has them. */
#include "cli/setup/accelerator.h"
#include "cli/setup/setup-private.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gio.h>
#include <gio/gsettingsbackend.h>
#include <glib/gi18n.h>
#include <string.h>

#define MEDIA_KEYS "org.gnome.settings-daemon.plugins.media-keys"
#define CUSTOM     MEDIA_KEYS ".custom-keybinding"
#define LIST       "custom-keybindings"
#define FOLDER     "/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/"

/* Where GNOME's own keys stand. */
static const char *const schemas[] = {MEDIA_KEYS, "org.gnome.desktop.wm.keybindings",
	"org.gnome.shell.keybindings", "org.gnome.mutter.keybindings",
	"org.gnome.mutter.wayland.keybindings"};

static gboolean
has_schema(const char *name)
{
	GSettingsSchemaSource *source = g_settings_schema_source_get_default();
	g_autoptr(GSettingsSchema) schema =
		source != NULL ? g_settings_schema_source_lookup(source, name, TRUE) : NULL;

	return schema != NULL;
}

static gboolean
has_settings(GError **error)
{
	g_autoptr(GSettingsBackend) backend = g_settings_backend_get_default();

	if (!has_schema(MEDIA_KEYS) || !has_schema(CUSTOM)) {
		g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
			_("GNOME's keyboard settings are not installed here; install "
			  "gnome-settings-daemon"));
		return FALSE;
	}
	if (strcmp(G_OBJECT_TYPE_NAME(backend), "GMemorySettingsBackend") != 0)
		return TRUE;
	g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
		_("GNOME's settings are not kept here; install dconf-gsettings-backend"));
	return FALSE;
}

static char *
own_path(OqDeed deed)
{
	return g_strdup_printf(FOLDER "oqyrman-%s/", oq_deed_name(deed));
}

static gboolean
has_key(GVariant *value, const OqChord *chord)
{
	gboolean has = FALSE;

	if (g_variant_is_of_type(value, G_VARIANT_TYPE_STRING))
		return oq_accelerator_is(g_variant_get_string(value, NULL), chord);
	if (!g_variant_is_of_type(value, G_VARIANT_TYPE_STRING_ARRAY))
		return FALSE;
	g_autofree const char **keys = g_variant_get_strv(value, NULL);
	for (guint i = 0; keys[i] != NULL && !has; i++)
		has = oq_accelerator_is(keys[i], chord);
	return has;
}

/* (transfer full) (nullable): the setting that has the key */
static char *
find_in_schema(const char *name, const OqChord *chord)
{
	if (!has_schema(name))
		return NULL;
	g_autoptr(GSettings) settings = g_settings_new(name);
	g_autoptr(GSettingsSchema) schema = NULL;
	g_object_get(settings, "settings-schema", &schema, NULL);
	g_auto(GStrv) keys = g_settings_schema_list_keys(schema);
	for (guint i = 0; keys[i] != NULL; i++) {
		g_autoptr(GVariant) value = g_settings_get_value(settings, keys[i]);
		if (has_key(value, chord))
			return g_strdup(keys[i]);
	}
	return NULL;
}

/* (transfer full) (nullable): the name that another key of the user's has */
static char *
find_in_list(char **paths, const OqChord *chord)
{
	for (guint i = 0; paths[i] != NULL; i++) {
		if (g_str_has_prefix(paths[i], FOLDER "oqyrman-") ||
			!g_str_has_suffix(paths[i], "/"))
			continue;
		g_autoptr(GSettings) other = g_settings_new_with_path(CUSTOM, paths[i]);
		g_autofree char *binding = g_settings_get_string(other, "binding");
		if (oq_accelerator_is(binding, chord))
			return g_settings_get_string(other, "name");
	}
	return NULL;
}

static char *
find_owner(char **paths, const OqChord *chord)
{
	char *owner = find_in_list(paths, chord);

	for (gsize i = 0; i < G_N_ELEMENTS(schemas) && owner == NULL; i++)
		owner = find_in_schema(schemas[i], chord);
	return owner;
}

static void
write_key(const char *path, OqDeed deed, const OqSetupBinding *binding)
{
	g_autoptr(GSettings) settings = g_settings_new_with_path(CUSTOM, path);
	g_autofree char *accelerator = oq_chord_write(&binding->chord, OQ_CHORD_GTK);
	g_autofree char *name = g_strdup_printf("%s: %s", _("Oqyrman"), oq_deed_title(deed));

	g_settings_set_string(settings, "name", name);
	g_settings_set_string(settings, "command", binding->command);
	g_settings_set_string(settings, "binding", accelerator);
}

static void
reset_key(const char *path)
{
	g_autoptr(GSettings) settings = g_settings_new_with_path(CUSTOM, path);

	g_settings_reset(settings, "name");
	g_settings_reset(settings, "command");
	g_settings_reset(settings, "binding");
}

/* TRUE: it is to stand in the list */
static gboolean
set_key(OqSetup *setup, OqDeed deed, char **paths, const char *path)
{
	const OqSetupBinding *binding = &setup->each[deed];
	g_autofree char *owner = binding->is_wanted ? find_owner(paths, &binding->chord) : NULL;

	if (binding->is_wanted && owner == NULL) {
		write_key(path, deed, binding);
		oq_setup_told_bound(setup, deed);
		return TRUE;
	}
	if (owner != NULL)
		oq_setup_told_taken(setup, deed, owner);
	return FALSE;
}

/* All that is not ours stays, in its order. */
static GPtrArray *
set_list(OqSetup *setup, char **paths)
{
	GPtrArray *list = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; paths[i] != NULL; i++) {
		if (!g_str_has_prefix(paths[i], FOLDER "oqyrman-"))
			g_ptr_array_add(list, g_strdup(paths[i]));
	}
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		g_autofree char *path = own_path(deed);
		gboolean was = g_strv_contains((const char *const *)paths, path);
		if (set_key(setup, deed, paths, path)) {
			g_ptr_array_add(list, g_steal_pointer(&path));
		} else if (was) {
			reset_key(path);
			setup->n_freed++;
		}
	}
	g_ptr_array_add(list, NULL);
	return list;
}

gboolean
oq_setup_gnome(OqSetup *setup, GError **error)
{
	if (!has_settings(error))
		return FALSE;
	g_autoptr(GSettings) settings = g_settings_new(MEDIA_KEYS);
	g_auto(GStrv) paths = g_settings_get_strv(settings, LIST);
	g_autoptr(GPtrArray) list = set_list(setup, paths);
	if (list->len > 1)
		g_settings_set_strv(settings, LIST, (const char *const *)list->pdata);
	else
		g_settings_reset(settings, LIST);
	g_settings_sync();
	return TRUE;
}
