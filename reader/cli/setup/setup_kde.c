/* setup_kde.c - keys in the settings of KDE Plasma 5: a program's file with an action for each, and
 * the table of keys; through kglobalaccel where it runs, which then has them at once. */
#include "cli/setup/kde_shortcuts.h"
#include "cli/setup/setup-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define COMPONENT "oqyrman-keys.desktop"
#define SERVICE   "org.kde.kglobalaccel"

enum {
	LIMIT_MS = 5000,
	FOLDER_MODE = 0700,
	FLAGS = 2 | 4, /* it is set by its owner; what was kept before does not count */
};

static GVariant *
call(GDBusConnection *bus, const char *method, GVariant *arguments, const char *type)
{
	return g_dbus_connection_call_sync(bus, SERVICE, "/kglobalaccel", "org.kde.KGlobalAccel",
		method, arguments, G_VARIANT_TYPE(type), G_DBUS_CALL_FLAGS_NO_AUTO_START, LIMIT_MS,
		NULL, NULL);
}

/* (transfer full) (nullable): NULL: kglobalaccel does not run. GLib would start a bus where there
 * is none. */
static GDBusConnection *
find_accel(void)
{
	gboolean is_there = FALSE;
	g_autoptr(GDBusConnection) bus = g_getenv("DBUS_SESSION_BUS_ADDRESS") != NULL
						 ? g_bus_get_sync(G_BUS_TYPE_SESSION, NULL, NULL)
						 : NULL;
	g_autoptr(GVariant) reply =
		bus != NULL
			? g_dbus_connection_call_sync(bus, "org.freedesktop.DBus",
				  "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
				  g_variant_new("(s)", SERVICE), G_VARIANT_TYPE("(b)"),
				  G_DBUS_CALL_FLAGS_NONE, LIMIT_MS, NULL, NULL)
			: NULL;

	if (reply != NULL)
		g_variant_get(reply, "(b)", &is_there);
	return is_there ? g_steal_pointer(&bus) : NULL;
}

static char *
program_path(void)
{
	return g_build_filename(g_get_user_data_dir(), "kglobalaccel", COMPONENT, NULL);
}

static char *
table_path(void)
{
	return g_build_filename(g_get_user_config_dir(), "kglobalshortcutsrc", NULL);
}

/* (transfer full): as a value of Exec wants it, where % and \ have a meaning of their own */
static char *
exec_value(const char *command)
{
	g_autoptr(GString) value = g_string_new(command);

	g_string_replace(value, "\\", "\\\\", 0);
	g_string_replace(value, "%", "%%", 0);
	g_string_replace(value, "'", "\"", 0); /* of these two only this one is known there */
	return g_strdup(value->str);
}

/* It has all actions, whether they have keys or not. */
static gboolean
write_program(const OqSetup *setup, GError **error)
{
	g_autoptr(GString) text = g_string_new("[Desktop Entry]\nType=Application\n");
	g_autofree char *path = program_path();
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *main_exec = exec_value(setup->each[OQ_DEED_READ_SELECTION].command);

	g_string_append_printf(
		text, "Name=%s\nExec=%s\nNoDisplay=true\nActions=", _("Oqyrman"), main_exec);
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++)
		g_string_append_printf(text, "%s;", oq_deed_name(deed));
	g_string_append_c(text, '\n');
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		g_autofree char *exec = exec_value(setup->each[deed].command);
		g_string_append_printf(text, "\n[Desktop Action %s]\nName=%s\nExec=%s\n",
			oq_deed_name(deed), oq_deed_title(deed), exec);
	}
	g_mkdir_with_parents(folder, FOLDER_MODE);
	return g_file_set_contents(path, text->str, -1, error);
}

/* (transfer floating) */
static GVariant *
make_id(OqDeed deed)
{
	const char *const id[] = {
		COMPONENT, oq_deed_name(deed), _("Oqyrman"), oq_deed_title(deed), NULL};

	return g_variant_new_strv(id, -1);
}

/* (transfer full) (nullable): what has the key, besides us */
static char *
find_owner(GDBusConnection *bus, gint32 code)
{
	g_autoptr(GVariant) reply =
		call(bus, "getGlobalShortcutsByKey", g_variant_new("(i)", code), "(a(ssssssaiai))");
	g_autoptr(GVariantIter) owners = NULL;
	const char *action, *component, *program;

	if (reply == NULL)
		return NULL;
	g_variant_get(reply, "(a(ssssssaiai))", &owners);
	while (g_variant_iter_next(owners, "(&s&s&s&s&s&saiai)", NULL, &action, &component,
		&program, NULL, NULL, NULL, NULL)) {
		if (strcmp(component, COMPONENT) != 0)
			return g_strdup_printf("%s: %s", program, action);
	}
	return NULL;
}

/* (transfer full) (nullable): the keys that it has now; @code: 0: none */
static GVariant *
set_shortcut(GDBusConnection *bus, OqDeed deed, gint32 code)
{
	return call(bus, "setShortcut",
		g_variant_new("(@as@aiu)", make_id(deed),
			g_variant_new_fixed_array(
				G_VARIANT_TYPE_INT32, &code, code != 0 ? 1 : 0, sizeof code),
			FLAGS),
		"(ai)");
}

