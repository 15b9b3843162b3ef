#include "desktop/selection/faults.h"

#include <string.h>
#include <unistd.h>

static void
check(GError *error, OqSelectionError code, const char *part)
{
	g_assert_error(error, OQ_SELECTION_ERROR, (int)code);
	g_assert_nonnull(strstr(error->message, part));
	g_error_free(error);
}

static void
test_late(void)
{
	g_autofree char *name = NULL;
	g_autofree char *process = g_strdup_printf("process %ld", (long)getpid());
	g_assert_true(g_file_get_contents("/proc/self/comm", &name, NULL, NULL));
	check(oq_fault_late(getpid()), OQ_SELECTION_ERROR_TIMEOUT, g_strchomp(name));
	check(oq_fault_late(getpid()), OQ_SELECTION_ERROR_TIMEOUT, process);
	check(oq_fault_late(0), OQ_SELECTION_ERROR_TIMEOUT, "does not answer");
	check(oq_fault_late(-1), OQ_SELECTION_ERROR_TIMEOUT, "does not answer");
}

static void
test_display(void)
{
	g_setenv("OQ_TEST_DISPLAY", ":7", TRUE);
	check(oq_fault_display("OQ_TEST_DISPLAY", FALSE), OQ_SELECTION_ERROR_NO_SOURCE,
		"OQ_TEST_DISPLAY=:7");
	check(oq_fault_display("OQ_TEST_DISPLAY", TRUE), OQ_SELECTION_ERROR_TIMEOUT,
		"OQ_TEST_DISPLAY=:7");
	check(oq_fault_no_display(), OQ_SELECTION_ERROR_NO_SOURCE, "WAYLAND_DISPLAY");
	check(oq_fault_no_focus(), OQ_SELECTION_ERROR_NO_SOURCE, "accessibility");
	check(oq_fault_not_built(), OQ_SELECTION_ERROR_NO_SOURCE, "libxcb1-dev");
	check(oq_fault_no_data_control(), OQ_SELECTION_ERROR_NO_SOURCE, "accessibility");
	check(oq_fault_protected(), OQ_SELECTION_ERROR_PROTECTED, "password");
	check(oq_fault_display_gone(), OQ_SELECTION_ERROR_GONE, "gone");
}

static void
test_nothing(void)
{
	check(oq_fault_nothing(OQ_SELECTION_SELECTED), OQ_SELECTION_ERROR_NOTHING, "select");
	check(oq_fault_nothing(OQ_SELECTION_CLIPBOARD), OQ_SELECTION_ERROR_NOTHING, "clipboard");
	check(oq_fault_ended(), OQ_SELECTION_ERROR_GONE, "ended");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/faults/late", test_late);
	g_test_add_func("/faults/display", test_display);
	g_test_add_func("/faults/nothing", test_nothing);
	return g_test_run();
}
