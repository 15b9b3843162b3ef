#include "wish_case.h"

#include <string.h>

static void
test_waiting(WishCase *fixture, gconstpointer data)
{
	(void)data;
	OqWishes *wishes = &fixture->wishes;
	g_assert_cmpint(wishes->each[OQ_DEED_PAUSE].state, ==, OQ_WISH_WAITING);
	g_assert_cmpint(wishes->each[OQ_DEED_NEXT].state, ==, OQ_WISH_NONE);
	oq_wishes_press(wishes, OQ_DEED_PAUSE);
	g_assert_cmpuint(fixture->n_pressed[OQ_DEED_PAUSE], ==, 0);
	wishes->each[OQ_DEED_PAUSE].state = OQ_WISH_GRANTED;
	oq_wishes_press(wishes, OQ_DEED_PAUSE);
	g_assert_cmpuint(fixture->n_pressed[OQ_DEED_PAUSE], ==, 1);
	g_assert_cmpuint(oq_wishes_count(wishes, OQ_WISH_GRANTED), ==, 1);
}

static void
test_refused(WishCase *fixture, gconstpointer data)
{
	(void)data;
	OqWishes *wishes = &fixture->wishes;
	wishes->each[OQ_DEED_PAUSE].state = OQ_WISH_GRANTED;
	for (guint i = 0; i < 2; i++) { /* once */
		oq_wishes_refuse(wishes, OQ_DEED_READ_SELECTION, OQ_HOTKEYS_ERROR_TAKEN);
		oq_wishes_refuse(wishes, OQ_DEED_NEXT, OQ_HOTKEYS_ERROR_TAKEN);
	}
	g_assert_cmpuint(fixture->n_refused[OQ_DEED_READ_SELECTION], ==, 1);
	g_assert_cmpuint(fixture->n_refused[OQ_DEED_NEXT], ==, 0);
	g_assert_cmpint(fixture->code, ==, OQ_HOTKEYS_ERROR_TAKEN);
	g_assert_nonnull(strstr(fixture->message, "Ctrl+Alt+O"));
	g_assert_nonnull(strstr(fixture->message, "read-selection"));
	oq_wishes_refuse(wishes, OQ_DEED_WHERE, OQ_HOTKEYS_ERROR_DENIED);
	g_assert_cmpint(fixture->code, ==, OQ_HOTKEYS_ERROR_DENIED);
	for (guint i = 0; i < 2; i++)
		oq_wishes_refuse_all(wishes, OQ_HOTKEYS_ERROR_GONE, "gone");
	g_assert_cmpuint(fixture->n_refused[OQ_N_DEEDS], ==, 1);
	g_assert_cmpstr(fixture->message, ==, "gone");
	g_assert_cmpuint(oq_wishes_count(wishes, OQ_WISH_GRANTED), ==, 0);
	g_assert_cmpuint(oq_wishes_judge(wishes), ==, 3);
}

static void
test_wrong(void)
{
	static const char *const keys[OQ_N_DEEDS] = {
		[OQ_DEED_READ_SELECTION] = "Ctrl+Alt+O",
		[OQ_DEED_PAUSE] = "alt+ctrl+o",
		[OQ_DEED_REPEAT] = "Pritn",
		[OQ_DEED_NEXT] = "Print",
	};
	WishCase fixture = {.message = NULL};
	oq_wishes_init(&fixture.wishes, keys, wish_case_press, wish_case_refuse, &fixture);
	g_assert_cmpuint(oq_wishes_judge(&fixture.wishes), ==, 2);
	g_assert_cmpuint(fixture.n_refused[OQ_DEED_PAUSE], ==, 1);
	g_assert_cmpuint(fixture.n_refused[OQ_DEED_REPEAT], ==, 1);
	g_assert_cmpint(fixture.code, ==, OQ_HOTKEYS_ERROR_WRONG);
	g_assert_true(g_str_has_prefix(fixture.message, "repeat: "));
	g_assert_nonnull(strstr(fixture.message, "Print"));
	wish_case_down(&fixture, NULL);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/wishes/waiting", WishCase, NULL, wish_case_up, test_waiting, wish_case_down);
	g_test_add("/wishes/refused", WishCase, NULL, wish_case_up, test_refused, wish_case_down);
	g_test_add_func("/wishes/wrong", test_wrong);
	return g_test_run();
}
