#include "home/keys/sequences.h"

typedef gboolean (*Sequence)(const char *parameters, char last, OqKey *key);

typedef struct {
	const char *parameters;
	char last;
	const char *name;
} Case;

static void
assert_key(Sequence sequence, const Case *expected)
{
	OqKey key;
	g_test_message("%s %c", expected->parameters, expected->last);
	g_assert_true(sequence(expected->parameters, expected->last, &key));
	g_autofree char *name = oq_key_name(&key);
	g_assert_cmpstr(name, ==, expected->name);
}

static void
test_csi(void)
{
	static const Case cases[] = {{"", 'A', "Up"}, {"", 'B', "Down"}, {"", 'C', "Right"},
		{"", 'D', "Left"}, {"", 'H', "Home"}, {"", 'F', "End"}, {"1", 'C', "Right"},
		{"1", '~', "Home"}, {"7", '~', "Home"}, {"4", '~', "End"}, {"8", '~', "End"},
		{"5", '~', "Page_Up"}, {"6", '~', "Page_Down"}, {"2", '~', "Insert"},
		{"3", '~', "Delete"}, {"", 'Z', "Shift+Tab"}, {"", 'P', "F1"}, {"11", '~', "F1"},
		{"15", '~', "F5"}, {"17", '~', "F6"}, {"21", '~', "F10"}, {"23", '~', "F11"},
		{"24", '~', "F12"}, {"[", 'A', "F1"}, {"[", 'E', "F5"}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_key(oq_sequences_csi, &cases[i]);
}

static void
test_held(void)
{
	static const Case cases[] = {{"1;2", 'C', "Shift+Right"}, {"1;3", 'C', "Alt+Right"},
		{"1;5", 'C', "Ctrl+Right"}, {"1;5", 'D', "Ctrl+Left"},
		{"1;8", 'D', "Ctrl+Alt+Shift+Left"}, {"1;9", 'A', "Alt+Up"},
		{"5;5", '~', "Ctrl+Page_Up"}, {"1;2", 'P', "Shift+F1"}, {"11;2", '~', "Shift+F1"},
		{"1;1", 'A', "Up"}, {"1;5:1", 'C', "Ctrl+Right"}, {"1;5:2", 'C', "Ctrl+Right"}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_key(oq_sequences_csi, &cases[i]);
}

/* What xterm (modifyOtherKeys) and kitty send for other keys, where they are asked to. */
static void
test_codes(void)
{
	static const Case cases[] = {{"99;5", 'u', "Ctrl+c"}, {"67;5", 'u', "Ctrl+c"},
		{"97;2", 'u', "A"}, {"1094", 'u', "ц"}, {"1094:1062:119;2", 'u', "Ц"},
		{"27", 'u', "Escape"}, {"13;5", 'u', "Ctrl+Enter"}, {"32;5", 'u', "Ctrl+space"},
		{"127;3", 'u', "Alt+Backspace"}, {"9;2", 'u', "Shift+Tab"},
		{"27;5;99", '~', "Ctrl+c"}, {"27;6;13", '~', "Ctrl+Shift+Enter"}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_key(oq_sequences_csi, &cases[i]);
}

static void
test_rxvt(void)
{
	static const Case csi[] = {{"", 'a', "Shift+Up"}, {"", 'd', "Shift+Left"},
		{"5", '^', "Ctrl+Page_Up"}, {"7", '$', "Shift+Home"},
		{"3", '@', "Ctrl+Shift+Delete"}};
	static const Case ss3[] = {{"", 'a', "Ctrl+Up"}, {"", 'c', "Ctrl+Right"}};
	for (guint i = 0; i < G_N_ELEMENTS(csi); i++)
		assert_key(oq_sequences_csi, &csi[i]);
	for (guint i = 0; i < G_N_ELEMENTS(ss3); i++)
		assert_key(oq_sequences_ss3, &ss3[i]);
}

static void
test_ss3(void)
{
	static const Case cases[] = {{"", 'A', "Up"}, {"", 'D', "Left"}, {"", 'H', "Home"},
		{"", 'F', "End"}, {"", 'P', "F1"}, {"", 'S', "F4"}, {"5", 'C', "Ctrl+Right"},
		{"1;5", 'C', "Ctrl+Right"}, {"", 'M', "Enter"}, {"", 'k', "+"}, {"", 'm', "-"},
		{"", 'p', "0"}, {"", 'y', "9"}, {"", 'o', "/"}, {"", 'X', "="}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_key(oq_sequences_ss3, &cases[i]);
}

/* Reports, a mouse, keys that were let go, keys without a name. */
static void
test_none(void)
{
	static const Case csi[] = {{"24;80", 'R', NULL}, {"?62;1", 'c', NULL},
		{">0;276;0", 'c', NULL}, {"8;24;80", 't', NULL}, {"<0;10;10", 'M', NULL},
		{"", 'I', NULL}, {"", 'O', NULL}, {"?2004;1$", 'y', NULL}, {"1;5:3", 'C', NULL},
		{"97;1:3", 'u', NULL}, {"9", '~', NULL}, {"99", '~', NULL}, {"201", '~', NULL},
		{"57358", 'u', NULL}, {"55296", 'u', NULL}, {"99999999999", 'u', NULL},
		{"0", 'u', NULL}, {"", 'u', NULL}, {"1;2;3;4", 'C', NULL}, {"[", 'F', NULL},
		{"[", 'Z', NULL}, {"", 'x', NULL}, {"", '@', NULL}, {"155", 'u', NULL}};
	static const Case ss3[] = {{"", 'z', NULL}, {"", '!', NULL}, {"1;2;3;4", 'A', NULL}};
	OqKey key;
	for (guint i = 0; i < G_N_ELEMENTS(csi); i++) {
		g_test_message("%s %c", csi[i].parameters, csi[i].last);
		g_assert_false(oq_sequences_csi(csi[i].parameters, csi[i].last, &key));
	}
	for (guint i = 0; i < G_N_ELEMENTS(ss3); i++)
		g_assert_false(oq_sequences_ss3(ss3[i].parameters, ss3[i].last, &key));
}

static void
test_control(void)
{
	static const Case cases[] = {{NULL, '\r', "Enter"}, {NULL, '\n', "Enter"},
		{NULL, '\t', "Tab"}, {NULL, '\b', "Backspace"}, {NULL, '\177', "Backspace"},
		{NULL, '\033', "Escape"}, {NULL, '\003', "Ctrl+c"}, {NULL, '\032', "Ctrl+z"},
		{NULL, '\0', "Ctrl+space"}, {NULL, '\034', "Ctrl+\\"}, {NULL, '\037', "Ctrl+_"}};
	OqKey key;
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		oq_sequences_control(cases[i].last, &key);
		g_autofree char *name = oq_key_name(&key);
		g_assert_cmpstr(name, ==, cases[i].name);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sequences/csi", test_csi);
	g_test_add_func("/sequences/held", test_held);
	g_test_add_func("/sequences/codes", test_codes);
	g_test_add_func("/sequences/rxvt", test_rxvt);
	g_test_add_func("/sequences/ss3", test_ss3);
	g_test_add_func("/sequences/none", test_none);
	g_test_add_func("/sequences/control", test_control);
	return g_test_run();
}
