#include "desktop/hotkeys/keymap.h"

enum {
	FIRST = 8,
	N_CODES = 100,
	MAX_COLUMNS = 8,
	CODE_R = 27,
	CODE_KP = 87,
	CODE_NUM = 77,
	CODE_ALT = 64,
	KA = 0x6cb,
	KP_END = 0xff9c,
	KP_1 = 0xffb1,
	NUM_LOCK = 0xff7f,
	ALT_L = 0xffe9,
};

typedef struct {
	guint32 keysyms[N_CODES * MAX_COLUMNS];
	guint8 modifiers[8 * 2];
	OqKeymap keymap;
} Keyboard;

static void
put(Keyboard *keyboard, guint code, guint column, guint32 keysym)
{
	keyboard->keysyms[(code - FIRST) * keyboard->keymap.n_columns + column] = keysym;
}

static void
make(Keyboard *keyboard, guint n_columns)
{
	*keyboard = (Keyboard){{0}, {0}, {NULL, FIRST, N_CODES, n_columns, NULL, 2}};
	keyboard->keymap.keysyms = keyboard->keysyms;
	keyboard->keymap.modifiers = keyboard->modifiers;
	put(keyboard, CODE_KP, 0, KP_END);
	put(keyboard, CODE_KP, 1, KP_1);
}

static guint
find_r(const Keyboard *keyboard)
{
	return oq_keymap_find(&keyboard->keymap, 'r', 19);
}

static void
test_layouts(void)
{
	static const guint columns[] = {0, 2, 4, 7};
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++) {
		Keyboard keyboard;
		make(&keyboard, MAX_COLUMNS);
		put(&keyboard, CODE_R, 0, KA);
		put(&keyboard, 50, columns[i], 'r');
		g_assert_cmpuint(find_r(&keyboard), ==, 50);
	}
}

/* The first layout that has it. */
static void
test_first(void)
{
	Keyboard keyboard;
	make(&keyboard, 4);
	put(&keyboard, 30, 2, 'r');
	put(&keyboard, 31, 0, 'r');
	g_assert_cmpuint(find_r(&keyboard), ==, 31);
	put(&keyboard, 29, 1, 'r');
	g_assert_cmpuint(find_r(&keyboard), ==, 31);
}

/* Where no layout is Latin, its place counts; it is never the code 0. */
static void
test_place(void)
{
	Keyboard keyboard;
	make(&keyboard, 2);
	put(&keyboard, CODE_R, 0, KA);
	g_assert_cmpuint(find_r(&keyboard), ==, CODE_R);
	put(&keyboard, 60, 1, 'r');
	g_assert_cmpuint(find_r(&keyboard), ==, CODE_R);
	g_assert_cmpuint(oq_keymap_find(&keyboard.keymap, 0xffbe, 0), ==, 0);
	g_assert_cmpuint(oq_keymap_find(&keyboard.keymap, 'x', 200), ==, 0);
	g_assert_cmpuint(oq_keymap_find(&keyboard.keymap, 0, 0), ==, 0);
}

static void
test_keypad(void)
{
	Keyboard keyboard;
	make(&keyboard, 2);
	g_assert_cmpuint(oq_keymap_find(&keyboard.keymap, KP_1, 0), ==, CODE_KP);
	g_assert_cmpuint(oq_keymap_find(&keyboard.keymap, KP_END, 0), ==, CODE_KP);
}

static void
test_modifiers(void)
{
	Keyboard keyboard;
	make(&keyboard, 2);
	put(&keyboard, CODE_NUM, 0, NUM_LOCK);
	put(&keyboard, CODE_ALT, 1, ALT_L);
	keyboard.modifiers[3 * 2 + 1] = CODE_ALT;
	keyboard.modifiers[5 * 2] = CODE_NUM;
	keyboard.modifiers[6 * 2] = 7; /* none of the keyboard's */
	keyboard.modifiers[7 * 2] = 250;
	g_assert_cmpuint(oq_keymap_modifier(&keyboard.keymap, ALT_L), ==, 8);
	g_assert_cmpuint(oq_keymap_modifier(&keyboard.keymap, NUM_LOCK), ==, 32);
	g_assert_cmpuint(oq_keymap_modifier(&keyboard.keymap, 0xffeb), ==, 0);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/keymap/layouts", test_layouts);
	g_test_add_func("/keymap/first", test_first);
	g_test_add_func("/keymap/place", test_place);
	g_test_add_func("/keymap/keypad", test_keypad);
	g_test_add_func("/keymap/modifiers", test_modifiers);
	return g_test_run();
}
