#include "bus/turn.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
	char *runtime;
} Case;

static void
set_up(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	c->runtime = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_setenv("XDG_RUNTIME_DIR", c->runtime, TRUE);
}

static char *
path_of(const Case *c, const char *name)
{
	return g_build_filename(c->runtime, "oqyrman", name, NULL);
}

static void
tear_down(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *folder = path_of(c, NULL);
	g_autofree char *lock = path_of(c, "turn");
	g_autofree char *bell = path_of(c, "turn.socket");

	g_unlink(lock);
	g_unlink(bell);
	g_rmdir(folder);
	g_assert_cmpint(g_rmdir(c->runtime), ==, 0);
	g_free(c->runtime);
}

static OqTurn *
take(OqTurnWish wish, const char *title)
{
	g_autoptr(GError) error = NULL;
	OqTurn *turn = oq_turn_take(wish, title, NULL, &error);

	g_assert_no_error(error);
	g_assert_nonnull(turn);
	return turn;
}

/* From one that lets go as soon as it is let run, which may be late. */
static OqTurn *
take_from_other(void)
{
	for (;;) {
		g_autoptr(GError) error = NULL;
		OqTurn *turn = oq_turn_take(OQ_TURN_INTERRUPT, NULL, NULL, &error);

		if (turn != NULL)
			return turn;
		g_assert_error(error, OQ_TURN_ERROR, OQ_TURN_ERROR_STUCK);
	}
}

static char *
refusal(OqTurnWish wish, OqTurnError code)
{
	g_autoptr(GError) error = NULL;

	g_assert_null(oq_turn_take(wish, NULL, NULL, &error));
	g_assert_error(error, OQ_TURN_ERROR, (gint)code);
	return g_strdup(error->message);
}

static void
assert_free(void)
{
	oq_turn_free(take(OQ_TURN_REFUSE, NULL));
}

static void
test_one_after_the_other(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	struct stat folder, lock;
	g_autofree char *path = path_of(c, "turn");
	g_autofree char *parent = path_of(c, NULL);
	OqTurn *turn = take(OQ_TURN_REFUSE, "Abai");
	g_autofree char *message = refusal(OQ_TURN_REFUSE, OQ_TURN_ERROR_TAKEN);

	g_assert_nonnull(strstr(message, "“Abai”"));
	g_assert_cmpint(g_stat(path, &lock), ==, 0);
	g_assert_cmpint(g_stat(parent, &folder), ==, 0);
	g_assert_cmpuint(folder.st_mode & 0777, ==, 0700);
	g_assert_cmpuint(lock.st_mode & 0777, ==, 0600);
	oq_turn_free(turn);
	g_assert_cmpint(g_stat(path, &lock), ==, 0);
	g_assert_cmpint(lock.st_size, ==, 0);
	assert_free();
}

static void
test_titles(Case *c G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	OqTurn *turn = take(OQ_TURN_WAIT, "one that is long");

	oq_turn_set_title(turn, "two\n\x1b[2J\xff");
	g_autofree char *two = refusal(OQ_TURN_REFUSE, OQ_TURN_ERROR_TAKEN);
	g_assert_nonnull(strstr(two, "“two  [2J\xef\xbf\xbd”"));
	g_autofree char *endless = g_strnfill(100000, 'n');
	oq_turn_set_title(turn, endless);
	g_autofree char *long_one = refusal(OQ_TURN_REFUSE, OQ_TURN_ERROR_TAKEN);
	g_assert_cmpuint(strlen(long_one), <, 300);
	oq_turn_set_title(turn, NULL);
	g_autofree char *none = refusal(OQ_TURN_REFUSE, OQ_TURN_ERROR_TAKEN);
	g_assert_nonnull(strstr(none, "something is being read already"));
	oq_turn_free(turn);
}

