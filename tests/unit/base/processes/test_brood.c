/* test_brood.c - how children are made, limited, told apart and how their ends are told. */
#include "base/processes/brood.h"

#include "test_service.h"

#include <signal.h>
#include <sys/socket.h>

typedef struct {
	OqNursery *nursery;
	int warmth;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	fixture->warmth = 5;
	fixture->nursery = oq_nursery_new(NULL, test_service_run, &fixture->warmth, NULL);
	g_assert_nonnull(fixture->nursery);
}

static void
tear_down(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	oq_nursery_free(fixture->nursery);
	test_service_assert_all_gone();
}

static void
test_two_at_once(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	g_autoptr(OqChild) first = test_service_fork(fixture->nursery, NULL);
	g_autoptr(OqChild) second = test_service_fork(fixture->nursery, NULL);
	TestFamily one = test_service_family(first), two = test_service_family(second);
	g_assert_cmpint(one.child, !=, two.child);
	g_assert_cmpint(one.nursery, ==, two.nursery);
	/* The end of one is nothing to the other. */
	oq_child_free(g_steal_pointer(&first));
	g_autofree char *answer = test_service_ask(second, "warmth");
	g_assert_cmpstr(answer, ==, "5");
}

static void
test_like_new(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	for (guint i = 0; i < 3; i++) {
		g_autoptr(OqChild) child = test_service_fork(fixture->nursery, NULL);
		g_autofree char *before = test_service_ask(child, "warmth");
		g_autofree char *after = test_service_ask(child, "heat");
		g_assert_cmpstr(before, ==, "5");
		g_assert_cmpstr(after, ==, "6");
	}
	g_assert_cmpint(fixture->warmth, ==, 5);
}

/* Its socket, and none that another one's or the nursery's life hangs on. */
static void
test_files(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	g_autoptr(OqChild) sister = test_service_fork(fixture->nursery, NULL);
	g_assert_cmpint(test_service_family(sister).child, >, 0);
	g_autoptr(OqChild) child = test_service_fork(fixture->nursery, NULL);
	g_autofree char *files = test_service_ask(child, "files");
	g_auto(GStrv) list = g_strsplit(g_strstrip(files), " ", -1);
	guint n_sockets = 0;
	for (guint i = 0; list[i] != NULL; i++)
		n_sockets += strstr(list[i], ">socket") != NULL;
	g_assert_cmpuint(n_sockets, ==, 1);
	g_assert_cmpuint(g_strv_length(list), ==, 4);
	g_assert_true(g_strv_contains((const char *const *)list, "0>/dev/n"));
	g_assert_true(g_strv_contains((const char *const *)list, "1>/dev/n"));
}

static void
test_killed_in_mid_answer(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	g_autoptr(OqChild) child = test_service_fork(fixture->nursery, NULL);
	TestFamily family = test_service_family(child);
	oq_child_send(child, "break off", 9);
	g_assert_true(oq_child_wait(&child, 1, NULL, NULL));
	g_assert_cmpint(kill(family.child, SIGKILL), ==, 0);
	test_service_assert_fails(child, OQ_CHILD_ERROR_KILLED);
	g_autoptr(OqChild) next = test_service_fork(fixture->nursery, NULL);
	g_assert_cmpint(test_service_family(next).nursery, ==, family.nursery);
}

static void
assert_end(OqNursery *nursery, const OqChildLimits *limits, const char *order, OqChildError code)
{
	g_autoptr(OqChild) child = test_service_fork(nursery, limits);
	oq_child_send(child, order, strlen(order));
	test_service_assert_fails(child, code);
}

static void
test_ends(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	const OqChildLimits impatient = {.max_silence_ms = 50}, brief = {.max_seconds = 1};
	OqNursery *nursery = fixture->nursery;
	assert_end(nursery, NULL, "abort", OQ_CHILD_ERROR_CRASHED);
	assert_end(nursery, NULL, "end 3", OQ_CHILD_ERROR_CRASHED);
	assert_end(nursery, &impatient, "spin", OQ_CHILD_ERROR_HUNG);
	assert_end(nursery, &impatient, "break off", OQ_CHILD_ERROR_HUNG);
	assert_end(nursery, &brief, "spin", OQ_CHILD_ERROR_HUNG);
	g_autoptr(OqChild) child = test_service_fork(nursery, NULL);
	g_autoptr(GError) error = NULL;
	oq_child_send(child, "end 0", 5);
	g_assert_null(oq_child_receive(child, NULL, &error));
	g_assert_no_error(error);
}

static void
test_memory(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	if (OQ_BROOD_SANITIZED) {
		g_test_skip("a sanitizer's shadow memory knows no limit");
		return;
	}
	const OqChildLimits limits = {.max_bytes = 64 << 20};
	g_autoptr(OqChild) child = test_service_fork(fixture->nursery, &limits);
	g_autofree char *little = test_service_ask(child, "allocate 40000000");
	g_autofree char *much = test_service_ask(child, "allocate 80000000");
	g_assert_cmpstr(little, ==, "had");
	g_assert_cmpstr(much, ==, "refused");
}

/* Whoever has let go of a child that runs for ever need not do anything else. */
static void
test_let_go(Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
	for (guint i = 0; i < 3; i++) {
		g_autoptr(OqChild) child = test_service_fork(fixture->nursery, NULL);
		TestFamily family = test_service_family(child);
		oq_child_send(child, "spin", 4);
		oq_child_free(g_steal_pointer(&child));
		while (kill(family.child, 0) == 0) /* a zombie would be found as well */
			g_thread_yield();
		g_assert_cmpint(errno, ==, ESRCH);
	}
}

/* What the kernel refuses comes back as its errno. */
static void
test_ask_nobody(void)
{
	const OqChildLimits limits = {0};
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	g_assert_cmpint(oq_brood_ask(ends[1], &limits, ends[0], ends[1]), ==, ENOTSOCK);
	close(ends[0]);
	close(ends[1]);
}

static gpointer
take_all(gpointer data)
{
	char bytes[4096];
	int fd = GPOINTER_TO_INT(data);
	while (read(fd, bytes, sizeof bytes) > 0)
		continue;
	return NULL;
}

/* More of them at once than there is room for. */
static void
test_ask_often(void)
{
	const OqChildLimits limits = {0};
	int ends[2];
	g_assert_cmpint(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), ==, 0);
	GThread *thread = g_thread_new("nursery", take_all, GINT_TO_POINTER(ends[1]));
	for (guint i = 0; i < 20000; i++)
		g_assert_cmpint(oq_brood_ask(ends[0], &limits, ends[0], ends[0]), ==, 0);
	close(ends[0]);
	g_thread_join(thread);
	close(ends[1]);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	test_service_adopt();
	g_test_add("/brood/two-at-once", Fixture, NULL, set_up, test_two_at_once, tear_down);
	g_test_add("/brood/like-new", Fixture, NULL, set_up, test_like_new, tear_down);
	g_test_add("/brood/files", Fixture, NULL, set_up, test_files, tear_down);
	g_test_add("/brood/killed-in-mid-answer", Fixture, NULL, set_up, test_killed_in_mid_answer,
		tear_down);
	g_test_add("/brood/ends", Fixture, NULL, set_up, test_ends, tear_down);
	g_test_add("/brood/memory", Fixture, NULL, set_up, test_memory, tear_down);
	g_test_add("/brood/let-go", Fixture, NULL, set_up, test_let_go, tear_down);
	g_test_add_func("/brood/ask-nobody", test_ask_nobody);
	g_test_add_func("/brood/ask-often", test_ask_often);
	return g_test_run();
}
