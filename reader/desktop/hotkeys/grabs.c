/* grabs.c - see the header. */
#include "desktop/hotkeys/grabs.h"

#include <string.h>

/* X's names of keys that modifiers and locks have. */
enum {
	KEYSYM_ALT_L = 0xffe9,
	KEYSYM_META_L = 0xffe7,
	KEYSYM_SUPER_L = 0xffeb,
	KEYSYM_NUM_LOCK = 0xff7f,
};

/* Of a key event's state, all but buttons and the layout. */
#define MODIFIERS 0xff

typedef struct {
	guint sequence;
	OqDeed deed;
} Sent;

void
oq_grabs_init(OqGrabs *grabs)
{
	*grabs = (OqGrabs){.sent = g_array_new(FALSE, FALSE, sizeof(Sent))};
}

void
oq_grabs_clear(OqGrabs *grabs)
{
	g_clear_pointer(&grabs->sent, g_array_unref);
}

void
oq_grabs_forget(OqGrabs *grabs)
{
	memset(grabs->each, 0, sizeof grabs->each);
	g_array_set_size(grabs->sent, 0);
}

static OqGrabLocks
find_locks(const OqKeymap *keymap)
{
	guint16 num = oq_keymap_modifier(keymap, KEYSYM_NUM_LOCK);

	return (OqGrabLocks){
		{0, XCB_MOD_MASK_LOCK, num, num | XCB_MOD_MASK_LOCK}, num != 0 ? 4 : 2};
}

/* FALSE: the keyboard has no such modifier. */
static gboolean
add_modifier(const OqKeymap *keymap, guint32 keysym, guint32 other, guint16 *state)
{
	guint16 modifier = oq_keymap_modifier(keymap, keysym);

	if (modifier == 0)
		modifier = oq_keymap_modifier(keymap, other);
	*state |= modifier;
	return modifier != 0;
}

static gboolean
find_state(const OqKeymap *keymap, OqChordModifiers modifiers, guint16 *state)
{
	*state = 0;
	if ((modifiers & OQ_CHORD_CTRL) != 0)
		*state |= XCB_MOD_MASK_CONTROL;
	if ((modifiers & OQ_CHORD_SHIFT) != 0)
		*state |= XCB_MOD_MASK_SHIFT;
	if ((modifiers & OQ_CHORD_ALT) != 0 &&
		!add_modifier(keymap, KEYSYM_ALT_L, KEYSYM_META_L, state))
		return FALSE;
	return (modifiers & OQ_CHORD_SUPER) == 0 ||
	       add_modifier(keymap, KEYSYM_SUPER_L, KEYSYM_SUPER_L, state);
}

/* Of no key it has the code 0, which X takes for all keys there are. */
static OqGrab
find_key(const OqWish *wish, const OqKeymap *keymap)
{
	OqGrab wanted = {0};

	if (find_state(keymap, wish->chord.modifiers, &wanted.state))
		wanted.code =
			oq_keymap_find(keymap, wish->chord.keysym, oq_chord_place(&wish->chord));
	wanted.is_missing = wanted.code == 0;
	return wanted;
}

static void
give_back(OqGrabs *grabs, xcb_connection_t *connection, OqDeed deed)
{
	OqGrab *grab = &grabs->each[deed];
	xcb_screen_iterator_t screens = xcb_setup_roots_iterator(xcb_get_setup(connection));

	for (; screens.rem > 0 && grab->code != 0; xcb_screen_next(&screens)) {
		for (guint i = 0; i < grabs->locks.n_states; i++)
			xcb_ungrab_key(connection, grab->code, screens.data->root,
				grab->state | grabs->locks.states[i]);
	}
	*grab = (OqGrab){0};
}

