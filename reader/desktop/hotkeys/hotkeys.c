/* hotkeys.c - see the header. */
#include "desktop/hotkeys/hotkeys.h"

#include "desktop/bound.h"
#include "desktop/hotkeys/portal_keys.h"
#include "desktop/hotkeys/wishes.h"
#include "desktop/hotkeys/x11_keys.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

struct _OqHotkeys {
	OqWishes wishes;
	guint idle;
	OqX11Keys *x11;       /* nullable */
	OqPortalKeys *portal; /* nullable */
};

static gboolean
has_display(const char *variable)
{
	const char *display = g_getenv(variable);

	return display != NULL && *display != '\0';
}

static gboolean
reach_x11(OqHotkeys *hotkeys)
{
	if (!has_display("DISPLAY") || has_display("WAYLAND_DISPLAY"))
		return FALSE;
#ifdef OQ_HAS_X11
	hotkeys->x11 = oq_x11_keys_new(&hotkeys->wishes);
#endif
	return hotkeys->x11 != NULL;
}

/* (transfer full) (nullable): GLib would start a bus where there is none. */
static char *
find_bus(void)
{
	const char *given = g_getenv("DBUS_SESSION_BUS_ADDRESS");
	const char *runtime = g_getenv("XDG_RUNTIME_DIR");

	if (given != NULL && *given != '\0')
		return g_str_has_prefix(given, "autolaunch:") ? NULL : g_strdup(given);
	if (runtime == NULL || !g_path_is_absolute(runtime))
		return NULL;
	g_autofree char *path = g_build_filename(runtime, "bus", NULL);
	g_autofree char *escaped = g_dbus_address_escape_value(path);
	return g_strconcat("unix:path=", escaped, NULL);
}

/* There X11 is a guest, who hears of keys only what is typed into its own windows. */
static gboolean
reach_portal(OqHotkeys *hotkeys)
{
	g_autofree char *address = has_display("WAYLAND_DISPLAY") ? find_bus() : NULL;

	if (address != NULL)
		hotkeys->portal = oq_portal_keys_new(&hotkeys->wishes, address);
	return hotkeys->portal != NULL;
}

static gboolean
begin(gpointer data)
{
	OqHotkeys *hotkeys = data;

	hotkeys->idle = 0;
	if (oq_bound_is_here())
		return G_SOURCE_REMOVE;
	if (oq_wishes_judge(&hotkeys->wishes) == 0 || reach_portal(hotkeys) || reach_x11(hotkeys))
		return G_SOURCE_REMOVE;
	oq_wishes_refuse_all(&hotkeys->wishes, OQ_HOTKEYS_ERROR_NO_SOURCE, _(OQ_WISHES_NOBODY));
	return G_SOURCE_REMOVE;
}

OqHotkeys *
oq_hotkeys_new(const char *const keys[OQ_N_DEEDS], OqHotkeysPressed pressed,
	OqHotkeysRefused refused, gpointer data)
{
	OqHotkeys *hotkeys = g_new0(OqHotkeys, 1);

	oq_wishes_init(&hotkeys->wishes, keys, pressed, refused, data);
	hotkeys->idle = g_idle_add(begin, hotkeys);
	return hotkeys;
}

static void
end(OqHotkeys *hotkeys)
{
	g_clear_handle_id(&hotkeys->idle, g_source_remove);
	g_clear_pointer(&hotkeys->portal, oq_portal_keys_free);
#ifdef OQ_HAS_X11
	g_clear_pointer(&hotkeys->x11, oq_x11_keys_free);
#endif
}

void
oq_hotkeys_free(OqHotkeys *hotkeys)
{
	if (hotkeys == NULL)
		return;
	end(hotkeys);
	oq_wishes_clear(&hotkeys->wishes);
	g_free(hotkeys);
}

void
oq_hotkeys_retry(OqHotkeys *hotkeys)
{
	end(hotkeys);
	hotkeys->idle = g_idle_add(begin, hotkeys);
}

guint
oq_hotkeys_count(const OqHotkeys *hotkeys)
{
	return oq_wishes_count(&hotkeys->wishes, OQ_WISH_GRANTED);
}

gboolean
oq_hotkeys_has(const OqHotkeys *hotkeys, OqDeed deed)
{
	return hotkeys->wishes.each[deed].state == OQ_WISH_GRANTED;
}

gboolean
oq_hotkeys_is_deaf(const OqHotkeys *hotkeys)
{
	return oq_hotkeys_count(hotkeys) == 0 &&
	       oq_wishes_count(&hotkeys->wishes, OQ_WISH_WAITING) == 0;
}
