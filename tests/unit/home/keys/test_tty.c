#include "home/keys/tty.h"

#include "pty_case.h"

#include <errno.h>

static void
test_raw(void)
{
	g_auto(PtyCase) it;
	g_setenv("TERM", "xterm", TRUE);
	pty_case_open(&it);
	struct termios before = pty_case_modes();
	g_autoptr(OqTty) tty = oq_tty_open();
	g_assert_nonnull(tty);
	pty_case_assert_modes(&before);
	g_assert_true(oq_tty_make_raw(tty));
	struct termios raw = pty_case_modes();
	g_assert_cmpuint(raw.c_lflag & (ICANON | ECHO | ISIG | IEXTEN), ==, 0);
	g_assert_cmpuint(raw.c_iflag & (ICRNL | IXON | ISTRIP), ==, 0);
	g_assert_cmpuint(raw.c_oflag, ==, before.c_oflag);
	g_assert_cmpuint(raw.c_cflag, ==, before.c_cflag);
	g_autofree char *begun = pty_case_shown(&it);
	g_assert_cmpstr(begun, ==, "\033[?2004h");
	oq_tty_restore(tty);
	pty_case_assert_modes(&before);
	g_autofree char *ended = pty_case_shown(&it);
	g_assert_cmpstr(ended, ==, "\033[?2004l");
}

/* As it was, however often, and when it goes. */
static void
test_restored(void)
{
	g_auto(PtyCase) it;
	pty_case_open(&it);
	struct termios before = pty_case_modes();
	OqTty *tty = oq_tty_open();
	oq_tty_restore(tty);
	oq_tty_make_raw(tty);
	oq_tty_make_raw(tty);
	oq_tty_restore(tty);
	oq_tty_restore(tty);
	pty_case_assert_modes(&before);
	oq_tty_make_raw(tty);
	g_assert_true(pty_case_is_raw());
	oq_tty_free(tty);
	pty_case_assert_modes(&before);
}

/* What another program has set since is not undone by one that has set nothing. */
static void
test_not_restored(void)
{
	g_auto(PtyCase) it;
	pty_case_open(&it);
	OqTty *tty = oq_tty_open();
	struct termios others = pty_case_modes();
	others.c_lflag ^= ECHO;
	g_assert_cmpint(tcsetattr(STDIN_FILENO, TCSANOW, &others), ==, 0);
	oq_tty_free(tty);
	pty_case_assert_modes(&others);
}

/* Whoever shares standard input may wait, as before; only what is read here does not. */
static void
test_never_waits(void)
{
	g_auto(PtyCase) it;
	char byte;
	pty_case_open(&it);
	g_autoptr(OqTty) tty = oq_tty_open();
	oq_tty_make_raw(tty);
	g_assert_cmpint(read(oq_tty_fd(tty), &byte, 1), ==, -1);
	g_assert_cmpint(errno, ==, EAGAIN);
	g_assert_cmpint(fcntl(STDIN_FILENO, F_GETFL) & O_NONBLOCK, ==, 0);
}

static void
test_dumb(void)
{
	g_auto(PtyCase) it;
	pty_case_open(&it);
	g_setenv("TERM", "dumb", TRUE);
	OqTty *tty = oq_tty_open();
	g_assert_true(oq_tty_make_raw(tty));
	oq_tty_free(tty);
	g_setenv("TERM", "xterm", TRUE);
	g_assert_true(pty_case_shows_nothing(&it));
}

/* Ctrl+S: nothing is waited for. */
static void
test_held(void)
{
	g_auto(PtyCase) it;
	pty_case_open(&it);
	struct termios before = pty_case_modes();
	g_autoptr(OqTty) tty = oq_tty_open();
	g_assert_cmpint(tcflow(STDIN_FILENO, TCOOFF), ==, 0);
	g_assert_true(oq_tty_make_raw(tty));
	oq_tty_restore(tty);
	pty_case_assert_modes(&before);
	tcflow(STDIN_FILENO, TCOON);
}

static void
test_size(void)
{
	g_auto(PtyCase) it;
	const struct winsize size = {.ws_col = 100, .ws_row = 30};
	guint n_columns, n_rows;
	pty_case_open(&it);
	g_autoptr(OqTty) tty = oq_tty_open();
	oq_tty_size(tty, &n_columns, &n_rows);
	g_assert_cmpuint(n_columns, ==, 80);
	g_assert_cmpuint(n_rows, ==, 24);
	g_assert_cmpint(ioctl(it.other, TIOCSWINSZ, &size), ==, 0);
	oq_tty_size(tty, &n_columns, &n_rows);
	g_assert_cmpuint(n_columns, ==, 100);
	g_assert_cmpuint(n_rows, ==, 30);
}