static void
grab(OqGrabs *grabs, xcb_connection_t *connection, OqDeed deed)
{
	const OqGrab *wanted = &grabs->each[deed];
	xcb_screen_iterator_t screens = xcb_setup_roots_iterator(xcb_get_setup(connection));

	for (; screens.rem > 0; xcb_screen_next(&screens)) {
		for (guint i = 0; i < grabs->locks.n_states; i++) {
			xcb_void_cookie_t cookie = xcb_grab_key(connection, FALSE,
				screens.data->root, wanted->state | grabs->locks.states[i],
				wanted->code, XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
			const Sent sent = {cookie.sequence, deed};
			g_array_append_val(grabs->sent, sent);
		}
	}
}

static gboolean
is_wished(const OqGrabs *grabs, const OqWishes *wishes, OqDeed deed)
{
	OqWishState state = wishes->each[deed].state;

	return state == OQ_WISH_WAITING || state == OQ_WISH_GRANTED ||
	       (state == OQ_WISH_REFUSED && grabs->each[deed].is_missing);
}

/* Gives back what moves, before anything is grabbed: it may be where another one goes. */
static void
plan(OqGrabs *grabs, xcb_connection_t *connection, const OqWishes *wishes, const OqKeymap *keymap,
	gboolean moves[OQ_N_DEEDS])
{
	OqGrabLocks locks = find_locks(keymap);
	gboolean all_move = memcmp(&locks, &grabs->locks, sizeof locks) != 0;

	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		OqGrab *before = &grabs->each[deed];
		if (!is_wished(grabs, wishes, deed))
			continue;
		OqGrab wanted = find_key(&wishes->each[deed], keymap);
		moves[deed] = all_move || wanted.code != before->code ||
			      wanted.state != before->state || wanted.is_missing;
		if (!moves[deed])
			continue;
		give_back(grabs, connection, deed);
		*before = wanted;
	}
	grabs->locks = locks;
}

void
oq_grabs_set(OqGrabs *grabs, xcb_connection_t *connection, OqWishes *wishes, const OqKeymap *keymap)
{
	gboolean moves[OQ_N_DEEDS] = {FALSE};

	plan(grabs, connection, wishes, keymap, moves);
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		if (!moves[deed])
			continue;
		if (grabs->each[deed].is_missing) {
			oq_wishes_refuse(wishes, deed, OQ_HOTKEYS_ERROR_NO_KEY);
			continue;
		}
		wishes->each[deed].state = OQ_WISH_WAITING;
		grab(grabs, connection, deed);
	}
}

void
oq_grabs_fail(OqGrabs *grabs, guint sequence)
{
	for (guint i = 0; i < grabs->sent->len; i++) {
		const Sent *sent = &g_array_index(grabs->sent, Sent, i);
		if (sent->sequence == sequence)
			grabs->each[sent->deed].has_failed = TRUE;
	}
}

void
oq_grabs_settle(OqGrabs *grabs, xcb_connection_t *connection, OqWishes *wishes)
{
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		const OqGrab *settled = &grabs->each[deed];
		if (settled->code == 0 || wishes->each[deed].state != OQ_WISH_WAITING)
			continue;
		if (!settled->has_failed) {
			wishes->each[deed].state = OQ_WISH_GRANTED;
			continue;
		}
		give_back(grabs, connection, deed);
		oq_wishes_refuse(wishes, deed, OQ_HOTKEYS_ERROR_TAKEN);
	}
	g_array_set_size(grabs->sent, 0);
}

void
oq_grabs_press(OqGrabs *grabs, OqWishes *wishes, guint8 code, guint16 state, guint32 repeated_ms)
{
	guint16 locks = grabs->locks.states[3] | XCB_MOD_MASK_LOCK;

	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		OqGrab *pressed = &grabs->each[deed];
		if (pressed->code != code || pressed->state != (state & MODIFIERS & ~locks))
			continue;
		gboolean repeats = pressed->is_down ||
				   (repeated_ms != 0 && pressed->released_ms == repeated_ms);
		pressed->is_down = TRUE;
		if (!repeats)
			oq_wishes_press(wishes, deed);
		return;
	}
}

void
oq_grabs_release(OqGrabs *grabs, guint8 code, guint32 time_ms)
{
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		OqGrab *released = &grabs->each[deed];
		if (released->code != code || !released->is_down)
			continue;
		released->is_down = FALSE;
		released->released_ms = time_ms;
	}
}
