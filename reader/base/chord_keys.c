/* chord_keys.c - see the header. */
#include "base/chord_keys.h"

#include "base/nearest.h"

static const OqChordKey keys[] = {
	{"A", 0x61, 30, TRUE, NULL},
	{"B", 0x62, 48, TRUE, NULL},
	{"C", 0x63, 46, TRUE, NULL},
	{"D", 0x64, 32, TRUE, NULL},
	{"E", 0x65, 18, TRUE, NULL},
	{"F", 0x66, 33, TRUE, NULL},
	{"G", 0x67, 34, TRUE, NULL},
	{"H", 0x68, 35, TRUE, NULL},
	{"I", 0x69, 23, TRUE, NULL},
	{"J", 0x6a, 36, TRUE, NULL},
	{"K", 0x6b, 37, TRUE, NULL},
	{"L", 0x6c, 38, TRUE, NULL},
	{"M", 0x6d, 50, TRUE, NULL},
	{"N", 0x6e, 49, TRUE, NULL},
	{"O", 0x6f, 24, TRUE, NULL},
	{"P", 0x70, 25, TRUE, NULL},
	{"Q", 0x71, 16, TRUE, NULL},
	{"R", 0x72, 19, TRUE, NULL},
	{"S", 0x73, 31, TRUE, NULL},
	{"T", 0x74, 20, TRUE, NULL},
	{"U", 0x75, 22, TRUE, NULL},
	{"V", 0x76, 47, TRUE, NULL},
	{"W", 0x77, 17, TRUE, NULL},
	{"X", 0x78, 45, TRUE, NULL},
	{"Y", 0x79, 21, TRUE, NULL},
	{"Z", 0x7a, 44, TRUE, NULL},
	{"0", 0x30, 11, TRUE, NULL},
	{"1", 0x31, 2, TRUE, NULL},
	{"2", 0x32, 3, TRUE, NULL},
	{"3", 0x33, 4, TRUE, NULL},
	{"4", 0x34, 5, TRUE, NULL},
	{"5", 0x35, 6, TRUE, NULL},
	{"6", 0x36, 7, TRUE, NULL},
	{"7", 0x37, 8, TRUE, NULL},
	{"8", 0x38, 9, TRUE, NULL},
	{"9", 0x39, 10, TRUE, NULL},
	{"comma", 0x2c, 51, TRUE, ","},
	{"period", 0x2e, 52, TRUE, "."},
	{"slash", 0x2f, 53, TRUE, "/"},
	{"semicolon", 0x3b, 39, TRUE, ";"},
	{"apostrophe", 0x27, 40, TRUE, "'"},
	{"bracketleft", 0x5b, 26, TRUE, "["},
	{"bracketright", 0x5d, 27, TRUE, "]"},
	{"backslash", 0x5c, 43, TRUE, "\\"},
	{"minus", 0x2d, 12, TRUE, "-"},
	{"equal", 0x3d, 13, TRUE, "="},
	{"grave", 0x60, 41, TRUE, "`"},
	{"less", 0x3c, 86, TRUE, "<"},
	{"space", 0x20, 0, TRUE, "Space"},
	{"Return", 0xff0d, 0, TRUE, NULL},
	{"Tab", 0xff09, 0, TRUE, NULL},
	{"BackSpace", 0xff08, 0, TRUE, "Backspace"},
	{"Escape", 0xff1b, 0, TRUE, "Esc"},
	{"Delete", 0xffff, 0, TRUE, "Del"},
	{"Insert", 0xff63, 0, TRUE, "Ins"},
	{"Home", 0xff50, 0, TRUE, NULL},
	{"End", 0xff57, 0, TRUE, NULL},
	{"Page_Up", 0xff55, 0, TRUE, "PgUp"},
	{"Page_Down", 0xff56, 0, TRUE, "PgDown"},
	{"Left", 0xff51, 0, TRUE, NULL},
	{"Up", 0xff52, 0, TRUE, NULL},
	{"Right", 0xff53, 0, TRUE, NULL},
	{"Down", 0xff54, 0, TRUE, NULL},
	{"F1", 0xffbe, 0, FALSE, NULL},
	{"F2", 0xffbf, 0, FALSE, NULL},
	{"F3", 0xffc0, 0, FALSE, NULL},
	{"F4", 0xffc1, 0, FALSE, NULL},
	{"F5", 0xffc2, 0, FALSE, NULL},
	{"F6", 0xffc3, 0, FALSE, NULL},
	{"F7", 0xffc4, 0, FALSE, NULL},
	{"F8", 0xffc5, 0, FALSE, NULL},
	{"F9", 0xffc6, 0, FALSE, NULL},
	{"F10", 0xffc7, 0, FALSE, NULL},
	{"F11", 0xffc8, 0, FALSE, NULL},
	{"F12", 0xffc9, 0, FALSE, NULL},
	{"F13", 0xffca, 0, FALSE, NULL},
	{"F14", 0xffcb, 0, FALSE, NULL},
	{"F15", 0xffcc, 0, FALSE, NULL},
	{"F16", 0xffcd, 0, FALSE, NULL},
	{"F17", 0xffce, 0, FALSE, NULL},
	{"F18", 0xffcf, 0, FALSE, NULL},
	{"F19", 0xffd0, 0, FALSE, NULL},
	{"F20", 0xffd1, 0, FALSE, NULL},
	{"F21", 0xffd2, 0, FALSE, NULL},
	{"F22", 0xffd3, 0, FALSE, NULL},
	{"F23", 0xffd4, 0, FALSE, NULL},
	{"F24", 0xffd5, 0, FALSE, NULL},
	{"Print", 0xff61, 0, FALSE, NULL},
	{"Pause", 0xff13, 0, FALSE, NULL},
	{"Scroll_Lock", 0xff14, 0, FALSE, "ScrollLock"},
	{"Menu", 0xff67, 0, FALSE, NULL},
	{"KP_0", 0xffb0, 0, TRUE, "Num+0"},
	{"KP_1", 0xffb1, 0, TRUE, "Num+1"},
	{"KP_2", 0xffb2, 0, TRUE, "Num+2"},
	{"KP_3", 0xffb3, 0, TRUE, "Num+3"},
	{"KP_4", 0xffb4, 0, TRUE, "Num+4"},
	{"KP_5", 0xffb5, 0, TRUE, "Num+5"},
	{"KP_6", 0xffb6, 0, TRUE, "Num+6"},
	{"KP_7", 0xffb7, 0, TRUE, "Num+7"},
	{"KP_8", 0xffb8, 0, TRUE, "Num+8"},
	{"KP_9", 0xffb9, 0, TRUE, "Num+9"},
	{"KP_Add", 0xffab, 0, TRUE, "Num++"},
	{"KP_Subtract", 0xffad, 0, TRUE, "Num+-"},
	{"KP_Multiply", 0xffaa, 0, TRUE, "Num+*"},
	{"KP_Divide", 0xffaf, 0, TRUE, "Num+/"},
	{"KP_Enter", 0xff8d, 0, TRUE, "Num+Enter"},
	{"KP_Decimal", 0xffae, 0, TRUE, "Num+."},
	{"XF86AudioPlay", 0x1008ff14, 0, FALSE, "Media Play"},
	{"XF86AudioPause", 0x1008ff31, 0, FALSE, "Media Pause"},
	{"XF86AudioStop", 0x1008ff15, 0, FALSE, "Media Stop"},
	{"XF86AudioPrev", 0x1008ff16, 0, FALSE, "Media Previous"},
	{"XF86AudioNext", 0x1008ff17, 0, FALSE, "Media Next"},
	{"XF86HomePage", 0x1008ff18, 0, FALSE, "Home Page"},
	{"XF86Mail", 0x1008ff19, 0, FALSE, "Launch Mail"},
	{"XF86Search", 0x1008ff1b, 0, FALSE, "Search"},
	{"XF86Calculator", 0x1008ff1d, 0, FALSE, "Calculator"},
	{"XF86Favorites", 0x1008ff30, 0, FALSE, "Favorites"},
};

const OqChordKey *
oq_chord_keys_find(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
		if (g_ascii_strcasecmp(keys[i].name, name) == 0)
			return &keys[i];
	}
	return NULL;
}

const OqChordKey *
oq_chord_keys_of(guint32 keysym)
{
	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
		if (keys[i].keysym == keysym)
			return &keys[i];
	}
	return NULL;
}

const char *
oq_chord_keys_suggest(const char *name)
{
	const char *names[G_N_ELEMENTS(keys) + 1] = {NULL};

	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
		names[i] = keys[i].name;
	gint nearest = oq_nearest_find(name, names);
	return nearest >= 0 ? names[nearest] : NULL;
}
