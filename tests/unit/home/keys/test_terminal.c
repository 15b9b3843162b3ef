#include "home/keys/terminal.h"

#include "terminal_case.h"

static void
test_keys(void)
{
	g_auto(TerminalCase) it;
	terminal_case_open(&it);
	pty_case_press(&it.pty, "wц\033[1;5C");
	terminal_case_await_keys(&it, "w ц Ctrl+Right");
	pty_case_press(&it.pty, "\003\032\r\023");
	terminal_case_await_keys(&it, "Ctrl+c Ctrl+z Enter Ctrl+s");
	pty_case_press(&it.pty, "\033[200~q\r\033[201~q");
	terminal_case_await_keys(&it, "{q\r} q");
	terminal_case_assert_quiet(&it);
}

/* A lone ESC, behind which nothing comes, and what is unfinished. */
static void
test_escape(void)
{
	g_auto(TerminalCase) it;
	terminal_case_open(&it);
	pty_case_press(&it.pty, "\033");
	terminal_case_await_keys(&it, "Escape");
	pty_case_press(&it.pty, "\033[");
	terminal_case_await_keys(&it, "Alt+[");
}

static void
test_much(void)
{
	g_auto(TerminalCase) it;
	g_autoptr(GString) expected = g_string_new("q");
	terminal_case_open(&it);
	for (guint i = 0; i < 1000; i++)
		g_string_append(expected, " q");
	for (guint i = 0; i < 1001; i++)
		pty_case_press(&it.pty, "q");
	terminal_case_await_keys(&it, expected->str);
}

/* Not marked, and more than a line of it at once. */
static void
test_paste(void)
{
	g_auto(TerminalCase) it;
	g_autoptr(GString) text = g_string_new(NULL);
	terminal_case_open(&it);
	while (text->len < 4000)
		g_string_append(text, "Мәтін qqbs, 12.\r");
	g_autofree char *expected = g_strdup_printf("{%s} q", text->str);
	pty_case_press(&it.pty, text->str);
	while (it.keys->len == 0)
		g_main_context_iteration(it.context, TRUE);
	pty_case_press(&it.pty, "q");
	terminal_case_await_keys(&it, expected);
	pty_case_press(&it.pty, text->str);
	pty_case_press(&it.pty, "\003");
	g_string_append(text, "} Ctrl+c");
	g_string_prepend(text, "{");
	terminal_case_await_keys(&it, text->str);
}

static void
test_detached(void)
{
	g_auto(TerminalCase) it;
	terminal_case_open(&it);
	g_assert_true(pty_case_is_raw());
	oq_terminal_detach(it.terminal);
	g_assert_false(pty_case_is_raw());
	terminal_case_assert_quiet(&it);
	oq_terminal_detach(it.terminal);
	oq_terminal_attach(it.terminal, it.context, &terminal_case_watch, &it);
	g_assert_true(pty_case_is_raw());
	pty_case_press(&it.pty, "q");
	terminal_case_await_keys(&it, "q");
	g_assert_cmpuint(it.n_back + it.n_resized + it.n_gone, ==, 0);
}

/* By what is called; keys behind that one are not heard. */
static void
test_detached_by_key(void)
{
	g_auto(TerminalCase) it;
	terminal_case_open(&it);
	it.detaches_at = "q";
	pty_case_press(&it.pty, "aqb\033");
	terminal_case_await_keys(&it, "a q");
	terminal_case_assert_quiet(&it);
	g_assert_cmpstr(it.keys->str, ==, "");
	g_assert_false(pty_case_is_raw());
	it.detaches_at = NULL;
	oq_terminal_attach(it.terminal, it.context, &terminal_case_watch, &it);
	pty_case_press(&it.pty, "c");
	terminal_case_await_keys(&it, "c");
}

static void
test_freed_by_key(void)
{
	g_auto(TerminalCase) it;
	terminal_case_open(&it);
	it.frees_at = "q";
	pty_case_press(&it.pty, "aqb");
	terminal_case_await_keys(&it, "a q");
	terminal_case_assert_quiet(&it);
	g_assert_false(pty_case_is_raw());
}

/* A byte may make two keys. */
static void
test_detached_between(void)
{
	g_auto(TerminalCase) it;
	terminal_case_open(&it);
	it.detaches_at = "Escape";
	pty_case_press(&it.pty, "\033\033x");
	terminal_case_await_keys(&it, "Escape");
	terminal_case_assert_quiet(&it);
	g_assert_cmpstr(it.keys->str, ==, "");
}

/* As _exit() needs it. */
static void
test_restored(void)
{
	g_auto(TerminalCase) it;
	terminal_case_open(&it);
	oq_terminal_restore(it.terminal);
	g_assert_false(pty_case_is_raw());
	oq_terminal_restore(NULL);
}

