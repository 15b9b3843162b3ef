#include "bus/doorbell.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct {
	char *path;
	int folder;
	guint n_rung;
	OqDoorbell *doorbell;
} Case;

static void
set_up(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	/* longer than a socket's name may be */
	g_autofree char *name = g_strnfill(120, 'n');
	g_autofree char *parent = g_dir_make_tmp("oqyrman-XXXXXX", NULL);

	c->path = g_build_filename(parent, name, NULL);
	g_assert_cmpint(g_mkdir(c->path, 0700), ==, 0);
	c->folder = open(c->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	c->doorbell = oq_doorbell_new(c->folder);
	g_assert_nonnull(c->doorbell);
}

static void
tear_down(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *parent = g_path_get_dirname(c->path);

	if (c->doorbell != NULL)
		oq_doorbell_hide(c->doorbell);
	oq_doorbell_free(c->doorbell);
	close(c->folder);
	g_assert_cmpint(g_rmdir(c->path), ==, 0);
	g_rmdir(parent);
	g_free(c->path);
}

static void
count(gpointer data)
{
	((Case *)data)->n_rung++;
}

static int
reach(Case *c)
{
	pid_t holder = 0;
	int connection = oq_doorbell_reach(c->folder, &holder);

	g_assert_cmpint(connection, >=, 0);
	g_assert_cmpint(holder, ==, getpid());
	return connection;
}

static void
serve(void)
{
	while (g_main_context_iteration(NULL, FALSE))
		continue;
}

static void
test_rung(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	int first = reach(c), second = reach(c);

	oq_doorbell_ring(first); /* before anybody listens */
	oq_doorbell_listen(c->doorbell, count, c);
	serve();
	g_assert_cmpuint(c->n_rung, ==, 1);
	oq_doorbell_ring(second);
	oq_doorbell_ring(first);
	serve();
	g_assert_cmpuint(c->n_rung, ==, 1);
	close(first);
	close(second);
	serve();
}

static void
free_bell(gpointer data)
{
	Case *c = data;

	oq_doorbell_hide(c->doorbell);
	g_clear_pointer(&c->doorbell, oq_doorbell_free);
}

static void
test_freed_when_rung(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	int asks = reach(c), waits = reach(c);

	oq_doorbell_listen(c->doorbell, free_bell, c);
	oq_doorbell_ring(asks);
	serve();
	g_assert_null(c->doorbell);
	g_assert_cmpint(oq_doorbell_wait(asks, G_MAXUINT, NULL), ==, OQ_DOORBELL_GONE);
	g_assert_cmpint(oq_doorbell_wait(waits, G_MAXUINT, NULL), ==, OQ_DOORBELL_GONE);
	close(asks);
	close(waits);
}

/* Also those whom nobody has let in yet. */
static void
test_gone(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	int connection = reach(c);

	g_assert_cmpint(oq_doorbell_wait(connection, 0, NULL), ==, OQ_DOORBELL_LATER);
	free_bell(c);
	g_assert_cmpint(oq_doorbell_wait(connection, G_MAXUINT, NULL), ==, OQ_DOORBELL_GONE);
	g_assert_cmpint(oq_doorbell_reach(c->folder, &(pid_t){0}), ==, -1);
	close(connection);
}

static void
test_hidden(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	int connection = reach(c);

	oq_doorbell_hide(c->doorbell);
	g_assert_cmpint(oq_doorbell_reach(c->folder, &(pid_t){0}), ==, -1);
	g_assert_cmpint(oq_doorbell_wait(connection, 0, NULL), ==, OQ_DOORBELL_LATER);
	close(connection);
}

static void
test_stopped(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	int connection = reach(c);
	g_autoptr(GCancellable) stop = g_cancellable_new();

	g_cancellable_cancel(stop);
	g_assert_cmpint(oq_doorbell_wait(connection, G_MAXUINT, stop), ==, OQ_DOORBELL_STOPPED);
	g_assert_cmpint(oq_doorbell_wait(-1, G_MAXUINT, stop), ==, OQ_DOORBELL_STOPPED);
	g_assert_cmpint(oq_doorbell_wait(-1, 0, NULL), ==, OQ_DOORBELL_LATER);
	close(connection);
}

/* What no reader would send ends the connection, and nothing else. */
static void
test_hostile(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const requests[] = {
		"let g", "let go\nlet go\n", "\xff\xfe\n", "let go "};

	oq_doorbell_listen(c->doorbell, count, c);
	for (gsize i = 0; i < G_N_ELEMENTS(requests); i++) {
		int connection = reach(c);
		gsize n_bytes = strlen(requests[i]);
		g_assert_cmpint(send(connection, requests[i], n_bytes, 0), ==, n_bytes);
		serve();
		g_assert_cmpint(
			oq_doorbell_wait(connection, G_MAXUINT, NULL), ==, OQ_DOORBELL_GONE);
		close(connection);
	}
	g_assert_cmpuint(c->n_rung, ==, 0);
}

/* A holder that talks is not listened to, nor does it keep anybody busy. */
static void
test_talkative(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	int ends[2];

	g_assert_cmpint(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), ==, 0);
	g_assert_cmpint(send(ends[1], "never", 5, 0), ==, 5);
	g_assert_cmpint(oq_doorbell_wait(ends[0], 0, NULL), ==, OQ_DOORBELL_LATER);
	close(ends[1]);
	g_assert_cmpint(oq_doorbell_wait(ends[0], 0, NULL), ==, OQ_DOORBELL_GONE);
	close(ends[0]);
	(void)c;
}

/* More than are let in: the last one asks when there is room. */
static void
test_crowd(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	int crowd[100];

	oq_doorbell_listen(c->doorbell, count, c);
	for (guint i = 0; i < G_N_ELEMENTS(crowd); i++) {
		crowd[i] = reach(c);
		serve();
	}
	oq_doorbell_ring(crowd[99]);
	serve();
	g_assert_cmpuint(c->n_rung, ==, 0);
	for (guint i = 0; i < 50; i++)
		close(crowd[i]);
	serve();
	g_assert_cmpuint(c->n_rung, ==, 1);
	for (guint i = 50; i < G_N_ELEMENTS(crowd); i++)
		close(crowd[i]);
}

#define ADD(name, function) g_test_add("/doorbell/" name, Case, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("rung", test_rung);
	ADD("freed-when-rung", test_freed_when_rung);
	ADD("gone", test_gone);
	ADD("hidden", test_hidden);
	ADD("stopped", test_stopped);
	ADD("hostile", test_hostile);
	ADD("talkative", test_talkative);
	ADD("crowd", test_crowd);
	return g_test_run();
}