static void
test_gone(void)
{
	g_auto(PtyCase) it;
	pty_case_open(&it);
	g_autoptr(OqTty) tty = oq_tty_open();
	g_assert_cmpint(oq_tty_owner(tty), ==, OQ_TTY_OURS);
	pty_case_hang_up(&it);
	g_assert_cmpint(oq_tty_owner(tty), ==, OQ_TTY_GONE);
	g_assert_false(oq_tty_make_raw(tty));
	oq_tty_restore(tty);
}

/* ---- jobs ---- */

/* As a shell starts a job; the status of its process. */
static void
run_job(void (*run)(void), gboolean in_foreground)
{
	int status = -1, go[2];
	char byte;
	g_assert_cmpint(pipe(go), ==, 0);
	pid_t job = fork();
	g_assert_cmpint(job, >=, 0);
	if (job == 0) {
		pty_case_bind();
		close(go[1]);
		g_assert_cmpint(read(go[0], &byte, 1), ==, 0);
		run();
		_exit(0);
	}
	setpgid(job, job);
	if (in_foreground)
		pty_case_give(job);
	close(go[0]);
	close(go[1]);
	g_assert_cmpint(waitpid(job, &status, WUNTRACED), ==, job);
	g_assert_cmpint(status, ==, 0);
}

static void
find_own(void)
{
	g_autoptr(OqTty) tty = oq_tty_open();
	g_assert_nonnull(tty);
	g_assert_cmpint(oq_tty_owner(tty), ==, OQ_TTY_OURS);
	g_assert_true(oq_tty_make_raw(tty));
}

static void
find_none(void)
{
	g_assert_null(oq_tty_open());
}

/* Standard input is something else: the terminal that controls the process, then. */
static void
find_elsewhere(void)
{
	int null = open("/dev/null", O_RDONLY);
	dup2(null, STDIN_FILENO);
	find_own();
}

static void
find_none_elsewhere(void)
{
	int null = open("/dev/null", O_RDONLY);
	dup2(null, STDIN_FILENO);
	find_none();
}

static void
be_shell(G_GNUC_UNUSED PtyCase *it)
{
	pty_case_control();
	struct termios before = pty_case_modes();
	run_job(find_own, TRUE);
	run_job(find_elsewhere, TRUE);
	pty_case_give(getpgrp());
	run_job(find_none, FALSE);
	run_job(find_none_elsewhere, FALSE);
	pty_case_assert_modes(&before);
}

/* A job in the background is neither stopped nor does it change anything. */
static void
test_jobs(void)
{
	g_auto(PtyCase) it;
	pty_case_open(&it);
	pty_case_run(be_shell, &it);
}

/* What was in the foreground when it was made raw is not when it is restored. */
static void
lose_it_meanwhile(G_GNUC_UNUSED PtyCase *it)
{
	int status;
	pty_case_control();
	OqTty *tty = oq_tty_open();
	g_assert_true(oq_tty_make_raw(tty));
	pid_t other = fork();
	g_assert_cmpint(other, >=, 0);
	if (other == 0) {
		pty_case_bind();
		setpgid(0, 0);
		pause();
	}
	setpgid(other, other);
	pty_case_give(other);
	g_assert_cmpint(oq_tty_owner(tty), ==, OQ_TTY_ANOTHERS);
	g_assert_false(oq_tty_make_raw(tty));
	oq_tty_free(tty);
	g_assert_true(pty_case_is_raw());
	kill(other, SIGKILL);
	waitpid(other, &status, 0);
}

static void
test_lost_meanwhile(void)
{
	g_auto(PtyCase) it;
	pty_case_open(&it);
	pty_case_run(lose_it_meanwhile, &it);
}

static void
have_none(G_GNUC_UNUSED PtyCase *it)
{
	int null = open("/dev/null", O_RDONLY);
	dup2(null, STDIN_FILENO);
	g_assert_cmpint(setsid(), >=, 0);
	g_assert_null(oq_tty_open());
}

static void
test_none(void)
{
	g_auto(PtyCase) it;
	pty_case_open(&it);
	pty_case_run(have_none, &it);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tty/raw", test_raw);
	g_test_add_func("/tty/restored", test_restored);
	g_test_add_func("/tty/not-restored", test_not_restored);
	g_test_add_func("/tty/never-waits", test_never_waits);
	g_test_add_func("/tty/dumb", test_dumb);
	g_test_add_func("/tty/held", test_held);
	g_test_add_func("/tty/size", test_size);
	g_test_add_func("/tty/gone", test_gone);
	g_test_add_func("/tty/jobs", test_jobs);
	g_test_add_func("/tty/lost-meanwhile", test_lost_meanwhile);
	g_test_add_func("/tty/none", test_none);
	return g_test_run();
}
