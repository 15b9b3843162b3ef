/* test_keeper.c - whichever process dies, what is left goes on or ends as it should. */
#include "base/processes/keeper.h"

#include "test_service.h"

#include <signal.h>

typedef struct {
	OqNursery *nursery;
	OqChild *child;
	TestFamily family;
	int warmth;
} Fixture;

static void
warm(gpointer data)
{
	++*(int *)data;
}

static void
set_up(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	fixture->nursery = oq_nursery_new(warm, test_service_run, &fixture->warmth, NULL);
	g_assert_nonnull(fixture->nursery);
	fixture->child = test_service_fork(fixture->nursery, NULL);
	fixture->family = test_service_family(fixture->child);
	g_assert_cmpint(test_service_parent(fixture->family.keeper), ==, getpid());
}

static void
tear_down(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	oq_child_free(fixture->child);
	oq_nursery_free(fixture->nursery);
	test_service_assert_all_gone();
}

static void
assert_answers(OqChild *child)
{
	g_autofree char *warmth = test_service_ask(child, "warmth");
	g_assert_cmpstr(warmth, ==, "1");
}

static void
test_nursery_killed(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	for (guint i = 0; i < 5; i++) {
		g_assert_cmpint(kill(fixture->family.nursery, SIGKILL), ==, 0);
		test_service_assert_fails(fixture->child, OQ_CHILD_ERROR_KILLED);
		oq_child_free(fixture->child);
		fixture->child = test_service_fork(fixture->nursery, NULL);
		TestFamily next = test_service_family(fixture->child);
		g_assert_cmpint(next.nursery, !=, fixture->family.nursery);
		g_assert_cmpint(next.keeper, ==, fixture->family.keeper);
		assert_answers(fixture->child);
		fixture->family = next;
	}
}

static void
test_keeper_killed(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	g_assert_cmpint(kill(fixture->family.keeper, SIGKILL), ==, 0);
	while (test_service_parent(fixture->family.nursery) == fixture->family.keeper)
		g_thread_yield();
	assert_answers(fixture->child);
	g_autoptr(OqChild) next = test_service_fork(fixture->nursery, NULL);
	assert_answers(next);
}

static void
test_both_killed(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_assert_cmpint(kill(fixture->family.keeper, SIGKILL), ==, 0);
	g_assert_cmpint(kill(fixture->family.nursery, SIGKILL), ==, 0);
	test_service_assert_fails(fixture->child, OQ_CHILD_ERROR_KILLED);
	/* The keeper may be the last to close its end; then it is the child that fails. */
	g_autoptr(OqChild) next = oq_nursery_fork(fixture->nursery, NULL, &error);
	if (next == NULL)
		g_assert_error(error, OQ_CHILD_ERROR, OQ_CHILD_ERROR_FAILED);
	else
		test_service_assert_fails(next, OQ_CHILD_ERROR_KILLED);
}

/* A stopped nursery neither keeps a child alive in our eyes nor the program from ending. */
static void
test_nursery_stopped(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	const OqChildLimits impatient = {.max_silence_ms = 50};
	g_assert_cmpint(kill(fixture->family.nursery, SIGSTOP), ==, 0);
	g_autoptr(OqChild) next = test_service_fork(fixture->nursery, &impatient);
	test_service_assert_fails(next, OQ_CHILD_ERROR_HUNG);
}

/* main() has given the program a display and a bus. */
static void
test_surroundings(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	static const char *const expected[][2] = {
		{"HOME", "/nonexistent"},
		{"XDG_CONFIG_HOME", "/nonexistent"},
		{"PULSE_SERVER", "unix:/nonexistent"},
		{"DISPLAY", "-"},
		{"DBUS_SESSION_BUS_ADDRESS", "-"},
		{"OQYRMAN_TEST", "kept"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
		g_autofree char *order = g_strdup_printf("get %s", expected[i][0]);
		g_autofree char *value = test_service_ask(fixture->child, order);
		g_assert_cmpstr(value, ==, expected[i][1]);
	}
	g_assert_cmpstr(g_getenv("DISPLAY"), ==, ":0");
}

/* What a terminal sends to all is the program's to act upon, which ignores it here. */
static void
test_signals_of_a_terminal(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	static const int numbers[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
	for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
		kill(fixture->family.child, numbers[i]);
		kill(fixture->family.nursery, numbers[i]);
		kill(fixture->family.keeper, numbers[i]);
	}
	assert_answers(fixture->child);
	g_autoptr(OqChild) next = test_service_fork(fixture->nursery, NULL);
	TestFamily family = test_service_family(next);
	g_assert_cmpint(family.nursery, ==, fixture->family.nursery);
	g_assert_cmpint(family.keeper, ==, fixture->family.keeper);
}

static void
warm_never(gpointer data G_GNUC_UNUSED)
{
	raise(SIGKILL);
}

/* One that can never be made ready is not tried for ever. */
static void
test_never_warm(void)
{
	OqNursery *nursery = oq_nursery_new(warm_never, test_service_run, NULL, NULL);
	g_autoptr(OqChild) child = oq_nursery_fork(nursery, NULL, NULL);
	if (child != NULL) /* the keeper may have given up before */
		test_service_assert_fails(child, OQ_CHILD_ERROR_KILLED);
	oq_nursery_free(nursery);
	test_service_assert_all_gone();
}

static void
warm_for_ever(gpointer data G_GNUC_UNUSED)
{
	for (;;)
		pause();
}

static void
test_ever_warming(void)
{
	const OqChildLimits impatient = {.max_silence_ms = 50};
	OqNursery *nursery = oq_nursery_new(warm_for_ever, test_service_run, NULL, NULL);
	g_autoptr(OqChild) child = test_service_fork(nursery, &impatient);
	test_service_assert_fails(child, OQ_CHILD_ERROR_HUNG);
	oq_nursery_free(nursery);
	test_service_assert_all_gone();
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	test_service_adopt();
	g_setenv("DISPLAY", ":0", TRUE);
	g_setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus", TRUE);
	g_setenv("OQYRMAN_TEST", "kept", TRUE);
	g_test_add("/keeper/nursery-killed", Fixture, NULL, set_up, test_nursery_killed, tear_down);
	g_test_add("/keeper/keeper-killed", Fixture, NULL, set_up, test_keeper_killed, tear_down);
	g_test_add("/keeper/both-killed", Fixture, NULL, set_up, test_both_killed, tear_down);
	g_test_add(
		"/keeper/nursery-stopped", Fixture, NULL, set_up, test_nursery_stopped, tear_down);
	g_test_add("/keeper/surroundings", Fixture, NULL, set_up, test_surroundings, tear_down);
	g_test_add("/keeper/signals-of-a-terminal", Fixture, NULL, set_up,
		test_signals_of_a_terminal, tear_down);
	g_test_add_func("/keeper/never-warm", test_never_warm);
	g_test_add_func("/keeper/ever-warming", test_ever_warming);
	return g_test_run();
}
