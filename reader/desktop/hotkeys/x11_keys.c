/* x11_keys.c - see the header. */
#include "desktop/hotkeys/x11_keys.h"

#include "desktop/hotkeys/grabs.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <xcb/xcbext.h>
#include <xcb/xkb.h>

struct _OqX11Keys {
	OqWishes *wishes;
	xcb_connection_t *connection; /* nullable: it has gone */
	guint source;
	gboolean is_detectable; /* keys that repeat are not let go in between */
	guint8 xkb_event;       /* 0: none of its events come */
	OqGrabs grabs;
	gboolean is_stale; /* the keyboard has changed since it was asked for */
	guint modifiers_cookie, keyboard_cookie, fence_cookie; /* 0: nothing is waited for */
	xcb_get_modifier_mapping_reply_t *modifiers;           /* nullable */
};

static void
ask_for_keyboard(OqX11Keys *keys)
{
	const xcb_setup_t *setup = xcb_get_setup(keys->connection);
	guint8 n_codes = (guint8)(setup->max_keycode - setup->min_keycode + 1);

	keys->is_stale = FALSE;
	keys->modifiers_cookie = xcb_get_modifier_mapping(keys->connection).sequence;
	keys->keyboard_cookie =
		xcb_get_keyboard_mapping(keys->connection, setup->min_keycode, n_codes).sequence;
}

static void
note_change(OqX11Keys *keys)
{
	keys->is_stale = TRUE;
	if (keys->keyboard_cookie == 0)
		ask_for_keyboard(keys);
}

/* What the server says to the grabs comes before the answer to a question that follows them. */
static void
set_fence(OqX11Keys *keys)
{
	if (keys->fence_cookie != 0)
		xcb_discard_reply(keys->connection, keys->fence_cookie);
	keys->fence_cookie = xcb_get_input_focus(keys->connection).sequence;
}

static void
take_keyboard(OqX11Keys *keys, xcb_get_keyboard_mapping_reply_t *keyboard)
{
	const xcb_setup_t *setup = xcb_get_setup(keys->connection);
	if (keyboard == NULL || keys->modifiers == NULL || keyboard->keysyms_per_keycode == 0)
		return;
	const OqKeymap keymap = {
		.keysyms = xcb_get_keyboard_mapping_keysyms(keyboard),
		.first_code = setup->min_keycode,
		.n_codes = (guint)xcb_get_keyboard_mapping_keysyms_length(keyboard) /
			   keyboard->keysyms_per_keycode,
		.n_columns = keyboard->keysyms_per_keycode,
		.modifiers = xcb_get_modifier_mapping_keycodes(keys->modifiers),
		.n_per_modifier = keys->modifiers->keycodes_per_modifier,
	};
	oq_grabs_set(&keys->grabs, keys->connection, keys->wishes, &keymap);
	set_fence(keys);
}

/* TRUE: the answer to it is there, or will never be; @reply: (transfer full) (nullable) */
static gboolean
take_reply(OqX11Keys *keys, guint *cookie, void **reply)
{
	xcb_generic_error_t *error = NULL;
	*reply = NULL;
	if (*cookie == 0 || !xcb_poll_for_reply(keys->connection, *cookie, reply, &error))
		return FALSE;
	free(error);
	*cookie = 0;
	return TRUE;
}

static gboolean
take_replies(OqX11Keys *keys)
{
	void *reply;

	if (take_reply(keys, &keys->modifiers_cookie, &reply)) {
		free(keys->modifiers);
		keys->modifiers = reply;
		return TRUE;
	}
	if (take_reply(keys, &keys->keyboard_cookie, &reply)) {
		take_keyboard(keys, reply);
		free(reply);
		if (keys->is_stale)
			ask_for_keyboard(keys);
		return TRUE;
	}
	if (take_reply(keys, &keys->fence_cookie, &reply)) {
		free(reply);
		oq_grabs_settle(&keys->grabs, keys->connection, keys->wishes);
		return TRUE;
	}
	return FALSE;
}

static void
take_event(OqX11Keys *keys, const xcb_generic_event_t *event)
{
	const xcb_key_press_event_t *key = (const xcb_key_press_event_t *)event;

	/* What other programs send has a bit more in its type, and is none of these. */
	if (event->response_type == 0)
		oq_grabs_fail(&keys->grabs, event->full_sequence);
	else if (event->response_type == XCB_KEY_PRESS)
		oq_grabs_press(&keys->grabs, keys->wishes, key->detail, key->state,
			keys->is_detectable ? 0 : key->time);
	else if (event->response_type == XCB_KEY_RELEASE)
		oq_grabs_release(&keys->grabs, key->detail, key->time);
	else if (event->response_type == XCB_MAPPING_NOTIFY ||
		 (keys->xkb_event != 0 && event->response_type == keys->xkb_event))
		note_change(keys);
}

