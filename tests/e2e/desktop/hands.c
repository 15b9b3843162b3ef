/* hands - someone at the keyboard of an X server, and other programs there.
 *
 *     group N         switches to the Nth layout, counted from 0
 *     press CODE...   presses the keys together and lets them go
 *     hold CODE...    the same, and holds them until standard input ends
 *     take STATE CODE takes the key for itself until standard input ends
 *     menu            takes the whole keyboard, as an open menu does, until standard input ends */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xcb/xcb.h>
#include <xcb/xkb.h>
#include <xcb/xtest.h>

/* All before has been done. */
static void
finish(xcb_connection_t *x)
{
	free(xcb_get_input_focus_reply(x, xcb_get_input_focus(x), NULL));
}

static void
wait_for_end(const char *told)
{
	char byte;
	puts(told);
	fflush(stdout);
	while (read(STDIN_FILENO, &byte, 1) > 0)
		continue;
}

static void
press(xcb_connection_t *x, xcb_window_t root, int n_codes, char *codes[], int holds)
{
	for (int i = 0; i < n_codes; i++)
		xcb_test_fake_input(
			x, XCB_KEY_PRESS, (uint8_t)atoi(codes[i]), XCB_CURRENT_TIME, root, 0, 0, 0);
	finish(x);
	if (holds)
		wait_for_end("held");
	for (int i = n_codes - 1; i >= 0; i--)
		xcb_test_fake_input(x, XCB_KEY_RELEASE, (uint8_t)atoi(codes[i]), XCB_CURRENT_TIME,
			root, 0, 0, 0);
}

static void
take(xcb_connection_t *x, xcb_window_t root, char *argv[])
{
	xcb_void_cookie_t cookie = xcb_grab_key_checked(x, 0, root, (uint16_t)atoi(argv[0]),
		(uint8_t)atoi(argv[1]), XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
	wait_for_end(xcb_request_check(x, cookie) == NULL ? "taken" : "not taken");
}

static void
open_menu(xcb_connection_t *x, xcb_window_t root)
{
	xcb_grab_keyboard_reply_t *reply = xcb_grab_keyboard_reply(x,
		xcb_grab_keyboard(
			x, 0, root, XCB_CURRENT_TIME, XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC),
		NULL);
	wait_for_end(
		reply != NULL && reply->status == XCB_GRAB_STATUS_SUCCESS ? "open" : "not open");
	free(reply);
}

static void
switch_group(xcb_connection_t *x, const char *group)
{
	free(xcb_xkb_use_extension_reply(x, xcb_xkb_use_extension(x, 1, 0), NULL));
	xcb_xkb_latch_lock_state(
		x, XCB_XKB_ID_USE_CORE_KBD, 0, 0, 1, (uint8_t)atoi(group), 0, 0, 0);
}

int
main(int argc, char *argv[])
{
	xcb_connection_t *x = xcb_connect(NULL, NULL);
	if (argc < 2 || xcb_connection_has_error(x))
		return 1;
	xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(x)).data->root;
	if (strcmp(argv[1], "group") == 0 && argc == 3)
		switch_group(x, argv[2]);
	else if (strcmp(argv[1], "press") == 0 || strcmp(argv[1], "hold") == 0)
		press(x, root, argc - 2, argv + 2, strcmp(argv[1], "hold") == 0);
	else if (strcmp(argv[1], "take") == 0 && argc == 4)
		take(x, root, argv + 2);
	else if (strcmp(argv[1], "menu") == 0)
		open_menu(x, root);
	else
		return 2;
	finish(x);
	xcb_disconnect(x);
	return 0;
}
