#include "base/chord_keys.h"

/* No name and no keysym stands there twice, or one of them would never be found. */
static void
test_found(void)
{
	static const char *const names[] = {
		"A", "z", "0", "F1", "F24", "print", "KP_9", "less", "Page_Down", "XF86Favorites"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		const OqChordKey *key = oq_chord_keys_find(names[i]);
		g_assert_nonnull(key);
		g_assert_true(oq_chord_keys_of(key->keysym) == key);
	}
	g_assert_cmpuint(oq_chord_keys_find("F24")->keysym, ==, 0xffd5);
	g_assert_cmpuint(oq_chord_keys_find("m")->place, ==, 50);
	g_assert_null(oq_chord_keys_find("F25"));
	g_assert_null(oq_chord_keys_of('R'));
}

static void
test_suggested(void)
{
	g_assert_cmpstr(oq_chord_keys_suggest("Pirnt"), ==, "Print");
	g_assert_null(oq_chord_keys_suggest("whatever"));
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chord_keys/found", test_found);
	g_test_add_func("/chord_keys/suggested", test_suggested);
	return g_test_run();
}