/* Where nothing can be locked, everybody reads. */
static void
test_no_folder(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *file = g_build_filename(c->runtime, "oqyrman", NULL);

	g_assert_true(g_file_set_contents(file, "", 0, NULL));
	OqTurn *first = take(OQ_TURN_REFUSE, NULL), *second = take(OQ_TURN_REFUSE, NULL);
	oq_turn_on_asked(second, NULL, NULL);
	oq_turn_set_title(second, "no matter");
	oq_turn_free(second);
	oq_turn_free(first);
	g_unlink(file);
	oq_turn_free(NULL);
}

/* What others may enter is closed to them. */
static void
test_open_folder(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	struct stat info;
	g_autofree char *folder = path_of(c, NULL);

	g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
	g_assert_cmpint(g_chmod(folder, 0777), ==, 0);
	assert_free();
	g_assert_cmpint(g_stat(folder, &info), ==, 0);
	g_assert_cmpuint(info.st_mode & 0777, ==, 0700);
}

/* Another reader, in a process of its own. */

typedef struct {
	pid_t process;
	int told; /* a byte once it has the turn */
} Other;

static void
quit(gpointer data)
{
	g_main_loop_quit(data);
}

G_NORETURN static void
read_until_asked(int tell, gboolean listens)
{
	g_autoptr(GMainLoop) loop = g_main_loop_new(NULL, FALSE);
	OqTurn *turn = oq_turn_take(OQ_TURN_REFUSE, "another book", NULL, NULL);

	if (turn == NULL || write(tell, "", 1) != 1)
		_exit(1);
	if (listens)
		oq_turn_on_asked(turn, quit, loop);
	g_main_loop_run(loop);
	oq_turn_free(turn);
	_exit(0);
}

static Other
start_other(gboolean listens)
{
	Other other;
	int ends[2];
	char byte;

	g_assert_cmpint(pipe(ends), ==, 0);
	other.process = fork();
	g_assert_cmpint(other.process, >=, 0);
	if (other.process == 0)
		read_until_asked(ends[1], listens);
	close(ends[1]);
	g_assert_cmpint(read(ends[0], &byte, 1), ==, 1);
	close(ends[0]);
	return other;
}

static int
end_of(const Other *other)
{
	int status;

	g_assert_cmpint(waitpid(other->process, &status, 0), ==, other->process);
	return status;
}

static void
kill_other(const Other *other)
{
	kill(other->process, SIGKILL);
	g_assert_cmpint(end_of(other), ==, SIGKILL);
}

static void
test_interrupt(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	Other other = start_other(TRUE);
	g_autofree char *message = refusal(OQ_TURN_REFUSE, OQ_TURN_ERROR_TAKEN);
	g_autofree char *bell = path_of(c, "turn.socket");

	g_assert_nonnull(strstr(message, "“another book”"));
	OqTurn *turn = take_from_other();
	g_assert_cmpint(end_of(&other), ==, 0);
	oq_turn_free(turn);
	g_assert_false(g_file_test(bell, G_FILE_TEST_EXISTS));
}

/* Nobody has to wait for one that was killed. */
static void
test_killed(Case *c G_GNUC_UNUSED, gconstpointer data)
{
	Other other = start_other(TRUE);

	kill_other(&other);
	oq_turn_free(take((OqTurnWish)GPOINTER_TO_INT(data), NULL));
}

static gpointer
kill_from_aside(gpointer data)
{
	kill_other(data);
	return NULL;
}

static void
test_killed_meanwhile(Case *c G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	Other other = start_other(FALSE);
	GThread *thread = g_thread_new("kill", kill_from_aside, &other);

	oq_turn_free(take(OQ_TURN_WAIT, NULL));
	g_thread_join(thread);
}

static gpointer
interrupt_other(gpointer data G_GNUC_UNUSED)
{
	return take_from_other();
}