static void
test_resized(void)
{
	g_auto(TerminalCase) it;
	const struct winsize size = {.ws_col = 100, .ws_row = 30};
	guint n_columns, n_rows;
	terminal_case_open(&it);
	kill(getpid(), SIGWINCH);
	terminal_case_assert_quiet(&it);
	g_assert_cmpuint(it.n_resized, ==, 0);
	g_assert_cmpint(ioctl(it.pty.other, TIOCSWINSZ, &size), ==, 0);
	kill(getpid(), SIGWINCH);
	terminal_case_await(&it, &it.n_resized, 1);
	g_assert_cmpuint(it.n_columns, ==, 100);
	g_assert_cmpuint(it.n_rows, ==, 30);
	oq_terminal_size(it.terminal, &n_columns, &n_rows);
	g_assert_cmpuint(n_columns, ==, 100);
	g_assert_cmpuint(n_rows, ==, 30);
	terminal_case_assert_quiet(&it);
}

/* It went on after a stop that came from outside; the shell has set its own modes. */
static void
test_continued(void)
{
	g_auto(TerminalCase) it;
	const struct winsize size = {.ws_col = 100, .ws_row = 30};
	terminal_case_open(&it);
	struct termios shells = pty_case_modes();
	shells.c_lflag |= ICANON | ECHO | ISIG;
	g_assert_cmpint(tcsetattr(STDIN_FILENO, TCSANOW, &shells), ==, 0);
	g_assert_cmpint(ioctl(it.pty.other, TIOCSWINSZ, &size), ==, 0);
	kill(getpid(), SIGCONT);
	terminal_case_await(&it, &it.n_back, 1);
	g_assert_true(pty_case_is_raw());
	g_assert_cmpuint(it.n_resized, ==, 1);
	pty_case_press(&it.pty, "q");
	terminal_case_await_keys(&it, "q");
}

/* Told once, and that is all. */
static void
test_gone(void)
{
	g_auto(TerminalCase) it;
	terminal_case_open(&it);
	pty_case_hang_up(&it.pty);
	terminal_case_await(&it, &it.n_gone, 1);
	terminal_case_assert_quiet(&it);
	kill(getpid(), SIGCONT);
	kill(getpid(), SIGWINCH);
	terminal_case_assert_idle(&it);
	g_assert_cmpuint(it.n_gone, ==, 1);
	g_assert_cmpuint(it.n_back + it.n_resized, ==, 0);
}

static void
test_none(void)
{
	g_auto(PtyCase) pty;
	sigset_t before = {0}, after = {0};
	pty_case_open(&pty);
	pty_case_hang_up(&pty);
	pthread_sigmask(SIG_BLOCK, NULL, &before);
	g_assert_null(oq_terminal_new());
	pthread_sigmask(SIG_BLOCK, NULL, &after);
	g_assert_cmpint(memcmp(&before, &after, sizeof before), ==, 0);
	oq_terminal_free(NULL);
}

/* ---- jobs ---- */

/* Three times Ctrl+Z and fg; the terminal is the shell's meanwhile, as it was before. */
static void
suspend_and_continue(PtyCase *pty)
{
	JobCase job;
	pty_case_control();
	struct termios before = pty_case_modes();
	job_case_begin(&job, pty, FALSE);
	job_case_await(&job, 'a');
	for (guint i = 0; i < 3; i++) {
		g_assert_true(pty_case_is_raw());
		pty_case_press(pty, "\032");
		job_case_await_stop(&job, SIGTSTP);
		pty_case_assert_modes(&before);
		job_case_continue(&job, TRUE);
		job_case_await(&job, 'b');
	}
	g_assert_true(pty_case_is_raw());
	pty_case_press(pty, "q");
	job_case_await_end(&job);
	pty_case_assert_modes(&before);
}

static void
test_suspended(void)
{
	g_auto(PtyCase) pty;
	pty_case_open(&pty);
	pty_case_run(suspend_and_continue, &pty);
}

/* kill -TSTP: as Ctrl+Z. */
static void
stop_from_outside(PtyCase *pty)
{
	JobCase job;
	pty_case_control();
	struct termios before = pty_case_modes();
	job_case_begin(&job, pty, FALSE);
	job_case_await(&job, 'a');
	kill(job.pid, SIGTSTP);
	job_case_await_stop(&job, SIGTSTP);
	pty_case_assert_modes(&before);
	job_case_continue(&job, TRUE);
	job_case_await(&job, 'b');
	g_assert_true(pty_case_is_raw());
	pty_case_press(pty, "q");
	job_case_await_end(&job);
}

