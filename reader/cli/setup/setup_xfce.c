/* setup_xfce.c - keys in XFCE's settings, which xfconfd keeps. */
#include "cli/setup/accelerator.h"
#include "cli/setup/setup-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define CHANNEL  "xfce4-keyboard-shortcuts"
#define COMMANDS "/commands/custom/"
#define WINDOWS  "/xfwm4/custom/"
#define OVERRIDE COMMANDS "override"

enum { LIMIT_MS = 5000 };

static GVariant *
call(GDBusConnection *bus, const char *method, GVariant *arguments, GError **error)
{
	GVariant *reply = g_dbus_connection_call_sync(bus, "org.xfce.Xfconf", "/org/xfce/Xfconf",
		"org.xfce.Xfconf", method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, LIMIT_MS, NULL,
		error);

	if (reply == NULL && error != NULL && *error != NULL) {
		g_dbus_error_strip_remote_error(*error);
		g_prefix_error(error, "%s: ",
			_("XFCE's settings cannot be reached; do this in a terminal of XFCE"));
	}
	return reply;
}

/* (transfer full) (nullable): a{sv}; what was never set is an error like any other */
static GVariant *
read_all(GDBusConnection *bus, GError **error)
{
	GVariant *all = NULL;
	g_autoptr(GVariant) reply =
		call(bus, "GetAllProperties", g_variant_new("(ss)", CHANNEL, "/"), error);

	if (reply != NULL && g_variant_is_of_type(reply, G_VARIANT_TYPE("(a{sv})")))
		g_variant_get(reply, "(@a{sv})", &all);
	return all;
}

static gboolean
is_override(GVariant *all, GError **error)
{
	gboolean is_on = FALSE;

	g_variant_lookup(all, OVERRIDE, "b", &is_on);
	if (!is_on)
		g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
			_("XFCE has no keys of your own yet; start xfce4-keyboard-settings, open "
			  "the page Application Shortcuts once, and do this again"));
	return is_on;
}

static OqDeed
find_deed(GVariant *value)
{
	OqDeed deed = 0;

	if (!g_variant_is_of_type(value, G_VARIANT_TYPE_STRING))
		return OQ_N_DEEDS;
	while (deed < OQ_N_DEEDS && !oq_setup_is_ours(g_variant_get_string(value, NULL), deed))
		deed++;
	return deed;
}

/* (transfer full) (nullable): what has the key, besides us */
static char *
find_owner(GVariant *all, const OqChord *chord)
{
	GVariantIter iter;
	const char *name;
	GVariant *entry;

	g_variant_iter_init(&iter, all);
	while (g_variant_iter_loop(&iter, "{&sv}", &name, &entry)) {
		const char *key = g_str_has_prefix(name, COMMANDS)  ? name + strlen(COMMANDS)
				  : g_str_has_prefix(name, WINDOWS) ? name + strlen(WINDOWS)
								    : NULL;
		if (key == NULL || !oq_accelerator_is(key, chord) ||
			find_deed(entry) != OQ_N_DEEDS ||
			!g_variant_is_of_type(entry, G_VARIANT_TYPE_STRING))
			continue;
		char *owner = g_variant_dup_string(entry, NULL);
		g_variant_unref(entry);
		return owner;
	}
	return NULL;
}

static gboolean
free_keys(OqSetup *setup, GDBusConnection *bus, GVariant *all, GError **error)
{
	GVariantIter iter;
	const char *name;
	GVariant *entry;

	g_variant_iter_init(&iter, all);
	while (g_variant_iter_next(&iter, "{&sv}", &name, &entry)) {
		OqDeed deed = find_deed(entry);
		g_variant_unref(entry);
		if (!g_str_has_prefix(name, COMMANDS) || deed == OQ_N_DEEDS)
			continue;
		g_autoptr(GVariant) reply = call(
			bus, "ResetProperty", g_variant_new("(ssb)", CHANNEL, name, TRUE), error);
		if (reply == NULL)
			return FALSE;
		setup->n_freed++;
	}
	return TRUE;
}

static gboolean
set_key(OqSetup *setup, GDBusConnection *bus, GVariant *all, OqDeed deed, GError **error)
{
	const OqSetupBinding *binding = &setup->each[deed];
	g_autofree char *key = oq_chord_write(&binding->chord, OQ_CHORD_XFCE);
	g_autofree char *name = g_strconcat(COMMANDS, key, NULL);
	g_autofree char *owner = find_owner(all, &binding->chord);

	if (owner != NULL) {
		oq_setup_told_taken(setup, deed, owner);
		return TRUE;
	}
	g_autoptr(GVariant) reply = call(bus, "SetProperty",
		g_variant_new("(ssv)", CHANNEL, name, g_variant_new_string(binding->command)),
		error);
	if (reply != NULL)
		oq_setup_told_bound(setup, deed);
	return reply != NULL;
}

gboolean
oq_setup_xfce(OqSetup *setup, GError **error)
{
	g_autoptr(GDBusConnection) bus = g_bus_get_sync(G_BUS_TYPE_SESSION, NULL, error);
	g_autoptr(GVariant) all = bus != NULL ? read_all(bus, error) : NULL;
	if (all == NULL || (setup->program != NULL && !is_override(all, error)) ||
		!free_keys(setup, bus, all, error))
		return FALSE;
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		if (setup->each[deed].is_wanted && !set_key(setup, bus, all, deed, error))
			return FALSE;
	}
	return TRUE;
}
