#include "text/characters/composed.h"

#include <string.h>

static char *
make(OqComposed *composed, const char *text)
{
	oq_composed_make(composed, oq_slice(text));
	return g_strdup(composed->text->str);
}

static void
test_letters(void)
{
	static const struct {
		const char *written;
		const char *composed;
	} all[] = {
		{"Й. Иманов", "Й. Иманов"}, {"И\u0306. Иманов е\u0308", "Й. Иманов ё"},
		{"а\u0301 м\u0306", "а\u0301 м\u0306"}, /* no letter has these */
		{"\u0306й", "\u0306й"},                 /* nothing before it */
		{"и\u0301\u0306", "и\u0301\u0306"},     /* another mark between */
		{"e\u0302\u0301", "ế"},                 /* two marks */
		{"и\u200D\u0306", "и\u200D\u0306"},     /* not right behind it */
		{"e\u0301\u0374", "é\u0374"}, {"", ""}, /* U+0374 is no mark of these */
	};
	OqComposed composed;
	oq_composed_init(&composed);
	for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
		g_autofree char *made = make(&composed, all[i].written);
		g_assert_cmpstr(made, ==, all[i].composed);
	}
	oq_composed_clear(&composed);
}

static void
test_is_needed(void)
{
	g_assert_false(oq_composed_is_needed(oq_slice("")));
	g_assert_false(oq_composed_is_needed(oq_slice("Й. Иманов ёлка €")));
	g_assert_true(oq_composed_is_needed(oq_slice("И\u0306")));
	g_assert_true(oq_composed_is_needed(oq_slice("α\u0345")));
}

/* Each character leads back to where it, or its letter, begins. */
static void
test_source(void)
{
	OqComposed composed;
	oq_composed_init(&composed);
	g_autofree char *made = make(&composed, "a й\u0301 И\u0306е\u0308 б e\u0302\u0301.");
	g_assert_cmpstr(made, ==, "a й\u0301 Йё б ế.");
	static const struct {
		gsize at;
		gsize source;
	} all[] = {{0, 0}, {1, 1}, {2, 2}, {4, 4}, {6, 6}, {7, 7}, {9, 11}, {11, 15}, {12, 16},
		{14, 18}, {15, 19}, {18, 24}, {19, 25}};
	for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
		g_assert_cmpuint(oq_composed_source(&composed, all[i].at), ==, all[i].source);
	oq_composed_clear(&composed);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/composed/letters", test_letters);
	g_test_add_func("/composed/is-needed", test_is_needed);
	g_test_add_func("/composed/source", test_source);
	return g_test_run();
}