static void
test_two_want_it(Case *c G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	Other other = start_other(TRUE);
	GThread *thread = g_thread_new("interrupt", interrupt_other, NULL);
	OqTurn *second = g_thread_join(thread);

	g_assert_cmpint(end_of(&other), ==, 0);
	g_free(refusal(OQ_TURN_REFUSE, OQ_TURN_ERROR_TAKEN));
	oq_turn_free(second);
	assert_free();
}

static void
assert_stuck(const Other *other)
{
	g_autofree char *message = refusal(OQ_TURN_INTERRUPT, OQ_TURN_ERROR_STUCK);
	g_autofree char *process = g_strdup_printf(" %d ", (int)other->process);

	g_assert_nonnull(strstr(message, process));
}

static void
test_frozen(Case *c G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	Other other = start_other(TRUE);

	kill(other.process, SIGSTOP);
	assert_stuck(&other);
	kill_other(&other);
}

static void
test_deaf(Case *c G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	Other other = start_other(FALSE);

	assert_stuck(&other);
	kill_other(&other);
}

/* One that holds the lock, and a socket in its place whose connections end at once; whoever has
 * lost patience meanwhile is not told. */
static gpointer
slam_doors(gpointer data)
{
	int connection, bell = GPOINTER_TO_INT(data);

	while ((connection = accept(bell, NULL, NULL)) >= 0) {
		g_assert_true(send(connection, "gone", 4, MSG_NOSIGNAL) == 4 || errno == EPIPE ||
			      errno == ECONNRESET);
		close(connection);
	}
	return NULL;
}

static void
test_slams_doors(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	g_autofree char *path = path_of(c, "turn.socket");
	OqTurn *turn = take(OQ_TURN_REFUSE, NULL);
	int bell = socket(AF_UNIX, SOCK_STREAM, 0);

	g_unlink(path);
	g_strlcpy(address.sun_path, path, sizeof address.sun_path);
	g_assert_cmpint(bind(bell, (struct sockaddr *)&address, sizeof address), ==, 0);
	g_assert_cmpint(listen(bell, 5), ==, 0);
	GThread *thread = g_thread_new("slam", slam_doors, GINT_TO_POINTER(bell));
	g_free(refusal(OQ_TURN_INTERRUPT, OQ_TURN_ERROR_STUCK));
	shutdown(bell, SHUT_RDWR);
	g_thread_join(thread);
	close(bell);
	oq_turn_free(turn);
}

static gpointer
cancel(gpointer data)
{
	g_cancellable_cancel(data);
	return NULL;
}

static void
test_cancelled(Case *c G_GNUC_UNUSED, gconstpointer data)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	OqTurn *turn = take(OQ_TURN_REFUSE, NULL);
	GThread *thread = g_thread_new("cancel", cancel, stop);

	g_assert_null(oq_turn_take((OqTurnWish)GPOINTER_TO_INT(data), NULL, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_thread_join(thread);
	oq_turn_free(turn);
}

#define ADD(name, data, function)                                                                  \
	g_test_add("/turn/" name, Case, GINT_TO_POINTER(data), set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("one-after-the-other", 0, test_one_after_the_other);
	ADD("titles", 0, test_titles);
	ADD("no-folder", 0, test_no_folder);
	ADD("open-folder", 0, test_open_folder);
	ADD("interrupt", 0, test_interrupt);
	ADD("killed", OQ_TURN_REFUSE, test_killed);
	ADD("killed-before-asked", OQ_TURN_INTERRUPT, test_killed);
	ADD("killed-meanwhile", 0, test_killed_meanwhile);
	ADD("two-want-it", 0, test_two_want_it);
	ADD("frozen", 0, test_frozen);
	ADD("deaf", 0, test_deaf);
	ADD("slams-doors", 0, test_slams_doors);
	ADD("cancelled-wait", OQ_TURN_WAIT, test_cancelled);
	ADD("cancelled-interrupt", OQ_TURN_INTERRUPT, test_cancelled);
	return g_test_run();
}