static gboolean
take_events(OqX11Keys *keys)
{
	gboolean any = FALSE;

	for (xcb_generic_event_t *event; (event = xcb_poll_for_event(keys->connection)) != NULL;
		any = TRUE) {
		take_event(keys, event);
		free(event);
	}
	return any;
}

static void
disconnect(OqX11Keys *keys)
{
	g_clear_handle_id(&keys->source, g_source_remove);
	g_clear_pointer(&keys->connection, xcb_disconnect);
	g_clear_pointer(&keys->modifiers, free);
	oq_grabs_forget(&keys->grabs);
}

static void
lose(OqX11Keys *keys)
{
	disconnect(keys);
	oq_wishes_refuse_all(keys->wishes, OQ_HOTKEYS_ERROR_GONE,
		_("the X server has gone, and the keys with it; start oqyrman desktop again once "
		  "it "
		  "is back"));
}

/* Until nothing is left to be read, or the next thing would never wake us. */
static gboolean
serve(gint fd G_GNUC_UNUSED, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	OqX11Keys *keys = data;
	gboolean goes_on = TRUE;

	while (goes_on) {
		xcb_flush(keys->connection);
		goes_on = take_events(keys);
		goes_on = take_replies(keys) || goes_on;
	}
	if (xcb_connection_has_error(keys->connection) == 0)
		return G_SOURCE_CONTINUE;
	keys->source = 0;
	lose(keys);
	return G_SOURCE_REMOVE;
}

/* A key that is held down is pressed again and again; with this, it is not let go in between. */
static void
ask_for_xkb(OqX11Keys *keys)
{
	xcb_connection_t *connection = keys->connection;
	const xcb_query_extension_reply_t *xkb = xcb_get_extension_data(connection, &xcb_xkb_id);
	if (xkb == NULL || !xkb->present)
		return;
	xcb_discard_reply(connection, xcb_xkb_use_extension(connection, 1, 0).sequence);
	xcb_discard_reply(
		connection, xcb_xkb_per_client_flags(connection, XCB_XKB_ID_USE_CORE_KBD,
				    XCB_XKB_PER_CLIENT_FLAG_DETECTABLE_AUTO_REPEAT,
				    XCB_XKB_PER_CLIENT_FLAG_DETECTABLE_AUTO_REPEAT, 0, 0, 0)
				    .sequence);
	guint16 events = XCB_XKB_EVENT_TYPE_NEW_KEYBOARD_NOTIFY | XCB_XKB_EVENT_TYPE_MAP_NOTIFY;
	guint16 parts = XCB_XKB_MAP_PART_KEY_SYMS | XCB_XKB_MAP_PART_MODIFIER_MAP;
	xcb_xkb_select_events(
		connection, XCB_XKB_ID_USE_CORE_KBD, events, 0, events, parts, parts, NULL);
	keys->xkb_event = xkb->first_event;
	keys->is_detectable = TRUE;
}

static gboolean
begin(gpointer data)
{
	OqX11Keys *keys = data;
	int fd;

	keys->source = 0;
	keys->connection = xcb_connect(NULL, NULL);
	if (xcb_connection_has_error(keys->connection) != 0) {
		const char *display = g_getenv("DISPLAY");
		g_autofree char *message = g_strdup_printf(
			_("the X server %s cannot be reached, and there are no keys without it; "
			  "look at DISPLAY and XAUTHORITY"),
			display != NULL ? display : "");
		disconnect(keys);
		oq_wishes_refuse_all(keys->wishes, OQ_HOTKEYS_ERROR_NO_SOURCE, message);
		return G_SOURCE_REMOVE;
	}
	ask_for_xkb(keys);
	ask_for_keyboard(keys);
	fd = xcb_get_file_descriptor(keys->connection);
	keys->source = g_unix_fd_add(fd, G_IO_IN | G_IO_HUP | G_IO_ERR, serve, keys);
	serve(fd, G_IO_IN, keys);
	return G_SOURCE_REMOVE;
}

OqX11Keys *
oq_x11_keys_new(OqWishes *wishes)
{
	OqX11Keys *keys = g_new0(OqX11Keys, 1);

	keys->wishes = wishes;
	oq_grabs_init(&keys->grabs);
	keys->source = g_idle_add(begin, keys);
	return keys;
}

void
oq_x11_keys_free(OqX11Keys *keys)
{
	if (keys == NULL)
		return;
	disconnect(keys);
	oq_grabs_clear(&keys->grabs);
	g_free(keys);
}
