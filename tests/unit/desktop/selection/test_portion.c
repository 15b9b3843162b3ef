#include "desktop/selection/portion.h"

#include <string.h>

static gboolean
is_of(const char *part, const char *whole)
{
	g_autoptr(GBytes) part_bytes = g_bytes_new_static(part, strlen(part));
	g_autoptr(GBytes) whole_bytes = g_bytes_new_static(whole, strlen(whole));

	return oq_portion_is_of(part_bytes, whole_bytes);
}

static void
test_last(void)
{
	g_assert_true(is_of("Екінші.", "Бірінші.\nЕкінші."));
	g_assert_true(is_of("Екінші.", "Бірінші.\r\n\r\nЕкінші.\r\n"));
	g_assert_true(is_of("Екі", "ірінші.\nЕкі")); /* to where the caret is */
	g_assert_true(is_of("Екі\nүш", "Бір\nЕкі\nүш"));
}

static void
test_first(void)
{
	g_assert_true(is_of("Бірінші.", "Бірінші.\nЕкінші.\nҮшінші."));
	g_assert_true(is_of("рінші.", "рінші.\u2029Екінші."));
	g_assert_true(is_of("Бір", " Бір\u2028Екі"));
}

/* Which the paragraph itself has not. */
static void
test_mark(void)
{
	g_assert_true(is_of("Бірінші.", "    1. Бірінші.\n    2. Екінші."));
	g_assert_true(is_of("Бір", "• Бір\n• Екі"));
	g_assert_true(is_of("Бір", "xviii) Бір\nxix) Екі"));
	g_assert_true(is_of("2. Екінші.", "    1. Бірінші.\n    2. Екінші."));
	g_assert_false(is_of("екі.", "Бір екі.\nҮш."));
	g_assert_false(is_of("екі.", "Айналайын, екі.\nҮш."));
	g_assert_false(is_of("екі", "1.\nекі\nүш"));
	g_assert_false(is_of("екі", "1. Бір екі\nүш"));
}

/* Neither white space nor what is not seen matters, nor objects in the text. */
static void
test_spaces(void)
{
	g_assert_true(is_of(" Екі  үш\n", "Бір\nЕкі\u00A0үш"));
	g_assert_true(is_of("кі\uFFFCтап", "Бір\nкі\u00ADтап"));
	g_assert_true(is_of("\uFEFFЕкі", "Бір\nЕкі"));
	g_assert_true(is_of("Екі үш", "Бір\nЕкіүш"));
	g_assert_true(is_of(" ", "Бір\n ")); /* all that is selected of the last one */
}

/* The same, or something else. */
static void
test_other(void)
{
	g_assert_false(is_of("Бір.", "Бір."));
	g_assert_false(is_of("Бір.", "\n Бір.\n\n"));
	g_assert_false(is_of("Бір.", "Екі."));
	g_assert_false(is_of("Бір.", ""));
	g_assert_false(is_of("Бір.\nЕкі.", "Бір."));
	g_assert_false(is_of("Бір", "бір\nекі"));
	g_assert_false(is_of(" ", "Бір"));
	g_assert_false(is_of(" ", " \n "));
}

/* A word that stands in what was selected elsewhere. */
static void
test_within(void)
{
	g_assert_false(is_of("Екі", "Бір\nЕкі үш"));
	g_assert_false(is_of("үш", "Бір\nЕкі үш"));
	g_assert_false(is_of("Бір", "Бір екі"));
	g_assert_false(is_of("Екі", "Бір\nЕкі\nүш"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/portion/last", test_last);
	g_test_add_func("/portion/first", test_first);
	g_test_add_func("/portion/mark", test_mark);
	g_test_add_func("/portion/spaces", test_spaces);
	g_test_add_func("/portion/other", test_other);
	g_test_add_func("/portion/within", test_within);
	return g_test_run();
}
