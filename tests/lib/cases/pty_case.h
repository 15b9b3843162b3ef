/* pty_case.h - what tests of a terminal share: a terminal that is standard input, and the other end
 * of it, where its keys are pressed. */
#pragma once

#include <glib.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

typedef struct {
	int other; /* where keys are pressed; -1: closed */
	char name[64];
	int input_before;
} PtyCase;

/** Of no process's session, as long as none takes it with pty_case_control(). */
static inline void
pty_case_open(PtyCase *it)
{
	it->other = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	g_assert_cmpint(it->other, >=, 0);
	g_assert_cmpint(grantpt(it->other), ==, 0);
	g_assert_cmpint(unlockpt(it->other), ==, 0);
	g_assert_cmpint(ptsname_r(it->other, it->name, sizeof it->name), ==, 0);
	int fd = open(it->name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	g_assert_cmpint(fd, >=, 0);
	it->input_before = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	g_assert_cmpint(dup2(fd, STDIN_FILENO), ==, STDIN_FILENO);
	close(fd);
}

static inline void
pty_case_hang_up(PtyCase *it)
{
	if (it->other >= 0)
		close(it->other);
	it->other = -1;
}

static inline void
pty_case_close(PtyCase *it)
{
	dup2(it->input_before, STDIN_FILENO);
	close(it->input_before);
	pty_case_hang_up(it);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PtyCase, pty_case_close)

/** The process becomes the leader of a session, as a shell is, which the terminal controls. */
static inline void
pty_case_control(void)
{
	g_assert_cmpint(setsid(), >=, 0);
	g_assert_cmpint(ioctl(STDIN_FILENO, TIOCSCTTY, 0), ==, 0);
}

/** Makes a job the one in the foreground, as a shell does. */
static inline void
pty_case_give(pid_t job)
{
	sigset_t stops, before;
	sigemptyset(&stops);
	sigaddset(&stops, SIGTTOU);
	sigprocmask(SIG_BLOCK, &stops, &before);
	g_assert_cmpint(tcsetpgrp(STDIN_FILENO, job), ==, 0);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

static inline void
pty_case_press(const PtyCase *it, const char *bytes)
{
	g_assert_cmpint(write(it->other, bytes, strlen(bytes)), ==, (gssize)strlen(bytes));
}

/** What was written to the terminal, once there is something. */
static inline char *
pty_case_shown(const PtyCase *it)
{
	char shown[256];
	gssize n = read(it->other, shown, sizeof shown);
	g_assert_cmpint(n, >, 0);
	return g_strndup(shown, (gsize)n);
}

static inline gboolean
pty_case_shows_nothing(const PtyCase *it)
{
	struct pollfd shown = {it->other, POLLIN, 0};
	return poll(&shown, 1, 0) == 0;
}

static inline struct termios
pty_case_modes(void)
{
	struct termios modes;
	memset(&modes, 0, sizeof modes);
	g_assert_cmpint(tcgetattr(STDIN_FILENO, &modes), ==, 0);
	return modes;
}

static inline gboolean
pty_case_is_raw(void)
{
	struct termios modes = pty_case_modes();
	return (modes.c_lflag & (ICANON | ECHO | ISIG)) == 0;
}

static inline void
pty_case_assert_modes(const struct termios *expected)
{
	struct termios modes = pty_case_modes();
	g_assert_cmpuint(modes.c_iflag, ==, expected->c_iflag);
	g_assert_cmpuint(modes.c_oflag, ==, expected->c_oflag);
	g_assert_cmpuint(modes.c_lflag, ==, expected->c_lflag);
	g_assert_cmpint(memcmp(modes.c_cc, expected->c_cc, sizeof modes.c_cc), ==, 0);
}

/** A child does not outlive its parent, should that be killed. */
static inline void
pty_case_bind(void)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/** Runs it in a process of its own, whose assertions are the test's. */
static inline void
pty_case_run(void (*run)(PtyCase *it), PtyCase *it)
{
	int status = -1;
	pid_t child = fork();
	g_assert_cmpint(child, >=, 0);
	if (child == 0) {
		pty_case_bind();
		run(it);
		_exit(0);
	}
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_cmpint(status, ==, 0);
}