static void
register_key(OqSetup *setup, GDBusConnection *bus, OqDeed deed)
{
	gint32 code = oq_kde_shortcuts_code(&setup->each[deed].chord);
	g_autoptr(GVariant) known =
		call(bus, "doRegister", g_variant_new("(@as)", make_id(deed)), "()");
	g_autoptr(GVariant) reply = set_shortcut(bus, deed, code);
	g_autoptr(GVariant) keys = reply != NULL ? g_variant_get_child_value(reply, 0) : NULL;
	gint32 given = 0;

	if (keys != NULL && g_variant_n_children(keys) == 1)
		g_variant_get_child(keys, 0, "i", &given);
	if (given == code)
		oq_setup_told_bound(setup, deed);
	else
		oq_setup_told_taken(setup, deed, SERVICE);
}

/* FALSE: it was not there. What is unregistered alone is not written to the table. */
static gboolean
unregister_key(GDBusConnection *bus, OqDeed deed)
{
	gboolean was = FALSE;
	g_autoptr(GVariant) none = set_shortcut(bus, deed, 0);
	g_autoptr(GVariant) reply = call(
		bus, "unregister", g_variant_new("(ss)", COMPONENT, oq_deed_name(deed)), "(b)");

	if (reply != NULL)
		g_variant_get(reply, "(b)", &was);
	return was;
}

static void
register_keys(OqSetup *setup, GDBusConnection *bus)
{
	/* The program itself, which kglobalaccel adds to its actions. */
	g_autoptr(GVariant) launch =
		setup->program == NULL ? call(bus, "unregister",
						 g_variant_new("(ss)", COMPONENT, "_launch"), "(b)")
				       : NULL;

	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		const OqSetupBinding *binding = &setup->each[deed];
		g_autofree char *owner =
			binding->is_wanted ? find_owner(bus, oq_kde_shortcuts_code(&binding->chord))
					   : NULL;
		if (binding->is_wanted && owner == NULL) {
			register_key(setup, bus, deed);
			continue;
		}
		if (owner != NULL)
			oq_setup_told_taken(setup, deed, owner);
		setup->n_freed += unregister_key(bus, deed);
	}
}

static void
add_line(OqSetup *setup, const char *table, OqDeed deed, GString *lines)
{
	const OqChord *chord = &setup->each[deed].chord;
	g_autofree char *owner = oq_kde_shortcuts_find(table, chord, COMPONENT);
	g_autofree char *key = oq_chord_write(chord, OQ_CHORD_QT);
	g_autofree char *title = g_strdelimit(g_strdup(oq_deed_title(deed)), ",", ';');

	if (owner != NULL) {
		oq_setup_told_taken(setup, deed, owner);
		return;
	}
	g_string_append_printf(lines, "%s=%s,none,%s\n", oq_deed_name(deed), key, title);
	oq_setup_told_bound(setup, deed);
}

/* (transfer full): of our group */
static char *
make_lines(OqSetup *setup, const char *table)
{
	GString *lines = g_string_new(NULL);

	g_string_append_printf(lines, "_k_friendly_name=%s\n", _("Oqyrman"));
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		if (setup->each[deed].is_wanted)
			add_line(setup, table, deed, lines);
	}
	return g_string_free(lines, FALSE);
}

static gboolean
write_table(OqSetup *setup, const char *table, GError **error)
{
	g_autofree char *path = table_path();
	g_autofree char *lines = setup->program != NULL ? make_lines(setup, table) : NULL;
	g_autofree char *text =
		oq_kde_shortcuts_set(table, COMPONENT, setup->n_bound > 0 ? lines : NULL);

	setup->n_freed = oq_kde_shortcuts_count(table, COMPONENT);
	if (strcmp(text, table) == 0)
		return TRUE;
	if (setup->n_bound > 0)
		oq_setup_told(setup, _("KDE will have the keys when you log in again"));
	return g_file_set_contents(path, text, -1, error);
}

static gboolean
is_plasma_5(GError **error)
{
	const char *version = g_getenv("KDE_SESSION_VERSION");

	if (version == NULL || *version == '\0' || strcmp(version, "5") == 0)
		return TRUE;
	g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
		_("this is KDE Plasma %s; bind the command oqyrman selection to a key in its "
		  "settings, in Shortcuts"),
		version);
	return FALSE;
}

gboolean
oq_setup_kde(OqSetup *setup, GError **error)
{
	g_autofree char *path = table_path();
	g_autofree char *program = program_path();
	g_autofree char *table = NULL;
	if (!is_plasma_5(error) || (setup->program != NULL && !write_program(setup, error)))
		return FALSE;
	if (!g_file_get_contents(path, &table, NULL, NULL))
		table = g_strdup("");
	g_autoptr(GDBusConnection) bus = find_accel();
	if (bus != NULL)
		register_keys(setup, bus);
	else if (!write_table(setup, table, error))
		return FALSE;
	if (setup->n_bound == 0)
		g_unlink(program);
	return TRUE;
}
