#include "cli/setup/accelerator.h"

static void
test_same(void)
{
	static const char *const same[] = {"<Control><Alt>o", "<Primary><Alt>o", "<Alt><Ctrl>O",
		"<Mod1><Control>o", "<primary><alt>o"};
	static const char *const others[] = {"", "disabled", "<Control><Alt>", "<Control><Alt>p",
		"<Control>o", "<Control><Alt><Shift>o", "<Control><Alt><Hyper>o", "<Control><Alto",
		"<>o", "o", "Ctrl+Alt+O"};
	const OqChord chord = {OQ_CHORD_CTRL | OQ_CHORD_ALT, 'o'};
	for (gsize i = 0; i < G_N_ELEMENTS(same); i++) {
		g_test_message("%s", same[i]);
		g_assert_true(oq_accelerator_is(same[i], &chord));
	}
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
		g_test_message("%s", others[i]);
		g_assert_false(oq_accelerator_is(others[i], &chord));
	}
	g_assert_true(oq_accelerator_is("Print", &(OqChord){0, 0xff61}));
	g_assert_true(oq_accelerator_is("<Mod4>F9", &(OqChord){OQ_CHORD_SUPER, 0xffc6}));
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/accelerator/same", test_same);
	return g_test_run();
}
