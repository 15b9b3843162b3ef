/* test_child.c - the program's side of a child that the test plays itself, with its nursery. */
#include "base/processes/child.h"

#include "base/processes/records.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MANY_BYTES (10U << 20)
#define FOREVER_MS (24 * 3600 * 1000)

typedef struct {
	OqChild *child;
	int socket; /* the child's end */
	int leash;  /* the nursery's */
} Pair;

static Pair
pair_new(guint max_silence_ms)
{
	int sockets[2], leash[2];
	g_assert_cmpint(socketpair(AF_UNIX, SOCK_STREAM, 0, sockets), ==, 0);
	g_assert_cmpint(socketpair(AF_UNIX, SOCK_STREAM, 0, leash), ==, 0);
	g_assert_cmpint(fcntl(sockets[0], F_SETFL, O_NONBLOCK), ==, 0);
	OqChild *child = oq_child_new(sockets[0], leash[0], max_silence_ms);
	return (Pair){child, sockets[1], leash[1]};
}

static void
pair_clear(Pair *pair)
{
	oq_child_free(pair->child);
	close(pair->socket);
	close(pair->leash);
}

/* What the nursery does when the child has ended. */
static void
end(Pair *pair, int status)
{
	g_assert_cmpint(write(pair->leash, &status, sizeof status), ==, sizeof status);
	shutdown(pair->leash, SHUT_RDWR);
	shutdown(pair->socket, SHUT_RDWR);
}

static gboolean
is_let_go(const Pair *pair)
{
	char byte;
	return recv(pair->leash, &byte, 1, MSG_DONTWAIT) == 0;
}

static void
assert_receives(OqChild *child, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) record = oq_child_receive(child, NULL, &error);
	g_assert_no_error(error);
	g_assert_nonnull(record);
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(record, &n_bytes);
	g_assert_cmpmem(bytes, n_bytes, expected, strlen(expected));
}

static void
assert_fails(OqChild *child, OqChildError code)
{
	for (guint i = 0; i < 2; i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_child_receive(child, NULL, &error));
		g_assert_error(error, OQ_CHILD_ERROR, (gint)code);
	}
}

static void
test_order(void)
{
	Pair pair = pair_new(FOREVER_MS);
	oq_child_send(pair.child, "ask", 3);
	oq_child_send(pair.child, NULL, 0);
	g_autoptr(GBytes) first = oq_records_read(pair.socket);
	g_autoptr(GBytes) second = oq_records_read(pair.socket);
	g_assert_cmpuint(g_bytes_get_size(first), ==, 3);
	g_assert_cmpuint(g_bytes_get_size(second), ==, 0);
	g_assert_true(oq_records_write(pair.socket, "answer", 6));
	g_assert_true(oq_records_write(pair.socket, NULL, 0));
	g_assert_true(oq_records_write(pair.socket, "last", 4));
	assert_receives(pair.child, "answer");
	assert_receives(pair.child, "");
	assert_receives(pair.child, "last");
	pair_clear(&pair);
}

static void
test_try_receive(void)
{
	Pair pair = pair_new(FOREVER_MS);
	GBytes *record = NULL;
	g_assert_cmpint(oq_child_try_receive(pair.child, &record, NULL), ==, OQ_CHILD_WORKING);
	g_assert_null(record);
	g_assert_true(oq_records_write(pair.socket, "x", 1));
	g_assert_cmpint(oq_child_try_receive(pair.child, &record, NULL), ==, OQ_CHILD_GAVE);
	g_assert_cmpuint(g_bytes_get_size(record), ==, 1);
	g_clear_pointer(&record, g_bytes_unref);
	g_assert_cmpint(oq_child_fd(pair.child), >=, 0);
	end(&pair, 0);
	g_assert_cmpint(oq_child_try_receive(pair.child, &record, NULL), ==, OQ_CHILD_ENDED);
	g_assert_cmpint(oq_child_fd(pair.child), ==, -1);
	g_assert_true(oq_child_wait(&pair.child, 1, NULL, NULL));
	pair_clear(&pair);
}

