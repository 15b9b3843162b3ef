/* terminal_case.h - what tests of a terminal in a main loop share: what is heard of it, by this
 * process or by a job of its own. */
#pragma once

#include "home/keys/terminal.h"

#include "key_case.h"
#include "pty_case.h"

#include <sched.h>

typedef struct {
	PtyCase pty;
	GMainContext *context;
	OqTerminal *terminal;
	GString *keys;
	guint n_resized, n_back, n_gone;
	guint n_columns, n_rows;
	const char *detaches_at, *frees_at, *suspends_at; /* nullable: at this key */
} TerminalCase;

static inline void
terminal_case_hear_key(const OqKey *key, gpointer data)
{
	TerminalCase *it = data;
	g_autofree char *name = oq_key_name(key);
	key_case_add(it->keys, key);
	if (g_strcmp0(name, it->detaches_at) == 0)
		oq_terminal_detach(it->terminal);
	if (g_strcmp0(name, it->frees_at) == 0)
		g_clear_pointer(&it->terminal, oq_terminal_free);
	if (g_strcmp0(name, it->suspends_at) == 0)
		oq_terminal_suspend(it->terminal);
}

static inline void
terminal_case_hear_resized(guint n_columns, guint n_rows, gpointer data)
{
	TerminalCase *it = data;
	it->n_resized++;
	it->n_columns = n_columns;
	it->n_rows = n_rows;
}

static inline void
terminal_case_hear_back(gpointer data)
{
	((TerminalCase *)data)->n_back++;
}

static inline void
terminal_case_hear_gone(gpointer data)
{
	((TerminalCase *)data)->n_gone++;
}

static const OqTerminalWatch terminal_case_watch = {terminal_case_hear_key,
	terminal_case_hear_resized, terminal_case_hear_back, terminal_case_hear_gone};

static inline void
terminal_case_attach(TerminalCase *it)
{
	it->context = g_main_context_new();
	it->keys = g_string_new(NULL);
	it->terminal = oq_terminal_new();
	g_assert_nonnull(it->terminal);
	oq_terminal_attach(it->terminal, it->context, &terminal_case_watch, it);
}

static inline void
terminal_case_detach(TerminalCase *it)
{
	oq_terminal_free(it->terminal);
	g_main_context_unref(it->context);
	g_string_free(it->keys, TRUE);
}

static inline void
terminal_case_open(TerminalCase *it)
{
	*it = (TerminalCase){0};
	pty_case_open(&it->pty);
	terminal_case_attach(it);
}

static inline void
terminal_case_close(TerminalCase *it)
{
	terminal_case_detach(it);
	pty_case_close(&it->pty);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TerminalCase, terminal_case_close)

/* Until all have been heard, however long it takes. */
static inline void
terminal_case_await_keys(TerminalCase *it, const char *expected)
{
	while (it->keys->len < strlen(expected))
		g_main_context_iteration(it->context, TRUE);
	g_assert_cmpstr(it->keys->str, ==, expected);
	g_string_truncate(it->keys, 0);
}

static inline void
terminal_case_await(TerminalCase *it, const guint *count, guint expected)
{
	while (*count < expected)
		g_main_context_iteration(it->context, TRUE);
	g_assert_cmpuint(*count, ==, expected);
}

/* Nothing is left that would be heard without waiting. */
static inline void
terminal_case_assert_quiet(const TerminalCase *it)
{
	guint n = 0;
	while (g_main_context_iteration(it->context, FALSE))
		g_assert_cmpuint(n++, <, 10);
	g_assert_false(g_main_context_pending(it->context));
}

/* Neither now nor later is there anything to do. */
static inline void
terminal_case_assert_idle(const TerminalCase *it)
{
	GPollFD fds[8];
	int priority, timeout_ms;
	terminal_case_assert_quiet(it);
	g_assert_true(g_main_context_acquire(it->context));
	g_main_context_prepare(it->context, &priority);
	g_main_context_query(it->context, G_MAXINT, &timeout_ms, fds, G_N_ELEMENTS(fds));
	g_main_context_release(it->context);
	g_assert_cmpint(timeout_ms, ==, -1);
}

/* A reader as a job; each key that it hears is told through a pipe, as is that it is back. */
typedef struct {
	PtyCase *pty;
	pid_t pid;
	int told;             /* to read from */
	int tells;            /* the job's end */
	gboolean tells_wakes; /* each time it is awake, too */
} JobCase;

static inline void
job_case_tell(int fd, char what)
{
	g_assert_cmpint(write(fd, &what, 1), ==, 1);
}

/* Until the shell has given it the terminal. */
static inline void
job_case_await_own(void)
{
	while (tcgetpgrp(STDIN_FILENO) != getpgrp())
		sched_yield();
}

static inline void
job_case_be(const JobCase *job)
{
	TerminalCase it = {.pty = *job->pty, .suspends_at = "Ctrl+z"};
	guint n_back = 0;
	job_case_await_own();
	terminal_case_attach(&it);
	job_case_tell(job->tells, 'a');
	while (strstr(it.keys->str, "q") == NULL) {
		g_main_context_iteration(it.context, TRUE);
		for (; n_back < it.n_back; n_back++)
			job_case_tell(job->tells, 'b');
		if (job->tells_wakes)
			job_case_tell(job->tells, 'w');
	}
	terminal_case_detach(&it);
}

static inline void
job_case_begin(JobCase *job, PtyCase *pty, gboolean tells_wakes)
{
	int ends[2];
	g_assert_cmpint(pipe2(ends, O_CLOEXEC), ==, 0);
	*job = (JobCase){.pty = pty, .told = ends[0], .tells = ends[1], .tells_wakes = tells_wakes};
	job->pid = fork();
	g_assert_cmpint(job->pid, >=, 0);
	if (job->pid == 0) {
		pty_case_bind();
		setpgid(0, 0);
		job_case_be(job);
		_exit(0);
	}
	setpgid(job->pid, job->pid);
	close(job->tells);
	pty_case_give(job->pid);
}

static inline void
job_case_await(const JobCase *job, char expected)
{
	char told = 0;
	g_assert_cmpint(read(job->told, &told, 1), ==, 1);
	g_assert_cmpint(told, ==, expected);
}

/** Until it was awake once more; it must not be stopped by that. */
static inline void
job_case_await_wake(const JobCase *job)
{
	struct pollfd told = {job->told, POLLIN, 0};
	siginfo_t stopped = {0};
	while (poll(&told, 1, 0) == 0 && stopped.si_pid == 0)
		waitid(P_PID, (id_t)job->pid, &stopped, WSTOPPED | WNOHANG | WNOWAIT);
	g_assert_cmpint(stopped.si_pid, ==, 0);
	job_case_await(job, 'w');
}

static inline void
job_case_await_stop(const JobCase *job, int signal)
{
	int status = 0;
	g_assert_cmpint(waitpid(job->pid, &status, WUNTRACED), ==, job->pid);
	g_assert_true(WIFSTOPPED(status));
	g_assert_cmpint(WSTOPSIG(status), ==, signal);
}

static inline void
job_case_await_end(const JobCase *job)
{
	int status = -1;
	g_assert_cmpint(waitpid(job->pid, &status, WUNTRACED), ==, job->pid);
	g_assert_cmpint(status, ==, 0);
	close(job->told);
}

static inline void
job_case_continue(const JobCase *job, gboolean in_foreground)
{
	pty_case_give(in_foreground ? job->pid : getpgrp());
	kill(-job->pid, SIGCONT);
}
