#include "home/keys/key.h"

static void
assert_parsed(const char *name, const OqKey *expected, const char *again)
{
	OqKey key;
	g_test_message("%s", name);
	g_assert_true(oq_key_parse(name, &key));
	g_assert_true(oq_key_equal(&key, expected));
	g_autofree char *shown = oq_key_name(&key);
	g_assert_cmpstr(shown, ==, again);
}

static void
assert_refused(const char *name)
{
	OqKey key;
	g_test_message("%s", name);
	g_assert_false(oq_key_parse(name, &key));
}

static void
test_characters(void)
{
	assert_parsed("w", &(OqKey){.character = 'w'}, "w");
	assert_parsed("W", &(OqKey){.character = 'W'}, "W");
	assert_parsed("Shift+b", &(OqKey){.character = 'B'}, "B");
	assert_parsed("ц", &(OqKey){.character = 0x446}, "ц");
	assert_parsed("Shift+ц", &(OqKey){.character = 0x426}, "Ц");
	assert_parsed("+", &(OqKey){.character = '+'}, "+");
	assert_parsed("Space", &(OqKey){.character = ' '}, "space");
	assert_parsed("f", &(OqKey){.character = 'f'}, "f");
}

static void
test_named(void)
{
	assert_parsed("Left", &(OqKey){.kind = OQ_KEY_LEFT}, "Left");
	assert_parsed("left", &(OqKey){.kind = OQ_KEY_LEFT}, "Left");
	assert_parsed("PageUp", &(OqKey){.kind = OQ_KEY_PAGE_UP}, "Page_Up");
	assert_parsed("page_down", &(OqKey){.kind = OQ_KEY_PAGE_DOWN}, "Page_Down");
	assert_parsed("return", &(OqKey){.kind = OQ_KEY_ENTER}, "Enter");
	assert_parsed("esc", &(OqKey){.kind = OQ_KEY_ESCAPE}, "Escape");
	assert_parsed("F1", &(OqKey){.kind = OQ_KEY_F1}, "F1");
	assert_parsed("f12", &(OqKey){.kind = OQ_KEY_F12}, "F12");
}

static void
test_held(void)
{
	assert_parsed("Ctrl+c", &(OqKey){.character = 'c', .ctrl = TRUE}, "Ctrl+c");
	assert_parsed("ctrl+C", &(OqKey){.character = 'c', .ctrl = TRUE}, "Ctrl+c");
	assert_parsed("Ctrl++", &(OqKey){.character = '+', .ctrl = TRUE}, "Ctrl++");
	assert_parsed("Ctrl+space", &(OqKey){.character = ' ', .ctrl = TRUE}, "Ctrl+space");
	assert_parsed("Ctrl+Left", &(OqKey){.kind = OQ_KEY_LEFT, .ctrl = TRUE}, "Ctrl+Left");
	assert_parsed("Shift+Alt+F3", &(OqKey){.kind = OQ_KEY_F1 + 2, .alt = TRUE, .shift = TRUE},
		"Alt+Shift+F3");
	assert_parsed("Alt+Б", &(OqKey){.character = 0x411, .alt = TRUE}, "Alt+Б");
}

static void
test_refused(void)
{
	static const char *const names[] = {"", "Lef", "ab", "F0", "F13", "F1x", "Ctrl+", "Meta+x",
		"Shift+=", "Shift+space", "Ctrl+Shift+c", "\xd1", "\xff", "a\xff", "\n", "\x7f",
		" ", "Paste", "+x", "F-1", "F+1"};
	for (guint i = 0; i < G_N_ELEMENTS(names); i++)
		assert_refused(names[i]);
}

static void
assert_spoken(const char *name, const char *expected)
{
	OqKey key;
	g_assert_true(oq_key_parse(name, &key));
	g_autofree char *spoken = oq_key_spoken(&key);
	g_assert_cmpstr(spoken, ==, expected);
}

static void
test_spoken(void)
{
	assert_spoken("space", "space bar");
	assert_spoken("w", "w");
	assert_spoken("B", "Shift and b");
	assert_spoken("Ctrl+Left", "Control and left arrow");
	assert_spoken("Alt+Shift+Left", "Alt and Shift and left arrow");
	assert_spoken("F1", "F 1");
	assert_spoken("?", "question mark");
}

/* Neither a sign nor a name with a line in it is heard. */
static void
test_all_spoken(void)
{
	for (char sign = '!'; sign <= '~'; sign++) {
		OqKey key = {.character = (guchar)sign};
		g_autofree char *spoken = oq_key_spoken(&key);
		for (const char *p = spoken; *p != '\0'; p++)
			g_assert_true(g_ascii_isalnum(*p) || *p == ' ' || *p == '-');
	}
	for (OqKeyKind kind = OQ_KEY_ENTER; kind <= OQ_KEY_F12; kind++) {
		OqKey key = {.kind = kind}, again;
		g_autofree char *spoken = oq_key_spoken(&key), *name = oq_key_name(&key);
		g_assert_cmpstr(spoken, !=, "");
		g_assert_true(oq_key_parse(name, &again));
		g_assert_true(oq_key_equal(&key, &again));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/key/characters", test_characters);
	g_test_add_func("/key/named", test_named);
	g_test_add_func("/key/held", test_held);
	g_test_add_func("/key/refused", test_refused);
	g_test_add_func("/key/spoken", test_spoken);
	g_test_add_func("/key/all-spoken", test_all_spoken);
	return g_test_run();
}