/* Writes all of its answer before it reads the question. */
static gpointer
answer_first(gpointer data)
{
	int fd = GPOINTER_TO_INT(data);
	g_autofree guint8 *content = g_malloc0(MANY_BYTES);
	g_assert_true(oq_records_write(fd, content, MANY_BYTES));
	g_autoptr(GBytes) question = oq_records_read(fd);
	g_assert_cmpuint(g_bytes_get_size(question), ==, MANY_BYTES);
	g_assert_true(oq_records_write(fd, "thanks", 6));
	return NULL;
}

static void
test_both_write(void)
{
	Pair pair = pair_new(FOREVER_MS);
	g_autofree guint8 *content = g_malloc0(MANY_BYTES);
	GThread *thread = g_thread_new("child", answer_first, GINT_TO_POINTER(pair.socket));
	oq_child_send(pair.child, content, MANY_BYTES);
	g_autoptr(GBytes) answer = oq_child_receive(pair.child, NULL, NULL);
	g_assert_cmpuint(g_bytes_get_size(answer), ==, MANY_BYTES);
	assert_receives(pair.child, "thanks");
	g_thread_join(thread);
	pair_clear(&pair);
}

static void
test_ends(void)
{
	static const struct {
		int status; /* as of waitpid() */
		OqChildError code;
	} cases[] = {
		{SIGKILL, OQ_CHILD_ERROR_KILLED},
		{SIGABRT, OQ_CHILD_ERROR_CRASHED},
		{SIGSEGV | 0x80, OQ_CHILD_ERROR_CRASHED},
		{SIGXCPU, OQ_CHILD_ERROR_HUNG},
		{1 << 8, OQ_CHILD_ERROR_CRASHED},
		{-EAGAIN, OQ_CHILD_ERROR_FAILED},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		Pair pair = pair_new(FOREVER_MS);
		g_assert_true(oq_records_write(pair.socket, "before", 6));
		end(&pair, cases[i].status);
		assert_receives(pair.child, "before");
		assert_fails(pair.child, cases[i].code);
		oq_child_send(pair.child, "nobody takes it", 15);
		assert_fails(pair.child, cases[i].code);
		pair_clear(&pair);
	}
}

static void
test_regular_end(void)
{
	Pair pair = pair_new(FOREVER_MS);
	g_autoptr(GError) error = NULL;
	oq_child_send(pair.child, "never read", 10); /* the kernel then says "connection reset" */
	close(pair.socket);
	pair.socket = open("/dev/null", O_RDONLY);
	end(&pair, 0);
	g_assert_null(oq_child_receive(pair.child, NULL, &error));
	g_assert_no_error(error);
	pair_clear(&pair);
}

static void
test_broken_record(void)
{
	const guint32 half[] = {100, 0};
	Pair pair = pair_new(FOREVER_MS);
	g_assert_cmpint(write(pair.socket, half, sizeof half), ==, sizeof half);
	end(&pair, 0);
	assert_fails(pair.child, OQ_CHILD_ERROR_CRASHED);
	pair_clear(&pair);
}

static void
test_garbled_record(void)
{
	const guint32 absurd = G_MAXUINT32;
	Pair pair = pair_new(FOREVER_MS);
	g_assert_cmpint(write(pair.socket, &absurd, sizeof absurd), ==, sizeof absurd);
	g_assert_false(is_let_go(&pair));
	assert_fails(pair.child, OQ_CHILD_ERROR_CRASHED);
	g_assert_true(is_let_go(&pair));
	pair_clear(&pair);
}

static void
test_nursery_dies(void)
{
	Pair pair = pair_new(FOREVER_MS);
	shutdown(pair.leash, SHUT_RDWR);
	shutdown(pair.socket, SHUT_RDWR);
	assert_fails(pair.child, OQ_CHILD_ERROR_KILLED);
	pair_clear(&pair);
}

static void
test_silence(void)
{
	const guint32 half[] = {100, 0};
	Pair pair = pair_new(20);
	g_assert_cmpint(write(pair.socket, half, sizeof half), ==, sizeof half);
	g_assert_false(is_let_go(&pair));
	assert_fails(pair.child, OQ_CHILD_ERROR_HUNG);
	g_assert_true(is_let_go(&pair));
	pair_clear(&pair);
}

/* It has closed its socket, but does not end. */
static void
test_silent_end(void)
{
	Pair pair = pair_new(20);
	shutdown(pair.socket, SHUT_RDWR);
	assert_fails(pair.child, OQ_CHILD_ERROR_HUNG);
	g_assert_true(is_let_go(&pair));
	pair_clear(&pair);
}

