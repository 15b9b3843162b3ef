#include "audio/playing/no_assert.h"

void __assert_fail(const char *assertion, const char *file, unsigned int line,
	const char *function) G_GNUC_NORETURN;

static int
succeed(void)
{
	return 7;
}

static int
fail(void)
{
	__assert_fail("one < two", "file.c", 1, "fail");
}

static void
test_is_found(void)
{
	g_assert_true(oq_no_assert());
}

static void
test_call(void)
{
	int result = 0;
	for (guint i = 0; i < 2; i++) {
		g_assert_true(oq_no_assert_call(succeed, &result));
		g_assert_cmpint(result, ==, 7);
		g_assert_false(oq_no_assert_call(fail, &result));
	}
}

/* Other assertions are what they were. */
static void
test_elsewhere(void)
{
	int result = 0;
	if (g_test_subprocess()) {
		g_assert_true(oq_no_assert_call(succeed, &result));
		fail();
	}
	g_test_trap_subprocess(NULL, 0, 0);
	g_test_trap_assert_failed();
	g_test_trap_assert_stderr("*one < two*");
}

static gpointer
fail_in_thread(gpointer data G_GNUC_UNUSED)
{
	fail();
	return NULL;
}

static int
fail_in_another(void)
{
	g_thread_join(g_thread_new("fails", fail_in_thread, NULL));
	return 0;
}

static void
test_another_thread(void)
{
	int result = 0;
	if (g_test_subprocess())
		oq_no_assert_call(fail_in_another, &result);
	g_test_trap_subprocess(NULL, 0, 0);
	g_test_trap_assert_failed();
	g_test_trap_assert_stderr("*one < two*");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/no_assert/is-found", test_is_found);
	g_test_add_func("/no_assert/call", test_call);
	g_test_add_func("/no_assert/elsewhere", test_elsewhere);
	g_test_add_func("/no_assert/another-thread", test_another_thread);
	return g_test_run();
}
