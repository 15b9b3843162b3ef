#include "home/chooser.h"

static OqChooser *
make(void)
{
	OqChooser *chooser = oq_chooser_new();
	oq_chooser_add(chooser, "one", 10);
	oq_chooser_add(chooser, "two", 20);
	oq_chooser_add(chooser, "three", 30);
	return chooser;
}

static void
test_walk(void)
{
	g_autoptr(OqChooser) chooser = make();
	g_assert_cmpuint(oq_chooser_n_choices(chooser), ==, 3);
	g_assert_cmpstr(oq_chooser_here(chooser)->label, ==, "one");
	g_assert_true(oq_chooser_move(chooser, 2));
	g_assert_cmpstr(oq_chooser_here(chooser)->label, ==, "three");
	g_assert_false(oq_chooser_move(chooser, 1));
	g_assert_cmpuint(oq_chooser_index(chooser), ==, 2);
	g_assert_false(oq_chooser_move(chooser, G_MININT));
	g_assert_cmpstr(oq_chooser_here(chooser)->label, ==, "one");
}

static void
test_move_to(void)
{
	static const struct {
		guint64 value;
		guint index;
	} cases[] = {{0, 0}, {10, 0}, {19, 0}, {20, 1}, {29, 1}, {31, 2}};
	g_autoptr(OqChooser) chooser = make();
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		oq_chooser_move_to(chooser, cases[i].value);
		g_assert_cmpuint(oq_chooser_index(chooser), ==, cases[i].index);
	}
}

/* Only just this one, and the first of several; without one the walk stays where it is. */
static void
test_find(void)
{
	g_autoptr(OqChooser) chooser = make();
	oq_chooser_add(chooser, "none", 0);
	oq_chooser_add(chooser, "again", 20);
	oq_chooser_find(chooser, 30);
	g_assert_cmpuint(oq_chooser_index(chooser), ==, 2);
	oq_chooser_find(chooser, 21);
	g_assert_cmpuint(oq_chooser_index(chooser), ==, 2);
	oq_chooser_find(chooser, 20);
	g_assert_cmpuint(oq_chooser_index(chooser), ==, 1);
	oq_chooser_find(chooser, 0);
	g_assert_cmpuint(oq_chooser_index(chooser), ==, 3);
}

static void
test_remove(void)
{
	g_autoptr(OqChooser) chooser = make();
	oq_chooser_move(chooser, 1);
	oq_chooser_remove(chooser);
	g_assert_cmpstr(oq_chooser_here(chooser)->label, ==, "three");
	oq_chooser_remove(chooser);
	g_assert_cmpstr(oq_chooser_here(chooser)->label, ==, "one");
	oq_chooser_remove(chooser);
	g_assert_null(oq_chooser_here(chooser));
	g_assert_false(oq_chooser_move(chooser, 1));
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/chooser/walk", test_walk);
	g_test_add_func("/chooser/move-to", test_move_to);
	g_test_add_func("/chooser/find", test_find);
	g_test_add_func("/chooser/remove", test_remove);
	return g_test_run();
}
