/* hotkeys.c - see the header. */
#include "desktop/hotkeys/hotkeys.h"

#include "desktop/hotkeys/wishes.h"
#include "desktop/hotkeys/x11_keys.h"

#include <glib/gi18n.h>

struct _OqHotkeys {
	OqWishes wishes;
	guint idle;
	OqX11Keys *x11; /* nullable */
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
	if (!has_display("DISPLAY"))
		return FALSE;
#ifdef OQ_HAS_X11
	hotkeys->x11 = oq_x11_keys_new(&hotkeys->wishes);
#endif
	return hotkeys->x11 != NULL;
}

static gboolean
begin(gpointer data)
{
	OqHotkeys *hotkeys = data;

	hotkeys->idle = 0;
	if (oq_wishes_judge(&hotkeys->wishes) == 0 || reach_x11(hotkeys))
		return G_SOURCE_REMOVE;
	oq_wishes_refuse_all(&hotkeys->wishes, OQ_HOTKEYS_ERROR_NO_SOURCE,
		_("nobody gives keys to programs here; bind the command oqyrman selection to a key "
		  "in the keyboard settings of the desktop"));
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
