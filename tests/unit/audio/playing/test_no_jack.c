#include "audio/playing/no_jack.h"

static void
test_is_found(void)
{
	g_assert_true(oq_no_jack());
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/no_jack/is-found", test_is_found);
	return g_test_run();
}
