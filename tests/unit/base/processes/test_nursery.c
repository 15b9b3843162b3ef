/* test_nursery.c - the nursery as the program uses it, from its start to any end of the program. */
#include "base/processes/nursery.h"

#include "test_service.h"

#include <signal.h>

#define MANY_BYTES (10U << 20)

static int
echo(int fd, gpointer data G_GNUC_UNUSED)
{
	g_autoptr(GBytes) record = NULL;
	while ((record = oq_records_read(fd)) != NULL) {
		gsize n_bytes;
		gconstpointer bytes = g_bytes_get_data(record, &n_bytes);
		if (!oq_records_write(fd, bytes, n_bytes))
			return 1;
		g_clear_pointer(&record, g_bytes_unref);
	}
	return 0;
}

static OqNursery *
new_nursery(OqNurseryWarm warm, OqNurseryRun run, gpointer data)
{
	g_autoptr(GError) error = NULL;
	OqNursery *nursery = oq_nursery_new(warm, run, data, &error);
	g_assert_no_error(error);
	g_assert_nonnull(nursery);
	return nursery;
}

static void
test_echo(void)
{
	g_autoptr(OqNursery) nursery = new_nursery(NULL, echo, NULL);
	g_autoptr(OqChild) child = test_service_fork(nursery, NULL);
	static const gsize sizes[] = {0, 1, MANY_BYTES, 5};
	g_autofree guint8 *content = g_malloc(MANY_BYTES);
	for (guint i = 0; i < MANY_BYTES; i++)
		content[i] = (guint8)(i % 251);
	for (guint i = 0; i < G_N_ELEMENTS(sizes); i++)
		oq_child_send(child, content, sizes[i]);
	for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autoptr(GBytes) record = oq_child_receive(child, NULL, NULL);
		gsize n_bytes;
		gconstpointer bytes = g_bytes_get_data(record, &n_bytes);
		g_assert_cmpmem(bytes, n_bytes, content, sizes[i]);
	}
}

static void
warm(gpointer data)
{
	*(int *)data = 7;
}

static void
test_warm(void)
{
	int warmth = 0;
	g_autoptr(OqNursery) nursery = new_nursery(warm, test_service_run, &warmth);
	for (guint i = 0; i < 2; i++) {
		g_autoptr(OqChild) child = test_service_fork(nursery, NULL);
		g_autofree char *answer = test_service_ask(child, "heat");
		g_assert_cmpstr(answer, ==, "8");
	}
	g_assert_cmpint(warmth, ==, 0);
}

static void
test_several(void)
{
	int warmth = 1;
	OqNursery *first = new_nursery(NULL, test_service_run, &warmth);
	warmth = 2;
	g_autoptr(OqNursery) second = new_nursery(NULL, test_service_run, &warmth);
	g_autoptr(OqChild) child_of_first = test_service_fork(first, NULL);
	g_autoptr(OqChild) child_of_second = test_service_fork(second, NULL);
	g_autofree char *one = test_service_ask(child_of_first, "warmth");
	g_autofree char *two = test_service_ask(child_of_second, "warmth");
	g_assert_cmpstr(one, ==, "1");
	g_assert_cmpstr(two, ==, "2");
	/* The second one keeps no file of the first one's open: so that one ends. */
	oq_nursery_free(first);
	test_service_assert_fails(child_of_first, OQ_CHILD_ERROR_KILLED);
	g_autofree char *still = test_service_ask(child_of_second, "heat");
	g_assert_cmpstr(still, ==, "3");
}

/* When free returns there is no process left, not even one to be waited for. */
static void
test_free(void)
{
	OqNursery *nursery = new_nursery(NULL, test_service_run, NULL);
	g_autoptr(OqChild) idle = test_service_fork(nursery, NULL);
	g_autoptr(OqChild) busy = test_service_fork(nursery, NULL);
	TestFamily family = test_service_family(idle);
	oq_child_send(busy, "spin", 4);
	oq_nursery_free(nursery);
	g_assert_cmpint(waitpid(-1, NULL, WNOHANG), ==, -1);
	g_assert_cmpint(errno, ==, ECHILD);
	g_assert_cmpint(kill(family.child, 0), ==, -1);
	oq_nursery_free(NULL);
}

static guint
count_files(void)
{
	g_autoptr(GDir) folder = g_dir_open("/proc/self/fd", 0, NULL);
	guint n = 0;
	while (g_dir_read_name(folder) != NULL)
		n++;
	return n;
}

static void
test_many(void)
{
	guint n_files = count_files();
	OqNursery *nursery = new_nursery(NULL, test_service_run, NULL);
	for (guint i = 0; i < 100; i++) {
		g_autoptr(OqChild) child = test_service_fork(nursery, NULL);
		g_autofree char *pid = test_service_ask(child, "pid");
		g_assert_cmpint(atoi(pid), >, 0);
	}
	g_autoptr(OqChild) last = test_service_fork(nursery, NULL);
	g_autofree char *files = test_service_ask(last, "files");
	g_assert_cmpuint(strlen(files), <, 60);
	oq_child_free(g_steal_pointer(&last));
	oq_nursery_free(nursery);
	g_assert_cmpuint(count_files(), ==, n_files);
}

/* A program of its own with a busy and an idle child, which tells of itself over @out. */
static pid_t
start_program(int out)
{
	pid_t program = fork();
	g_assert_cmpint(program, >=, 0);
	if (program != 0)
		return program;
	setpgid(0, 0);
	signal(SIGTERM, SIG_DFL);
	OqNursery *nursery = new_nursery(NULL, test_service_run, NULL);
	OqChild *idle = test_service_fork(nursery, NULL);
	OqChild *busy = test_service_fork(nursery, NULL);
	TestFamily family = test_service_family(idle);
	oq_child_send(busy, "spin", 4);
	if (write(out, &family, sizeof family) < 0)
		_exit(1);
	for (;;)
		pause();
}

/* Whoever is sent the signal: the program dies of it and takes all with it. */
static void
assert_ends(gboolean whole_group, int number)
{
	int ends[2];
	TestFamily family;
	g_assert_cmpint(pipe(ends), ==, 0);
	pid_t program = start_program(ends[1]);
	close(ends[1]);
	g_assert_cmpint(read(ends[0], &family, sizeof family), ==, sizeof family);
	g_assert_cmpint(kill(whole_group ? -program : program, number), ==, 0);
	test_service_assert_all_gone();
	g_assert_cmpint(kill(family.child, 0), ==, -1);
	g_assert_cmpint(kill(family.nursery, 0), ==, -1);
	g_assert_cmpint(kill(family.keeper, 0), ==, -1);
	/* Nobody has held the program's files. */
	g_assert_cmpint(read(ends[0], &family, 1), ==, 0);
	close(ends[0]);
}

static void
test_program_dies(void)
{
	assert_ends(FALSE, SIGKILL);
	assert_ends(FALSE, SIGTERM);
	assert_ends(TRUE, SIGKILL);
	assert_ends(TRUE, SIGTERM);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	test_service_adopt();
	g_test_add_func("/nursery/echo", test_echo);
	g_test_add_func("/nursery/warm", test_warm);
	g_test_add_func("/nursery/several", test_several);
	g_test_add_func("/nursery/free", test_free);
	g_test_add_func("/nursery/many", test_many);
	g_test_add_func("/nursery/program-dies", test_program_dies);
	return g_test_run();
}
