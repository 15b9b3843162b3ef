#include "base/nearest.h"

static const char *const names[] = {
	"read", "render", "say", "text", "voices", "Дәурен", "Айнұр", "punctuation", NULL};

static void
test_found(void)
{
	static const struct {
		const char *word;
		const char *name;
	} cases[] = {
		{"read", "read"},
		{"raed", "read"},
		{"rea", "read"},
		{"reead", "read"},
		{"resd", "read"},
		{"READ", "read"},
		{"sya", "say"},
		{"voicse", "voices"},
		{"ovicse", "voices"},
		{"voi", "voices"},
		{"punct", "punctuation"},
		{"puntcaution", "punctuation"},
		{"Дауреен", "Дәурен"},
		{"дәурен", "Дәурен"},
		{"Айнр", "Айнұр"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_test_message("%s", cases[i].word);
		gint found = oq_nearest_find(cases[i].word, names);
		g_assert_cmpint(found, >=, 0);
		g_assert_cmpstr(names[found], ==, cases[i].name);
	}
}

static void
test_far(void)
{
	static const char *const words[] = {"", "r", "re", "sa", "sayings", "raid.txt", "reda2",
		"voice-over", "texture", "\xff", "rea\xff", "\xd0", "Марат"};
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		g_test_message("%s", words[i]);
		g_assert_cmpint(oq_nearest_find(words[i], names), ==, -1);
	}
}

static void
test_nearest_of_several(void)
{
	static const char *const several[] = {"volumes", "volume", "volumen", NULL};
	static const char *const none[] = {NULL};
	g_assert_cmpint(oq_nearest_find("volume", several), ==, 1);
	g_assert_cmpint(oq_nearest_find("vlumen", several), ==, 2);
	g_assert_cmpint(oq_nearest_find("volum", several), ==, 0);
	g_assert_cmpint(oq_nearest_find("volume", none), ==, -1);
}

static void
test_long(void)
{
	g_autofree char *word = g_strnfill(1000000, 'r');
	g_autofree char *name = g_strnfill(41, 'r');
	g_autofree char *longest = g_strnfill(40, 'r');
	const char *const long_names[] = {name, longest, NULL};
	g_assert_cmpint(oq_nearest_find(word, long_names), ==, -1);
	g_assert_cmpint(oq_nearest_find(name, long_names), ==, -1);
	g_assert_cmpint(oq_nearest_find(longest, long_names), ==, 1);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/nearest/found", test_found);
	g_test_add_func("/nearest/far", test_far);
	g_test_add_func("/nearest/nearest-of-several", test_nearest_of_several);
	g_test_add_func("/nearest/long", test_long);
	return g_test_run();
}
