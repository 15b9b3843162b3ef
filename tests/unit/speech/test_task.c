#include "speech/task.h"

#include "base/processes/records.h"

#include <sys/socket.h>
#include <unistd.h>

enum { RATE_HZ = 22050 };

typedef struct {
	OqTask *task;
	const OqTaskPlace *left_out;
	int ends[4]; /* of the child that is played: its socket and its leash, both pairs */
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	OqTaskPlace *place = g_new0(OqTaskPlace, 1);
	place->begins = g_strdup("Бір");
	f->task = oq_task_new();
	oq_task_add(f->task, oq_task_record(OQ_TASK_SAY, "", 0), place);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_task_free(f->task);
}

static void
say_ready(int fd)
{
	const OqTaskReady ready = {RATE_HZ};
	g_autoptr(GBytes) record = oq_task_record(OQ_TASK_READY, &ready, sizeof ready);
	g_assert_true(
		oq_records_write(fd, g_bytes_get_data(record, NULL), g_bytes_get_size(record)));
}

/* A child that answers nothing, whether it has said that it is ready or not, and what the task
 * makes of that. */
static gboolean
hang_a_child(Fixture *f, gboolean is_ready, GError **error)
{
	g_assert_cmpint(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, f->ends), ==, 0);
	g_assert_cmpint(socketpair(AF_UNIX, SOCK_STREAM, 0, f->ends + 2), ==, 0);
	oq_task_start(f->task, oq_child_new(f->ends[0], f->ends[2], 1));
	if (is_ready)
		say_ready(f->ends[1]);
	gboolean goes_on = TRUE;
	while (goes_on && oq_task_child(f->task) != NULL) {
		OqChild *child = oq_task_child(f->task);
		g_assert_true(oq_child_wait(&child, 1, NULL, NULL));
		goes_on = oq_task_receive(f->task, &f->left_out, error);
	}
	close(f->ends[1]);
	close(f->ends[3]);
	return goes_on;
}

/* An utterance at which two children hang is left out. */
static void
test_hangs(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_true(hang_a_child(f, TRUE, NULL));
	g_assert_null(f->left_out);
	g_assert_true(hang_a_child(f, TRUE, NULL));
	g_assert_nonnull(f->left_out);
	g_assert_cmpstr(f->left_out->begins, ==, "Бір");
	g_assert_true(oq_task_is_said(f->task));
}

/* Children that are not even ready tell nothing about the utterance: there are none to be had. */
static void
test_no_child_gets_ready(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(hang_a_child(f, FALSE, NULL));
	g_assert_null(f->left_out);
	g_assert_false(hang_a_child(f, FALSE, &error));
	g_assert_error(error, OQ_CHILD_ERROR, OQ_CHILD_ERROR_HUNG);
	g_assert_null(f->left_out);
}

/* One that gave nothing may have been ready before the task got it. */
static void
test_hangs_after_another_was_mute(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_true(hang_a_child(f, FALSE, NULL));
	g_assert_true(hang_a_child(f, TRUE, NULL));
	g_assert_nonnull(f->left_out);
}

#define ADD(name, test) g_test_add("/task/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("hangs", test_hangs);
	ADD("no-child-gets-ready", test_no_child_gets_ready);
	ADD("hangs-after-another-was-mute", test_hangs_after_another_was_mute);
	return g_test_run();
}
