#include "open/loaders/csv.h"

#include "opened.h"

static void
test_dividers(void)
{
	assert_blocks(&oq_loader_csv, "Аты,Саны\nалма,5\n", "cell: Аты: алма; Саны: 5\n");
	assert_blocks(&oq_loader_csv, "Аты;Баға\r\nнан;1,5\r\n", "cell: Аты: нан; Баға: 1,5\n");
	assert_blocks(&oq_loader_csv, "Аты\tБаға\nнан\t2", "cell: Аты: нан; Баға: 2\n");
	assert_blocks(&oq_loader_csv, "жалғыз\n", "cell: жалғыз\n");
	assert_blocks(&oq_loader_csv, "", "");
}

static void
test_quotes(void)
{
	assert_blocks(&oq_loader_csv, "А,Б\n\"бір, \"\"екі\"\"\",\"үш\nтөрт\"\n,\"",
		"cell: А: бір, \"екі\"; Б: үш төрт\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/csv/dividers", test_dividers);
	g_test_add_func("/csv/quotes", test_quotes);
	return g_test_run();
}