static void
test_wait_for_several(void)
{
	Pair pairs[] = {pair_new(FOREVER_MS), pair_new(FOREVER_MS)};
	OqChild *const children[] = {pairs[0].child, pairs[1].child};
	GBytes *record = NULL;
	g_assert_true(oq_records_write(pairs[1].socket, "second", 6));
	g_assert_true(oq_child_wait(children, 2, NULL, NULL));
	g_assert_cmpint(oq_child_try_receive(children[0], &record, NULL), ==, OQ_CHILD_WORKING);
	assert_receives(children[1], "second");
	end(&pairs[0], 0);
	g_assert_true(oq_child_wait(children, 2, NULL, NULL));
	g_assert_cmpint(oq_child_try_receive(children[0], &record, NULL), ==, OQ_CHILD_ENDED);
	g_assert_cmpint(oq_child_try_receive(children[1], &record, NULL), ==, OQ_CHILD_WORKING);
	pair_clear(&pairs[0]);
	pair_clear(&pairs[1]);
}

/* One that gives nothing is found out though the other one is waited for as well. */
static void
test_one_of_several_is_silent(void)
{
	Pair pairs[] = {pair_new(FOREVER_MS), pair_new(20)};
	OqChild *const children[] = {pairs[0].child, pairs[1].child};
	GBytes *record = NULL;
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_child_wait(children, 2, NULL, NULL));
	g_assert_cmpint(oq_child_try_receive(children[0], &record, NULL), ==, OQ_CHILD_WORKING);
	g_assert_cmpint(oq_child_try_receive(children[1], &record, &error), ==, OQ_CHILD_FAILED);
	g_assert_error(error, OQ_CHILD_ERROR, OQ_CHILD_ERROR_HUNG);
	pair_clear(&pairs[0]);
	pair_clear(&pairs[1]);
}

/* The thread that waits is asleep when its state in /proc says so. */
static gpointer
cancel_sleeper(gpointer data)
{
	char state = 'R';
	while (state != 'S') {
		g_autofree char *text = NULL;
		g_autofree char *path = g_strdup_printf("/proc/self/task/%d/stat", (int)getpid());
		g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
		state = strrchr(text, ')')[2];
		g_thread_yield();
	}
	g_cancellable_cancel(data);
	return NULL;
}

static void
test_cancel(void)
{
	Pair pair = pair_new(FOREVER_MS);
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	g_cancellable_get_fd(stop); /* made where the thread sanitizer sees what comes first */
	GThread *thread = g_thread_new("cancel", cancel_sleeper, stop);
	g_assert_null(oq_child_receive(pair.child, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_thread_join(thread);
	g_cancellable_release_fd(stop);
	g_clear_error(&error);
	g_assert_false(oq_child_wait(&pair.child, 1, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	/* Nothing is lost by that. */
	g_assert_true(oq_records_write(pair.socket, "late", 4));
	assert_receives(pair.child, "late");
	pair_clear(&pair);
}

static void
test_free(void)
{
	Pair pair = pair_new(0);
	g_assert_false(is_let_go(&pair));
	oq_child_free(pair.child);
	g_assert_true(is_let_go(&pair));
	close(pair.socket);
	close(pair.leash);
	oq_child_free(NULL);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/child/order", test_order);
	g_test_add_func("/child/try-receive", test_try_receive);
	g_test_add_func("/child/both-write", test_both_write);
	g_test_add_func("/child/ends", test_ends);
	g_test_add_func("/child/regular-end", test_regular_end);
	g_test_add_func("/child/broken-record", test_broken_record);
	g_test_add_func("/child/garbled-record", test_garbled_record);
	g_test_add_func("/child/nursery-dies", test_nursery_dies);
	g_test_add_func("/child/silence", test_silence);
	g_test_add_func("/child/silent-end", test_silent_end);
	g_test_add_func("/child/wait-for-several", test_wait_for_several);
	g_test_add_func("/child/one-of-several-is-silent", test_one_of_several_is_silent);
	g_test_add_func("/child/cancel", test_cancel);
	g_test_add_func("/child/free", test_free);
	return g_test_run();
}