static void
test_stopped_from_outside(void)
{
	g_auto(PtyCase) pty;
	pty_case_open(&pty);
	pty_case_run(stop_from_outside, &pty);
}

/* kill -STOP cannot be answered; the shell has its own modes, and they are raw again behind it. */
static void
stop_at_once(PtyCase *pty)
{
	JobCase job;
	pty_case_control();
	struct termios before = pty_case_modes();
	job_case_begin(&job, pty, FALSE);
	job_case_await(&job, 'a');
	kill(job.pid, SIGSTOP);
	job_case_await_stop(&job, SIGSTOP);
	pty_case_give(getpgrp());
	g_assert_cmpint(tcsetattr(STDIN_FILENO, TCSANOW, &before), ==, 0);
	job_case_continue(&job, TRUE);
	job_case_await(&job, 'b');
	g_assert_true(pty_case_is_raw());
	pty_case_press(pty, "q");
	job_case_await_end(&job);
	pty_case_assert_modes(&before);
}

static void
test_stopped_at_once(void)
{
	g_auto(PtyCase) pty;
	pty_case_open(&pty);
	pty_case_run(stop_at_once, &pty);
}

/* bg: what is typed is the shell's, and it is not stopped for looking. fg: keys again. */
static void
go_on_in_background(PtyCase *pty)
{
	JobCase job;
	char byte;
	pty_case_control();
	struct termios before = pty_case_modes();
	job_case_begin(&job, pty, FALSE);
	job_case_await(&job, 'a');
	pty_case_press(pty, "\032");
	job_case_await_stop(&job, SIGTSTP);
	job_case_continue(&job, FALSE);
	pty_case_press(pty, "x\n");
	g_assert_cmpint(read(STDIN_FILENO, &byte, 1), ==, 1);
	g_assert_cmpint(byte, ==, 'x');
	pty_case_assert_modes(&before);
	pty_case_give(job.pid);
	job_case_await(&job, 'b');
	g_assert_true(pty_case_is_raw());
	pty_case_press(pty, "q");
	job_case_await_end(&job);
}

static void
test_background(void)
{
	g_auto(PtyCase) pty;
	pty_case_open(&pty);
	pty_case_run(go_on_in_background, &pty);
}

/* It is sent to the background without being stopped, and does not take what is typed there. */
static void
take_it_away(PtyCase *pty)
{
	JobCase job;
	pty_case_control();
	job_case_begin(&job, pty, TRUE);
	job_case_await(&job, 'a');
	pty_case_give(getpgrp());
	pty_case_press(pty, "x");
	job_case_await_wake(&job); /* which may have been by what it was attached for */
	job_case_await_wake(&job);
	pty_case_give(job.pid);
	pty_case_press(pty, "q");
	job_case_await_end(&job);
}

static void
test_taken_away(void)
{
	g_auto(PtyCase) pty;
	pty_case_open(&pty);
	pty_case_run(take_it_away, &pty);
}

/* Nobody could continue it: it is not stopped, and goes on. */
static void
suspend_orphan(PtyCase *pty)
{
	TerminalCase it = {.pty = *pty, .suspends_at = "Ctrl+z"};
	pty_case_control();
	terminal_case_attach(&it);
	pty_case_press(pty, "\032");
	terminal_case_await(&it, &it.n_back, 1);
	g_assert_true(pty_case_is_raw());
	terminal_case_detach(&it);
}

static void
test_orphan(void)
{
	g_auto(PtyCase) pty;
	pty_case_open(&pty);
	pty_case_run(suspend_orphan, &pty);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/terminal/keys", test_keys);
	g_test_add_func("/terminal/escape", test_escape);
	g_test_add_func("/terminal/much", test_much);
	g_test_add_func("/terminal/paste", test_paste);
	g_test_add_func("/terminal/detached", test_detached);
	g_test_add_func("/terminal/detached-by-key", test_detached_by_key);
	g_test_add_func("/terminal/detached-between", test_detached_between);
	g_test_add_func("/terminal/freed-by-key", test_freed_by_key);
	g_test_add_func("/terminal/restored", test_restored);
	g_test_add_func("/terminal/resized", test_resized);
	g_test_add_func("/terminal/continued", test_continued);
	g_test_add_func("/terminal/gone", test_gone);
	g_test_add_func("/terminal/none", test_none);
	g_test_add_func("/terminal/suspended", test_suspended);
	g_test_add_func("/terminal/stopped-from-outside", test_stopped_from_outside);
	g_test_add_func("/terminal/stopped-at-once", test_stopped_at_once);
	g_test_add_func("/terminal/background", test_background);
	g_test_add_func("/terminal/taken-away", test_taken_away);
	g_test_add_func("/terminal/orphan", test_orphan);
	return g_test_run();
}
